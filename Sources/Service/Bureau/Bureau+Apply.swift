package import Casework
import Core
package import Determination
import Determinations
import Explain
package import Office
import PolicyPlan
import Registry
import Store

extension Bureau {
  /// What a party could apply for by the facts of today: all that is not offered without an
  /// application.
  ///
  /// - Parameter party: who would receive.
  /// - Returns: document by document; empty where the registry does not know the party.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func openings(for party: String) throws -> [Opening] {
    try openings(appliedFor(by: party, registry.snapshot()))
  }

  /// The same, with what would change the cases of the party's own records for the better, where it
  /// receives itself.
  ///
  /// - Parameter party: who would receive.
  /// - Returns: the openings, and the best steps first; `nil` where there are so many cases that not
  ///   all that might was tried out.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func prospects(
    for party: String
  ) throws -> (openings: [Opening], steps: [NextStep]?) {
    let found = try PartyDeterminer(rules, registry.snapshot())
      .findingsAndSteps(of: party, on: clock.today)
    guard let (findings, steps) = found else { return ([], []) }
    return (
      try openings(findings.filter { isAppliedFor($0, by: party) }),
      steps?.filter { $0.party == party }
    )
  }

  private func openings(_ found: [Finding]) throws -> [Opening] {
    try office.read { connection in
      try found.map { finding in
        let determination = finding.determination
        let open = try casework.openCase(of: Bureau.entitlement(finding), connection)
        return Opening(
          owner: finding.owner, determination: determination,
          standing: open.map { .begun($0) } ?? determination.standing,
          procedure: setup.ways.procedure(of: determination.benefit))
      }
    }
  }

  /// Begins a draft for something a party may apply for.
  ///
  /// - Parameters:
  ///   - party: who would receive.
  ///   - benefit: full id.
  ///   - owner: whose record gives rise to it.
  ///   - subject: the record.
  ///   - key: names the request; the same again gives the same case.
  ///   - signer: the party, or an agent of it.
  /// - Returns: the case.
  /// - Throws: `ApplyProblem`; `CaseworkProblem.alreadyOpen` and `.notYetRecorded`;
  ///   `OfficeProblem`, `StoreError`, `RegistryProblem`.
  package func apply(
    for party: String, benefit: String, owner: String, subject: String?, key: String,
    by signer: Signer
  ) throws -> CaseRecord {
    guard signer.speaks(for: party) else { throw ApplyProblem.notForThem }
    let snapshot = try registry.snapshot()
    let finding = try appliedFor(by: party, snapshot).first { finding in
      finding.owner == owner && finding.determination.benefit == benefit
        && finding.determination.subject == subject
    }
    guard let finding, finding.determination.standing == .free else {
      throw ApplyProblem.notDue(label(of: benefit))
    }
    let day = clock.today
    let parties = try registry.files(of: [owner, party], types: ["employment"], on: day)
    let proposal = try proposal(finding, on: day, snapshot, parties)
    return try office.write { connection in
      let number = try office.once("apply/\(key)", by: signer, connection) { connection in
        try casework.open(proposal, by: signer, connection).number
      }
      return try casework.record(number.result, connection)
    }
  }

  /// What is due to a party, or may be, on an application only.
  private func appliedFor(by party: String, _ snapshot: Snapshot) throws -> [Finding] {
    try findings(of: party, on: clock.today, snapshot).filter { isAppliedFor($0, by: party) }
  }

  private func isAppliedFor(_ finding: Finding, by party: String) -> Bool {
    finding.determination.party == party
      && setup.ways.procedure(of: finding.determination.benefit) != Bureau.withoutApplication
  }

  private static func entitlement(_ finding: Finding) -> Entitlement {
    let determination = finding.determination
    return Entitlement(
      benefit: determination.benefit, owner: finding.owner, party: determination.party,
      subject: determination.subject)
  }

  private func label(of benefit: String) -> Bilingual {
    rules.plans.flatMap(\.benefits).first { $0.id == benefit }?.label ?? Bilingual(benefit)
  }
}

extension Signer {
  /// Whether they are the party themselves, or an agent of the organisation.
  package func speaks(for party: String) -> Bool {
    switch role {
    case .worker: actor.party == party
    case .enterpriseAgent, .institutionAgent:
      actor.grants.contains { $0.role == role && $0.organisation == party }
    default: false
    }
  }
}
