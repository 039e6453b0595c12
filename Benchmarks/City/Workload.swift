import Columns
import Core
import PolicyDocument
import PolicyPlan
import Workbench

/// The two lines of the benchmark: what is worked out for each worker, as a sum in 分.
enum Workload: String, CaseIterable {
  /// W3, W4d, W5a, and of a person's prizes in contests (W13) the highest only.
  case plain
  /// The same with the titles of leading talent (W6) and the whole rule that awards do not add up
  /// (W16).
  case stacked

  static let document = "wenzhou-2018-242"

  /// What it asks of the column engine.
  var benefits: Set<String> {
    Set(
      ["apprenticeship", "skill-upgrade", "post-allowance", "contest-prize"].map {
        Workload.document + "/" + $0
      })
  }

  /// The plan it runs. Under the document as it stands prizes and titles bear on each other; for the
  /// plain line the rule is about prizes alone.
  ///
  /// - Throws: where the text of the document has come to say something else.
  func plan(_ bench: Workbench) throws -> Plan {
    let known = bench.documents.first { $0.id == Workload.document }
    guard let known, let plan = known.plan else { throw BenchmarkError.noPlan }
    if self == .stacked { return plan }
    let text = known.source.text
      .replacing("over: [contest-prize, leading-talent]", with: "over: [contest-prize]")
      .replacing(
        "then: always, else: [leading-talent]", with: "then: always, else: [contest-prize]")
    let source = SourceText(name: known.source.name, text: text)
    guard text != known.source.text, let document = PolicyDocument.read(source).document,
      let changed = Plan.compile(document, bench.vocabulary).plan
    else { throw BenchmarkError.noPlan }
    return changed
  }
}

/// Why the benchmark cannot run.
enum BenchmarkError: Error, CustomStringConvertible {
  case noPlan
  case unknownTurn(String)

  var description: String {
    switch self {
    case .noPlan: "the rules of \(Workload.document) that the benchmark counts on are not there"
    case .unknownTurn(let line): "there is no such turn: \(line)"
    }
  }
}
