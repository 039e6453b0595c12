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
  var referencedParties: [String: KnownParty] = [:]

  struct KnownParty {
    let key: Int64
    let type: String
  }

  init(
    _ registry: Registry, _ connection: borrowing Connection, source: String
  ) throws {
    let statements = try RecorderStatements(connection)
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

  /// Ends the last change, which is not kept when it changed nothing, and makes what was left for
  /// the end.
  func end(_ indexing: (_ done: Int, _ total: Int) -> Void) throws {
    if isEmpty { try statements.dropChange(change.number) }
    try statements.finish(indexing)
  }

  /// Puts a party. Parties are told of by many sources, none of which knows all: attributes that are
  /// not mentioned keep what was known.
  ///
  /// - Parameter record: with the id of the party.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.partyOfOtherType`, `.repeated`, `.unfit`, with nothing done;
  ///   `StoreError`, `CryptographyFailure`, after which the whole change must end.
  package mutating func put(party record: Record) throws -> Verdict {
    try put(party: fact(of: record))
  }

  /// Puts a record. One with an id corrects what was known under it, one without corrects what was
  /// known under the key of its type; where the type has none it is the fact it says, and is there
  /// or is not. A record without an id comes once in a change.
  ///
  /// - Parameter record: of a party that the registry knows.
  /// - Returns: what that did.
  /// - Throws: `RegistryProblem.unknownParty`, `.wrongParty`, `.wrongReference`, `.repeated`,
  ///   `.sameTwice`, `.keyTwice`, `.unfit`, with nothing done; `StoreError`, `CryptographyFailure`, after which the whole change must end.
  package mutating func put(record: Record) throws -> Verdict {
    try put(record: fact(of: record))
  }

  /// Puts a party or record that was made ready; see `put(party:)` and `put(record:)`.
  package mutating func put(_ fact: EncodedFact) throws -> Verdict {
    registry.layout.types[fact.record.type].kind == .party
      ? try put(party: fact) : try put(record: fact)
  }

  /// With its digest only: what is secret is sealed once it is clear that it says something new.
  private func fact(of record: Record) throws -> EncodedFact {
    let table = registry.layout.types[record.type]
    let subject = (table.kind == .party ? record.id : record.party) ?? ""
    return EncodedFact(
      record: record, digest: try encoder.digest(record.values, table, of: subject), row: nil)
  }

  private mutating func put(party fact: EncodedFact) throws -> Verdict {
    let table = registry.layout.types[fact.record.type]
    let id = fact.record.id ?? ""
    guard let party = try known(id) else {
      // Sealed before the party is entered, so that a refusal leaves nothing half done.
      let row = try row(of: fact, table, id)
      let party = try enter(id, type: table.name)
      try insert(row, table, party.key, id: nil, fact.digest)
      return .added
    }
    guard party.type == table.name else {
      throw RegistryProblem.partyOfOtherType(id: id, type: party.type)
    }
    let writer = try writer(table)
    guard let known = try writer.known(party: party.key) else {
      try insert(row(of: fact, table, id), table, party.key, id: nil, fact.digest)
      return .added
    }
    if known.digest == fact.digest {
      writer.confirm(known.row, at: change.number)
      return .unchanged
    }
    let values = try writer.values(known.row, party: id, RowDecoder(seal: registry.seal))
    let whole = try self.fact(of: fact.record.filled(from: values))
    return try correct(known, by: whole, table, party.key, subject: id)
  }

  private mutating func put(record fact: EncodedFact) throws -> Verdict {
    let record = fact.record
    let table = registry.layout.types[record.type]
    let owner = record.party ?? ""
    guard let party = try known(owner) else { throw RegistryProblem.unknownParty(id: owner) }
    let type = registry.vocabulary.types[record.type]
    guard type.canBelong(to: party.type) else {
      throw RegistryProblem.wrongParty(record: type.id, party: owner, type: party.type)
    }
    try checkReferences(record, type)
    let writer = try writer(table)
    if let id = record.id {
      if let known = try writer.known(id, of: party.key) {
        return try correct(known, by: fact, table, party.key, subject: owner)
      }
    } else if record.isKnownByKey(type) {
      return try put(keyed: fact, table, party.key)
    } else if let known = try writer.nameless(fact.digest, of: party.key) {
      return try confirm(known, table)
    }
    try insert(row(of: fact, table, owner), table, party.key, id: record.id, fact.digest)
    return .added
  }

  /// Puts a fact in the place of what is known, unless that is the same.
  private mutating func correct(
    _ known: TableWriter.Known, by fact: EncodedFact, _ table: Table, _ party: Int64,
    subject: String
  ) throws -> Verdict {
    let writer = try writer(table)
    if known.digest == fact.digest {
      writer.confirm(known.row, at: change.number)
      return .unchanged
    }
    guard !writer.wasTold(known, at: change.number) else {
      throw RegistryProblem.repeated(type: table.name, id: fact.record.id)
    }
    // Sealed before the first statement changes anything.
    let row = try row(of: fact, table, subject)
    try writer.close(known.row, at: change.number)
    let id = table.kind == .party ? nil : fact.record.id
    try insert(row, table, party, id: id, fact.digest)
    return .corrected
  }

  func row(
    of fact: EncodedFact, _ table: Table, _ subject: String
  ) throws -> EncodedRow {
    try fact.row ?? encoder.row(fact.record.values, table, party: subject, Fingerprints())
  }

  mutating func insert(
    _ row: EncodedRow, _ table: Table, _ party: Int64, id: String?, key: [SQLValue]? = nil,
    _ digest: [UInt8]
  ) throws {
    try writer(table).insert(row, of: party, id: id, key: key, digest, at: change.number)
    try touch(party)
  }

  mutating func touch(_ party: Int64) throws {
    try statements.touch(party, change.number)
    isEmpty = false
  }

  func writer(_ table: Table) throws -> TableWriter { try statements.writer(table) }

  mutating func known(_ id: String) throws -> KnownParty? {
    if let lastParty, lastParty.id == id { return lastParty.party }
    guard let party = try statements.party(id) else { return nil }
    lastParty = (id, party)
    return party
  }

  /// A party that was not known before.
  private mutating func enter(_ id: String, type: String) throws -> KnownParty {
    let party = KnownParty(key: try statements.enter(id, type), type: type)
    lastParty = (id, party)
    return party
  }
}

extension Record {
  /// With the known values of the attributes that it does not mention.
  fileprivate func filled(from known: [FactValue]) -> Record {
    var record = self
    for (index, value) in known.enumerated() {
      if case .missing = record.values[index] { record.values[index] = value }
    }
    return record
  }
}
