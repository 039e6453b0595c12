import FEEL
import Store

/// Writes and reads the rows of a table of child records.
final class ChildWriter {
  private let insert: Statement
  private let read: Statement

  init(_ table: Table, _ statements: StatementMaker) throws {
    insert = try statements.prepare(table.insertion)
    read = try statements.prepare(
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
    try insert.run([.integer(parent), .integer(Int64(position)), SQLValue(row.none)], row.cells)
  }
}
