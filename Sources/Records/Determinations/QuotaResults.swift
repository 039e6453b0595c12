package import Core
package import Explain
package import Registry

/// What the parties that compete for the quotas of a plan come to in what they compete for,
/// determined together.
package struct QuotaResults: Sendable {
  /// Ids of the parties.
  package let members: Set<String>
  /// Findings and due day of each that has any.
  package private(set) var findings: [String: [Finding]] = [:]
  package private(set) var due: [String: CivilDate] = [:]

  /// - Parameters:
  ///   - plan: position of the plan.
  ///   - rules: where it stands.
  ///   - snapshot: the state of the registry.
  ///   - on: the day of the determinations.
  ///   - isExplaining: whether anybody will read the reasons.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package init(
    _ plan: Int, _ rules: Rulebook, _ snapshot: Snapshot, on: CivilDate, isExplaining: Bool = false
  ) throws {
    let keys = try snapshot.holders(of: rules.competing[plan])
    let world = try snapshot.world(of: Snapshot.ranges(keys), on: on, rules.contested[plan])
    members = Set(world.parties.values)
    let scope = Scope(
      owners: members, plans: [plan], isCompetition: true, isExplaining: isExplaining)
    for result in rules.engine.assess(world.facts, scope) {
      findings = Dictionary(grouping: result.findings, by: \.owner)
      due = result.due
    }
  }
}
