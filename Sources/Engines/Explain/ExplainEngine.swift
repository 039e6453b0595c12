package import Determination
import FEEL
package import Facts
package import PolicyPlan
import Vocabulary

/// The explain engine: determines the parties of a facts base under a set of plans, each answer
/// with its reasons. Pure; the order of the facts changes no amount.
package struct ExplainEngine: Sendable {
  package let plans: [Plan]
  let prepared: [PreparedPlan]

  package init(plans: [Plan]) {
    self.plans = plans
    prepared = plans.map(PreparedPlan.init)
  }

  /// One determination per benefit and subject, document by document.
  ///
  /// - Parameters:
  ///   - facts: all of them.
  ///   - narrowsMissing: see `Scope.narrowsMissing`.
  ///   - looksAhead: whether to look for what would change each for the better.
  ///   - parties: as much may be tried out as for so many; `nil` for as many as there are.
  /// - Returns: the determinations with their reasons.
  package func determine(
    _ facts: FactBase, narrowsMissing: Bool = true, looksAhead: Bool = false,
    searchingLikeFor parties: Int? = nil
  ) -> Report {
    let limit = SearchEffort.ofOneParty * max(1, parties ?? facts.parties.count)
    let found = assess(
      facts, Scope(isExplaining: true, narrowsMissing: narrowsMissing, effort: limit))
    let effort = SearchEffort(nil)
    return Report(
      on: facts.on,
      determinations: found.flatMap { part in
        part.findings.map { finding in
          looksAhead
            ? lookingAhead(finding, part.plan, facts, effort).determination : finding.determination
        }
      })
  }

  /// The same for some parties, with the day until which each answer holds by itself.
  ///
  /// - Parameters:
  ///   - facts: of these parties and of all that bear on them.
  ///   - scope: whose subjects are determined, and whether with reasons.
  /// - Returns: one for each plan of the scope, in its order.
  package func assess(_ facts: FactBase, _ scope: Scope) -> [Findings] {
    let regions = PartyRegions(World(facts))
    let subjects = Subjects(facts, of: scope.owners)
    let effort = SearchEffort(scope.effort)
    return (scope.plans ?? Array(plans.indices)).map { index in
      var determiner = Determiner(
        prepared[index], in: regions, isExplaining: scope.isExplaining)
      let (findings, due) = determiner.findings(
        of: subjects, except: scope.except[index] ?? [], isCompetition: scope.isCompetition,
        with: scope.benefits[index],
        counting: scope.isCompetition
          ? Determiner.Given() : given(to: plans[index], subjects, regions))
      return Findings(
        plan: index,
        findings: scope.narrowsMissing ? narrowed(findings, index, facts, effort) : findings,
        due: due)
    }
  }

  /// Asks again about a case of a plan, by its position.
  func probe(
    _ finding: Finding, _ plan: Int, _ facts: FactBase, _ effort: SearchEffort
  ) -> CaseProbe? {
    let benefits = plans[plan].benefits
    return benefits.firstIndex { $0.id == finding.determination.benefit }.map { benefit in
      CaseProbe(
        prepared: prepared[plan], benefit: benefit, finding: finding,
        given: { facts in
          if plans[plan].foreign.isEmpty { return Determiner.Given() }
          let subjects = Subjects(facts, of: [finding.owner])
          return given(to: plans[plan], subjects, PartyRegions(World(facts)))
        }, facts, effort)
    }
  }
}

extension ExplainEngine {
  /// The cases of other documents that a plan's stacking rules count, as those documents settle them
  /// by themselves.
  private func given(
    to plan: Plan, _ subjects: Subjects, _ regions: PartyRegions
  ) -> Determiner.Given {
    var given = Determiner.Given()
    if plan.foreign.isEmpty { return given }
    let wanted = Set(plan.foreign.map(\.id))
    for other in prepared where plan.foreignDocuments.contains(other.plan.id) {
      var determiner = Determiner(other, in: regions, isExplaining: false)
      given.add(determiner.given(of: subjects, wanted))
    }
    return given
  }
}

extension Plan {
  /// Positions of the benefits that stacking rules name together with those of other documents.
  var benefitsBesideForeign: [Int] {
    let rules = stacking.filter { $0.over.contains(where: isForeign) }
    let names = Set(rules.flatMap { $0.over + $0.kind.lower })
    return benefits.indices.filter { names.contains(benefits[$0].id) }
  }

  /// Positions of the benefits for which parties compete with each other: those with a quota, and
  /// those that stacking rules join with them.
  package var contestedBenefits: [Int] {
    let components = StackingComponents(self)
    return benefits.indices.filter { components.shared.contains(components.indices[$0]) }
  }
}
