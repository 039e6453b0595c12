package import Facts
package import Vocabulary

/// A CSV file of facts that do not come from a registry; `TableImport` takes it by its name.
package final class RecordTable {
  package let path: String
  private let cells: RowCells
  private let isParty: Bool
  private let file: CSVFile
  private let replacement: Replacement
  private var rows = 0

  /// Begins the file, which appears when it is finished.
  ///
  /// - Parameters:
  ///   - folder: where; the file is named after the type or catalogue.
  ///   - subject: what the rows are.
  ///   - vocabulary: where the type or catalogue stands.
  /// - Throws: `ExportProblem.notWritable`.
  package init(
    in folder: String, _ subject: TableReader.Subject, _ vocabulary: Vocabulary
  ) throws(ExportProblem) {
    let (name, fields, ids): (String, [Field], RowCells.IDColumns) =
      switch subject {
      case .type(let index):
        (
          vocabulary.types[index].id, vocabulary.types[index].fields,
          vocabulary.types[index].role == .party ? .party : .record
        )
      case .catalogue(let index):
        (vocabulary.catalogues[index].id, vocabulary.catalogues[index].fields, .none)
      }
    path = "\(folder)/\(name).csv"
    isParty = ids == .party
    cells = RowCells(fields: fields, names: .canonical, revealsSecrets: true)
    replacement = try Replacement(of: path)
    file = try CSVFile(path: replacement.path, shownAs: path)
    try file.append(header: cells.titles(ids))
  }

  /// Adds a party or record.
  package func append(_ record: Record) throws(ExportProblem) {
    let ids = isParty ? [record.id] : [record.id, record.party]
    try append(ids.map { $0.map(Cell.text) ?? .empty } + cells.cells(record.values))
  }

  /// Adds a row of a catalogue.
  package func append(_ values: [FactValue]) throws(ExportProblem) {
    try append(cells.cells(values))
  }

  private func append(_ row: [Cell]) throws(ExportProblem) {
    try file.append(row)
    rows += 1
  }

  /// Puts the file where it belongs.
  ///
  /// - Returns: how many rows it has.
  /// - Throws: `ExportProblem.notWritable`.
  package func finish() throws(ExportProblem) -> Int {
    try file.finish()
    try replacement.take()
    return rows
  }
}
