import Core
import Cryptography
import Facts
import Foundation
import Registry
import Store
import Testing
import Vocabulary

/// What is left when the machine stops: the files as they are at that moment.
@Suite struct CrashTests {
  private let town: Town
  private let registry: Registry
  private let day = CivilDate(dayNumber: 18_443)

  init() throws {
    town = try Town()
    registry = try town.open()
    _ = try registry.put(
      town.facts(
        #""parties": [{"type": "person", "id": "p1"}], "records": [\#(certificate("c0"))]"#),
      source: "before")
  }

  private func certificate(_ id: String) -> String {
    #"{"type": "certificate", "party": "p1", "id": "\#(id)", "level": 3}"#
  }

  /// A registry in a copy of the files.
  private func copy() throws -> Registry {
    let folder = town.folder.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["registry.db", "registry.db-wal", "registry.key"] {
      try FileManager.default.copyItem(
        at: town.folder.appending(path: name), to: folder.appending(path: name))
    }
    return try Registry.open(
      at: folder.appending(path: "registry.db").path,
      keyFile: KeyFile(path: folder.appending(path: "registry.key").path),
      vocabulary: town.vocabulary)
  }

  @Test("in the middle of a change: all that was acknowledged is there, and nothing of the change")
  func middle() throws {
    let rows = (1...2000).map { certificate("c\($0)") }.joined(separator: ",")
    let facts = try town.facts(
      #""parties": [{"type": "person", "id": "p1"}], "records": [\#(rows)]"#)
    _ = try registry.change(source: "import") { recorder in
      for (index, record) in facts.records.enumerated() {
        _ = try recorder.put(record: record)
        if [10, 1200, 1999].contains(index) {
          let known = try copy()
          #expect(try known.facts(of: "p1", on: day)?.records.map(\.id) == ["c0"])
          #expect(try known.changes().map(\.source) == ["before"])
        }
      }
    }
    let known = try copy()
    #expect(try known.facts(of: "p1", on: day)?.records.count == 2001)
    #expect(try known.changes().map(\.source) == ["before", "import"])
  }

  @Test("a log that was cut off loses the change that was cut, and no other")
  func tornLog() throws {
    let log = town.folder.appending(path: "registry.db-wal")
    let before = try Data(contentsOf: log).count
    _ = try registry.put(
      town.facts(
        #""parties": [{"type": "person", "id": "p1"}], "records": [\#(certificate("c1"))]"#),
      source: "after")
    let whole = try Data(contentsOf: log)
    for cut in [before + 1, (before + whole.count) / 2, whole.count - 1] {
      let folder = town.folder.appending(path: "cut-\(cut)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["registry.db", "registry.key"] {
        try FileManager.default.copyItem(
          at: town.folder.appending(path: name), to: folder.appending(path: name))
      }
      try whole.prefix(cut).write(to: folder.appending(path: "registry.db-wal"))
      let known = try Registry.open(
        at: folder.appending(path: "registry.db").path,
        keyFile: KeyFile(path: folder.appending(path: "registry.key").path),
        vocabulary: town.vocabulary)
      #expect(try known.changes().map(\.source) == ["before"])
    }
  }
}
