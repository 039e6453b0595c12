import Core
import Cryptography
import FEEL
package import Facts
import Store
package import Vocabulary

/// Puts facts into the registry within one change; lent by `Registry.change`.
package struct Recorder: ~Copyable {
  /// The change that what is put now belongs to.
  package private(set) var change: Change
  /// Whether nothing was changed in the present change so far.
  var isEmpty = true
  /// Whether an earlier change of this transaction changed something.
  private(set) var hasEarlierChanges = false
  let registry: Registry
  let encoder: RowEncoder
  let statements: RecorderStatements
  /// The party of the last record: records mostly come in runs of one party.
  private var lastParty: (id: String, party: KnownParty)?
  private var referencedParties: [String: KnownParty] = [:]
  private static let mostReferenced = 50_000

  struct KnownParty {
    let key: Int64
    let type: String
  }

  init(
    _ registry: Registry, _ connection: borrowing Connection, source: String
  ) throws {
    let statements = try RecorderStatements(registry.layout, connection)
    let change = try statements.beginChange(source)
    self.registry = registry
    self.statements = statements
    self.change = change
    encoder = RowEncoder(seal: registry.seal)
  }

  /// What there can be facts about.
  package var vocabulary: Vocabulary { registry.vocabulary }

  /// The present change, once something was changed in it.
  package var changeIfAny: Change? { isEmpty ? nil : change }

  /// Ends the present change and begins another of the same transaction.
  ///
  /// - Parameter source: where what follows comes from.
  /// - Throws: `StoreError`, after which all changes must end.
  package mutating func beginNext(source: String) throws {
    // A change that changes nothing is not kept.
    if isEmpty { try statements.dropChange(change.number) } else { hasEarlierChanges = true }
    change = try statements.beginChange(source)
    isEmpty = true
  }

  /// Ends the last change, which is not kept when it changed nothing.
  func end() throws {
    if isEmpty { try statements.dropChange(change.number) }
  }

  /// Puts a party. Parties are told of by many sources, none of which knows all: attributes that are
  /// not mentioned keep what was known.
  ///
  /// - Parameter record: with the id of the party.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.partyOfOtherType`, `.repeated`, `.unfit`, with nothing done;
  ///   `StoreError`, `CryptographyFailure`, after which the whole change must end.
  package mutating func put(party record: Record) throws -> Verdict {
    let table = registry.layout.types[record.type]
    let id = record.id ?? ""
    let known = try known(id)
    if let known, known.type != table.name {
      throw RegistryProblem.partyOfOtherType(id: id, type: known.type)
    }
    var record = record
    if let known { try fill(&record, known, table) }
    // Sealed before the party is entered, so that a refusal leaves nothing half done.
    let row = known == nil ? try encoder.row(record.values, table, party: id) : nil
    let party = try enter(id, type: table.name)
    return try put(
      record, table, row, key: [.integer(party.key)], subject: id, party: party.key)
  }

  /// Gives a party the known values of the attributes that it does not mention.
  private func fill(_ record: inout Record, _ party: KnownParty, _ table: Table) throws {
    let writer = try writer(table)
    guard let known = try writer.known([.integer(party.key)]) else { return }
    let decoder = RowDecoder(seal: registry.seal)
    let values = try writer.values(known.row, party: record.id ?? "", decoder)
    for (index, value) in values.enumerated() {
      if case .missing = record.values[index] { record.values[index] = value }
    }
  }

  /// Puts a record. One with an id corrects what was known under it; one without is the fact it
  /// says, and is there or is not.
  ///
  /// - Parameter record: of a party that the registry knows.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.unknownParty`, `.wrongParty`, `.wrongReference`, `.repeated`,
  ///   `.unfit`, with nothing done; `StoreError`, `CryptographyFailure`, after which the whole change must end.
  package mutating func put(record: Record) throws -> Verdict {
    let table = registry.layout.types[record.type]
    let owner = record.party ?? ""
    guard let party = try known(owner) else { throw RegistryProblem.unknownParty(id: owner) }
    let type = registry.vocabulary.types[record.type]
    guard type.canBelong(to: party.type) else {
      throw RegistryProblem.wrongParty(record: type.id, party: owner, type: party.type)
    }
    try checkReferences(record, type)
    guard let id = record.id else { return try putNameless(record, table, party) }
    return try put(
      record, table, nil, key: [.integer(party.key), .text(id)], subject: owner,
      party: party.key)
  }

  /// A reference may name a party that nobody has told of yet, but not one of another type.
  private mutating func checkReferences(_ record: Record, _ type: EntityType) throws {
    for (field, value) in zip(type.fields, record.values) {
      guard case .reference(let targets) = field.type, case .known(.string(let id)) = value,
        let party = try referenced(id), !targets.contains(party.type),
        targets.allSatisfy(registry.partyTypes.contains)
      else { continue }
      throw RegistryProblem.wrongReference(
        field: "\(type.id).\(field.id)", id: id, type: party.type)
    }
  }

  /// What a reference names; the same few employers come again and again.
  private mutating func referenced(_ id: String) throws -> KnownParty? {
    if let party = referencedParties[id] { return party }
    guard let party = try statements.party(id) else { return nil }
    if referencedParties.count >= Recorder.mostReferenced { referencedParties = [:] }
    referencedParties[id] = party
    return party
  }

  /// Adds a row or corrects what is known under its key. What the caller has not sealed is sealed
  /// once it is clear that it says something new, and before the first statement changes anything.
  private mutating func put(
    _ record: Record, _ table: Table, _ encoded: EncodedRow?, key: [SQLValue], subject: String,
    party: Int64
  ) throws -> Verdict {
    let digest = try encoder.digest(record.values, table, of: subject)
    let writer = try writer(table)
    let known = try writer.known(key)
    if let known {
      if known.digest == digest { return .unchanged }
      guard known.from < change.number else {
        throw RegistryProblem.repeated(type: table.name, id: record.id)
      }
    }
    let row = try encoded ?? encoder.row(record.values, table, party: subject)
    if let known { try writer.close(known.row, at: change.number) }
    try insert(row, table, key + [.bytes(digest)])
    try touch(party)
    return known == nil ? .added : .corrected
  }

  private mutating func putNameless(
    _ record: Record, _ table: Table, _ party: KnownParty
  ) throws -> Verdict {
    let owner = record.party ?? ""
    let digest = try encoder.digest(record.values, table, of: owner)
    if try writer(table).nameless(digest, of: party.key) != nil { return .unchanged }
    let row = try encoder.row(record.values, table, party: owner)
    try insert(row, table, [.integer(party.key), .null, .bytes(digest)])
    try touch(party.key)
    return .added
  }

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
    if try writer(table).known([.bytes(digest)]) != nil { return .unchanged }
    try insert(encoder.row(values, table, party: table.name), table, [.bytes(digest)])
    try statements.touch(catalogue: table.name, change.number)
    isEmpty = false
    return .added
  }

  private func insert(_ row: EncodedRow, _ table: Table, _ own: [SQLValue]) throws {
    try writer(table).insert(own + [.integer(change.number), .null], row)
  }

  mutating func touch(_ party: Int64) throws {
    try statements.touch(party, change.number)
    isEmpty = false
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

  func writer(_ table: Table) throws -> TableWriter {
    guard let writer = statements.writers[table.name] else {
      throw StoreError.defect("no table \(table.name)")
    }
    return writer
  }

  mutating func known(_ id: String) throws -> KnownParty? {
    if let lastParty, lastParty.id == id { return lastParty.party }
    guard let party = try statements.party(id) else { return nil }
    lastParty = (id, party)
    return party
  }

  private mutating func enter(
    _ id: String, type: String
  ) throws -> KnownParty {
    if let party = try known(id) { return party }
    let party = KnownParty(key: try statements.enter(id, type), type: type)
    lastParty = (id, party)
    return party
  }
}
