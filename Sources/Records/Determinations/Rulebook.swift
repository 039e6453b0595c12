import Core
import Cryptography
package import Explain
package import PolicyPlan
import Registry
import Vocabulary

/// The plans that determine a registry, and what they need of it.
package struct Rulebook: Sendable {
  package let engine: ExplainEngine
  /// By position of the plan: SM3 of all that can change a result.
  let hashes: [String]
  /// By position of the plan: the catalogues it looks things up in.
  let catalogues: [Set<String>]
  /// By position of the plan: the types of record whose parties compete for a quota.
  let competing: [Set<Int>]
  /// The facts that any of the plans reads.
  let selection: Snapshot.Selection

  package var plans: [Plan] { engine.plans }
  /// Ids of the documents, by position of the plan.
  var documents: [String] { plans.map(\.id) }

  /// - Parameter plans: of sound documents, all of one vocabulary.
  /// - Throws: `DeterminationProblem.namesRecords`, `CryptographyFailure`.
  package init(_ plans: [Plan]) throws {
    engine = ExplainEngine(plans: plans)
    hashes = try plans.map { try PlanHash.hash($0) }
    catalogues = plans.map { plan in
      Set(plan.benefits.indices.flatMap { plan.catalogues(of: $0) })
    }
    let reaches = plans.map(\.reach)
    for (plan, reach) in zip(plans, reaches) {
      if let type = reach.namedRecords.min() {
        throw DeterminationProblem.namesRecords(
          document: plan.id, type: plan.vocabulary.types[type].name)
      }
    }
    competing = reaches.map(\.competing)
    var selection = Snapshot.Selection()
    var reach = Reach()
    for other in reaches { reach.formUnion(other) }
    selection.neighbourTypes = reach.types
    selection.steps = reach.steps
    selection.types = Rulebook.types(plans).union(reach.types).union(reach.competing)
    selection.opensSecrets = plans.contains { $0.readsSecrets }
    self.selection = selection
  }

  /// Types of records that rules read; where a person works and what was granted is asked of
  /// everybody.
  private static func types(_ plans: [Plan]) -> Set<Int> {
    var types: Set<Int> = []
    for plan in plans {
      for benefit in plan.benefits.indices { types.formUnion(plan.reads(of: benefit).map(\.type)) }
      for name in ["employment", "claim"] {
        if let type = plan.vocabulary.typeIndex(name) { types.insert(type) }
      }
    }
    return types
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
