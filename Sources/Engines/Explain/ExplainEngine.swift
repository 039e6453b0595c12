package import Determination
package import Facts
package import PolicyPlan
import Vocabulary

/// The explain engine: determines the parties of a facts base under a set of plans, each answer
/// with its reasons. Pure; the order of the facts changes no amount.
package struct ExplainEngine: Sendable {
  package let plans: [Plan]

  package init(plans: [Plan]) { self.plans = plans }

  /// One determination per benefit and subject, document by document.
  package func determine(_ facts: FactBase) -> Report {
    let findings = assess(facts, Scope(isExplaining: true))
    return Report(
      on: facts.on, determinations: findings.flatMap { $0.findings.map(\.determination) })
  }

  /// The same for some parties, with the day until which each answer holds by itself.
  ///
  /// - Parameters:
  ///   - facts: of these parties and of all that bear on them.
  ///   - scope: whose subjects are determined, and whether with reasons.
  /// - Returns: one for each plan of the scope, in its order.
  package func assess(_ facts: FactBase, _ scope: Scope) -> [Findings] {
    let world = World(facts)
    let subjects = Subjects(facts, of: scope.owners)
    return (scope.plans ?? Array(plans.indices)).map { index in
      var determiner = Determiner(
        plan: plans[index], world: world, isExplaining: scope.isExplaining)
      let (findings, due) = determiner.findings(
        of: subjects, except: scope.except[index] ?? [], isCompetition: scope.isCompetition)
      return Findings(plan: index, findings: findings, due: due)
    }
  }
}

extension Plan {
  /// Positions of the benefits for which parties compete with each other: those with a quota, and
  /// those that stacking rules join with them.
  package var contestedBenefits: [Int] {
    let components = StackingComponents(self)
    return benefits.indices.filter { components.shared.contains(components.indices[$0]) }
  }
}
