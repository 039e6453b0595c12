package import Core
import Cryptography
package import Facts
import Store

extension Registry {
  /// All that is known about a party: its attributes and records, the attributes of parties that
  /// its records refer to, and the catalogues.
  ///
  /// Records of the other parties are not among them: what is determined for those from these facts
  /// is not to be used.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determination that the facts are for.
  ///   - known: as of when.
  /// - Returns: `nil` when the registry did not know the party then.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  package func facts(
    of id: String, on: CivilDate, known: KnownAt = .latest
  ) throws -> FactBase? {
    try database.read { connection in
      let reader = try reader(known, connection)
      guard let key = try reader.key(of: id, connection) else { return nil }
      let parties = try reader.parties(.range(key...key), connection)
      var facts = FactBase(vocabulary: vocabulary, on: on)
      try reader.addParties(parties, .range(key...key), to: &facts, connection)
      guard facts.party(id) != nil else { return nil }
      try reader.addRecords(of: parties, .range(key...key), to: &facts, connection)
      try reader.addReferenced(to: &facts, connection)
      facts.catalogues = try reader.catalogues(connection)
      return facts
    }
  }

  /// Some parties with all that is known about them.
  package struct Batch: Sendable {
    /// The parties of the batch; others are in the facts because records refer to them.
    package let parties: [String]
    package let facts: FactBase
  }

  /// Goes through all parties, in the order in which they became known, in batches of one state.
  ///
  /// - Parameters:
  ///   - size: how many parties a batch has; memory follows it, not the number of parties.
  ///   - on: the day of the determination that the facts are for.
  ///   - known: as of when.
  ///   - body: called for each batch; what it throws ends the walk.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  package func eachBatch(
    of size: Int = 1000, on: CivilDate, known: KnownAt = .latest, _ body: (Batch) throws -> Void
  ) throws {
    try database.read { connection in
      let reader = try reader(known, connection)
      let last = try connection.first("SELECT max(\"key\") FROM \"_party\"") {
        $0.integerIfAny(0)
      }
      guard let last, let last else { return }
      let catalogues = try reader.catalogues(connection)
      var start: Int64 = 1
      while start <= last {
        let end = min(last, start + Int64(max(1, size)) - 1)
        let keys = PartyKeys.range(start...end)
        let parties = try reader.parties(keys, connection)
        var facts = FactBase(vocabulary: vocabulary, on: on)
        try reader.addParties(parties, keys, to: &facts, connection)
        let known = facts.parties.compactMap(\.id)
        try reader.addRecords(of: parties, keys, to: &facts, connection)
        try reader.addReferenced(to: &facts, connection)
        facts.catalogues = catalogues
        if !known.isEmpty { try body(Batch(parties: known, facts: facts)) }
        start = end + 1
      }
    }
  }

  /// The ids of parties of which a secret field says just this, now.
  ///
  /// - Parameters:
  ///   - text: an identity, telephone or account number, as it was put in.
  ///   - type: position of the type in the vocabulary.
  ///   - field: position of the field; one that is sealed.
  /// - Returns: the ids, in the order in which the registry met them.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func parties(
    with text: String, inType type: Int, field: Int
  ) throws -> [String] {
    let table = layout.types[type]
    let column = table.columns[field]
    guard column.storage == .sealed else { return [] }
    let fingerprint = try seal.fingerprint(text, of: column.place)
    return try database.read { connection in
      try connection.all(
        """
        SELECT DISTINCT p."key", p."id" FROM \(name: table.name) AS t
        JOIN "_party" AS p ON p."key" = t."_party"
        WHERE t.\(name: column.name + Table.fingerprintSuffix) = \(fingerprint)
          AND t."_to" IS NULL
        ORDER BY p."key"
        """
      ) { $0.text(1) }
    }
  }

  /// A reader of the state at that time.
  func reader(
    _ known: KnownAt, _ connection: borrowing Connection
  ) throws -> FactReader {
    let number: Int64?? =
      switch known {
      case .change(let number): number
      case .latest:
        try connection.first("SELECT max(\"number\") FROM \"_change\"") { $0.integerIfAny(0) }
      case .moment(let moment):
        try connection.first(
          "SELECT max(\"number\") FROM \"_change\" WHERE \"moment\" <= \(moment)"
        ) { $0.integerIfAny(0) }
      }
    return FactReader(registry: self, change: (number ?? nil) ?? 0)
  }
}
