import City
import Columns
import Core
import Determinations
import Foundation
import Registry
import TestSupport
import Testing

/// A file of columns is used when every byte of it is as it was written, and else made anew.
@Suite("The snapshot as a file")
struct ColumnFileTests {
  /// A town with a snapshot.
  private struct Town {
    let office: Office
    let path: String

    init(_ seed: UInt64) throws {
      office = try Office()
      var town = RandomTown(seed: seed, persons: 12, office.registry.vocabulary)
      _ = try office.registry.put(town.facts(on: date("2020-05-05")), source: "town")
      path = SnapshotKeeper.path(of: office.registry)
      _ = try office.keeper(office.plans).current(isExact: true)
    }

    func work() throws -> SnapshotKeeper.Work {
      try office.keeper(office.plans).current(isExact: true, isVerified: true).work
    }
  }

  @Test("A byte that is not as it was written is found, wherever it lies")
  func everyByte() throws {
    let town = try Town(301)
    let whole = try DamagedFile.bytes(town.path)
    var random = SeededGenerator(seed: 302)
    var parts: Set<String> = []
    for _ in 0..<60 {
      var bytes = whole
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try DamagedFile.write(bytes, to: town.path)
      do throws(ColumnFileProblem) {
        try ColumnFile.open(town.path)?.verify()
        Issue.record("byte \(place) of \(whole.count) was not missed")
      } catch .damaged(_, let part) {
        parts.insert(part)
      } catch {
        #expect(error == .foreign(file: town.path) && place < 64, "byte \(place): \(error)")
      }
    }
    #expect(parts.count > 5, "\(parts)")
  }

  @Test("A damaged byte in each part is told, and the file made anew")
  func eachPart() throws {
    let town = try Town(303)
    let whole = try DamagedFile.bytes(town.path)
    let directory = try #require(text(of: whole, from: "of "))
    let sections = directory.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0.count == 7 && $0[3] != "0" }
    #expect(sections.count > 50)
    for words in sections.prefix(6) + sections.suffix(4) {
      var bytes = whole
      bytes[try #require(Int(words[4]))] ^= 0x40
      try DamagedFile.write(bytes, to: town.path)
      let problem = ColumnFileProblem.damaged(file: town.path, part: String(words[1]))
      #expect(try town.work() == .made(because: problem))
    }
    #expect(try town.work() == .kept(behind: 0))
  }

  private func text(of bytes: [UInt8], from start: String) -> String? {
    let text = String(decoding: bytes.suffix(1 << 16), as: UTF8.self)
    return text.range(of: "\n" + start).map { String(text[$0.upperBound...]) }
      ?? text.range(of: start, options: .backwards).map { String(text[$0.lowerBound...]) }
  }

  @Test(
    "One that is cut off, of another form, or empty is made anew", arguments: [0, 10, 64, 5000])
  func cut(_ length: Int) throws {
    let town = try Town(304)
    let whole = try DamagedFile.bytes(town.path)
    try DamagedFile.write(Array(whole.prefix(length)), to: town.path)
    guard case .made(because: let problem?) = try town.work() else {
      Issue.record("it was used")
      return
    }
    #expect(problem.isMended)
    var other = whole
    other[18] = UInt8(ascii: "2")
    try DamagedFile.write(other, to: town.path)
    #expect(try town.work() == .made(because: .foreign(file: town.path)))
  }

  @Test("That of another registry is not used, nor one from before a backup was restored")
  func otherRegistry() throws {
    let (one, two) = (try Town(305), try Town(306))
    try DamagedFile.write(DamagedFile.bytes(one.path), to: two.path)
    #expect(try two.work() == .made(because: .otherRegistry(file: two.path)))
    #expect(try two.work() == .kept(behind: 0))
  }

  @Test("What cannot be written is told, and what was there stays")
  func notWritable() throws {
    let town = try Town(307)
    let whole = try DamagedFile.bytes(town.path)
    var people = RandomTown(seed: 308, persons: 12, town.office.registry.vocabulary)
    try TownChanges.organisations(&people, town.office.registry)
    try FileManager.default.createDirectory(
      atPath: town.path + ".part", withIntermediateDirectories: false)
    #expect(throws: ColumnFileProblem.notWritable(file: town.path)) { try town.work() }
    #expect(try DamagedFile.bytes(town.path) == whole)
  }

  @Test("What a problem says", arguments: Self.texts)
  func words(_ problem: ColumnFileProblem, _ text: String) {
    #expect(
      "\(problem.code) \(problem.message.zh)。\(problem.advice.zh) \(problem.message.en). \(problem.advice.en)"
        == text)
  }

  private static let texts: [(ColumnFileProblem, String)] = [
    (
      .damaged(file: "g.columns", part: "wage.year"),
      "SNAP001 快照 g.columns 已损坏（wage.year）。它不会被使用，会从登记库重新生成；也可以删掉它。 "
        + "the snapshot g.columns is damaged (wage.year). It is not used and made anew from the "
        + "registry; it may also be deleted."
    ),
    (
      .foreign(file: "g.columns"),
      "SNAP002 g.columns 是别的版本写的，或者不是快照。它不会被使用，会从登记库重新生成；也可以删掉它。 "
        + "g.columns was written by another version, or is no snapshot. It is not used and made "
        + "anew from the registry; it may also be deleted."
    ),
    (
      .notReadable(file: "g.columns"),
      "SNAP003 快照 g.columns 无法读取。请检查它的读权限，或者删掉它。 "
        + "the snapshot g.columns cannot be read. Check that you may read it, or delete it."
    ),
    (
      .otherRegistry(file: "g.columns"),
      "SNAP004 快照 g.columns 属于另一个登记库，或者登记库后来由备份恢复过。它不会被使用，会从登记库重新生成；也可以删掉它。 "
        + "the snapshot g.columns is of another registry, or of one restored from a backup since. "
        + "It is not used and made anew from the registry; it may also be deleted."
    ),
    (
      .otherVocabulary(file: "g.columns"),
      "SNAP005 快照 g.columns 之后词汇表的含义变了。它不会被使用，会从登记库重新生成；也可以删掉它。 "
        + "the vocabulary means something else since the snapshot g.columns was made. "
        + "It is not used and made anew from the registry; it may also be deleted."
    ),
    (
      .lacksFields(file: "g.columns"),
      "SNAP006 快照 g.columns 里没有规则要读的全部字段。它不会被使用，会从登记库重新生成；也可以删掉它。 "
        + "the snapshot g.columns lacks fields that the rules read. "
        + "It is not used and made anew from the registry; it may also be deleted."
    ),
    (
      .notWritable(file: "g.columns"),
      "SNAP007 快照 g.columns 无法写入。请检查登记库所在目录的写权限。 "
        + "the snapshot g.columns cannot be written. Check that you may write the folder of the "
        + "registry."
    ),
    (
      .diskFull(file: "g.columns"),
      "SNAP008 磁盘已满，快照 g.columns 没有写成。请腾出空间后再运行；原来的文件完好。 "
        + "the disk is full; the snapshot g.columns was not written. Make room and run this again; "
        + "what was there before is as it was."
    ),
    (
      .busy(file: "g.columns"),
      "SNAP009 另一个程序正在写快照 g.columns。请等它结束后再运行。 "
        + "another program is writing the snapshot g.columns. Wait until it is done and run this "
        + "again."
    ),
  ]

  @Test("What a problem with totals says", arguments: Self.cityTexts)
  func cityWords(_ problem: CityProblem, _ text: String) {
    #expect(
      "\(problem.code) \(problem.message.zh)。\(problem.advice.zh) \(problem.message.en). \(problem.advice.en)"
        == text)
  }

  private static let cityTexts: [(CityProblem, String)] = [
    (
      .tooMuch,
      "CITY001 合计超过可表示的金额。请检查政策里的金额：没有哪座城市付得了这么多。 "
        + "a total exceeds 64 bits of fen. Check the sums in the policies: no city pays that much."
    ),
    (
      .notWritable(file: "g.totals"),
      "CITY002 合计文件 g.totals 无法写入。请检查登记库所在目录的写权限和剩余空间。 "
        + "the file of totals g.totals cannot be written. Check that you may write the folder of "
        + "the registry and that it has room."
    ),
    (
      .damaged(file: "g.totals"),
      "CITY003 合计文件 g.totals 已损坏。它没有被使用，各项合计已重新计算。 "
        + "the file of totals g.totals is damaged. It was not used; every total was worked out anew."
    ),
  ]
}
