/// The present row of a running statement, lent to a closure; it cannot be kept.
///
/// Columns count from 0, in the order of the statement.
package struct Row: ~Copyable {
  private let statement: any DriverStatement

  init(_ statement: any DriverStatement) { self.statement = statement }

  package func isNull(_ column: Int) -> Bool { statement.isNull(column) }
  package func value(_ column: Int) -> SQLValue { statement.value(column) }

  /// An integer of a column that is never null.
  package func integer(_ column: Int) -> Int64 { statement.integer(column) }
  /// A text of a column that is never null.
  package func text(_ column: Int) -> String { statement.text(column) }
  /// The bytes of a column that is never null.
  package func bytes(_ column: Int) -> [UInt8] { statement.bytes(column) }

  package func integerIfAny(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
  package func textIfAny(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}
