import Core
import Cryptography
package import Facts
import Store
import Vocabulary

/// What is put besides parties and records.
extension Recorder {
  /// Puts a row of a catalogue.
  ///
  /// - Parameters:
  ///   - values: in the order of the catalogue's fields.
  ///   - index: position of the catalogue in the vocabulary.
  /// - Returns: what that did.
  /// - Throws: as for records.
  package mutating func put(
    row values: [FactValue], ofCatalogue index: Int
  ) throws -> Verdict {
    let table = registry.layout.catalogues[index]
    let digest = try encoder.digest(values, table, of: table.name)
    let writer = try writer(table)
    if try writer.known(row: digest) != nil { return .unchanged }
    let row = try encoder.row(values, table, party: table.name, Fingerprints())
    try writer.insert(row, digest, at: change.number)
    try statements.touch(catalogue: table.name, change.number)
    isEmpty = false
    return .added
  }

  /// Says that a party has no more records of an open type than the registry knows.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - id: of the party.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.unknownParty`, with nothing done; `StoreError`.
  package mutating func declareComplete(
    type index: Int, party id: String
  ) throws -> Verdict {
    guard let party = try known(id) else { throw RegistryProblem.unknownParty(id: id) }
    let type = registry.vocabulary.types[index].id
    guard try statements.complete(party.key, type, change.number) else { return .unchanged }
    try touch(party.key)
    return .added
  }

  /// Takes back that a party has no more records of an open type: nobody knows any longer whether
  /// there are others.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - id: of the party.
  /// - Throws: `RegistryProblem.unknownParty`, `.unknownRecord` when nobody said so, with nothing
  ///   done; `StoreError`, also for what this very change has declared.
  package mutating func retractComplete(type index: Int, party id: String) throws {
    guard let party = try known(id) else { throw RegistryProblem.unknownParty(id: id) }
    let type = registry.vocabulary.types[index].id
    guard try statements.retractComplete(party.key, type, change.number) else {
      throw RegistryProblem.unknownRecord(type: type, id: nil)
    }
    try touch(party.key)
  }
}
