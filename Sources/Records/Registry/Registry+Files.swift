package import Core
package import Facts
import Store
import Vocabulary

extension Registry {
  /// What is on file about parties, to be looked at: their attributes and records, and the attributes
  /// of parties that their records refer to. Without catalogues nothing is determined from it.
  ///
  /// - Parameters:
  ///   - ids: of the parties, a few hundred at most; those the registry did not know are left out.
  ///   - types: ids of the types of record that are wanted; `nil` for all.
  ///   - on: the day that the facts are for.
  ///   - known: as of when.
  /// - Returns: the facts.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  package func files(
    of ids: [String], types: Set<String>? = nil, on: CivilDate, known: KnownAt = .latest
  ) throws -> FactBase {
    try database.read { connection in
      let reader = try reader(known, connection)
      var facts = FactBase(vocabulary: vocabulary, on: on)
      let keys = try reader.keys(of: ids, connection)
      for start in stride(from: 0, to: keys.count, by: PartyKeys.most) {
        let keys = PartyKeys.list(Array(keys[start..<min(start + PartyKeys.most, keys.count)]))
        let parties = try reader.parties(keys, connection)
        try reader.addParties(parties, keys, to: &facts, connection)
        try reader.addRecords(of: parties, keys, types: types, to: &facts, connection)
      }
      try reader.addReferenced(to: &facts, connection)
      return facts
    }
  }

  /// The same of one party.
  ///
  /// - Returns: `nil` when the registry did not know the party then.
  package func file(
    of id: String, types: Set<String>? = nil, on: CivilDate, known: KnownAt = .latest
  ) throws -> FactBase? {
    let facts = try files(of: [id], types: types, on: on, known: known)
    return facts.party(id) == nil ? nil : facts
  }

  /// The changes that brought or ended something that is or was known about a party, the last one
  /// first.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - limit: at most so many.
  ///   - last: the number of the last change that counts.
  /// - Returns: empty when the registry does not know the party.
  /// - Throws: `StoreError`.
  package func history(
    of id: String, limit: Int = 100, through last: Int64 = .max
  ) throws -> [Change] {
    try database.read { connection in
      guard
        let key = try connection.first(
          "SELECT \"key\" FROM \"_party\" WHERE \"id\" = \(id)", { $0.integer(0) })
      else { return [] }
      var numbers: Set<Int64> = []
      for table in layout.types {
        try connection.forEach(
          "SELECT \"_from\", \"_to\" FROM \(name: table.name) WHERE \"_party\" = \(key)"
        ) { row in
          numbers.insert(row.integer(0))
          if let end = row.integerIfAny(1) { numbers.insert(end) }
        }
      }
      return try numbers.filter { $0 <= last }.sorted(by: >).prefix(limit).compactMap { number in
        try connection.first(
          "SELECT \"number\", \"moment\", \"source\" FROM \"_change\" WHERE \"number\" = \(number)"
        ) { row in Change(number: row.integer(0), moment: row.integer(1), source: row.text(2)) }
      }
    }
  }

  /// The last change there is; `nil` before the first.
  ///
  /// - Returns: the change.
  /// - Throws: `StoreError`.
  package func latestChange() throws -> Change? {
    try database.read { connection in
      try connection.first(
        "SELECT \"number\", \"moment\", \"source\" FROM \"_change\" ORDER BY \"number\" DESC LIMIT 1"
      ) { row in Change(number: row.integer(0), moment: row.integer(1), source: row.text(2)) }
    }
  }

  /// Which records refer to a party.
  package struct Reference: Sendable {
    /// Position of the type of record in the vocabulary.
    package let type: Int
    /// Position of the field that names the party.
    package let field: Int

    package init(type: Int, field: Int) {
      self.type = type
      self.field = field
    }
  }

  /// A page of the parties that have records which refer to one party.
  package struct Referring: Sendable {
    /// Ids: first those whose spell goes on, then those whose spell ended last.
    package let parties: [String]
    /// How many there are in all.
    package let count: Int
  }

  /// The parties with records of a type that refer to a party: the workers of an employer.
  ///
  /// - Parameters:
  ///   - id: of the party that is referred to.
  ///   - reference: by which field of which type.
  ///   - known: as of when.
  ///   - offset: how many stand on earlier pages.
  ///   - limit: how many this page takes.
  /// - Returns: the page.
  /// - Throws: `StoreError`.
  package func parties(
    referringTo id: String, by reference: Reference, known: KnownAt = .latest, offset: Int = 0,
    limit: Int = 25
  ) throws -> Referring {
    let table = layout.types[reference.type]
    let column = table.columns[reference.field].name
    // A spell without an end goes on, and stands before all that ended.
    let end: SQL =
      vocabulary.types[reference.type].spell.map { "coalesce(\(name: $0.to), 4000000)" } ?? "0"
    return try database.read { connection in
      let isKnown = try reader(known, connection).isKnown
      let rows: SQL = "FROM \(name: table.name) WHERE \(name: column) = \(id) AND \(isKnown)"
      let count = try connection.first("SELECT count(DISTINCT \"_party\") \(rows)") {
        $0.integer(0)
      }
      let parties = try connection.all(
        """
        SELECT p."id" FROM (
          SELECT "_party", max(\(end)) AS "end" \(rows) GROUP BY "_party"
          ORDER BY "end" DESC, "_party" LIMIT \(Int64(limit)) OFFSET \(Int64(offset))
        ) AS r JOIN "_party" AS p ON p."key" = r."_party" ORDER BY r."end" DESC, r."_party"
        """
      ) { $0.text(0) }
      return Referring(parties: parties, count: Int(count ?? 0))
    }
  }
}
