package import Determination
package import Facts
package import PolicyPlan

/// The explain engine: determines the parties of a facts base under a set of plans, each answer
/// with its reasons. Pure; the order of the facts changes no amount.
package struct ExplainEngine: Sendable {
  package let plans: [Plan]

  package init(plans: [Plan]) { self.plans = plans }

  /// One determination per benefit and subject, document by document.
  package func determine(_ facts: FactBase) -> Report {
    let world = World(facts)
    return Report(
      on: facts.on,
      determinations: plans.flatMap { Determiner(plan: $0, world: world).determinations() })
  }
}
