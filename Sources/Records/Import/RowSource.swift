import DelimitedText
import Spreadsheet

/// Where the rows of a table come from.
enum RowSource {
  case csv(CSVReader)
  case sheet([Workbook.Row], next: Int)

  /// The next row that is not empty, or `nil` at the end.
  mutating func next() throws(CSVReader.UnclosedQuote) -> TableRow? {
    switch self {
    case .csv(var reader):
      // Taken out meanwhile, lest the text be copied.
      self = .sheet([], next: 0)
      defer { self = .csv(reader) }
      guard var row = try reader.next() else { return nil }
      for column in row.cells.indices {
        if let text = CSVText.text(saidBy: row.cells[column]) { row.cells[column] = text }
      }
      return row
    case .sheet(let rows, let index):
      guard index < rows.count else { return nil }
      self = .sheet(rows, next: index + 1)
      return TableRow(line: rows[index].number, cells: rows[index].cells)
    }
  }

  /// How much was read, in thousandths.
  var permille: Int {
    switch self {
    case .csv(let reader):
      reader.bytes.isEmpty ? 1000 : reader.position * 1000 / reader.bytes.count
    case .sheet(let rows, let index): rows.isEmpty ? 1000 : index * 1000 / rows.count
    }
  }
}
