import Facts
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
  package var action = ImportAction.put

  package init(into registry: Registry) { self.registry = registry }

  /// What an import did, or would have done, with one of the files.
  package struct Outcome: Sendable {
    package let file: ImportFile
    package let report: ImportReport

    /// The same where nothing was kept after all.
    package var undone: Outcome {
      var report = report
      report.change = nil
      return Outcome(file: file, report: report)
    }
  }

  /// Imports the files.
  ///
  /// - Parameters:
  ///   - files: in any order.
  ///   - progress: called now and then with the name of the file.
  ///   - settled: called with the reports when every row has its verdict and nothing is kept yet;
  ///     when it throws, nothing is.
  ///   - indexing: called in the end, where indexes of large tables are made.
  /// - Returns: a report per file, in the order in which they were imported. When rows were refused
  ///   and the mode is all or nothing, or this was a trial, no report has a change.
  /// - Throws: `ImportProblem` or `DiagnosticsError` when a file as a whole cannot be read;
  ///   `StoreError`; what reading a file and `settled` throw. In all cases nothing was imported, of any file.
  package func run(
    _ files: [ImportFile], progress: (String, ImportProgress) -> Void = { _, _ in },
    settled: ([Outcome]) throws -> Void = { _ in },
    indexing: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> [Outcome] {
    let sorted = sorted(files)
    guard let first = sorted.first else { return [] }
    for file in sorted { try checkAction(on: file) }
    var outcomes: [Outcome] = []
    do {
      _ = try registry.change(
        source: source(of: first), isTrial: isTrial, indexing: indexing
      ) { recorder in
        for (position, file) in sorted.enumerated() {
          if position > 0 { try recorder.beginNext(source: source(of: file)) }
          var report = try take(file, &recorder) { progress(file.name, $0) }
          report.change = isTrial ? nil : recorder.changeIfAny
          outcomes.append(Outcome(file: file, report: report))
        }
        try settled(outcomes)
        if mode == .allOrNothing, outcomes.contains(where: { $0.report.refusedRows > 0 }) {
          throw Refused()
        }
      }
    } catch is Refused {
      outcomes = outcomes.map(\.undone)
    }
    return outcomes
  }

  /// Parties are there for good, and what a facts file names is put.
  private func checkAction(on file: ImportFile) throws(ImportProblem) {
    guard case .withdraw = action else { return }
    switch file.content {
    case .facts: throw .withdrawnFacts(file: file.name)
    case .table(.type(let index)) where registry.vocabulary.types[index].role == .party:
      throw .withdrawnParty(type: registry.vocabulary.types[index].id)
    case .table: return
    }
  }

  /// Where the registry will say that the rows came from.
  private func source(of file: ImportFile) -> String {
    switch action {
    case .put: file.name
    case .withdraw(let note): "withdraw \(file.name)" + (note.map { ", \($0)" } ?? "")
    }
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
    case .facts:
      return try FactsImport.take(bytes, name: file.name, &recorder, progress: progress)
    case .table(let subject):
      var table = TableImport(into: registry, subject)
      table.action = action
      return try table.take(bytes, name: file.name, &recorder, progress: progress)
    }
  }

  /// Ends an import of all or nothing.
  private struct Refused: Error {}
}
