import FEEL
import Facts
import Store

/// The statements that write the rows of one table, compiled once for a change.
final class TableWriter {
  /// What is known now under a key: its row, its digest, and the change that brought it.
  struct Known {
    let row: Int64
    let digest: [UInt8]
    let from: Int64
  }

  private let insert: Statement
  private let find: Statement
  private let findNameless: Statement
  private let close: Statement
  private let read: Statement
  private let table: Table
  private let children: [String: ChildWriter]

  init(_ table: Table, _ connection: borrowing Connection) throws {
    self.table = table
    let key: SQL =
      switch table.kind {
      case .party: "\"_party\" = \(.null)"
      case .record: "\"_party\" = \(.null) AND \"_id\" = \(.null)"
      case .catalogue, .child: "\"_digest\" = \(.null)"
      }
    // A row of a catalogue belongs to nobody.
    let party: SQL = table.kind == .catalogue ? "0" : "\"_party\""
    // A record with an id may say the same; it is another one.
    let withoutID: SQL = table.kind == .record ? " AND \"_id\" IS NULL" : ""
    insert = try connection.prepare(table.insertion)
    find = try connection.prepare(
      """
      SELECT "_row", "_digest", "_from" FROM \(name: table.name)
      WHERE \(key) AND "_to" IS NULL
      """)
    findNameless = try connection.prepare(
      """
      SELECT "_row", "_digest", "_from" FROM \(name: table.name)
      WHERE \(party) = \(.null) AND "_digest" = \(.null) AND "_to" IS NULL\(withoutID)
      """)
    close = try connection.prepare(
      "UPDATE \(name: table.name) SET \"_to\" = \(.null) WHERE \"_row\" = \(.null)")
    read = try connection.prepare(
      """
      SELECT \(unchecked: table.readColumns) FROM \(name: table.name) WHERE "_row" = \(.null)
      """)
    var children: [String: ChildWriter] = [:]
    for child in table.children { children[child.name] = try ChildWriter(child, connection) }
    self.children = children
  }

  /// What is known now under the key of the table: the party, the party and the record's id, or
  /// the digest.
  func known(_ key: [SQLValue]) throws -> Known? {
    try find.first(key) { row in
      Known(row: row.integer(0), digest: row.bytes(1), from: row.integer(2))
    }
  }

  /// The values of a row.
  func values(_ row: Int64, party: String, _ decoder: RowDecoder) throws -> [FactValue] {
    let values = try read.first([.integer(row)]) { cells in
      try decoder.values(cells, from: 0, table, party: party) { child in
        try children[child.name]?.values(of: row, child, party: party, decoder) ?? []
      }
    }
    return values ?? []
  }

  /// The record without an id that a party is known to have and that says just this.
  func nameless(_ digest: [UInt8], of party: Int64) throws -> Known? {
    try findNameless.first([.integer(party), .bytes(digest)]) { row in
      Known(row: row.integer(0), digest: row.bytes(1), from: row.integer(2))
    }
  }

  /// Ends what was known, at a change.
  func close(_ row: Int64, at change: Int64) throws {
    try close.run([.integer(change), .integer(row)])
  }

  /// Adds a row and its child records.
  ///
  /// - Parameters:
  ///   - own: the values of the registry's own columns but the last, which is `_none`.
  ///   - row: the values of the fields.
  /// - Throws: `StoreError`.
  func insert(_ own: [SQLValue], _ row: EncodedRow) throws {
    let values = own + [SQLValue(row.none)] + row.cells
    guard !children.isEmpty else { return try insert.run(values) }
    guard let parent = try insert.first(values, { $0.integer(0) }) else {
      throw StoreError.defect("no number for a new row")
    }
    for (table, rows) in row.children {
      for (position, child) in rows.enumerated() {
        try children[table.name]?.insert(child, parent: parent, position: position)
      }
    }
  }
}

/// Writes and reads the rows of a table of child records.
private final class ChildWriter {
  private let insert: Statement
  private let read: Statement

  init(_ table: Table, _ connection: borrowing Connection) throws {
    insert = try connection.prepare(table.insertion)
    read = try connection.prepare(
      """
      SELECT \(unchecked: table.readColumns) FROM \(name: table.name)
      WHERE "_parent" = \(.null) ORDER BY "_position"
      """)
  }

  func values(
    of parent: Int64, _ table: Table, party: String, _ decoder: RowDecoder
  ) throws -> [Value] {
    var values: [Value] = []
    try read.forEach([.integer(parent)]) { row in
      values.append(try decoder.child(row, table, party: party))
    }
    return values
  }

  func insert(_ row: EncodedRow, parent: Int64, position: Int) throws {
    try insert.run(
      [.integer(parent), .integer(Int64(position)), SQLValue(row.none)] + row.cells)
  }
}

extension Table {
  fileprivate var insertion: SQL {
    let columns = SQL.joined(writtenColumns.map { "\(name: $0)" as SQL })
    let places = SQL.joined(writtenColumns.map { _ in "\(.null)" as SQL })
    // Only child records need the number of their parent, and it costs time.
    let returning: SQL = children.isEmpty ? "" : " RETURNING \"_row\""
    return "INSERT INTO \(name: name) (\(columns)) VALUES (\(places))\(returning)"
  }
}
