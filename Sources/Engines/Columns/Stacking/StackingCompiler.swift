import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Compiles the stacking rules of a plan, component by component.
struct StackingCompiler {
  let plan: Plan
  let store: ColumnStore

  /// Which benefits bear on each other by rules that hold.
  ///
  /// - Returns: positions of benefits, those together that do.
  func components() -> [[Int]] {
    var component = Array(plan.benefits.indices)
    for rule in plan.stacking where isPossible(rule) {
      let members = members(of: rule)
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
    var rules: [StackingSteps.Rule] = []
    for rule in plan.stacking where !Set(members(of: rule)).isDisjoint(with: benefits) {
      guard isPossible(rule) else { continue }
      if rule.over.contains(where: { name in !plan.benefits.contains { $0.id == name } }) {
        throw .otherDocument(rule.id)
      }
      let over = rule.over.compactMap { name in plan.benefits.firstIndex { $0.id == name } }
      rules.append(.init(over: over, kind: try kind(rule, over), holds: holds(rule)))
    }
    if rules.isEmpty { return nil }
    let quota = plan.stacking.first { if case .quota = $0.kind { true } else { false } }
    if let quota, StackingSteps(rules: rules).isContested {
      let isAlone = rules.allSatisfy { if case .quota = $0.kind { true } else { false } }
      if !isAlone { throw .quota(quota.id) }
    }
    let ordered = rules.enumerated().sorted {
      ($0.element.kind.step, $0.offset) < ($1.element.kind.step, $1.offset)
    }.map(\.element)
    return StackingSteps(rules: ordered)
  }

  private func members(of rule: StackingRule) -> [Int] {
    var names = rule.over
    if case .blocks(let lower, _) = rule.kind { names += lower }
    return plan.benefits.indices.filter { names.contains(plan.benefits[$0].id) }
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
    PlacedFigure(FigureByPlace(plan.assumptions[assumption]), store.texts.texts) {
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
      let positions = lower.compactMap { name in plan.benefits.firstIndex { $0.id == name } }
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
      guard cap.keep == .earliest else { throw .choice(rule.id) }
      let isMonthly = over.contains { place in
        if case .monthly = plan.benefits[place].payment { true } else { false }
      }
      if cap.filter != nil || (isMonthly && cap.period != nil) { throw .stacking(rule.id) }
      return .cap(
        .init(
          isAmount: cap.limit.isAmount, limit: limit(cap.limit),
          isAssumed: cap.limit.figure.map { if case .assumption = $0 { true } else { false } }
            ?? false,
          parts: try parts(cap.per, cap.period, rule, over), period: cap.period))
    case .quota(let quota): return .quota(try steps(quota, rule, over))
    case .choice: throw .choice(rule.id)
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

  /// The fields of keys. Periods need subjects that have a day.
  private func parts(
    _ keys: [StackingKey], _ period: StackingRule.Period?, _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> [StackingSteps.Part] {
    var parts: [StackingSteps.Part] = []
    for key in keys {
      switch key {
      case .party: continue
      case .definition: throw .stacking(rule.id)
      case .field(let fields):
        try check(fields, rule, over)
        parts.append(fields)
      }
    }
    if period != nil {
      let areDated = over.allSatisfy {
        store.vocabulary.types[plan.benefits[$0].subject].eventField != nil
      }
      if !areDated { throw .stacking(rule.id) }
    }
    return parts
  }

  /// Fields of the benefits that are compared must lie in columns, and in the same way.
  private func check(
    _ fields: [Int], _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) {
    var forms: [ColumnForm] = []
    for (place, field) in zip(over, fields) {
      let type = plan.benefits[place].subject
      guard let column = store.tables[type]?.columns[field] else {
        throw .field(store.vocabulary.types[type].fields[field].name.zh)
      }
      forms.append(column.form)
    }
    if !forms.allSatisfy({ $0 == forms[0] }) { throw .stacking(rule.id) }
  }

  /// 分 or cases.
  private func limit(_ limit: StackingRule.Limit) -> PlacedFigure {
    switch limit {
    case .amount(let money): PlacedFigure(money.fen)
    case .count(let count): PlacedFigure(Int64(count))
    case .figure(let figure), .countFigure(let figure):
      PlacedFigure(FigureByPlace(figure, plan), store.texts.texts) { value in
        guard case .number(let number) = value else { return .unknown }
        if limit.isAmount { return Money(yuan: number)?.fen ?? .unknown }
        return Int64(number.integer ?? 0)
      }
    }
  }
}
