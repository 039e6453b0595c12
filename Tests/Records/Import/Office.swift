import Core
import Cryptography
import Facts
import Foundation
import Import
import Registry
import TestSupport
import Testing
import Vocabulary

/// A registry with one worker and one enterprise, to import into.
struct Office {
  let registry: Registry
  let vocabulary: Vocabulary
  private let folder: TemporaryFolder

  init() throws {
    vocabulary = try #require(ProjectFiles.vocabulary)
    folder = try TemporaryFolder()
    registry = try Registry.open(
      at: folder.path("registry.db"),
      keyFile: KeyFile(path: folder.path("registry.key")), vocabulary: vocabulary)
    let people = """
      {"parties": [{"type": "person", "id": "p1"}, {"type": "organisation", "id": "o1"}]}
      """
    _ = try FactsImport.run(Array(people.utf8), name: "people.json", into: registry)
  }

  func importing(
    _ text: String, as type: String, mode: ImportMode = .keepGood, isTrial: Bool = false
  ) throws -> ImportReport {
    try importing(Array(text.utf8), as: type, mode: mode, isTrial: isTrial)
  }

  func importing(
    _ bytes: [UInt8], as type: String, mode: ImportMode = .keepGood, isTrial: Bool = false
  ) throws -> ImportReport {
    var table = TableImport(
      into: registry, try TableReader.Subject(fileNamed: type, vocabulary))
    table.mode = mode
    table.isTrial = isTrial
    return try table.run(bytes, name: "\(type).csv")
  }

  /// What is known of the worker, a line a record: its id and the values that are known.
  func records() throws -> [String] {
    let facts = try registry.facts(of: "p1", on: CivilDate(dayNumber: 18_000))
    return (facts?.records ?? []).map { record in
      let values = record.values.map { value in
        switch value {
        case .missing: "?"
        case .none: "none"
        case .known(let value): "\(value)"
        }
      }
      return "\(record.id ?? "-") " + values.joined(separator: " ")
    }
  }
}
