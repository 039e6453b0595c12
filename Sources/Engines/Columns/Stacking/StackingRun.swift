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
  /// Whether it is of another document.
  let isForeign: Bool
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
  /// Where the definitions that rules go by begin among those of the party's cases.
  let definitions: Int
}

/// Applies the rules of one component to the cases of one party after the other. Everything about
/// the cases is known; where that is not so the explain engine answers for the party.
struct StackingRun {
  let store: ColumnStore
  let steps: StackingSteps
  var cases: [StackingCase] = []
  var months: [BenefitBlock.Month] = []
  /// The definitions of all cases that rules go by; marks as in registers, truths as in bytes.
  var definitions: [Int64] = []
  /// Positions of the cases that a rule is about.
  var group: [Int] = []
  /// Set where something is not known that a rule goes by.
  var isOpen = false
  /// What keys have used up; a key is a part of `keys`.
  var used: [(key: Range<Int>, fen: Int64, count: Int64)] = []
  var keys: [Int64] = []

  /// The benefits of the component.
  let members: [Member]
  /// With fewer cases than these no rule changes anything.
  let fewestCases: Int
  /// By position of the benefit, then field of its subject: what keys are made of.
  private let fields: [[Column?]]
  /// By position of the benefit: its id, and its subjects.
  private var ids: [String]
  private var tables: [ColumnTable?]

  /// A benefit, and where its cases are found.
  final class Member {
    /// Position in the plan, or behind.
    let benefit: Int
    let program: Int
    let place: Int
    let owners: Cells<Int32>
    let events: Cells<Int32>
    let offsets: Cells<Int32>
    /// By which text its cases go where their block names none.
    let text: Int
    /// Whether assumptions are read as of the subject's day, where it has one.
    let isDated: Bool
    /// Whether it is of another document: its cases count and are not changed.
    let isForeign: Bool

    init(
      benefit: Int, program: Int, place: Int, table: ColumnTable, text: Int, isDated: Bool,
      isForeign: Bool
    ) {
      self.benefit = benefit
      self.program = program
      self.place = place
      (owners, events, offsets) = (table.owners, table.events, table.offsets)
      self.text = text
      self.isDated = isDated
      self.isForeign = isForeign
    }
  }

  init(
    _ store: ColumnStore, _ plans: [Plan], _ component: CompiledColumns.Component,
    _ steps: StackingSteps, _ places: [[(program: Int, place: Int, text: Int)?]]
  ) {
    self.store = store
    self.steps = steps
    let own = component.benefits.map { (position: $0, plan: component.plan, benefit: $0) }
    let others = steps.foreign.map { (position: $0.position, plan: $0.plan, benefit: $0.benefit) }
    let count = 1 + ((own + others).map(\.position).max() ?? 0)
    var members: [Member] = []
    var fields: [[Column?]] = Array(repeating: [], count: count)
    ids = Array(repeating: "", count: count)
    tables = Array(repeating: nil, count: count)
    for one in own + others {
      let benefit = plans[one.plan].benefits[one.benefit]
      guard let found = places[one.plan][one.benefit], let table = store.tables[benefit.subject]
      else { continue }
      members.append(
        Member(
          benefit: one.position, program: found.program, place: found.place, table: table,
          text: found.text,
          isDated: benefit.event == .ofSubject
            && store.types[benefit.subject].eventField != nil,
          isForeign: one.position != one.benefit || one.plan != component.plan))
      fields[one.position] = table.columns
      ids[one.position] = benefit.id
      tables[one.position] = table
    }
    self.members = members
    self.fields = fields
    fewestCases = steps.rules.map(\.kind.fewestCases).min() ?? 2
  }

  /// Whether any of the benefits is among some.
  func isAbout(_ benefits: Set<String>) -> Bool {
    members.contains { benefits.contains(ids[$0.benefit]) }
  }

  mutating func clear() {
    cases.removeAll(keepingCapacity: true)
    months.removeAll(keepingCapacity: true)
    definitions.removeAll(keepingCapacity: true)
    isOpen = false
  }

  mutating func apply() {
    for rule in steps.rules {
      keys.removeAll(keepingCapacity: true)
      used.removeAll(keepingCapacity: true)
      for position in cases.indices {
        cases[position].isBound =
          !cases[position].isForeign && rule.scope?.contains(cases[position].text) ?? true
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
      case .choice(let parts, let period): choice(rule, parts, period)
      case .room(let cap): room(rule, cap)
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
    sortGroup()
  }

  /// In the order of ties. Most groups are of two or three, and stand nearly so: each case is put before
  /// those that it precedes.
  private mutating func sortGroup() {
    if group.count > 32 { return group = sorted(group) }
    for end in group.indices.dropFirst() {
      let position = group[end]
      var place = end
      while place > 0, precedes(cases[position], cases[group[place - 1]]) {
        group[place] = group[place - 1]
        place -= 1
      }
      group[place] = position
    }
  }

  private func sorted(_ positions: [Int]) -> [Int] {
    positions.sorted { precedes(cases[$0], cases[$1]) }
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
      return ids[left.benefit] < ids[right.benefit]
    }
    return name(left) < name(right)
  }

  func name(_ one: StackingCase) -> String { tables[one.benefit]?.name(one.row) ?? "" }

  /// A field of a case's subject.
  func value(_ field: Int, _ one: StackingCase) -> Int64 {
    fields[one.benefit][field]?[one.row] ?? .unknown
  }

  /// What is the same among cases that count together, as a part of `keys`. Unknown parts leave the party
  /// open.
  mutating func key(
    _ one: StackingCase, _ rule: StackingSteps.Rule, _ parts: [StackingSteps.Part],
    _ period: StackingRule.Period?
  ) -> Range<Int> {
    let place = rule.over.firstIndex(of: one.benefit) ?? 0
    let first = keys.count
    for part in parts {
      let value =
        switch part {
        case .field(let fields): value(fields[min(place, fields.count - 1)], one)
        case .definition(let places):
          definitions[one.definitions + places[min(place, places.count - 1)]]
        }
      if value == .unknown { isOpen = true }
      keys.append(value)
    }
    if let period {
      if one.event.isMark { isOpen = true }
      keys.append(StackingRun.number(period, of: one.event))
    }
    return first..<keys.count
  }

  func isSame(_ key: Range<Int>, _ other: Range<Int>) -> Bool {
    keys[key] == keys[other]
  }

  /// Where it stands what a key has used up, which begins with nothing.
  mutating func place(of key: Range<Int>) -> Int {
    for place in used.indices where isSame(used[place].key, key) { return place }
    used.append((key, 0, 0))
    return used.count - 1
  }

  /// Whether a case counts under a cap that counts only some.
  mutating func counts(
    _ one: StackingCase, _ rule: StackingSteps.Rule, _ filter: StackingSteps.Filter?
  ) -> Bool {
    guard let filter else { return true }
    let place = rule.over.firstIndex(of: one.benefit) ?? 0
    let definition = filter.definitions[min(place, filter.definitions.count - 1)]
    let truth = definitions[one.definitions + definition]
    if truth == .unknown { isOpen = true }
    return (truth == Int64(Truth.yes)) == filter.isWanted
  }

  static func number(_ period: StackingRule.Period, of day: Int32) -> Int64 {
    if day.isMark { return .unknown }
    switch period {
    case .year: return Int64(Kernels.civil(day).year)
    case .month: return Int64(Kernels.monthNumber(of: day))
    }
  }
}
