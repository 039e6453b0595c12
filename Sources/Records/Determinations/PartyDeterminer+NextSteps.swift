package import Core
package import Explain
import PolicyPlan
import Registry

extension PartyDeterminer {
  /// What would change the cases of a party's own records for the better, the best first; without
  /// benefits for which parties compete.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: see `ExplainEngine.nextSteps`.
  /// - Throws: `DeterminationProblem.unknownParty`, `StoreError`, `RegistryProblem`.
  package func nextSteps(of id: String, on: CivilDate) throws -> [NextStep] {
    guard let key = try snapshot.key(of: id) else {
      throw DeterminationProblem.unknownParty(id: id)
    }
    let world = try snapshot.world(of: Snapshot.ranges([key]), on: on, rules.selection)
    let contested = Set(
      rules.plans.flatMap { plan in plan.contestedBenefits.map { plan.benefits[$0].id } })
    return rules.engine.nextSteps(world.facts, of: [id]).filter { !contested.contains($0.benefit) }
  }
}
