package import Facts
import Store
import Vocabulary

extension Registry {
  /// Some fields of a party or record, for those who count and add up.
  package struct Columns: Sendable {
    /// Position in the vocabulary of the type.
    package let type: Int
    /// Canonical ids of the fields, in the order in which their values come.
    package let fields: [String]

    package init(type: Int, fields: [String]) {
      self.type = type
      self.fields = fields
    }
  }

  /// The number of the last change of a state; 0 when there was none.
  ///
  /// - Parameter known: as of when.
  /// - Returns: the number.
  /// - Throws: `StoreError`.
  package func lastChange(_ known: KnownAt = .latest) throws -> Int64 {
    try database.read { try reader(known, $0).change }
  }

  /// Goes through some columns of all rows of a type in one state, in no order that means anything.
  ///
  /// What is not asked for is neither read nor opened.
  ///
  /// - Parameters:
  ///   - columns: of which type, and which; fields that the type lacks are left out.
  ///   - known: as of when.
  ///   - body: called with the key of the party (a small number, its own for good), the id of the
  ///     party or record, and the values; what it throws ends the walk.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  package func eachRow(
    _ columns: Columns, known: KnownAt = .latest,
    _ body: (_ party: Int, _ id: String?, _ values: [FactValue]) throws -> Void
  ) throws {
    let whole = layout.types[columns.type]
    let table = Table(
      name: whole.name, kind: whole.kind,
      columns: columns.fields.compactMap { name in whole.columns.first { $0.name == name } })
    let id: SQL =
      whole.kind == .party
      ? "(SELECT p.\"id\" FROM \"_party\" AS p WHERE p.\"key\" = t.\"_party\")" : "t.\"_id\""
    try database.read { connection in
      let reader = try reader(known, connection)
      let decoder = RowDecoder(seal: seal)
      try connection.forEach(
        """
        SELECT t."_party", \(id), \(unchecked: table.readColumns) FROM \(name: table.name) AS t
        WHERE \(reader.isKnown)
        """
      ) { row in
        let values = try decoder.values(row, from: 2, table, party: "") { _ in [] }
        try body(Int(row.integer(0)), row.textIfAny(1), values)
      }
    }
  }

  /// Goes through the parties of which somebody said that the registry knows every record of a type.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - known: as of when.
  ///   - body: called with the key of each party.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachComplete(
    type index: Int, known: KnownAt = .latest, _ body: (_ party: Int) throws -> Void
  ) throws {
    try database.read { connection in
      let isKnown = try reader(known, connection).isKnown
      try connection.forEach(
        """
        SELECT "party" FROM "_complete"
        WHERE "type" = \(vocabulary.types[index].id) AND \(isKnown)
        """
      ) { try body(Int($0.integer(0))) }
    }
  }
}
