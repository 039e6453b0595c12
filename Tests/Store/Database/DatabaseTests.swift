import Foundation
import Store
import TestSupport
import Testing

@Suite struct DatabaseTests {
  private struct Stop: Error {}

  private let folder: TemporaryFolder
  private let database: Database

  init() throws {
    folder = try TemporaryFolder()
    database = try folder.database()
    try database.write {
      try $0.run("CREATE TABLE item (number INTEGER PRIMARY KEY, value ANY) STRICT")
    }
  }

  private func count() throws -> Int64? {
    try database.read { try $0.first("SELECT count(*) FROM item") { $0.integer(0) } }
  }

  @Test(
    "values come back as they were put",
    arguments: [
      .null, .integer(0), .integer(.min), .integer(.max), .text(""), .text("工\u{0}匠 O'Neill"),
      .bytes([]), .bytes([0, 255]),
    ] as [SQLValue]) func values(_ value: SQLValue) throws
  {
    try database.write { try $0.run("INSERT INTO item VALUES (1, \(value))") }
    let found = try database.read { try $0.first("SELECT value FROM item") { $0.value(0) } }
    #expect(found == value)
  }

  @Test("nobody but the owner may read the files") func privateFiles() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test("a transaction that fails leaves nothing") func rollback() throws {
    #expect(throws: Stop.self) {
      try database.write {
        try $0.transaction {
          try $0.run("INSERT INTO item VALUES (1, 'a')")
          try $0.transaction { try $0.run("INSERT INTO item VALUES (2, 'b')") }
          throw Stop()
        }
      }
    }
    #expect(try count() == 0)
  }

  @Test("what readers read is one state, whatever is written meanwhile") func snapshot() throws {
    try database.read { reader in
      let before = try reader.first("SELECT count(*) FROM item") { $0.integer(0) }
      try database.write { try $0.run("INSERT INTO item VALUES (1, 'a')") }
      #expect(try reader.first("SELECT count(*) FROM item") { $0.integer(0) } == before)
    }
    #expect(try count() == 1)
  }

  @Test("a reader cannot write") func readersDoNotWrite() {
    #expect(throws: StoreError.readOnly(path: folder.path("a.db"))) {
      try database.read { try $0.run("INSERT INTO item VALUES (1, 'a')") }
    }
  }

  @Test("a statement may run again within its own rows") func nested() throws {
    try database.write { connection in
      for number in 1...3 { try connection.run("INSERT INTO item VALUES (\(Int64(number)), 'a')") }
      var pairs = 0
      try connection.forEach("SELECT number FROM item") { _ in
        try connection.forEach("SELECT number FROM item") { _ in pairs += 1 }
      }
      #expect(pairs == 9)
    }
  }

  @Test("a prepared statement runs with one set of values after the other") func prepared() throws {
    try database.write { connection in
      try connection.transaction { connection in
        let insert = try connection.prepare(
          "INSERT INTO item VALUES (\(SQLValue.null), \(SQLValue.null))")
        for number in 1...100 { try insert.run([.integer(Int64(number)), "a"]) }
      }
    }
    #expect(try count() == 100)
  }

  @Test("threads that write take turns") func turns() async throws {
    await withTaskGroup { group in
      for number in 1...20 {
        group.addTask { [database] in
          try? database.write {
            try $0.run("INSERT INTO item VALUES (\(Int64(number)), 'a')")
          }
        }
      }
    }
    #expect(try count() == 20)
  }

  @Test("a text of the schema that is in double quotes is no value") func doubleQuotes() {
    #expect(throws: StoreError.self) {
      try database.write { try $0.run("INSERT INTO item VALUES (1, \"a\")") }
    }
  }
}
