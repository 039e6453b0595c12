import Core
import Facts
package import Registry

/// Imports facts files: JSON, all of a file or nothing.
package enum FactsImport {
  /// Imports a file.
  ///
  /// - Parameters:
  ///   - bytes: of the file, UTF-8. The day of a determination that it may name is passed over.
  ///   - name: what messages and the change call it.
  ///   - registry: where the facts go.
  ///   - isTrial: whether to undo everything in the end; the verdicts are those of the real run.
  /// - Returns: what was done, or would have been.
  /// - Throws: `DiagnosticsError` with everything that is wrong with the facts; `RegistryProblem`,
  ///   `StoreError`. In all cases nothing was imported.
  package static func run(
    _ bytes: [UInt8], name: String, into registry: Registry, isTrial: Bool = false
  ) throws -> ImportReport {
    let outcome = try registry.change(source: name, isTrial: isTrial) { recorder in
      try take(bytes, name: name, &recorder)
    }
    var report = outcome.result
    report.change = outcome.change
    return report
  }

  /// Puts a file in as a part of a change.
  static func take(
    _ bytes: [UInt8], name: String, _ recorder: inout Recorder
  ) throws -> ImportReport {
    let facts = try FactsFile.read(
      bytes: bytes, name: name, FactsSchema(recorder.vocabulary), on: CivilDate(dayNumber: 0))
    var report = ImportReport()
    report.rows = facts.parties.count + facts.records.count
    for rows in facts.catalogues.values { report.rows += rows.count }
    report.tally = try recorder.put(facts)
    return report
  }
}
