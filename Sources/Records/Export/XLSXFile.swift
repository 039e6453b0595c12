import CXlsxWriter
import Core
import Glibc
import Spreadsheet

/// An XLSX file with one sheet: texts are texts, dates are dates, money has two digits; the header
/// stays in sight and filters the rows. Rows go to the disk as they come.
final class XLSXFile: TableFile {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let path: String
  private let name: String
  private let formats: Formats
  private let choices: [Int: [String]]
  private var row: lxw_row_t = 0
  private var columnCount = 0
  /// Rows in which something stands.
  private var filledRows = 0
  private var isClosed = false
  private static let mostRows = 1_048_576

  private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>
    let text: UnsafeMutablePointer<lxw_format>
    let date: UnsafeMutablePointer<lxw_format>
    let month: UnsafeMutablePointer<lxw_format>
    let money: UnsafeMutablePointer<lxw_format>
    /// Of texts of several lines.
    let lines: UnsafeMutablePointer<lxw_format>
  }

  init(path: String, shownAs name: String, _ form: SheetForm) throws(ExportProblem) {
    self.path = path
    self.name = name
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt(path, &options) else { throw .notWritable(file: name) }
    guard let sheet = workbook_add_worksheet(workbook, form.name),
      let header = workbook_add_format(workbook),
      let text = XLSXFile.format("@", workbook), let date = XLSXFile.format("yyyy-mm-dd", workbook),
      let month = XLSXFile.format("yyyy-mm", workbook),
      let money = XLSXFile.format("0.00####", workbook),
      let lines = XLSXFile.format("@", workbook)
    else {
      lxw_workbook_free(workbook)
      throw .notWritable(file: name)
    }
    format_set_bold(header)
    format_set_text_wrap(lines)
    for (column, width) in form.widths.enumerated() {
      let place = lxw_col_t(column)
      worksheet_set_column(sheet, place, place, Double(width), nil)
    }
    self.workbook = workbook
    self.sheet = sheet
    choices = form.choices
    formats = Formats(
      header: header, text: text, date: date, month: month, money: money, lines: lines)
  }

  deinit { if !isClosed { lxw_workbook_free(workbook) } }

  private static func format(
    _ pattern: String, _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    if let format { format_set_num_format(format, pattern) }
    return format
  }

  func append(header: [String]) throws(ExportProblem) {
    columnCount = header.count
    for (column, title) in header.enumerated() {
      try check(
        worksheet_write_string(sheet, row, lxw_col_t(column), title, formats.header))
    }
    worksheet_freeze_panes(sheet, 1, 0)
    row += 1
    if !header.isEmpty { filledRows += 1 }
  }

  func append(_ cells: [Cell]) throws(ExportProblem) {
    guard Int(row) < XLSXFile.mostRows else {
      throw .tooManyRows(file: name, limit: XLSXFile.mostRows)
    }
    var isFilled = false
    for (column, cell) in cells.enumerated() {
      if case .empty = cell { continue }
      try write(cell, at: lxw_col_t(column))
      isFilled = true
    }
    row += 1
    if isFilled { filledRows += 1 }
  }

  private func write(_ cell: Cell, at column: lxw_col_t) throws(ExportProblem) {
    switch cell {
    case .empty: return
    case .none: try write("无", at: column)
    case .text(let text): try write(text, at: column)
    case .boolean(let value): try write(value ? "是" : "否", at: column)
    case .date(let date): try write(date, formats.date, at: column)
    case .month(let date): try write(date, formats.month, at: column)
    case .number(let number): try write(number, nil, at: column)
    case .money(let yuan): try write(yuan, formats.money, at: column)
    }
  }

  private func write(
    _ number: Decimal128, _ format: UnsafeMutablePointer<lxw_format>?, at column: lxw_col_t
  ) throws(ExportProblem) {
    // The format itself knows no other numbers than binary ones of 15 digits; what has more is
    // written as text rather than changed.
    let text = number.description
    guard text.utf8.count(where: { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }) <= 15,
      let binary = Double(text)
    else {
      try write(text, at: column)
      return
    }
    try check(worksheet_write_number(sheet, row, column, binary, format))
  }

  private func write(_ text: String, at column: lxw_col_t) throws(ExportProblem) {
    let format = text.contains("\n") ? formats.lines : formats.text
    try check(worksheet_write_string(sheet, row, column, text, format))
  }

  private func write(
    _ date: CivilDate, _ format: UnsafeMutablePointer<lxw_format>, at column: lxw_col_t
  ) throws(ExportProblem) {
    // Spreadsheets count days from 1899-12-30.
    try check(
      worksheet_write_number(sheet, row, column, Double(date.dayNumber + 25_569), format))
  }

  func finish() throws(ExportProblem) {
    if row > 1, columnCount > 0 {
      worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(columnCount - 1))
      for (column, words) in choices.sorted(by: { $0.key < $1.key }) where column < columnCount {
        try offer(words, in: lxw_col_t(column))
      }
    }
    isClosed = true
    try check(workbook_close(workbook))
    guard WrittenWorkbook.isWhole(path, rows: filledRows) else { throw .notWritable(file: name) }
  }

  /// Puts a list into every cell of a column below its heading.
  private func offer(_ words: [String], in column: lxw_col_t) throws(ExportProblem) {
    var list = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var validation = lxw_data_validation()
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
    let error = list.withUnsafeMutableBufferPointer { list in
      validation.value_list = list.baseAddress
      return worksheet_data_validation_range(sheet, 1, column, row - 1, column, &validation)
    }
    try check(error)
  }

  private func check(_ error: lxw_error) throws(ExportProblem) {
    guard error == LXW_NO_ERROR else { throw .notWritable(file: name) }
  }
}
