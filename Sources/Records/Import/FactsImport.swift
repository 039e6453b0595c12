import Core
import Facts
package import Registry

/// Imports facts files: JSON, all of a file or what is right in it.
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
    let facts = try FactsFile.read(
      bytes: bytes, name: name, FactsSchema(registry.vocabulary), on: CivilDate(dayNumber: 0))
    let outcome = try registry.put(facts, source: name, isTrial: isTrial)
    var report = ImportReport()
    report.rows = facts.parties.count + facts.records.count
    for rows in facts.catalogues.values { report.rows += rows.count }
    report.tally = outcome.result
    report.change = outcome.change
    return report
  }

  /// Items between two reports of progress.
  private static let progressStep = 5000
  /// How much of the work reading is, in thousandths; the rest is putting.
  private static let readingShare = 500

  /// Puts what is right in a file in as a part of a change.
  static func take(
    _ bytes: [UInt8], name: String, _ recorder: inout Recorder,
    progress: (ImportProgress) -> Void
  ) throws -> ImportReport {
    let clock = ContinuousClock()
    let start = clock.now
    func tell(_ done: Int, _ permille: Int) {
      progress(ImportProgress(rows: done, permille: permille, elapsed: clock.now - start))
    }
    let good = try GoodFacts(bytes: bytes, name: name, FactsSchema(recorder.vocabulary))
    let items =
      good.parties.count + good.records.count + good.rows.values.reduce(0) { $0 + $1.count }
    tell(0, readingShare)
    var refused: [FactsItem: [RowFault]] = good.refused.mapValues { diagnostics in
      diagnostics.map { RowFault($0, good.source) }
    }
    var report = ImportReport()
    report.tally = try recorder.put(good.facts) { done in
      guard done % progressStep == 0, items > 0 else { return }
      tell(done, readingShare + min(done, items) * (1000 - readingShare) / items)
    } refuse: { place, problem in
      let item =
        switch place {
        case .party(let position): good.parties[position]
        case .record(let position): good.records[position]
        case .row(let catalogue, let position): good.rows[catalogue]?[position]
        }
      guard let item else { throw problem }
      refused[item, default: []].append(RowFault(problem, item, in: good))
    }
    report.rows = items + good.refused.count
    for item in refused.keys.sorted(by: { good.start(of: $0) < good.start(of: $1) }) {
      report.refuse(refused[item] ?? [])
    }
    if !refused.isEmpty { report.refused = good.file(of: refused.keys) }
    tell(report.rows, 1000)
    return report
  }
}

extension RowFault {
  /// What is wrong with an item of a facts file.
  fileprivate init(_ diagnostic: Diagnostic, _ source: SourceText) {
    let (line, column) = source.position(at: diagnostic.range?.start ?? 0)
    self.init(
      line: line, column: column - 1, name: diagnostic.headings.first, code: diagnostic.code,
      message: diagnostic.message, advice: diagnostic.advice)
  }

  /// What the registry says against an item of a facts file.
  fileprivate init(_ problem: RegistryProblem, _ item: FactsItem, in good: GoodFacts) {
    let (line, column) = good.source.position(at: good.start(of: item))
    self.init(
      line: line, column: column - 1, name: item.path, code: problem.code,
      message: problem.message, advice: problem.advice)
  }
}
