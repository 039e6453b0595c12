import Core
import Facts
package import Registry
import Vocabulary

/// Writes the parties or records of a type as a table that spreadsheet programs open as intended,
/// and that `TableImport` takes back.
package struct TableExport: Sendable {
  /// What stands in the header and for enumeration values.
  package enum Names: Sendable {
    /// Canonical ids.
    case canonical
    /// Chinese names.
    case chinese
  }

  package enum Format: String, Sendable {
    /// UTF-8 with a byte order mark, which Excel needs.
    case csv
    case xlsx
  }

  package let registry: Registry
  /// Position in `Vocabulary.types`.
  package let type: Int
  package var names = Names.canonical
  package var selection = Registry.Selection()
  /// Whether identity, telephone and account numbers go out in full. A masked number cannot be
  /// imported again.
  package var revealsSecrets = false

  package init(from registry: Registry, type: Int) {
    self.registry = registry
    self.type = type
  }

  /// What was written.
  package struct Report: Sendable, Equatable {
    package let rows: Int
    /// The last change that is in it; export what is new after it the next time.
    package let upTo: Int64
  }

  /// Writes a file; what stood there before is replaced only when all was written.
  ///
  /// - Parameters:
  ///   - path: where to.
  ///   - format: CSV or XLSX.
  /// - Returns: how many rows were written, and up to which change.
  /// - Throws: `ExportProblem`, `StoreError`, `RegistryProblem.unreadable`; the file is as before.
  package func write(to path: String, as format: Format) throws -> Report {
    switch format {
    case .csv: try write(to: path) { try CSVFile(path: $0, shownAs: path) }
    case .xlsx: try write(to: path) { try XLSXFile(path: $0, shownAs: path) }
    }
  }

  private func write<File: TableFile>(
    to path: String, _ open: (String) throws -> File
  ) throws -> Report {
    let replacement = try Replacement(of: path)
    let file = try open(replacement.path)
    try file.append(header: header)
    var rows = 0
    let last = try registry.eachRecord(ofType: type, selection) { record in
      try file.append(cells(of: record))
      rows += 1
    }
    try file.finish()
    try replacement.take()
    return Report(rows: rows, upTo: last)
  }
}
