import Foundation
import Store
import TestSupport
import Testing

@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let first = Migration(1, "make a", ["CREATE TABLE a (x INTEGER) STRICT"])
  private let second = Migration(2, "widen a", ["ALTER TABLE a ADD COLUMN y TEXT"])

  init() throws { folder = try TemporaryFolder() }

  @Test("steps run once, and new ones after those before") func once() throws {
    try folder.database().migrate([first])
    let database = try folder.database()
    try database.migrate([first, second])
    try database.migrate([first, second])
    try database.write { try $0.run("INSERT INTO a VALUES (1, 'b')") }
  }

  @Test("a step that was changed after it ran is refused") func changed() throws {
    try folder.database().migrate([first])
    let changed = Migration(1, "make a", ["CREATE TABLE a (x TEXT) STRICT"])
    #expect(throws: StoreError.migrationChanged(number: 1, name: "make a")) {
      try folder.database().migrate([changed])
    }
  }

  @Test("a database of a newer program is refused") func newer() throws {
    try folder.database().migrate([first, second])
    #expect(throws: StoreError.newer(path: folder.path("a.db"), version: 2, known: 1)) {
      try folder.database().migrate([first])
    }
  }

  @Test("a step that fails leaves neither half of itself nor the steps before it") func half()
    throws
  {
    let broken = Migration(2, "broken", ["CREATE TABLE b (x INTEGER) STRICT", "CREATE NONSENSE"])
    #expect(throws: StoreError.self) { try folder.database().migrate([first, broken]) }
    try folder.database().migrate([first])
  }
}
