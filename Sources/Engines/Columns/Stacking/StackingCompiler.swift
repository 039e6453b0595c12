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
  let store: ColumnStore

  init(plan: Plan, issued: Plan? = nil, store: ColumnStore) {
    self.plan = plan
    self.issued = issued ?? plan
    self.store = store
  }

  /// The rules of the document, and of what later ones make of it.
  private var rules: [ScopedRule] { issued.scopedStacking }

  /// Which benefits bear on each other by rules that hold.
  ///
  /// - Returns: positions of benefits, those together that do.
  func components() -> [[Int]] {
    var component = Array(plan.benefits.indices)
    for rule in rules.map(\.rule) where isPossible(rule) {
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
    var found: [StackingSteps.Rule] = []
    for scoped in rules where !Set(members(of: scoped.rule)).isDisjoint(with: benefits) {
      // The figures of a rule are those of the text that it stands in.
      let compiler =
        scoped.version.map {
          StackingCompiler(plan: plan.versions[$0].plan, issued: plan, store: store)
        } ?? self
      guard compiler.isPossible(scoped.rule) else { continue }
      var rule = try compiler.steps(scoped.rule)
      rule.scope = scoped.scope.map { Set($0.map { $0 + 1 }) }
      if case .quota = rule.kind, rule.scope != nil { throw .versions }
      found.append(rule)
    }
    if found.isEmpty { return nil }
    let quota = plan.stacking.first { if case .quota = $0.kind { true } else { false } }
    if let quota, StackingSteps(rules: found).isContested {
      let isAlone = found.allSatisfy { if case .quota = $0.kind { true } else { false } }
      if !isAlone { throw .quota(quota.id) }
    }
    let ordered = found.enumerated().sorted {
      ($0.element.kind.step, $0.offset) < ($1.element.kind.step, $1.offset)
    }.map(\.element)
    return StackingSteps(rules: ordered)
  }

  private func steps(_ rule: StackingRule) throws(OffColumns) -> StackingSteps.Rule {
    if rule.over.contains(where: { position($0) == nil }) { throw .otherDocument(rule.id) }
    let over = rule.over.compactMap(position)
    return .init(over: over, kind: try kind(rule, over), holds: holds(rule))
  }

  /// Position of a benefit in the document as it was issued.
  private func position(_ name: String) -> Int? { issued.benefits.firstIndex { $0.id == name } }

  private func members(of rule: StackingRule) -> [Int] {
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
      guard cap.keep == .earliest else { throw .choice(rule.id) }
      let isMonthly = over.contains { place in
        if case .monthly = issued.benefits[place].payment { true } else { false }
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
        store.vocabulary.types[issued.benefits[$0].subject].eventField != nil
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
      let type = issued.benefits[place].subject
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
