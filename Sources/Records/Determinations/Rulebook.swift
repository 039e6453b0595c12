import Core
import Cryptography
package import Explain
package import PolicyPlan
package import Registry
import Vocabulary

/// The plans that determine a registry, and what they need of it.
package struct Rulebook: Sendable {
  package let engine: ExplainEngine
  /// By position of the plan: SM3 of all that can change a result.
  package let hashes: [String]
  /// By position of the plan: the catalogues it looks things up in.
  package let catalogues: [Set<String>]
  /// By position of the plan: the types of record whose parties compete for a quota.
  package let competing: [Set<Int>]
  /// By position of the plan: the facts that it reads for what parties compete for.
  let contested: [Snapshot.Selection]
  /// Full ids of the benefits for which parties compete.
  let contestedBenefits: Set<String>
  /// The facts that any of the plans reads.
  package let selection: Snapshot.Selection
  /// By position of the plan: the facts that it reads, and those whose benefits it counts.
  private let selections: [Snapshot.Selection]

  /// What the plans were compiled from; `nil` where they do not hold all of it.
  package let texts: RuleTexts?
  /// SM3 over them: which set of texts a registry keeps them as.
  package let textsDigest: String?

  package var plans: [Plan] { engine.plans }
  /// Ids of the documents, by position of the plan.
  var documents: [String] { plans.map(\.id) }

  /// SM3 of the plan that gives a benefit, by its full id; `nil` where none does.
  package func hash(of benefit: String) -> String? {
    plans.firstIndex { plan in plan.benefits.contains { $0.id == benefit } }.map { hashes[$0] }
  }

  /// - Parameter plans: of sound documents, all of one vocabulary.
  /// - Throws: `DeterminationProblem.namesRecords`, `CryptographyFailure`.
  package init(_ plans: [Plan]) throws {
    engine = ExplainEngine(plans: plans)
    texts = RuleTexts(plans)
    textsDigest = try texts?.digest()
    // What a document counts of others it depends on as on its own rules.
    func together(_ plan: Plan) -> [Plan] {
      [plan] + plans.filter { plan.foreignDocuments.contains($0.id) }
    }
    hashes = try plans.map { try PlanHash.hash(together($0)) }
    catalogues = plans.map { plan in
      Set(
        together(plan).flatMap { plan in
          plan.benefits.indices.flatMap { plan.catalogues(of: $0) }
        })
    }
    for plan in plans {
      if let type = plan.reach(of: Array(plan.benefits.indices)).namedRecords.min() {
        throw DeterminationProblem.namesRecords(
          document: plan.id, type: plan.vocabulary.types[type].name)
      }
    }
    competing = plans.map { $0.reach(of: []).competing }
    contestedBenefits = Set(
      plans.flatMap { plan in plan.contestedBenefits.map { plan.benefits[$0].id } })
    contested = plans.map { Rulebook.selection([($0, $0.contestedBenefits)]) }
    selection = Rulebook.selection(plans.map { ($0, Array($0.benefits.indices)) })
    selections = plans.map { plan in
      Rulebook.selection(together(plan).map { ($0, Array($0.benefits.indices)) })
    }
  }

  /// The facts that one plan depends on.
  ///
  /// - Parameter plan: its position.
  /// - Returns: what is to be read.
  func selection(forPlan plan: Int) -> Snapshot.Selection { selections[plan] }

  /// The facts that are read for some benefits of plans.
  private static func selection(_ parts: [(plan: Plan, benefits: [Int])]) -> Snapshot.Selection {
    var selection = Snapshot.Selection()
    var reach = Reach()
    var types: Set<Int> = []
    for (plan, benefits) in parts {
      reach.formUnion(plan.reach(of: benefits))
      for benefit in benefits { types.formUnion(plan.reads(of: benefit).map(\.type)) }
      // Where a person works and what was granted is asked of everybody.
      for name in ["employment", "claim"] {
        if let type = plan.vocabulary.typeIndex(name) { types.insert(type) }
      }
    }
    selection.neighbourTypes = reach.types
    selection.steps = reach.steps
    selection.types = types.union(reach.types).union(reach.competing)
    selection.opensSecrets = parts.contains { $0.plan.readsSecrets }
    return selection
  }
}

extension Plan {
  /// Whether a rule asks for a secret number.
  fileprivate var readsSecrets: Bool {
    benefits.indices.flatMap { reads(of: $0) }.contains { path in
      guard let field = path.field else { return false }
      return vocabulary.types[path.type].fields[field].sensitivity == .identity
    }
  }
}
