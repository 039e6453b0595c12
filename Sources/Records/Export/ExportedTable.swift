/// Something that goes out as a table: facts of a type, a catalogue, determinations.
package protocol ExportedTable {
  /// The names of the columns.
  var header: [String] { get }

  /// How many characters wide the columns are in XLSX, in their order; those that are not named are
  /// as wide as the program makes them.
  var columnWidths: [Int] { get }

  /// What the sheet is called in XLSX, as far as spreadsheet programs take it; `nil` for the name that
  /// they give a sheet themselves.
  var sheetName: String? { get }

  /// Words without commas that XLSX offers in a list in every cell below a heading, by the position of
  /// the column; what is not among them can still be written there.
  var choices: [Int: [String]] { get }

  /// Goes through the rows.
  ///
  /// - Parameter body: called with the cells of each; what it throws ends the walk.
  /// - Returns: up to where this was; ask for what is new after it the next time.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64
}

/// What was written.
package struct ExportReport: Sendable, Equatable {
  package let rows: Int
  /// The last change, or the last run of determinations, that is in it; export what is new after it
  /// the next time.
  package let upTo: Int64
}

package enum ExportFormat: String, Sendable, CaseIterable {
  /// UTF-8 with a byte order mark, which Excel needs.
  case csv
  case xlsx
}

extension ExportedTable {
  package var columnWidths: [Int] { [] }

  package var sheetName: String? { nil }

  package var choices: [Int: [String]] { [:] }

  /// Writes a file; what stood there before is replaced only when all was written.
  ///
  /// - Parameters:
  ///   - path: where to.
  ///   - format: CSV or XLSX.
  ///   - isForExcel: of CSV, whether texts that Excel would take for numbers and dates are written
  ///     so that it keeps them; an import takes them back.
  /// - Returns: how many rows were written, and up to where.
  /// - Throws: `ExportProblem`, `StoreError`, `RegistryProblem.unreadable`; the file is as before.
  package func write(
    to path: String, as format: ExportFormat, isForExcel: Bool = false
  ) throws -> ExportReport {
    switch format {
    case .csv:
      try write(to: path) { try CSVFile(path: $0, shownAs: path, isForExcel: isForExcel) }
    case .xlsx: try write(to: path) { try XLSXFile(path: $0, shownAs: path, SheetForm(of: self)) }
    }
  }

  private func write<File: TableFile>(
    to path: String, _ open: (String) throws -> File
  ) throws -> ExportReport {
    let replacement = try Replacement(of: path)
    let file = try open(replacement.path)
    try file.append(header: header)
    var rows = 0
    let last = try eachRow { cells in
      try file.append(cells)
      rows += 1
    }
    try file.finish()
    try replacement.take()
    return ExportReport(rows: rows, upTo: last)
  }
}
