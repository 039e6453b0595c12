/// A row of a table, whatever file it came from.
package struct TableRow: Sendable {
  /// The line it begins on, from 1.
  package let line: Int
  /// Without quotes, and without blanks around.
  package var cells: [String]
  /// Position of a cell in which something stands behind the closing quote.
  package var malformed: Int?

  package init(line: Int, cells: [String], malformed: Int? = nil) {
    self.line = line
    self.cells = cells
    self.malformed = malformed
  }
}
