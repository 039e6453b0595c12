import Core
import Cryptography
package import Facts
import Store
import Vocabulary

extension Recorder {
  /// Says that a record is no longer so: one with an id whatever else is said of it, one without as
  /// `withdraw(nameless:)` says.
  ///
  /// - Parameter record: of a party.
  /// - Throws: `RegistryProblem.unknownRecord`, `.repeated`, with nothing done; `StoreError`,
  ///   `CryptographyFailure`.
  package mutating func withdraw(_ record: Record) throws {
    if let id = record.id {
      try withdraw(type: record.type, id: id, of: record.party ?? "")
    } else {
      try withdraw(nameless: record)
    }
  }

  /// Says that a record is no longer so: it stays to be seen in states before this change.
  ///
  /// - Parameters:
  ///   - index: position of its type in the vocabulary.
  ///   - id: of the record.
  ///   - owner: the party it belongs to.
  /// - Throws: `RegistryProblem.unknownRecord`, `.repeated`, with nothing done; `StoreError`.
  package mutating func withdraw(type index: Int, id: String, of owner: String) throws {
    let table = registry.layout.types[index]
    let unknown = RegistryProblem.unknownRecord(type: table.name, id: id)
    guard let party = try known(owner) else { throw unknown }
    guard let known = try writer(table).known(id, of: party.key) else { throw unknown }
    try end([known], table, id: id)
    try touch(party.key)
  }

  /// Says that a record without an id is no longer so.
  ///
  /// - Parameter record: as it was put in; where its key tells it apart, the key alone is enough.
  /// - Throws: `RegistryProblem.unknownRecord`, `.repeated`, with nothing done; `StoreError`,
  ///   `CryptographyFailure`.
  package mutating func withdraw(nameless record: Record) throws {
    let table = registry.layout.types[record.type]
    let owner = record.party ?? ""
    let unknown = RegistryProblem.unknownRecord(type: table.name, id: nil)
    guard let party = try known(owner) else { throw unknown }
    let known = try known(nameless: record, table, of: party.key)
    guard !known.isEmpty else { throw unknown }
    try end(known, table, id: nil)
    try touch(party.key)
  }

  /// Takes a row out of a catalogue, from this change on.
  ///
  /// - Parameters:
  ///   - values: in the order of the catalogue's fields, as they were put in.
  ///   - index: position of the catalogue in the vocabulary.
  /// - Throws: `RegistryProblem.unknownRecord`, `.repeated`, with nothing done; `StoreError`,
  ///   `CryptographyFailure`.
  package mutating func withdraw(row values: [FactValue], ofCatalogue index: Int) throws {
    let table = registry.layout.catalogues[index]
    let digest = try encoder.digest(values, table, of: table.name)
    guard let known = try writer(table).known(row: digest) else {
      throw RegistryProblem.unknownRecord(type: table.name, id: nil)
    }
    try end([known], table, id: nil)
    try statements.touch(catalogue: table.name, change.number)
    isEmpty = false
  }

  private func end(_ known: [TableWriter.Known], _ table: Table, id: String?) throws {
    guard known.allSatisfy({ $0.from < change.number }) else {
      throw RegistryProblem.repeated(type: table.name, id: id)
    }
    for row in known { try writer(table).close(row.row, at: change.number) }
  }
}
