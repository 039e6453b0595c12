import Cryptography
package import Facts
import Store
import Vocabulary

/// Reading a state row by row, for those who go over all of it.
extension Snapshot {
  /// A party or record, and some of its fields.
  package struct Row: Sendable {
    /// The key of the party.
    package let key: Int64
    /// Of a record; `nil` where it has none, and for parties.
    package let id: String?
    /// In the order in which the fields were asked for.
    package let values: [FactValue]
  }

  /// The parties or records of a type.
  ///
  /// Secret numbers are missing.
  ///
  /// - Parameters:
  ///   - type: position in the vocabulary.
  ///   - fields: positions of the fields that are wanted.
  ///   - keys: of the parties.
  /// - Returns: rows in the order of the keys, those of a party in the order of its facts.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  package func rows(
    ofType type: Int, fields: [Int], keys: [ClosedRange<Int64>]
  ) throws -> [Row] {
    let whole = registry.layout.types[type]
    let table = Table(
      name: whole.name, kind: whole.kind, columns: fields.map { whole.columns[$0] })
    let id: SQL = table.kind == .record ? "\"_id\"" : "NULL"
    return try registry.database.read { connection in
      let isKnown = FactReader(registry: registry, change: change).isKnown
      let decoder = RowDecoder(seal: registry.seal, opensSecrets: false)
      var rows: [Row] = []
      for range in keys {
        try connection.forEach(
          """
          SELECT "_party", "_row", \(id), \(unchecked: table.readColumns) FROM \(name: table.name)
          WHERE \(PartyKeys.range(range).hold("_party")) AND \(isKnown)
          ORDER BY "_party", "_row"
          """
        ) { row in
          let values = try decoder.values(row, from: 3, table, party: "") { _ in [] }
          rows.append(Row(key: row.integer(0), id: row.textIfAny(2), values: values))
        }
      }
      return rows
    }
  }

  /// Every party that the registry ever heard of, in the order of the keys.
  ///
  /// - Parameters:
  ///   - key: only those behind this one; 0 for all.
  ///   - body: called with the key and the id.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachParty(
    after key: Int64 = 0, _ body: (_ key: Int64, _ id: String) throws -> Void
  ) throws {
    try registry.database.read { connection in
      try connection.forEach(
        """
        SELECT "key", "id" FROM "_party" WHERE "key" > \(key) AND "key" <= \(lastKey)
        ORDER BY "key"
        """
      ) { try body($0.integer(0), $0.text(1)) }
    }
  }

  /// The parties of which somebody said that the registry knows every record of a type.
  ///
  /// - Parameters:
  ///   - type: position in the vocabulary.
  ///   - keys: which parties are looked at; `nil` for all.
  /// - Returns: their keys.
  /// - Throws: `StoreError`.
  package func complete(type: Int, among keys: Set<Int64>? = nil) throws -> Set<Int64> {
    try registry.database.read { connection in
      let isKnown = FactReader(registry: registry, change: change).isKnown
      var found: Set<Int64> = []
      try connection.forEach(
        """
        SELECT "party" FROM "_complete"
        WHERE "type" = \(registry.vocabulary.types[type].id) AND \(isKnown)
        """
      ) { row in
        if keys?.contains(row.integer(0)) != false { found.insert(row.integer(0)) }
      }
      return found
    }
  }
}

extension Snapshot {
  /// Sorted keys, joined where they follow each other.
  package static func ranges(_ keys: some Collection<Int64>) -> [ClosedRange<Int64>] {
    var ranges: [ClosedRange<Int64>] = []
    for key in keys {
      if let last = ranges.last, last.upperBound + 1 == key {
        ranges[ranges.count - 1] = last.lowerBound...key
      } else {
        ranges.append(key...key)
      }
    }
    return ranges
  }
}

extension Registry {
  /// Names this registry among others, in hexadecimal; tells nothing of its key.
  ///
  /// - Returns: the name.
  /// - Throws: `CryptographyFailure`.
  package func identity() throws -> String {
    try SM3.hexDigest("registry \(Hexadecimal.text(seal.check))")
  }
}
