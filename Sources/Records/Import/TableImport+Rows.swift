import DelimitedText
import Core
import Facts
import Registry
import Vocabulary

/// Some rows of a file, one after the other, read and checked.
struct ReadRows: Sendable {
  /// The names of the columns; in the first batch only.
  var header: [String]?
  var rows: [ReadRow] = []
  /// How much of the file was read, in thousandths.
  var permille = 0
}

/// A row, and what can be said of it without a look into the registry.
struct ReadRow: Sendable {
  enum Content: Sendable {
    case fact(EncodedFact)
    case catalogueRow([FactValue])
    case faults([RowFault])
  }

  let row: TableRow
  let columns: Int
  let content: Content
}

extension TableImport {
  /// Rows that are handed over at once.
  private static let batchSize = 250

  /// Reads a file to its end.
  func read(
    _ bytes: [UInt8], _ name: String, _ handOver: (ReadRows) throws -> Void
  ) throws {
    var reading = try TableReading(
      RowSource(bytes, name: name), name: name, subject, registry.vocabulary)
    var batch = ReadRows(header: reading.header)
    while let item = try reading.next() {
      batch.rows.append(
        ReadRow(row: item.row, columns: reading.columnCount, content: try content(of: item)))
      if batch.rows.count == TableImport.batchSize {
        batch.permille = reading.permille
        try handOver(batch)
        batch = ReadRows()
      }
    }
    batch.permille = 1000
    try handOver(batch)
  }

  private func content(of item: TableReading.Item) throws -> ReadRow.Content {
    switch item.reading {
    case .faults(let faults): return .faults(faults)
    case .catalogueRow(let values): return .catalogueRow(values)
    case .record(let record):
      do { return .fact(try registry.encoded(record)) } catch let problem as RegistryProblem {
        return .faults([RowFault(problem, line: item.row.line)])
      }
    }
  }

  /// Puts a row into the registry or takes it out, or tells why not.
  ///
  /// - Throws: what ends the whole import: the store is full, locked or gone.
  func take(
    _ item: ReadRow, _ refused: inout RefusedRows?, _ recorder: inout Recorder,
    _ report: inout ImportReport
  ) throws {
    report.rows += 1
    var faults: [RowFault] = []
    do {
      switch (item.content, subject, action) {
      case (.faults(let found), _, _): faults = found
      case (.catalogueRow(let values), .catalogue(let index), .put):
        report.tally.count(try recorder.put(row: values, ofCatalogue: index))
      case (.catalogueRow(let values), .catalogue(let index), .withdraw):
        try recorder.withdraw(row: values, ofCatalogue: index)
        report.withdrawn += 1
      case (.fact(let fact), _, .put): report.tally.count(try recorder.put(fact))
      case (.fact(let fact), _, .withdraw):
        try recorder.withdraw(fact.record)
        report.withdrawn += 1
      case (.catalogueRow, .type, _): break
      }
    } catch let problem as RegistryProblem {
      faults = [RowFault(problem, line: item.row.line)]
    }
    guard !faults.isEmpty else { return }
    report.refuse(faults)
    refused?.append(item.row, columns: item.columns, because: faults)
  }
}
