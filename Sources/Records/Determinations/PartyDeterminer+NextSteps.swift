package import Core
package import Determination
package import Explain
package import Facts
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
    return uncontested(rules.engine.nextSteps(world.facts, of: [id]))
  }

  /// What a party's own records give rise to, what it receives for the records of others, and what
  /// would change the cases of its own records; nothing is worked out twice.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: the report and the next steps, and the facts that they were worked out from.
  /// - Throws: `DeterminationProblem.unknownParty`, `StoreError`, `RegistryProblem`.
  package func outlook(
    of id: String, on: CivilDate
  ) throws -> (outlook: Outlook, facts: FactBase) {
    guard let work = try work(of: id, on: on) else {
      throw DeterminationProblem.unknownParty(id: id)
    }
    let report = Report(on: on, determinations: work.findings.map(\.determination))
    return (Outlook(report, steps: steps(work, of: id)), work.facts)
  }

  /// The same, with whose record each is.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: see `findings` and `Outlook.steps`; `nil` when the registry does not know the party.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func findingsAndSteps(
    of id: String, on: CivilDate
  ) throws -> (findings: [Finding], steps: [NextStep]?)? {
    try work(of: id, on: on).map { ($0.findings, steps($0, of: id)) }
  }

  private func steps(_ work: Work, of id: String) -> [NextStep]? {
    rules.engine.nextSteps(from: work.found, work.facts, of: id).map(uncontested)
  }

  private func uncontested(_ steps: [NextStep]) -> [NextStep] {
    steps.filter { !rules.contestedBenefits.contains($0.benefit) }
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
