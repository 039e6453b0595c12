import Core
import Determination
import Determinations
import Explain
import FEEL
import HTTP
import Pages
import PolicyPlan
import Registry

/// The rules by which those of one year are ranked: the text of the document that holds on the day,
/// the marks that hold where somebody is, and what the engine says of each.
struct RankingRound {
  let plan: Plan
  let benefit: BenefitPlan
  let ranking: RankingPlan
  let day: CivilDate

  /// - Parameters:
  ///   - plan: the document as issued, with what later ones make of it.
  ///   - benefit: the one that selects.
  ///   - ranking: how it does.
  ///   - day: the day that the year is looked at: its last, or today.
  init(_ plan: Plan, _ benefit: BenefitPlan, _ ranking: RankingPlan, on day: CivilDate) {
    let amended = plan.versions.last { $0.holds(event: day, on: day) }?.plan
    let changed = amended.flatMap { amended in
      amended.position(of: benefit).map { (amended, amended.benefits[$0]) }
    }
    (self.plan, self.benefit) = changed ?? (plan, benefit)
    self.ranking = self.benefit.ranking ?? ranking
    self.day = day
  }

  /// The marks that hold in a region.
  ///
  /// - Parameter region: its code.
  /// - Returns: the region's own where it has set them, else the document's.
  /// - Throws: a refusal where one of them is no number.
  func marks(in region: String) throws -> SelectionRanking.Marks {
    try marks { assumption in
      assumption.locals.position(in: region, on: day).map { assumption.locals[$0].value }
        ?? assumption.value
    }
  }

  /// The marks that the document itself sets.
  var ownMarks: SelectionRanking.Marks { get throws { try marks(\.value) } }

  private func marks(_ value: (AssumptionPlan) -> Value) throws -> SelectionRanking.Marks {
    func points(_ index: Int) throws -> Decimal128 {
      let assumption = plan.assumptions[index]
      if case .number(let points) = value(assumption) { return points }
      let name = assumption.label
      throw Refusal(
        .serviceUnavailable,
        message: Bilingual(zh: "“\(name.zh)”不是分数。", en: "“\(name.en)” is no number of points."),
        advice: Bilingual(zh: "请更正这个值。", en: "Correct its value."))
    }
    return SelectionRanking.Marks(pass: try points(ranking.pass), cut: try points(ranking.cut))
  }

  /// Why somebody is not selected whatever the score.
  struct Bar {
    /// An exclusion holds, as a veto does.
    let isVeto: Bool
    let reasons: [Bilingual]
  }

  /// What the engine says of parties, as far as it bars them: what depends on the review score is for
  /// the ranking to say.
  ///
  /// - Parameters:
  ///   - parties: ids of those who are up.
  ///   - served: the registry.
  /// - Returns: by party; those whom nothing bars are not in it.
  /// - Throws: `StoreError`, `RegistryProblem`.
  func bars(of parties: [String], in served: ServedRegistry) throws -> [String: Bar] {
    let determiner = PartyDeterminer(served.rules, try served.registry.snapshot())
    let findings = try determiner.findings(of: parties, under: plan.id, on: day)
      .map(\.determination)
    let byParty = Dictionary(grouping: findings, by: \.party)
    return byParty.compactMapValues { findings in
      findings.first { $0.benefit == benefit.id }.flatMap { bar($0, beside: findings) }
    }
  }

  private func bar(_ found: Determination, beside others: [Determination]) -> Bar? {
    guard found.outcome == .notEntitled else { return nil }
    let score = FactPath(type: ranking.type, field: ranking.score)
    let byScore = benefit.conditions.filter { plan.reads(of: $0).contains(score) }.map(\.id)
    let failing = found.failing.filter { !byScore.contains($0.id) }
    if failing.isEmpty { return nil }
    let excluding = benefit.exclusions.filter { $0.excludes(failing) }.map(\.label)
    let vetoes = excluding.isEmpty ? [] : others.flatMap(vetoes)
    return Bar(
      isVeto: !excluding.isEmpty,
      reasons: !vetoes.isEmpty
        ? vetoes : excluding.isEmpty ? failing.map(\.label) : excluding)
  }

  /// The vetoes of a score sheet that hold, which say more than that there is one.
  private func vetoes(_ found: Determination) -> [Bilingual] {
    guard let benefit = plan.benefits.first(where: { $0.id == found.benefit }),
      case .score(let sheet) = benefit.payment
    else { return [] }
    return sheet.vetoes.map(\.rule).filter { $0.excludes(found.failing) }.map(\.label)
  }
}

extension RulePlan {
  /// Whether it is among the reasons; what excludes by holding has a reason that fails.
  fileprivate func excludes(_ failing: [Reason]) -> Bool {
    failing.contains { $0.id == id && $0.citation.line == place.line }
  }
}

extension Determination {
  fileprivate var failing: [Reason] {
    because.filter { $0.kind == .condition && $0.verdict == .fails }
  }
}
