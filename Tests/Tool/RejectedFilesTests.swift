import Foundation
import Testing

@testable import gongjiang

/// Where `gongjiang import --rejected` puts what was refused, and what it never touches.
@Suite struct RejectedFilesTests {
  private let folder: Folder
  private let people: String
  private var registry: [String] { ["--registry", folder.path + "/town.db", "--quiet"] }

  init() throws {
    folder = try Folder()
    people = try folder.file("person.csv", "id,name\np1,甲样例\n".utf8)
  }

  private func importing(_ words: String...) -> Run {
    run(["import"] + words + registry, directory: repository)
  }

  private let mixed = "id,party,level\nc1,p1,3\nc2,p1,9\n"

  @Test("a file that is read is never written over, under whatever name", arguments: [0, 1, 2])
  func inputs(_ way: Int) throws {
    let table = try folder.file("certificate.csv", mixed.utf8)
    let link = folder.path + "/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: table)
    let result =
      switch way {
      case 0: importing("--keep-good", "--rejected", table, table)
      case 1: importing("--keep-good", "--rejected", link, table)
      default: importing("--keep-good", "--rejected", folder.path, people, table)
      }
    #expect(result.status == .refused)
    #expect(result.output == "")
    let target = way == 0 ? table : way == 1 ? link : folder.path + "/"
    #expect(result.errors.hasPrefix("gongjiang: 拒收的行不能写到 \(target)"), "\(result.errors)")
    #expect(result.errors.hasSuffix("：那是要读的文件\n请用 --rejected 指另一个文件或目录。\n"))
    #expect(try folder.text(of: "certificate.csv") == mixed)
  }

  @Test("nor are the registry and its key", arguments: ["town.db", "town.key"])
  func registryFile(_ name: String) throws {
    _ = importing(people)
    let table = try folder.file("certificate.csv", mixed.utf8)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
    #expect(importing("--rejected", folder.path + "/" + name, table).status == .refused)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)) == before)
  }

  @Test("the folder is made, the file is the owner's alone, and comes in again under its own name")
  func made() throws {
    _ = importing(people)
    let table = try folder.file("certificate.csv", mixed.utf8)
    let path = folder.path + "/a/b/bad.csv"
    let first = importing("--keep-good", "--rejected", path, table)
    #expect(first.status == .findings)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let rows = try folder.text(of: "a/b/bad.csv")
    #expect(rows.hasPrefix("id,party,level,原因 reason (certificate)\r\nc2,p1,9,"))
    try Data(rows.replacing(",9,", with: ",4,").utf8).write(to: URL(fileURLWithPath: path))
    #expect(
      importing(path).output == "\(path)：1 行，新增 1，更正 0，不变 0，拒收 0\n已写入登记库。\n")
  }

  @Test("what an earlier run left is taken away when all is right") func stale() throws {
    _ = importing(people)
    let bad = folder.path + "/bad.csv"
    let table = try folder.file("certificate.csv", mixed.utf8)
    #expect(importing("--keep-good", "--rejected", bad, table).status == .findings)
    #expect(FileManager.default.fileExists(atPath: bad))
    let mended = try folder.file("certificate.csv", mixed.replacing(",9", with: ",4").utf8)
    #expect(importing("--keep-good", "--rejected", bad, mended).status == .success)
    #expect(!FileManager.default.fileExists(atPath: bad))
  }

  @Test("workbooks for whoever sent a workbook, or names one; they come in again")
  func workbooks() throws {
    _ = importing(people)
    let table = try folder.file("certificate.csv", mixed.utf8)
    let first = folder.path + "/bad.xlsx"
    #expect(importing("--keep-good", "--rejected", first, table).status == .findings)
    // The workbook goes on being a workbook, into a folder and under a name without an ending.
    for (name, place) in [("again", "again/bad.xlsx"), ("rest", "rest")] {
      let path = folder.path + "/" + name
      if name == "again" {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      let result = importing("--keep-good", "--rejected", path, first)
      #expect(result.output.hasPrefix("\(first)：1 行，新增 0，更正 0，不变 0，拒收 1\n"))
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + place))
      #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    }
  }

  @Test("a place that cannot be written is told before anything is imported") func notWritable()
    throws
  {
    let table = try folder.file("certificate.csv", mixed.utf8)
    let blocked = try folder.file("file", [])
    let result = importing("--keep-good", "--rejected", blocked + "/bad.csv", people, table)
    #expect(result.status == .refused)
    #expect(result.output == "")
    #expect(importing("--trial", people).output.contains("新增 1"))
  }

  @Test(
    "of a facts file too: verdicts for each item, by default and in a trial",
    arguments: [["--trial"], ["--keep-good"], []])
  func facts(_ mode: [String]) throws {
    let facts = try folder.file(
      "facts.json",
      """
      {"parties": [{"type": "person", "id": "p1"}, {"type": "person", "id": "p2"}],
       "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "level": 3},
        {"type": "certificate", "party": "p1", "id": "c2", "level": 9}]}

      """.utf8)
    let bad = folder.path + "/bad"
    let result = run(
      ["import"] + mode + ["--rejected", bad, facts] + registry, directory: repository)
    #expect(result.status == .findings)
    #expect(result.errors == "")
    #expect(
      result.output.hasPrefix(
        """
        \(facts)：4 行，新增 3，更正 0，不变 0，拒收 1
          第 4 行第 63 列（records[1].level） FACT008：9 不在 1 至 5 之间。请核对数值和单位。

        """), "\(result.output)")
    try Data(try folder.text(of: "bad").replacing(": 9", with: ": 4").utf8)
      .write(to: URL(fileURLWithPath: bad))
    let again = importing(bad)
    #expect(again.status == .success)
    #expect(again.output.hasPrefix("\(bad)：2 行，新增 \(mode == ["--keep-good"] ? 1 : 2)，"))
  }

  @Test("a trial where there is no registry leaves nothing behind") func trial() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let result = importing("--trial", people)
    #expect(result.output == "\(people)：1 行，新增 1，更正 0，不变 0，拒收 0\n试运行，没有写入。\n")
    let elsewhere = run(
      ["import", "--trial", people, "--registry", folder.path + "/x/town.db"], directory: repository
    )
    #expect(elsewhere.output == result.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
  }
}
