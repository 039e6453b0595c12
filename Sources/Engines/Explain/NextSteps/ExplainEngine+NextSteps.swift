package import Determination
package import Facts

extension ExplainEngine {
  /// What would change the cases of some parties for the better, the best first. Each is one number that
  /// stands otherwise, or time, or a spell that goes on; cases that fail in several things have none.
  ///
  /// - Parameters:
  ///   - facts: of these parties and of all that bear on them.
  ///   - owners: the parties; `nil` for all.
  /// - Returns: at most one step for each fact of a case.
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
  /// - Returns: at most one step for each fact of a case; `nil` where there is too much to try out.
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
        return probe(finding, part.plan, facts, effort).map { NextSteps($0, facts).find() } ?? []
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
}
