import Core
/// Collects refused rows as a file that can be corrected and imported again: the rows as they were,
/// and why in a last column, which imports pass over.
struct RefusedRows {
  static let reasonColumn = "原因 reason"

  private(set) var bytes: [UInt8] = []
  private var hasReasons: Bool

  /// - Parameter header: the names of the columns as the file has them.
  init(header: [String]) {
    // Excel reads UTF-8 only behind a byte order mark.
    bytes = [0xEF, 0xBB, 0xBF]
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
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += RefusedRows.written(cell).utf8
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// A cell in quotes where it needs them.
  private static func written(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    let parts = cell.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
