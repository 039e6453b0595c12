package import Core
package import Explain
import Determination
import PolicyPlan
import Registry

extension PartyDeterminer {
  /// What the records of one party give rise to in one benefit, with the reasons, exactly as a run
  /// over all parties would have it. Nothing else is determined but what bears on it.
  ///
  /// - Parameters:
  ///   - benefit: its full id.
  ///   - owner: whose records.
  ///   - on: the day of the determination.
  /// - Returns: one for each record that may give rise to it; empty where the rules have no such
  ///   benefit or the registry did not know the party.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func findings(
    of benefit: String, for owner: String, on: CivilDate
  ) throws -> [Finding] {
    guard let place = rules.place(of: benefit), let key = try snapshot.key(of: owner) else {
      return []
    }
    if rules.plans[place.plan].contestedBenefits.contains(place.benefit),
      try snapshot.holders(of: rules.competing[place.plan]).contains(key)
    {
      let quota = try QuotaResults(place.plan, rules, snapshot, on: on, isExplaining: true)
      return (quota.findings[owner] ?? []).filter { $0.determination.benefit == benefit }
    }
    let selection = rules.selection(forPlan: place.plan)
    let world = try snapshot.world(of: [key...key], on: on, selection)
    let scope = Scope(
      owners: [owner], plans: [place.plan], benefits: [place.plan: [place.benefit]],
      isExplaining: true)
    return rules.engine.assess(world.facts, scope).flatMap(\.findings)
      .filter { $0.determination.benefit == benefit }
  }
}

extension Rulebook {
  /// Positions of the plan that gives a benefit, and of the benefit in it.
  func place(of benefit: String) -> (plan: Int, benefit: Int)? {
    for (index, plan) in plans.enumerated() {
      if let found = plan.benefits.firstIndex(where: { $0.id == benefit }) { return (index, found) }
    }
    return nil
  }
}
