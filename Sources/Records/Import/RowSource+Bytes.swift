import DelimitedText
import Spreadsheet

extension RowSource {
  /// The rows of a CSV file in UTF-8 or GB18030, or of the first sheet of an XLSX workbook.
  ///
  /// - Throws: `ImportProblem` when the bytes are neither.
  init(_ bytes: [UInt8], name: String) throws(ImportProblem) {
    guard Workbook.isWorkbook(bytes) else {
      guard let text = TextDecoding.utf8(bytes) else { throw .notText(file: name) }
      self = .csv(CSVReader(text))
      return
    }
    do throws(SpreadsheetProblem) {
      self = .sheet(try Workbook(bytes).rows, next: 0)
    } catch .tooLarge(_, let limit) {
      throw .largeSheet(file: name, megabytes: limit >> 20)
    } catch {
      throw .noWorkbook(file: name)
    }
  }
}

/// All rows of a table file as texts, the header among them: for tables whose columns are not those of
/// a type of record.
package struct PlainRows: Sendable {
  package struct Row: Sendable {
    /// The line it begins on, or the number that the spreadsheet program shows.
    package let line: Int
    /// Without quotes, and without blanks around; cells behind the last that says something may be
    /// left out.
    package let cells: [String]
  }

  package let rows: [Row]

  /// - Parameters:
  ///   - bytes: of a CSV file in UTF-8 or GB18030, or of an XLSX workbook, of which the first sheet
  ///     is read.
  ///   - name: what messages call it.
  /// - Throws: `ImportProblem` when it cannot be read, or nothing stands in it.
  package init(_ bytes: [UInt8], name: String) throws(ImportProblem) {
    var source = try RowSource(bytes, name: name)
    var rows: [Row] = []
    do throws(CSVReader.UnclosedQuote) {
      while let row = try source.next() { rows.append(Row(line: row.line, cells: row.cells)) }
    } catch {
      throw .unclosedQuote(file: name, line: error.line)
    }
    if rows.isEmpty { throw .empty(file: name) }
    self.rows = rows
  }
}
