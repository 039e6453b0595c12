package import Determination
package import Facts

extension ExplainEngine {
  /// What would change the cases of some parties for the better, the best first. Each is one number that
  /// stands otherwise, or time, or a spell that goes on, or two of these together where one is not enough;
  /// cases that fail in more have none.
  ///
  /// - Parameters:
  ///   - facts: of these parties and of all that bear on them.
  ///   - owners: the parties; `nil` for all.
  /// - Returns: at most one step for each fact of a case, or for each two.
  package func nextSteps(_ facts: FactBase, of owners: Set<String>? = nil) -> [NextStep] {
    nextSteps(from: assess(facts, Scope(owners: owners, isExplaining: true)), facts)
  }

  /// The same from what was found already.
  ///
  /// - Parameters:
  ///   - found: of these facts, with reasons.
  ///   - facts: all of them.
  ///   - owner: whose cases are looked at; `nil` for those of all.
  /// - Returns: at most one step for each fact of a case, or for each two.
  package func nextSteps(
    from found: [Findings], _ facts: FactBase, of owner: String? = nil
  ) -> [NextStep] {
    found.flatMap { part in
      part.findings.flatMap { finding -> [NextStep] in
        if let owner, finding.owner != owner { return [] }
        return steps(from: finding, part.plan, facts)
      }
    }.ranked
  }

  /// A finding whose determination says what would change it for the better.
  ///
  /// - Parameters:
  ///   - finding: of these facts, with reasons.
  ///   - plan: position of the plan in `plans`.
  ///   - facts: all of them.
  /// - Returns: the same with its steps, the best first.
  package func lookingAhead(_ finding: Finding, _ plan: Int, _ facts: FactBase) -> Finding {
    var ahead = finding
    ahead.determination.steps = steps(from: finding, plan, facts).ranked
    return ahead
  }

  /// What would change one case for the better.
  func steps(from finding: Finding, _ plan: Int, _ facts: FactBase) -> [NextStep] {
    guard let probe = probe(finding, plan) else { return [] }
    var search = NextSteps(probe, facts)
    return search.find()
  }
}
