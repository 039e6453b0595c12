import Determination

/// What the engine said of open cases that bear on each other, by what was told. Cases that lack the same
/// facts are told the same, and one question answers for all of them.
final class SaidTogether {
  /// One case among those of a plan.
  struct Case: Hashable {
    let reference: RecordReference
    let benefit: String

    init(_ finding: Finding) {
      reference = finding.reference
      benefit = finding.determination.benefit
    }
  }

  private let cases: Set<Case>
  private var said: [String: [Case: MissingFacts.Answer]] = [:]

  /// - Parameter cases: those that are asked about.
  init(_ cases: Set<Case>) { self.cases = cases }

  /// - Parameters:
  ///   - own: one of the cases.
  ///   - told: what was told, in words that differ for all that differs.
  ///   - ask: what the engine says of all of them.
  /// - Returns: what it says of the one.
  func answer(of own: Case, told: String, _ ask: () -> [Finding]) -> MissingFacts.Answer {
    if let known = said[told] { return known[own] ?? MissingFacts.Answer() }
    var answers: [Case: MissingFacts.Answer] = [:]
    for finding in ask() {
      let one = Case(finding)
      if cases.contains(one), answers[one] == nil { answers[one] = MissingFacts.Answer(finding) }
    }
    said[told] = answers
    return answers[own] ?? MissingFacts.Answer()
  }
}
