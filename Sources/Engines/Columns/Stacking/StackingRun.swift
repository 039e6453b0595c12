import PolicyPlan
import Vocabulary

/// One settled case of a party on its way through the stacking rules.
struct StackingCase {
  /// Position of the benefit in the plan.
  let benefit: Int
  /// Row in the subjects' table, and place in the benefit's block.
  let row: Int
  let place: Int
  /// The subject's day; none where there is none.
  let event: Int32
  /// Where the party is by which the document applies, and the day by which assumptions are read.
  let locality: Locality
  /// By which text of its benefit it goes.
  let text: Int
  /// 分; a mark for what is not money.
  let gross: Int64
  var amount: Int64
  var isEntitled = true
  /// Whether the rule that is being applied may cut it, and does not only count it.
  var isBound = true

  struct Locality {
    let place: Int32
    let day: Int32
  }

  /// Among the months of the party's cases.
  var months: Range<Int>
}

/// Applies the rules of one component to the cases of one party after the other. Everything about
/// the cases is known; where that is not so the explain engine answers for the party.
struct StackingRun {
  let store: ColumnStore
  let plan: Plan
  let steps: StackingSteps
  var cases: [StackingCase] = []
  var months: [BenefitBlock.Month] = []
  /// Positions of the cases that a rule is about.
  var group: [Int] = []
  /// Set where something is not known that a rule goes by.
  var isOpen = false
  var used: [(key: [Int64], fen: Int64, count: Int64)] = []

  /// The benefits of the component.
  let members: [Member]
  /// With fewer cases than these no rule changes anything.
  let fewestCases: Int
  /// By position of the benefit, then field of its subject: what keys are made of.
  private let fields: [[KeyColumn?]]

  /// A benefit, and where its cases are found.
  struct Member {
    let id: String
    /// Position in the plan.
    let benefit: Int
    let program: Int
    let place: Int
    let owners: [Int32]
    let events: [Int32]
    let offsets: [Int32]
    /// By which text its cases go where their block names none.
    let text: Int
    /// Whether assumptions are read as of the subject's day, where it has one.
    let isDated: Bool
  }

  /// A column that is shared and not copied.
  private final class KeyColumn: Sendable {
    let column: Column

    init(_ column: Column) { self.column = column }
  }

  init(
    _ store: ColumnStore, _ plan: Plan, _ component: CompiledColumns.Component,
    _ steps: StackingSteps, _ places: [[(program: Int, place: Int, text: Int)?]]
  ) {
    self.store = store
    self.plan = plan
    self.steps = steps
    var members: [Member] = []
    var fields: [[KeyColumn?]] = Array(repeating: [], count: plan.benefits.count)
    for benefit in component.benefits {
      guard let found = places[component.plan][benefit],
        let table = store.tables[plan.benefits[benefit].subject]
      else { continue }
      members.append(
        Member(
          id: plan.benefits[benefit].id, benefit: benefit, program: found.program,
          place: found.place, owners: table.owners, events: table.events,
          offsets: table.offsets, text: found.text,
          isDated: plan.benefits[benefit].event == .ofSubject
            && store.types[plan.benefits[benefit].subject].eventField != nil))
      fields[benefit] = table.columns.map { $0.map(KeyColumn.init) }
    }
    self.members = members
    self.fields = fields
    let hasCap = steps.rules.contains { if case .cap = $0.kind { true } else { false } }
    fewestCases = hasCap ? 1 : 2
  }

  mutating func clear() {
    cases.removeAll(keepingCapacity: true)
    months.removeAll(keepingCapacity: true)
    isOpen = false
  }

  mutating func apply() {
    for rule in steps.rules {
      for position in cases.indices {
        cases[position].isBound = rule.scope?.contains(cases[position].text) ?? true
      }
      choose(rule)
      if isOpen { return }
      switch rule.kind {
      case .once(let parts, let period): once(rule, parts, period)
      case .onePerMonth: onePerMonth(rule)
      case .cap(let cap): self.cap(rule, cap)
      case .blocks(let lower, let period): blocks(rule, lower, period)
      case .ladder(let levels, let isSmallerHigher, let parts):
        ladder(rule, levels, isSmallerHigher, parts)
      case .highest(let highest): self.highest(rule, highest)
      // Settled among all parties before.
      case .quota: continue
      }
      if isOpen { return }
    }
  }

  /// The cases of some benefits that may still be paid, in the order of ties.
  private mutating func choose(_ rule: StackingSteps.Rule) {
    group.removeAll(keepingCapacity: true)
    for position in cases.indices
    where cases[position].isEntitled && rule.over.contains(cases[position].benefit) {
      switch holds(rule, for: cases[position]) {
      case true?: group.append(position)
      case false?: continue
      case nil: isOpen = true
      }
    }
    if group.count > 1 {
      group = group.sorted { precedes(cases[$0], cases[$1]) }
    }
  }

  /// Whether a rule holds for a case; `nil` while nobody knows.
  func holds(_ rule: StackingSteps.Rule, for one: StackingCase) -> Bool? {
    one.isBound ? rule.holds.value(in: one.locality.place, on: one.locality.day) : true
  }

  /// Earlier event, then higher gross, then benefit, then subject.
  func precedes(_ left: StackingCase, _ right: StackingCase) -> Bool {
    if left.event != right.event {
      // A day that is none stands last.
      if left.event.isMark || right.event.isMark { return !left.event.isMark }
      return left.event < right.event
    }
    if left.gross != right.gross { return max(left.gross, 0) > max(right.gross, 0) }
    if left.benefit != right.benefit {
      return plan.benefits[left.benefit].id < plan.benefits[right.benefit].id
    }
    return name(left) < name(right)
  }

  func name(_ one: StackingCase) -> String {
    store.tables[plan.benefits[one.benefit].subject]?.names[one.row] ?? ""
  }

  /// A field of a case's subject.
  func value(_ field: Int, _ one: StackingCase) -> Int64 {
    fields[one.benefit][field]?.column[one.row] ?? .unknown
  }

  /// What is the same among cases that count together. Unknown parts leave the party open.
  mutating func key(
    _ one: StackingCase, _ rule: StackingSteps.Rule, _ parts: [StackingSteps.Part],
    _ period: StackingRule.Period?
  ) -> [Int64] {
    let place = rule.over.firstIndex(of: one.benefit) ?? 0
    var key: [Int64] = []
    for part in parts {
      let value = value(part[min(place, part.count - 1)], one)
      if value == .unknown { isOpen = true }
      key.append(value)
    }
    if let period {
      if one.event.isMark { isOpen = true }
      key.append(StackingRun.number(period, of: one.event))
    }
    return key
  }

  static func number(_ period: StackingRule.Period, of day: Int32) -> Int64 {
    if day.isMark { return .unknown }
    switch period {
    case .year: return Int64(Kernels.civil(day).year)
    case .month: return Int64(Kernels.monthNumber(of: day))
    }
  }
}
