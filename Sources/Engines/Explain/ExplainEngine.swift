package import Determination
package import Facts
package import PolicyPlan
import Vocabulary

/// The explain engine: determines the parties of a facts base under a set of plans, each answer
/// with its reasons. Pure; the order of the facts changes no amount.
package struct ExplainEngine: Sendable {
  package let plans: [Plan]

  package init(plans: [Plan]) { self.plans = plans }

  /// One determination per benefit and subject, document by document.
  package func determine(_ facts: FactBase) -> Report {
    let findings = assess(facts, Scope(isExplaining: true))
    return Report(
      on: facts.on, determinations: findings.flatMap { $0.findings.map(\.determination) })
  }

  /// The same for some parties, with the day until which each answer holds by itself.
  ///
  /// - Parameters:
  ///   - facts: of these parties and of all that bear on them.
  ///   - scope: whose subjects are determined, and whether with reasons.
  /// - Returns: one for each plan of the scope, in its order.
  package func assess(_ facts: FactBase, _ scope: Scope) -> [Findings] {
    let world = World(facts)
    let subjects = Subjects(facts, of: scope.owners)
    return (scope.plans ?? Array(plans.indices)).map { index in
      var determiner = Determiner(
        plan: plans[index], world: world, isExplaining: scope.isExplaining)
      let (findings, due) = determiner.findings(
        of: subjects, except: scope.except[index] ?? [], isCompetition: scope.isCompetition)
      return Findings(plan: index, findings: findings, due: due)
    }
  }
}

extension Plan {
  /// Positions of the benefits for which parties compete with each other: those with a quota, and
  /// those that stacking rules join with them.
  package var contestedBenefits: [Int] {
    let components = StackingComponents(self)
    return benefits.indices.filter { components.shared.contains(components.indices[$0]) }
  }
}

/// The records that may give rise to a benefit, by type.
struct Subjects {
  /// Positions in `FactBase.records` by type, in the order of the facts.
  private var positions: [[Int]]

  /// - Parameters:
  ///   - facts: all of them.
  ///   - owners: the parties whose records count; `nil` for all.
  init(_ facts: FactBase, of owners: Set<String>? = nil) {
    positions = Array(repeating: [], count: facts.vocabulary.types.count)
    // Records mostly come in runs of one party.
    var last: (party: String?, counts: Bool)?
    for (position, record) in facts.records.enumerated() {
      if let owners {
        if last?.party != record.party || last == nil {
          last = (record.party, owners.contains(record.party ?? ""))
        }
        guard last?.counts == true else { continue }
      }
      positions[record.type].append(position)
    }
  }

  subscript(type: Int) -> [Int] { positions[type] }
}
