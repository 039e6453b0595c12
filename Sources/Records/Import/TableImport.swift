import Core
package import Facts
package import Registry
import Spreadsheet
import Vocabulary

/// Imports a table of parties, records or rows of a catalogue: CSV in UTF-8 or GB18030, or the
/// first sheet of an XLSX workbook.
///
/// The whole file is one change of the registry. A trial runs the same code and undoes it in the
/// end, so its verdicts are those of the real run. Rows that the registry knows already change
/// nothing, so an import may be repeated.
package struct TableImport: Sendable {
  package let registry: Registry
  package let subject: TableReader.Subject
  package var mode = ImportMode.keepGood
  package var isTrial = false
  package var action = ImportAction.put

  package init(into registry: Registry, _ subject: TableReader.Subject) {
    self.registry = registry
    self.subject = subject
  }

  /// Rows between two reports of progress, at least.
  private static let progressStep = 5000

  /// Imports a file.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - name: what messages and the change call it.
  ///   - progress: called now and then.
  /// - Returns: what was done, or would have been.
  /// - Throws: `ImportProblem` when the file as a whole cannot be read; `StoreError`. In both cases
  ///   nothing was imported.
  package func run(
    _ bytes: [UInt8], name: String, progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    do {
      let outcome = try registry.change(source: name, isTrial: isTrial) { recorder in
        report = try take(bytes, name: name, &recorder, progress: progress)
        if mode == .allOrNothing, report.refusedRows > 0 { throw Refused() }
      }
      report.change = outcome.change
    } catch is Refused {}
    return report
  }

  /// Puts a file in as a part of a change: rows are read, checked and sealed on one thread and
  /// written on this one.
  func take(
    _ bytes: [UInt8], name: String, _ recorder: inout Recorder,
    progress: (ImportProgress) -> Void
  ) throws -> ImportReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = ImportReport()
    var refused: RefusedRows?
    var next = TableImport.progressStep
    try Conveyor.run { handOver in
      try read(bytes, name, handOver)
    } use: { (batch: ReadRows) in
      if let header = batch.header {
        refused = RefusedRows(header: header, of: subject.id(in: registry.vocabulary))
      }
      for row in batch.rows { try take(row, &refused, &recorder, &report) }
      if report.rows >= next {
        next = report.rows + TableImport.progressStep
        progress(
          ImportProgress(
            rows: report.rows, permille: batch.permille, elapsed: clock.now - start))
      }
    }
    progress(ImportProgress(rows: report.rows, permille: 1000, elapsed: clock.now - start))
    if report.refusedRows > 0 { report.refused = refused?.bytes }
    return report
  }

  /// Ends an import of all or nothing.
  private struct Refused: Error {}
}
