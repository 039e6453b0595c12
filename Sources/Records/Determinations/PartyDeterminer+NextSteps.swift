package import Core
package import Determination
import Explain
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

  /// The same as `report(of:on:)`, and of the party's own records each with what would change it for the
  /// better.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: the determinations with their reasons and steps.
  /// - Throws: `DeterminationProblem.unknownParty`, `StoreError`, `RegistryProblem`.
  package func reportLookingAhead(of id: String, on: CivilDate) throws -> Report {
    let steps = try nextSteps(of: id, on: on)
    let findings = try findings(of: id, on: on) ?? []
    return Report(
      on: on,
      determinations: findings.map { finding in
        var one = finding.determination
        if finding.owner == id {
          one.steps = steps.filter { $0.benefit == one.benefit && $0.subject == one.subject }
        }
        return one
      })
  }
}
