import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Compiles the stacking rules of a plan, component by component.
struct StackingCompiler {
  /// The plan whose figures the rules go by.
  let plan: Plan
  /// That of the document as it was issued, by whose benefits cases are counted.
  let issued: Plan
  /// All that are determined together, whose benefits rules may count.
  let plans: [Plan]
  let store: ColumnStore
  /// The rules of the document, and of what later ones make of it.
  let rules: [ScopedRule]
  /// Benefits of other documents that they count; their positions come behind those of the document's.
  let foreign: [ForeignBenefit]

  init(_ plan: Plan, among plans: [Plan], _ store: ColumnStore) {
    self.plan = plan
    issued = plan
    self.plans = plans
    self.store = store
    rules = plan.scopedStacking
    var foreign: [ForeignBenefit] = []
    for text in [plan] + plan.versions.map(\.plan) {
      foreign += text.foreign.filter { one in !foreign.contains { $0.id == one.id } }
    }
    self.foreign = foreign
  }

  /// The same by the figures of the text that a rule stands in.
  private init(_ other: StackingCompiler, by plan: Plan) {
    self.plan = plan
    (issued, plans, store, rules) = (other.issued, other.plans, other.store, other.rules)
    foreign = other.foreign
  }

  func by(_ scoped: ScopedRule) -> StackingCompiler {
    scoped.version.map { StackingCompiler(self, by: issued.versions[$0].plan) } ?? self
  }

  /// Which benefits bear on each other by rules that hold.
  ///
  /// - Returns: positions of benefits, those together that do.
  func components() -> [[Int]] {
    var component = Array(plan.benefits.indices)
    for scoped in rules where by(scoped).isPossible(scoped.rule) {
      let members = members(of: scoped.rule)
      guard let first = members.first else { continue }
      for other in members.dropFirst() {
        let (old, new) = (component[other], component[first])
        for place in component.indices where component[place] == old { component[place] = new }
      }
    }
    return Dictionary(grouping: plan.benefits.indices) { component[$0] }.values
      .sorted { $0[0] < $1[0] }
  }

  /// - Parameter benefits: of a component.
  /// - Returns: their rules; `nil` where there are none.
  /// - Throws: what has no column form.
  func steps(for benefits: [Int]) throws(OffColumns) -> StackingSteps? {
    var found: [StackingSteps.Rule] = []
    for scoped in rules where !Set(members(of: scoped.rule)).isDisjoint(with: benefits) {
      let compiler = by(scoped)
      guard compiler.isPossible(scoped.rule) else { continue }
      for kind in try compiler.kinds(scoped.rule) {
        if case .quota = kind { try compiler.checkQuota(scoped) }
        found.append(
          .init(
            over: scoped.rule.over.compactMap(position), kind: kind,
            scope: scoped.scope.map { Set($0.map { $0 + 1 }) },
            holds: compiler.holds(scoped.rule)))
      }
    }
    if found.isEmpty { return nil }
    let ordered = found.enumerated().sorted {
      ($0.element.kind.step, $0.offset) < ($1.element.kind.step, $1.offset)
    }.map(\.element)
    let steps = StackingSteps(rules: ordered, foreign: try counted(by: ordered))
    // Who competes is settled before each party is looked at.
    let quota = issued.stacking.first { if case .quota = $0.kind { true } else { false } }
    if let quota, steps.isContested {
      let hasOnce = ordered.contains { if case .once = $0.kind { true } else { false } }
      if hasOnce { throw .quota(quota.id) }
    }
    return steps
  }

  /// What a rule does, in one step or two: where the party chooses what a cap leaves, it is looked at
  /// first whether there is anything to choose.
  private func kinds(_ rule: StackingRule) throws(OffColumns) -> [StackingSteps.Kind] {
    let kind = try kind(rule, rule.over.compactMap(position))
    if rule.isChosen, case .cap(let cap) = kind { return [.room(cap), kind] }
    return [kind]
  }

  func members(of rule: StackingRule) -> [Int] {
    var names = rule.over
    if case .blocks(let lower, _) = rule.kind { names += lower }
    return issued.benefits.indices.filter { names.contains(issued.benefits[$0].id) }
  }

  /// Whether a rule holds for any case.
  private func isPossible(_ rule: StackingRule) -> Bool {
    guard let index = rule.when, plan.assumptions[index].locals.isEmpty else { return true }
    return (plan.assumptions[index].value.equals(.boolean(true))) == rule.holdsWhile
  }

  private func holds(_ rule: StackingRule) -> PlacedSetting<Bool> {
    guard let index = rule.when, !plan.assumptions[index].locals.isEmpty else {
      return .fixed(true)
    }
    return .depends(truth(index), then: rule.holdsWhile, otherwise: !rule.holdsWhile)
  }

  /// 1 while an assumption is true.
  private func truth(_ assumption: Int) -> PlacedFigure {
    PlacedFigure(FigureByPlace(plan.assumptions[assumption]), store.texts) {
      $0.equals(.boolean(true)) ? 1 : 0
    }
  }

  private func placed<Value>(_ setting: Setting<Value>) -> PlacedSetting<Value> {
    guard let index = setting.assumption else { return .fixed(setting.value(where: true)) }
    return .depends(
      truth(index), then: setting.value(where: true), otherwise: setting.value(where: false))
  }

  private func kind(
    _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> StackingSteps.Kind {
    switch rule.kind {
    case .once(let keys, let period):
      return .once(try parts(keys, period, rule, over), period: period)
    case .onePerMonth: return .onePerMonth
    case .blocks(let lower, let period):
      let positions = lower.compactMap(position)
      guard positions.count == lower.count else { throw .otherDocument(rule.id) }
      _ = try parts([], period, rule, over + positions)
      return .blocks(positions, period: period)
    case .ladder(let ladder):
      let parts = try parts(ladder.per, nil, rule, over)
      try check(ladder.level, rule, over)
      return .ladder(
        levels: ladder.level, isSmallerHigher: ladder.isSmallerHigher, parts)
    case .highest(let highest): return .highest(try steps(highest, rule, over))
    case .cap(let cap):
      let filter = try cap.filter.map { filter throws(OffColumns) in
        StackingSteps.Filter(
          definitions: try definitions(filter.definition, rule, over), isWanted: filter.isWanted)
      }
      let isAssumed = if case .assumption? = cap.limit.figure { true } else { false }
      let steps = StackingSteps.CapSteps(
        isAmount: cap.limit.isAmount, limit: limit(cap.limit), isAssumed: isAssumed,
        parts: try parts(cap.per, cap.period, rule, over), period: cap.period, filter: filter)
      return .cap(steps)
    case .quota(let quota): return .quota(try steps(quota, rule, over))
    case .choice(let keys, let period):
      return .choice(try parts(keys, period, rule, over), period: period)
    }
  }

  private func steps(
    _ highest: Highest, _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> StackingSteps.HighestSteps {
    var afterwards: StackingSteps.HighestSteps.Afterwards?
    if let own = highest.afterwards {
      try check(own.level, rule, over)
      try check(own.achievement, rule, over)
      afterwards = .init(
        order: own.order.map { store.texts.code(of: $0) }, levels: own.level,
        achievements: own.achievement)
    }
    return .init(
      otherSeries: highest.otherSeries.months, sameSeries: placed(highest.sameSeries),
      years: placed(highest.years), pay: placed(highest.pay),
      afterwards: afterwards)
  }

  /// 分 or cases.
  private func limit(_ limit: StackingRule.Limit) -> PlacedFigure {
    switch limit {
    case .amount(let money): PlacedFigure(money.fen)
    case .count(let count): PlacedFigure(Int64(count))
    case .figure(let figure), .countFigure(let figure):
      PlacedFigure(FigureByPlace(figure, plan), store.texts) { value in
        guard case .number(let number) = value else { return .unknown }
        if limit.isAmount { return Money(yuan: number)?.fen ?? .unknown }
        return Int64(number.integer ?? 0)
      }
    }
  }
}
