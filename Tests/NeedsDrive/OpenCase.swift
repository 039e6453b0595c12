import Core
import Determination
import Explain
import Facts
import FactsSupport
import PolicyPlan
import Vocabulary

/// An open case of a world, and the facts that it says are missing.
struct OpenCase {
  let name: String
  let plan: Int
  let benefit: Int
  let owner: String
  let subject: String?
  let finding: Finding
  /// Whether it is a score sheet.
  let isScored: Bool
  /// Ids of the missing facts.
  private(set) var needs: [String] = []
  /// That they can change the case, each; and those of which the engine has no proof.
  private(set) var proofs: [MissingFactProof] = []
  private(set) var unproven: [String] = []

  /// The open cases of a world.
  static func all(
    _ world: RandomFacts.World, _ engine: ExplainEngine, _ vocabulary: Vocabulary, _ name: String
  ) -> [OpenCase] {
    engine.assess(world.facts(vocabulary), Scope(isExplaining: false)).flatMap { part in
      part.findings.filter { $0.determination.outcome == .undetermined }.compactMap { finding in
        OpenCase(finding, part.plan, engine, name)
      }
    }
  }

  private init?(_ finding: Finding, _ plan: Int, _ engine: ExplainEngine, _ name: String) {
    let id = finding.determination.benefit
    guard let benefit = engine.plans[plan].benefits.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    (self.plan, self.benefit, self.finding) = (plan, benefit, finding)
    owner = finding.owner
    isScored = if case .score = engine.plans[plan].benefits[benefit].payment { true } else { false }
    subject = finding.determination.subject
    self.name = "\(name), \(id) \(subject ?? "-")"
  }

  /// The same with the facts that are missing.
  func asked(in facts: FactBase, _ engine: ExplainEngine) -> OpenCase {
    var asked = self
    asked.needs = answer(in: facts, engine, isExplaining: true)?.needs.map(\.id) ?? []
    let found = engine.missingFacts(of: finding, plan, facts, limit: isScored ? 6_000 : nil)
    asked.proofs = found.proven
    let proven = Set(found.proven.map(\.fact.id))
    asked.unproven = asked.needs.filter { !proven.contains($0) }
    return asked
  }

  /// What the case comes to in a world.
  func answer(
    in world: RandomFacts.World, _ engine: ExplainEngine, _ vocabulary: Vocabulary,
    isExplaining: Bool = false
  ) -> Determination? {
    answer(in: world.facts(vocabulary), engine, isExplaining: isExplaining)
  }

  /// The same with any facts.
  func answer(
    in facts: FactBase, _ engine: ExplainEngine, isExplaining: Bool = false
  ) -> Determination? {
    let document = engine.plans[plan]
    let scope = Scope(
      owners: document.contestedBenefits.contains(benefit) ? nil : [owner], plans: [plan],
      benefits: [plan: [benefit]], isExplaining: isExplaining,
      narrowsMissing: isExplaining)
    return engine.assess(facts, scope).flatMap(\.findings).first {
      $0.owner == owner && $0.determination.subject == subject
        && $0.determination.benefit == document.benefits[benefit].id
    }?.determination
  }
}

extension Determination? {
  /// Outcome, amount and points; of an entry there is none, `none`.
  var words: String {
    guard let one = self else { return "none" }
    return [one.outcome.rawValue, one.amount?.description, one.score?.total?.description]
      .compactMap { $0 }.joined(separator: " ")
  }
}
