package import Core
package import Explain
import Determination
import PolicyPlan
import Registry

extension PartyDeterminer {
  /// What the records of several parties give rise to under one document, with the reasons; without
  /// what parties compete for, which needs everybody.
  ///
  /// - Parameters:
  ///   - ids: of the parties; those the registry does not know are left out.
  ///   - document: its id.
  ///   - on: the day of the determinations.
  /// - Returns: the findings; empty where no such document is in force here.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func findings(
    of ids: [String], under document: String, on: CivilDate
  ) throws -> [Finding] {
    guard let position = rules.documents.firstIndex(of: document) else { return [] }
    let keys = try Set(ids.compactMap { try snapshot.key(of: $0) }).sorted()
    let world = try snapshot.world(of: Snapshot.ranges(keys), on: on, rules.selection)
    let scope = Scope(
      owners: Set(world.parties.values), plans: [position], isExplaining: true,
      narrowsMissing: true)
    let plan = rules.plans[position]
    let contested = Set(plan.contestedBenefits.map { plan.benefits[$0].id })
    return rules.engine.assess(world.facts, scope).flatMap(\.findings)
      .filter { !contested.contains($0.determination.benefit) }
  }
}
