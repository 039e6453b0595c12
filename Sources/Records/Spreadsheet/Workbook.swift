import Core
import XMLText

/// The first sheet of an XLSX workbook (ECMA-376, part 1), as texts.
///
/// Texts come as they are, numbers as plain digits, days as `2019-05-03`, months as `2019-05`, and
/// truth values as `是` and `否`.
package struct Workbook: Sendable {
  /// A row that has cells.
  package struct Row: Sendable, Equatable {
    /// From 1, as the spreadsheet program shows it.
    package let number: Int
    package let cells: [String]
  }

  package let rows: [Row]

  /// The most bytes a part may have, unpacked: about 100,000 rows. Larger tables come as CSV.
  package static let largestPart = 32 * 1024 * 1024

  /// Whether a file begins as an XLSX file does.
  package static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Reads the first sheet.
  ///
  /// - Parameter bytes: of the file.
  /// - Throws: `SpreadsheetProblem`.
  package init(_ bytes: [UInt8]) throws(SpreadsheetProblem) {
    let archive = try Archive(bytes)
    guard let book = try Workbook.xml("xl/workbook.xml", archive),
      let links = try Workbook.xml("xl/_rels/workbook.xml.rels", archive),
      let sheet = book.first("sheets")?.all("sheet").first, let id = sheet["id"],
      let target = links.children.first(where: { $0["Id"] == id })?["Target"]
    else { throw .noWorkbook }
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    guard let content = try Workbook.xml(path, archive) else { throw .noWorkbook }
    let is1904 = ["1", "true"].contains(book.first("workbookPr")?["date1904"] ?? "")
    let reader = CellReader(
      texts: try Workbook.texts(archive),
      styles: DateStyles(try Workbook.xml("xl/styles.xml", archive)),
      firstDay: is1904 ? CellReader.firstDay1904 : CellReader.firstDay1900)
    rows = (content.first("sheetData")?.all("row") ?? []).enumerated().compactMap { index, row in
      let number = row["r"].flatMap { Int($0) } ?? index + 1
      let cells = reader.cells(of: row)
      return cells.allSatisfy(\.isEmpty) ? nil : Row(number: number, cells: cells)
    }
  }

  private static func xml(
    _ name: String, _ archive: borrowing Archive
  ) throws(SpreadsheetProblem) -> XMLElement? {
    guard let bytes = try archive.part(name, limit: largestPart) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self),
      let element = try? XMLElement.parse(SourceText(name: name, text: text))
    else { throw .malformed(part: name) }
    return element
  }

  /// The texts that cells refer to by number.
  private static func texts(_ archive: borrowing Archive) throws(SpreadsheetProblem) -> [String] {
    let list = try xml("xl/sharedStrings.xml", archive)
    return (list?.all("si") ?? []).map(\.richText)
  }
}

extension XMLElement {
  /// The text of a string item: in one piece, or in runs of different looks.
  var richText: String {
    children.reduce(into: "") { text, child in
      switch child.name {
      case "t": text += child.text
      case "r": text += child.first("t")?.text ?? ""
      default: break  // Phonetic hints are no part of the text.
      }
    }
  }
}
