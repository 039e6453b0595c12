import Core
import DelimitedText

/// Collects refused rows as a file that can be corrected and imported again: the rows as they were,
/// and why in a last column, which imports pass over.
struct RefusedRows {
  static let reasonColumn = "原因 reason"

  private(set) var bytes: [UInt8] = []
  private var hasReasons: Bool

  /// - Parameter header: the names of the columns as the file has them.
  init(header: [String]) {
    bytes = CSVText.byteOrderMark
    hasReasons = header.last == RefusedRows.reasonColumn
    append(cells: (hasReasons ? Array(header.dropLast()) : header) + [RefusedRows.reasonColumn])
  }

  mutating func append(_ row: TableRow, columns: Int, because faults: [RowFault]) {
    let reason = faults.map {
      "\($0.name.map { "\($0): " } ?? "")\($0.message.zh) \($0.message.en)"
    }
    var cells = row.cells
    if hasReasons, cells.count == columns { cells.removeLast() }
    append(cells: cells + [reason.joined(separator: "; ")])
  }

  private mutating func append(cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(CSVText.comma) }
      CSVText.append(cell, to: &bytes)
    }
    bytes += CSVText.lineEnd
  }
}
