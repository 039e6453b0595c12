import Core
import DelimitedText

/// Collects refused rows as a file that can be corrected and imported again: the rows as they were,
/// and why in a last column, which imports pass over. Its heading names the type of the rows, so that
/// the file may have any name.
struct RefusedRows {
  private static let reason = "原因 reason"

  private(set) var bytes: [UInt8] = []
  private var hasReasons: Bool

  /// - Parameters:
  ///   - header: the names of the columns as the file has them.
  ///   - type: id of the type or catalogue that the rows are of.
  init(header: [String], of type: String) {
    bytes = CSVText.byteOrderMark
    hasReasons = header.last.map(RefusedRows.isReason) ?? false
    append(
      cells: (hasReasons ? Array(header.dropLast()) : header)
        + ["\(RefusedRows.reason) (\(type))"])
  }

  /// Whether a column holds the reasons of an earlier import.
  static func isReason(_ heading: String) -> Bool {
    heading == reason || type(in: heading) != nil
  }

  /// The type that the heading of the reasons names.
  static func type(in heading: String) -> String? {
    guard heading.hasPrefix(reason + " ("), heading.hasSuffix(")") else { return nil }
    return String(heading.dropFirst(reason.count + 2).dropLast())
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
