import Facts
import Store
import Vocabulary

/// What differs between an earlier state and the one that is read.
extension FactReader {
  func eachDifference(
    ofType index: Int, after earlier: Int64, _ connection: borrowing Connection,
    _ body: (Record, RowChange) throws -> Void
  ) throws {
    let table = registry.layout.types[index]
    let isParty = table.kind == .party
    let id: SQL = isParty ? "NULL" : "t.\"_id\""
    try connection.forEach(
      """
      SELECT p."id", t."_row", \(id), \(difference(table, earlier)), \(unchecked: table.readColumns)
      FROM \(name: table.name) AS t JOIN "_party" AS p ON p."key" = t."_party"
      WHERE \(differs(table, earlier)) ORDER BY t."_party", t."_row"
      """
    ) { row in
      let party = row.text(0)
      let values = try values(row, from: 4, table, party: party, connection)
      try body(
        Record(
          type: index, id: isParty ? party : row.textIfAny(2), party: isParty ? nil : party,
          values: values), RowChange(stored: row.integer(3)))
    }
  }

  func eachDifference(
    ofCatalogue table: Table, after earlier: Int64, _ connection: borrowing Connection,
    _ body: ([FactValue], RowChange) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT t."_row", \(difference(table, earlier)), \(unchecked: table.readColumns)
      FROM \(name: table.name) AS t WHERE \(differs(table, earlier)) ORDER BY t."_row"
      """
    ) { row in
      try body(
        values(row, from: 2, table, party: table.name, connection),
        RowChange(stored: row.integer(1)))
    }
  }

  /// The number of a `RowChange`.
  private func difference(_ table: Table, _ earlier: Int64) -> SQL {
    """
    CASE WHEN t."_to" <= \(change) THEN 2 WHEN \(table.hasSame(knownAt: earlier)) THEN 1 ELSE 0 END
    """
  }

  /// Rows that only the later state has, unless the earlier one had another that says just this; and
  /// rows that only the earlier one has, unless the later has another about the same.
  private func differs(_ table: Table, _ earlier: Int64) -> SQL {
    let same: SQL = "AND e.\"_digest\" = t.\"_digest\""
    return """
      (\(Table.isKnown("t", at: change)) AND t."_from" > \(earlier)
        AND NOT \(table.hasSame(knownAt: earlier, same)))
      OR (\(Table.isKnown("t", at: earlier)) AND t."_to" <= \(change)
        AND NOT \(table.hasSame(knownAt: change)))
      """
  }
}

extension Table {
  /// Whether a row was known after a change.
  static func isKnown(_ alias: String, at change: Int64) -> SQL {
    """
    \(name: alias)."_from" <= \(change)
    AND (\(name: alias)."_to" IS NULL OR \(name: alias)."_to" > \(change))
    """
  }

  /// Whether a state has a row `e` about the same as the row `t`.
  fileprivate func hasSame(knownAt change: Int64, _ more: SQL = "") -> SQL {
    """
    EXISTS (SELECT 1 FROM \(name: name) AS e
      WHERE \(isSame) AND \(Table.isKnown("e", at: change)) \(more))
    """
  }

  /// Whether the rows `e` and `t` are about the same: a party, an id among a party's records; a
  /// record without an id and a row of a catalogue are what they say.
  private var isSame: SQL {
    switch kind {
    case .party: "e.\"_party\" = t.\"_party\""
    case .record:
      """
      e."_party" = t."_party" AND (e."_id" = t."_id"
        OR (e."_id" IS NULL AND t."_id" IS NULL AND e."_digest" = t."_digest"))
      """
    case .catalogue, .child: "e.\"_digest\" = t.\"_digest\""
    }
  }
}
