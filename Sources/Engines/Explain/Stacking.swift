import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Applies a document's stacking rules to its candidates, kind by kind in the fixed order:
/// once, quota, highest and one-per-month, blocks, choice, caps over time.
///
/// An undetermined earlier candidate makes a later one undetermined unless the later one comes out
/// the same whether the earlier is counted or not. All rules here can only take away, and the more
/// the more is counted; so it is enough to try with none and with all of the undetermined.
///
/// Where later documents change the rules, each rule cuts the cases that go by a text that has it; the
/// other cases count as they are left by theirs.
struct Stacking {
  let world: World
  private(set) var explainer: Explainer
  let components: StackingComponents
  /// When what a rule went by, beside its candidates, changes by itself; by component.
  private(set) var clocks: [Int: Clock] = [:]
  /// Whether rules that count benefits of other documents are applied.
  var countsForeign = true
  /// The rules of the document and of what later ones make of it, as far as there are cases for them.
  private(set) var rules: [ScopedRule]
  /// Who explains what the plans of the versions say that rules belong to.
  private let versions: [Explainer]

  /// The plan whose rules are applied.
  var plan: Plan { explainer.plan }

  init(_ determiner: Determiner, _ prepared: PreparedPlan) {
    world = determiner.world
    explainer = determiner.explainer
    components = prepared.components
    rules = prepared.rules
    versions = determiner.versions.map(\.explainer)
  }

  /// Notes when something that a rule went by changes.
  mutating func note(_ clock: Clock, _ rule: StackingRule) {
    guard clock.next != nil, let component = components.component(of: rule) else { return }
    clocks[component, default: Clock()].note(clock)
  }

  mutating func apply(to candidates: inout [Candidate]) {
    let present = Set(candidates.map(\.benefitID))
    rules = rules.filter { scoped in
      let over = scoped.rule.over
      return (over + scoped.rule.kind.lower).contains(where: present.contains)
        && (countsForeign || !over.contains(where: plan.isForeign))
    }
    for step in Step.allCases {
      if step == .choice {
        for scoped in rules where scoped.rule.isChosen {
          under(scoped, &candidates) { $0.settleCondition(scoped.rule, &$1) }
        }
        applyChoices(&candidates)
      }
      for rule in rules where Step(rule.rule.kind) == step {
        under(rule, &candidates) { $0.apply(rule.rule, &$1) }
      }
    }
  }

  /// Does something by the plan that a rule belongs to, with the cases that it does not cut marked.
  private mutating func under(
    _ scoped: ScopedRule, _ candidates: inout [Candidate],
    _ work: (inout Stacking, inout [Candidate]) -> Void
  ) {
    guard scoped.scope != nil else { return work(&self, &candidates) }
    let own = explainer
    self = by(scoped)
    let others = candidates.indices.filter { position in
      !candidates[position].isForeign && !isCut(candidates[position], by: scoped)
    }
    for position in others { candidates[position].isForeign = true }
    work(&self, &candidates)
    for position in others { candidates[position].isForeign = false }
    explainer = own
  }

  /// The same by the plan that a rule belongs to: its figures and assumptions are those of that plan.
  func by(_ scoped: ScopedRule) -> Stacking {
    guard let version = scoped.version else { return self }
    var stacking = self
    stacking.explainer = versions[version]
    return stacking
  }

  /// Whether a case goes by a text that has a rule.
  func isCut(_ candidate: Candidate, by scoped: ScopedRule) -> Bool {
    scoped.scope?.contains(candidate.version?.index ?? -1) ?? true
  }

  private enum Step: CaseIterable {
    case once, quota, highestOrMonthly, blocks, choice, cap

    init(_ kind: StackingRule.Kind) {
      self =
        switch kind {
        case .once: .once
        case .quota: .quota
        case .highest, .onePerMonth: .highestOrMonthly
        case .blocks, .ladder: .blocks
        case .cap: .cap
        case .choice: .choice
        }
    }
  }

  private mutating func apply(_ rule: StackingRule, _ candidates: inout [Candidate]) {
    if !rule.isChosen { settleCondition(rule, &candidates) }
    noteSettings(rule, candidates)
    switch rule.kind {
    case .once(let per, let period): applyOnce(rule, per, period, &candidates)
    case .quota(let quota): applyQuota(rule, quota, &candidates)
    case .highest(let highest): applyHighest(rule, highest, &candidates)
    case .onePerMonth: applyOnePerMonth(rule, &candidates)
    case .blocks(let lower, let period): applyBlocks(rule, lower, period, &candidates)
    case .ladder(let ladder): applyLadder(rule, ladder, &candidates)
    case .cap(let cap): applyCap(rule, cap, &candidates)
    // All choices of a party are made at once.
    case .choice: break
    }
  }

  /// Positions of the candidates a rule is about that may still be paid, by party, each in the
  /// order of ties.
  func groups(_ rule: StackingRule, _ candidates: [Candidate]) -> [[Int]] {
    let benefits = Set(rule.over)
    var groups: [String: [Int]] = [:]
    for (position, candidate) in candidates.enumerated()
    where benefits.contains(candidate.benefitID) && candidate.outcome != .notEntitled
      && holds(rule, for: candidate) != false
    {
      groups[candidate.owner, default: []].append(position)
    }
    return groups.sorted { $0.key < $1.key }.map { group in
      group.value.sorted { Candidate.precedes(candidates[$0], candidates[$1]) }
    }
  }

  /// Positions of a group by their day, those of unknown date left out.
  func days(_ group: [Int], _ candidates: [Candidate]) -> [[Int]] {
    var days: [[Int]] = []
    for position in group where !candidates[position].hasUnknownDate {
      if let last = days.last?.last, candidates[last].event == candidates[position].event {
        days[days.count - 1].append(position)
      } else {
        days.append([position])
      }
    }
    return days
  }

  /// The date that is missing to place a candidate in the order.
  func dateNeed(_ candidate: Candidate) -> Unknown {
    world.eventField(ofType: type(of: candidate)).map { need($0, candidate) } ?? Unknown()
  }

  /// Place of a candidate's benefit in the rule's list.
  func rank(_ rule: StackingRule, _ candidate: Candidate) -> Int {
    rule.over.firstIndex(of: candidate.benefitID) ?? rule.over.count
  }

  /// What a rule did to a candidate, and the assumptions its reading rests on.
  func reasons(
    _ rule: StackingRule, _ candidate: Candidate, value: @autoclosure () -> Shown? = nil,
    needed: @autoclosure () -> Bilingual? = nil, verdict: Reason.Verdict,
    note: @autoclosure () -> Bilingual, others: @autoclosure () -> [String],
    parts: @autoclosure () -> [Reason] = [], left: Money? = nil, kind: Reason.Kind = .stacking
  ) -> [Reason] {
    guard explainer.isExplaining else { return [] }
    let effect = Reason(
      kind: kind, id: rule.id, label: rule.label, value: value(), needed: needed(),
      verdict: verdict, note: note(), parts: parts(), others: others(),
      left: left, citation: explainer.citation(rule.place))
    return [effect] + assumed(by: rule, candidate)
  }

  /// The assumptions that a rule's reading rests on, as they hold for a candidate.
  func assumed(by rule: StackingRule, _ candidate: Candidate) -> [Reason] {
    var indices = rule.assumes
    if let when = rule.when, !indices.contains(when) { indices.append(when) }
    return indices.map {
      explainer.reason(explainer.figure(ofAssumption: $0, candidate.locality))
    }
  }

  /// A field of a candidate's subject: `nil` when unknown.
  func read(_ field: Int, _ candidate: Candidate) -> Value? {
    world.read(field, of: candidate.subject)
  }

  func need(_ field: Int, _ candidate: Candidate) -> Unknown {
    Unknown(world.need(field, of: candidate.subject))
  }
}
