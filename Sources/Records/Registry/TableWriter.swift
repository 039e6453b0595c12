import FEEL
import Facts
import Store

/// The statements that write the rows of one table, compiled once for a change.
///
/// What the frontier knows is not looked up. Indexes of a table that is being filled are left out.
final class TableWriter {
  /// What is known now under a key: its row, its digest, and the change that brought it.
  struct Known {
    let row: Int64
    let digest: [UInt8]
    let from: Int64
  }

  private let table: Table
  private let statements: StatementMaker
  private let insert: Statement
  private let find: Statement
  private let findNameless: Statement
  private let findKeyed: Statement?
  private let close: Statement
  private let read: Statement
  private let children: [String: ChildWriter]
  private var frontier: Frontier
  /// Rows that were told again, just as they are, by the change with that number.
  private var confirmed = RowSet()
  private var confirming: Int64 = 0
  private let filling: TableFilling

  init(_ table: Table, _ statements: StatementMaker) throws {
    self.table = table
    self.statements = statements
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
    insert = try statements.prepare(table.insertion)
    find = try statements.prepare(
      """
      SELECT "_row", "_digest", "_from" FROM \(name: table.name)
      WHERE \(key) AND "_to" IS NULL
      """)
    findNameless = try statements.prepare(
      """
      SELECT "_row", "_digest", "_from" FROM \(name: table.name)
      WHERE \(party) = \(.null) AND "_digest" = \(.null) AND "_to" IS NULL\(withoutID)
      """)
    findKeyed = try table.key.isEmpty ? nil : statements.prepare(table.findingByKey)
    close = try statements.prepare(
      "UPDATE \(name: table.name) SET \"_to\" = \(.null) WHERE \"_row\" = \(.null)")
    read = try statements.prepare(
      """
      SELECT \(unchecked: table.readColumns) FROM \(name: table.name) WHERE "_row" = \(.null)
      """)
    var children: [String: ChildWriter] = [:]
    for child in table.children { children[child.name] = try ChildWriter(child, statements) }
    self.children = children
    let last: Int64?? =
      switch table.kind {
      case .party, .record:
        try statements.prepare("SELECT max(\"_party\") FROM \(name: table.name)").first([]) {
          $0.integerIfAny(0)
        }
      case .catalogue, .child: nil
      }
    frontier = Frontier(last: (last ?? nil) ?? 0)
    let wasEmpty = frontier.isEmpty && (table.kind == .party || table.kind == .record)
    filling = TableFilling(table, wasEmpty: wasEmpty, statements)
  }

  /// What is known now of a party, in the table of its type.
  func known(party: Int64) throws -> Known? {
    guard frontier.mayKnow(party) else { return nil }
    return try find([.integer(party)])
  }

  /// What is known now of a party under the id of a record.
  func known(_ id: String, of party: Int64) throws -> Known? {
    guard frontier.mayKnow(party, id: id) else { return nil }
    return try find([.integer(party), .text(id)])
  }

  /// The row of a catalogue that says just this.
  func known(row digest: [UInt8]) throws -> Known? { try find([.bytes(digest)]) }

  /// The record without an id that a party is known to have and that says just this.
  func nameless(_ digest: [UInt8], of party: Int64) throws -> Known? {
    guard frontier.mayKnow(party, digest: digest) else { return nil }
    try filling.makeKeyIndexes()
    return try findNameless.first([.integer(party), .bytes(digest)], TableWriter.known)
  }

  /// The records without an id that a party is known to have under a key: one, but for those that
  /// came before the vocabulary said what the key is.
  func known(key: [SQLValue], of party: Int64) throws -> [Known] {
    guard frontier.mayKnow(party, key: key) else { return [] }
    try filling.makeKeyIndexes()
    var known: [Known] = []
    try findKeyed?.forEach([.integer(party)] + key) { known.append(TableWriter.known($0)) }
    return known
  }

  private func find(_ key: [SQLValue]) throws -> Known? {
    try filling.makeKeyIndexes()
    return try find.first(key, TableWriter.known)
  }

  private static func known(_ row: borrowing Row) -> Known {
    Known(row: row.integer(0), digest: row.bytes(1), from: row.integer(2))
  }

  /// Takes note that a change says what a row says already.
  func confirm(_ row: Int64, at change: Int64) {
    if confirming != change {
      confirmed.removeAll()
      confirming = change
    }
    confirmed.insert(row)
  }

  /// Whether a change has told of a row before: what it says differently now contradicts itself.
  func wasTold(_ known: Known, at change: Int64) -> Bool {
    known.from >= change || (confirming == change && confirmed.contains(known.row))
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

  /// Ends what was known, at a change.
  func close(_ row: Int64, at change: Int64) throws {
    try close.run([.integer(change), .integer(row)])
  }

  /// Adds the row of a party or record.
  ///
  /// - Parameters:
  ///   - row: the values of the fields.
  ///   - party: whose it is.
  ///   - id: of the record, where it has one; `nil` for a party.
  ///   - key: of a record that is known by it.
  ///   - digest: of what it says.
  ///   - change: that it belongs to.
  /// - Throws: `StoreError`.
  func insert(
    _ row: EncodedRow, of party: Int64, id: String?, key: [SQLValue]? = nil, _ digest: [UInt8],
    at change: Int64
  ) throws {
    try filling.willAdd()
    let (none, digestValue) = (SQLValue(row.none), SQLValue.bytes(digest))
    let own: [SQLValue] =
      table.kind == .party
      ? [.integer(party), digestValue, .integer(change), .null, none]
      : [.integer(party), SQLValue(id), digestValue, .integer(change), .null, none]
    try insert(own, row)
    frontier.add(party, id: id, key: key, digest: digest)
  }

  /// Adds the row of a catalogue.
  func insert(_ row: EncodedRow, _ digest: [UInt8], at change: Int64) throws {
    try insert([.bytes(digest), .integer(change), .null, SQLValue(row.none)], row)
  }

  private func insert(_ own: [SQLValue], _ row: EncodedRow) throws {
    guard !children.isEmpty else { return try insert.run(own, row.cells) }
    guard let parent = try insert.first(own + row.cells, { $0.integer(0) }) else {
      throw StoreError.defect("no number for a new row")
    }
    for (table, rows) in row.children {
      for (position, child) in rows.enumerated() {
        try children[table.name]?.insert(child, parent: parent, position: position)
      }
    }
  }

  /// How many indexes were left out.
  var missingIndexes: Int { filling.missingCount }

  /// Makes the indexes that were left out; to be called before the change is committed.
  ///
  /// - Parameter made: called after each.
  /// - Throws: `StoreError`.
  func finish(_ made: () -> Void) throws { try filling.finish(made) }
}

extension Table {
  /// What finds the records without an id that agree in the key, what is left out included.
  fileprivate var findingByKey: SQL {
    let agrees = key.map { " AND \(name: columns[$0].name) IS NOT DISTINCT FROM \(.null)" as SQL }
    return """
      SELECT "_row", "_digest", "_from" FROM \(name: name)
      WHERE "_party" = \(.null) AND "_id" IS NULL AND "_to" IS NULL\(SQL.joined(agrees, by: ""))
      """
  }

  var insertion: SQL {
    let columns = SQL.joined(writtenColumns.map { "\(name: $0)" as SQL })
    let places = SQL.joined(writtenColumns.map { _ in "\(.null)" as SQL })
    // Only child records need the number of their parent, and it costs time.
    let returning: SQL = children.isEmpty ? "" : " RETURNING \"_row\""
    return "INSERT INTO \(name: name) (\(columns)) VALUES (\(places))\(returning)"
  }
}
