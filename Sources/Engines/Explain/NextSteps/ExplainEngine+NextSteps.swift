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
    let found = assess(facts, Scope(owners: owners, isExplaining: true))
    return nextSteps(from: found, facts, of: nil, SearchEffort(nil))
  }

  /// What would change what was found of one party already.
  ///
  /// - Parameters:
  ///   - found: of these facts, with reasons.
  ///   - facts: all of them.
  ///   - owner: whose cases are looked at; `nil` for those of all, with no more effort.
  /// - Returns: at most one step for each fact of a case, or for each two; `nil` where there is too much
  ///   to try out.
  package func nextSteps(
    from found: [Findings], _ facts: FactBase, of owner: String?
  ) -> [NextStep]? {
    let effort = SearchEffort(SearchEffort.ofOneParty)
    let steps = nextSteps(from: found, facts, of: owner, effort)
    return effort.isSpent ? nil : steps
  }

  private func nextSteps(
    from found: [Findings], _ facts: FactBase, of owner: String?, _ effort: SearchEffort
  ) -> [NextStep] {
    found.flatMap { part in
      part.findings.flatMap { finding -> [NextStep] in
        if effort.isSpent || owner != nil && finding.owner != owner { return [] }
        return steps(from: finding, part.plan, facts, effort)
      }
    }.ranked
  }

  /// What is due by the facts of one party, and what would change it; nothing is looked for twice.
  ///
  /// - Parameter facts: all of them.
  /// - Returns: the determinations with their reasons, and the next steps.
  package func outlook(_ facts: FactBase) -> Outlook {
    let found = assess(facts, Scope(isExplaining: true, narrowsMissing: true))
    return Outlook(
      Report(on: facts.on, determinations: found.flatMap { $0.findings.map(\.determination) }),
      steps: nextSteps(from: found, facts, of: nil))
  }

  /// A finding whose determination says what would change it for the better: its steps, the best first.
  func lookingAhead(
    _ finding: Finding, _ plan: Int, _ facts: FactBase, _ effort: SearchEffort
  ) -> Finding {
    var ahead = finding
    ahead.determination.steps = steps(from: finding, plan, facts, effort).ranked
    return ahead
  }

  /// What would change one case for the better.
  func steps(
    from finding: Finding, _ plan: Int, _ facts: FactBase, _ effort: SearchEffort
  ) -> [NextStep] {
    guard let probe = probe(finding, plan, facts, effort) else { return [] }
    var search = NextSteps(probe, facts)
    return search.find()
  }
}
