import DelimitedText
import Spreadsheet

/// The header of a table of which only the beginning is there.
enum TableHeader {
  /// The names of the columns, as far as they can be told.
  ///
  /// - Parameter head: the first bytes of a CSV file, or all of a workbook.
  /// - Returns: none where the first line is not whole, or is no text.
  static func names(_ head: [UInt8]) -> [String] {
    if Workbook.isWorkbook(head) {
      guard let rows = try? Workbook(head).rows else { return [] }
      return rows.first?.cells ?? []
    }
    let end = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.count
    guard let text = TextDecoding.utf8(Array(head[..<end])) else { return [] }
    var reader = CSVReader(text)
    return (try? reader.next())?.cells ?? []
  }
}
