/// Why the cells of a workbook cannot be read.
package enum SpreadsheetProblem: Error, Sendable, Equatable {
  /// No ZIP archive, or one without the parts of a workbook.
  case noWorkbook
  /// A part is larger, unpacked, than is read.
  case tooLarge(part: String, limit: Int)
  /// A part is no sound XML.
  case malformed(part: String)
}
