import DelimitedText
import Facts
import Registry
import Vocabulary

/// The rows of a file, one after the other, each either a record or a list of what is wrong.
struct TableReading {
  private let name: String
  let header: [String]
  private let columns: [TableReader.Column?]
  private var rows: RowSource
  private var reader: TableReader
  /// The column that says how a row differs from an earlier export.
  private let changeColumn: Int?
  /// Whether cells that are not there are empty.
  private let fillsUp: Bool

  /// - Throws: `ImportProblem` when there is no header, or it names what is not in the vocabulary.
  init(
    _ rows: RowSource, name: String, _ subject: TableReader.Subject, _ vocabulary: Vocabulary
  ) throws {
    self.name = name
    self.rows = rows
    if case .sheet = rows { fillsUp = true } else { fillsUp = false }
    reader = TableReader(subject, of: vocabulary)
    let first: TableRow?
    do throws(CSVReader.UnclosedQuote) {
      first = try self.rows.next()
    } catch {
      throw ImportProblem.unclosedQuote(file: name, line: error.line)
    }
    guard let first else { throw ImportProblem.empty(file: name) }
    let header = first.cells
    self.header = header
    let hasReasons = header.last.map(RefusedRows.isReason) ?? false
    let named = hasReasons ? Array(header.dropLast()) : header
    // How rows changed stands behind all that they say.
    let isDelta = named.last == RowChange.column
    let (columns, faults) = reader.columns(named: isDelta ? Array(named.dropLast()) : named)
    guard faults.isEmpty else {
      throw ImportProblem.header(
        file: name, faults: faults.map { RowFault($0, line: first.line, header: header) })
    }
    changeColumn = isDelta ? columns.count : nil
    self.columns = columns + (isDelta ? [nil] : []) + (hasReasons ? [nil] : [])
  }

  /// A row as it was read.
  struct Item {
    let row: TableRow
    let reading: Result

    enum Result {
      case record(Record)
      case catalogueRow([FactValue])
      case faults([RowFault])
    }
  }

  /// How much of the file was read, in thousandths.
  var permille: Int { rows.permille }

  var columnCount: Int { columns.count }

  /// - Throws: `ImportProblem.unclosedQuote`.
  mutating func next() throws -> Item? {
    let row: TableRow?
    do throws(CSVReader.UnclosedQuote) {
      row = try rows.next()
    } catch {
      throw ImportProblem.unclosedQuote(file: name, line: error.line)
    }
    guard let row else { return nil }
    if let column = row.malformed {
      let title = header.indices.contains(column) ? header[column] : nil
      return Item(
        row: row,
        reading: .faults([.textBehindQuote(line: row.line, column: column, name: title)]))
    }
    var cells = row.cells
    while cells.count > columns.count, cells.last == "" { cells.removeLast() }
    // Whoever corrects a refused row may drop its reason; sheets leave out empty cells at the end.
    if fillsUp || (cells.count == columns.count - 1 && columns.last == .some(nil)) {
      while cells.count < columns.count { cells.append("") }
    }
    guard cells.count == columns.count else {
      let fault = RowFault.wrongCellCount(
        line: row.line, expected: columns.count, found: cells.count)
      return Item(row: row, reading: .faults([fault]))
    }
    if let changeColumn, RowChange.ended.isNamed(cells[changeColumn]) {
      return Item(row: row, reading: .faults([.ended(line: row.line, column: changeColumn)]))
    }
    switch reader.read(cells, columns) {
    case .record(let record): return Item(row: row, reading: .record(record))
    case .catalogueRow(let values): return Item(row: row, reading: .catalogueRow(values))
    case .faults(let faults):
      let told = faults.map { RowFault($0, line: row.line, header: header) }
      return Item(row: row, reading: .faults(told))
    }
  }
}
