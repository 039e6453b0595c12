package import Registry
import Vocabulary

/// Imports several files at once: all of them or none.
///
/// Each file is a change of its own, so that the registry knows where every fact came from; one
/// transaction holds them all. Files of parties come first. A trial runs the same code and undoes
/// it in the end, so its verdicts are those of the real run, also where one file rests on another.
package struct FilesImport: Sendable {
  package let registry: Registry
  package var mode = ImportMode.allOrNothing
  package var isTrial = false

  package init(into registry: Registry) { self.registry = registry }

  /// What an import did, or would have done, with one of the files.
  package struct Outcome: Sendable {
    package let file: ImportFile
    package let report: ImportReport
  }

  /// Imports the files.
  ///
  /// - Parameters:
  ///   - files: in any order.
  ///   - progress: called now and then with the name of the file.
  ///   - indexing: called in the end, where indexes of large tables are made.
  /// - Returns: a report per file, in the order in which they were imported. When rows were refused
  ///   and the mode is all or nothing, or this was a trial, no report has a change.
  /// - Throws: `ImportProblem` or `DiagnosticsError` when a file as a whole cannot be read;
  ///   `DiagnosticsError` and `RegistryProblem` also for any fault of a facts file of which all or
  ///   nothing is imported; `StoreError`; what reading a
  ///   file throws. In all cases nothing was imported, of any file.
  package func run(
    _ files: [ImportFile], progress: (String, ImportProgress) -> Void = { _, _ in },
    indexing: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [Outcome] {
    let sorted = sorted(files)
    guard let first = sorted.first else { return [] }
    var outcomes: [Outcome] = []
    do {
      let source = first.name
      _ = try registry.change(source: source, isTrial: isTrial, indexing: indexing) { recorder in
        for (position, file) in sorted.enumerated() {
          if position > 0 { try recorder.beginNext(source: file.name) }
          var report = try take(file, &recorder) { progress(file.name, $0) }
          report.change = isTrial ? nil : recorder.changeIfAny
          outcomes.append(Outcome(file: file, report: report))
        }
        if mode == .allOrNothing, outcomes.contains(where: { $0.report.refusedRows > 0 }) {
          throw Refused()
        }
      }
    } catch is Refused {
      outcomes = outcomes.map { outcome in
        var report = outcome.report
        report.change = nil
        return Outcome(file: outcome.file, report: report)
      }
    }
    return outcomes
  }

  private func sorted(_ files: [ImportFile]) -> [ImportFile] {
    let ranks = files.map { $0.content.rank(in: registry.vocabulary) }
    return files.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { files[$0] }
  }

  private func take(
    _ file: ImportFile, _ recorder: inout Recorder, progress: (ImportProgress) -> Void
  ) throws -> ImportReport {
    let bytes = try file.bytes()
    guard bytes.count <= file.limit else {
      throw ImportProblem.largeFile(file: file.name, megabytes: file.limit >> 20)
    }
    switch file.content {
    case .facts: return try FactsImport.take(bytes, name: file.name, mode, &recorder)
    case .table(let subject):
      return try TableImport(into: registry, subject)
        .take(bytes, name: file.name, &recorder, progress: progress)
    }
  }

  /// Ends an import of all or nothing.
  private struct Refused: Error {}
}
