package import Core
package import Determination
package import Explain
import Facts
import PolicyPlan
package import Registry
import Vocabulary

/// Determines one party of a registry with all reasons, exactly as a run over all parties would:
/// with whatever of other parties bears on it, and ranked against everybody where a quota is shared.
package struct PartyDeterminer: Sendable {
  let rules: Rulebook
  let snapshot: Snapshot

  /// - Parameters:
  ///   - rules: the plans.
  ///   - snapshot: the state of the registry.
  package init(_ rules: Rulebook, _ snapshot: Snapshot) {
    self.rules = rules
    self.snapshot = snapshot
  }

  /// What a party's own records give rise to, and what it receives for the records of others.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: document by document, in the order of its benefits; `nil` when the registry does not
  ///   know the party.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func findings(of id: String, on: CivilDate) throws -> [Finding]? {
    try work(of: id, on: on)?.findings
  }

  /// What was found of a party, and how.
  struct Work {
    /// In the order of the documents and their benefits.
    let findings: [Finding]
    /// The same and more, as the engine gave it, without what parties compete for.
    let found: [Findings]
    /// What the engine was given.
    let facts: FactBase
  }

  func work(of id: String, on: CivilDate) throws -> Work? {
    guard let key = try snapshot.key(of: id) else { return nil }
    let keys = try Set([key]).union(payers(to: id, of: key)).sorted()
    let world = try snapshot.world(of: Snapshot.ranges(keys), on: on, rules.selection)
    guard world.facts.party(id) != nil else { return nil }
    var quotas: [Int: QuotaResults] = [:]
    for plan in rules.plans.indices where !rules.competing[plan].isEmpty {
      if try Set(snapshot.holders(of: rules.competing[plan])).isDisjoint(with: keys) { continue }
      quotas[plan] = try QuotaResults(plan, rules, snapshot, on: on, isExplaining: true)
    }
    let owners = Set(world.parties.values)
    let scope = Scope(
      owners: owners, except: quotas.mapValues(\.members), isExplaining: true,
      narrowsMissing: true)
    let found = rules.engine.assess(world.facts, scope)
    let findings = found.flatMap { found in
      var findings = found.findings
      if let quota = quotas[found.plan] {
        for owner in quota.members.intersection(owners).sorted() {
          findings += quota.findings[owner] ?? []
        }
      }
      findings = findings.filter { $0.owner == id || $0.determination.party == id }
      return inOrder(findings, rules.plans[found.plan])
    }
    return Work(findings: findings, found: found, facts: world.facts)
  }

  /// The same as a report.
  ///
  /// - Parameters:
  ///   - id: of the party.
  ///   - on: the day of the determinations.
  /// - Returns: the determinations with their reasons.
  /// - Throws: `DeterminationProblem.unknownParty`, `StoreError`, `RegistryProblem`.
  package func report(of id: String, on: CivilDate) throws -> Report {
    guard let findings = try findings(of: id, on: on) else {
      throw DeterminationProblem.unknownParty(id: id)
    }
    return Report(on: on, determinations: findings.map(\.determination))
  }

  /// By benefit, as the document has them; within one as they were found.
  private func inOrder(_ findings: [Finding], _ plan: Plan) -> [Finding] {
    let places = Dictionary(
      uniqueKeysWithValues: plan.benefits.enumerated().map { ($0.element.id, $0.offset) })
    return findings.enumerated().sorted { left, right in
      let benefits = (left.element.determination.benefit, right.element.determination.benefit)
      return (places[benefits.0] ?? 0, left.offset) < (places[benefits.1] ?? 0, right.offset)
    }.map(\.element)
  }

  /// The owners of records for which a party may receive something.
  private func payers(to id: String, of key: Int64) throws -> Set<Int64> {
    guard let type = try snapshot.type(of: key) else { return [] }
    var payers: Set<Int64> = []
    var seen: Set<FactPath> = []
    for benefit in rules.plans.flatMap(\.benefits) {
      guard let field = benefit.receiver,
        case .reference(let receivers) = snapshot.registry.vocabulary.types[benefit.subject]
          .fields[field].type, receivers.contains(type),
        seen.insert(FactPath(type: benefit.subject, field: field)).inserted
      else { continue }
      payers.formUnion(try snapshot.owners(ofType: benefit.subject, whose: field, names: id))
    }
    return payers
  }
}
