import Core
import Facts
import Registry
import Vocabulary

extension TableImport {
  /// Puts a row into the registry, or tells why not.
  ///
  /// - Throws: what ends the whole import: the store is full, locked or gone.
  func take(
    _ item: TableReading.Item, _ reading: inout TableReading, _ recorder: inout Recorder,
    _ report: inout ImportReport
  ) throws {
    do {
      switch (item.reading, subject) {
      case (.faults(let faults), _): refuse(item.row, faults, &reading, &report)
      case (.catalogueRow(let values), .catalogue(let index)):
        report.tally.count(try recorder.put(row: values, ofCatalogue: index))
      case (.record(let record), _):
        let isParty = registry.vocabulary.types[record.type].role == .party
        report.tally.count(
          try isParty ? recorder.put(party: record) : recorder.put(record: record))
      case (.catalogueRow, .type): break
      }
    } catch let problem as RegistryProblem {
      let fault = RowFault(
        line: item.row.line, column: nil, name: nil, code: problem.code,
        message: problem.message, advice: problem.advice)
      refuse(item.row, [fault], &reading, &report)
    }
  }

  private func refuse(
    _ row: TableRow, _ faults: [RowFault], _ reading: inout TableReading,
    _ report: inout ImportReport
  ) {
    report.refuse(faults)
    reading.refuse(row, because: faults)
  }
}
