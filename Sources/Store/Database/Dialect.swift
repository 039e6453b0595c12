/// What differs between the SQL of two databases, as far as this project writes it.
package struct Dialect: Sendable {
  /// The place holder of the value with this number, from 1: `?` or `$1`.
  package let placeholder: @Sendable (Int) -> String
  /// The type of a column that numbers its rows by itself.
  package let rowNumber: String
  /// The type of 64-bit integers.
  package let integer: String
  /// The type of bytes.
  package let bytes: String
  /// The statement that begins a transaction which will write.
  package let begin: String
  /// What stands behind a text to have it compared byte by byte, where that is not so anyway.
  package let byteOrder: String
  /// What stands behind the bracket of a `CREATE TABLE` to have types enforced.
  package let tableSuffix: String
  /// The same for a table that holds nothing but its key, which is kept in its order.
  package let keyTableSuffix: String

  package init(
    placeholder: @escaping @Sendable (Int) -> String, rowNumber: String, integer: String,
    bytes: String, begin: String, tableSuffix: String,
    keyTableSuffix: String, byteOrder: String = ""
  ) {
    self.placeholder = placeholder
    self.rowNumber = rowNumber
    self.integer = integer
    self.bytes = bytes
    self.begin = begin
    self.tableSuffix = tableSuffix
    self.keyTableSuffix = keyTableSuffix
    self.byteOrder = byteOrder
  }
}
