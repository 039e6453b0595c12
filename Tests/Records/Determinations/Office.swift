import Core
import Cryptography
import Determination
import Determinations
import Explain
import Facts
import Foundation
import PolicyDocument
import PolicyPlan
import Registry
import TestSupport
import Testing
import Vocabulary

/// A registry of its own for one test, and plans to determine it by.
struct Office {
  private let folder: TemporaryFolder
  let registry: Registry
  let store: DeterminationStore
  let plans: [Plan]

  /// - Parameter words: what to put in the place of words of the document `calendar`.
  /// - Throws: what is wrong with the registry or the document.
  init(_ words: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    registry = try Registry.open(
      at: folder.path("registry.db"), keyFile: KeyFile(path: folder.path("registry.key")),
      vocabulary: vocabulary)
    store = try DeterminationStore(registry)
    plans = try Office.plans(words)
  }

  static func plans(_ words: [String: String] = [:]) throws -> [Plan] {
    var calendar = try Corpus("Documents").source("calendar").text
    for (word, other) in words { calendar = calendar.replacingOccurrences(of: word, with: other) }
    return try [
      plan(try ProjectFiles.source("Policies/wenzhou-2018-242.md")),
      plan(SourceText(name: "calendar.md", text: calendar)),
    ]
  }

  private static func plan(_ source: SourceText) throws -> Plan {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let (document, faults) = PolicyDocument.read(source)
    let compiled = document.map { Plan.compile($0, vocabulary) }
    let errors = (faults + (compiled?.diagnostics ?? [])).filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.rendered(in: source))")
    return try #require(compiled?.plan)
  }

  func runner(
    on day: CivilDate, of size: Int = 1000, by plans: [Plan]? = nil
  ) throws -> DeterminationRunner {
    var runner = try DeterminationRunner(store, Rulebook(plans ?? self.plans), on: day)
    runner.batchSize = size
    return runner
  }

  /// All that is stored, a line each, sorted; without the runs that brought it.
  func outline() throws -> [String] {
    var lines: [String] = []
    try store.each { lines.append($0.outline) }
    return lines.sorted()
  }
}

extension StoredDetermination {
  var outline: String {
    line(
      benefit, owner, party, subject, outcome, [gross, amount, granted], monthly, until)
  }
}

extension Finding {
  /// The same line as that of a stored determination.
  var outline: String {
    let found = determination
    return line(
      found.benefit, owner, found.party, found.subject, found.outcome,
      [found.gross, found.amount, found.granted], found.monthly, until)
  }
}

private func line(
  _ benefit: String, _ owner: String, _ party: String, _ subject: String?, _ outcome: Outcome,
  _ sums: [Money?], _ monthly: Monthly?, _ until: CivilDate?
) -> String {
  let months = monthly?.spans.map { "\($0.from.monthText)..\($0.to.monthText) \($0.rate)" }
  return [
    benefit, owner, party, subject ?? "-", outcome.rawValue,
    sums.map { $0?.description ?? "-" }.joined(separator: " "),
    months?.joined(separator: ", ") ?? "-", until?.description ?? "-",
  ].joined(separator: " | ")
}

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
