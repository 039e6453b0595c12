import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The policy functions, parameters and catalogue look-ups.
extension Evaluation {
  mutating func call(_ function: PolicyFunction, _ arguments: [NodeID]) -> Held {
    if let supposed = world.supposed[function] { return suppose(supposed, function) }
    switch function {
    case .covers: return covers(arguments[0], arguments[1])
    case .coveredMonths: return coveredMonths(arguments[0], arguments[1])
    case .nextMonth:
      return date(arguments[0]) { .value(.date($0.firstOfMonth.adding(months: 1))) }
    case .monthEnd:
      let on = world.on
      return date(arguments[0]) { .value(.date(min($0.lastOfMonth, on))) }
    case .isLocal: return isLocal(arguments[0])
    case .inShortage: return inShortage(arguments[0], arguments[1])
    case .appraisalStandard: return appraisalStandard(arguments[0], arguments[1])
    }
  }

  /// What a worked example supposes of a catalogue.
  private mutating func suppose(
    _ supposed: Supposition, _ function: PolicyFunction
  ) -> Held {
    if case .value(let value) = supposed { return .value(value) }
    return .unknown(
      catalogueUnknown(
        function == .inShortage ? "shortage-occupations" : "appraisal-standards"))
  }

  /// Applies `body` to a date; none is an error, as in arithmetic.
  private mutating func date(_ node: NodeID, _ body: (CivilDate) -> Held) -> Held {
    let held = held(node)
    guard case .value(.date(let date)) = held else {
      return .unknown(held.unknown ?? noDate(node))
    }
    return body(date)
  }

  private func noDate(_ node: NodeID) -> Unknown {
    Unknown(defect: .noDate(at: plan.nodes[node].range))
  }

  /// First and last day of a spell: each a day, or `nil` where it is open or unknown.
  private struct Bounds {
    var from: CivilDate?
    var to: CivilDate?
    /// What is missing of either end.
    var unknownFrom: Unknown?
    var unknownTo: Unknown?
    /// Whether the type counts in months.
    var isMonthly = false
  }

  private mutating func bounds(of reference: RecordReference) -> Bounds? {
    let type = world.vocabulary.types[world.type(of: reference)]
    guard let spell = type.spell, let from = type.fieldIndex(spell.from),
      let to = type.fieldIndex(spell.to)
    else { return nil }
    trace.note(from, of: reference)
    trace.note(to, of: reference)
    var bounds = Bounds()
    if case .month = type.fields[from].type { bounds.isMonthly = true }
    if let value = world.read(from, of: reference) {
      bounds.from = Optional(value).date
    } else {
      bounds.unknownFrom = Unknown(world.need(from, of: reference))
    }
    if let value = world.read(to, of: reference) {
      bounds.to = Optional(value).date
    } else {
      bounds.unknownTo = Unknown(world.need(to, of: reference))
    }
    return bounds
  }

  private mutating func covers(_ spell: NodeID, _ day: NodeID) -> Held {
    let asked = held(day)
    let record = held(spell)
    guard case .record(let reference) = record else {
      return record.unknown.map(Held.unknown) ?? .no
    }
    guard case .value(.date(let date)) = asked else {
      return asked.unknown.map(Held.unknown) ?? .no
    }
    guard let bounds = bounds(of: reference) else { return .no }
    let isMonth: Bool
    if case .month = plan.nodes[day].operation { isMonth = true } else { isMonth = false }
    let first = isMonth || bounds.isMonthly ? date.firstOfMonth : date
    let last = isMonth || bounds.isMonthly ? date.lastOfMonth : date
    let starts = bounds.isMonthly ? bounds.from?.firstOfMonth : bounds.from
    let ends = bounds.isMonthly ? bounds.to?.lastOfMonth : bounds.to
    if let starts, starts > last { return .no }
    if let ends, ends < first { return .no }
    if let unknown = bounds.unknownFrom { return .unknown(unknown.union(bounds.unknownTo)) }
    if let unknown = bounds.unknownTo { return .unknown(unknown) }
    return .yes
  }

  /// Distinct months of all spells, through the month of the day; an open spell runs through it.
  private mutating func coveredMonths(_ list: NodeID, _ day: NodeID) -> Held {
    let asked = held(day)
    guard case .records(let records, var missing) = held(list) else { return held(list) }
    guard case .value(.date(let date)) = asked else {
      return .unknown(asked.unknown ?? noDate(day))
    }
    var spans: [ClosedRange<Int>] = []
    for record in records {
      guard let bounds = bounds(of: record) else { continue }
      missing = bounds.unknownFrom?.union(missing) ?? missing
      missing = bounds.unknownTo?.union(missing) ?? missing
      guard let from = bounds.from else { continue }
      let last = min(bounds.to ?? date, date).monthNumber
      if from.monthNumber <= last { spans.append(from.monthNumber...last) }
    }
    if let missing { return .unknown(missing) }
    var months = 0
    var reached = Int.min
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let from = max(span.lowerBound, reached == Int.min ? span.lowerBound : reached + 1)
      if span.upperBound >= from { months += span.upperBound - from + 1 }
      reached = max(reached, span.upperBound)
    }
    return .value(.number(Decimal128(months)))
  }

  private mutating func isLocal(_ region: NodeID) -> Held {
    let held = held(region)
    guard case .value(.string(let code)) = held else {
      return held.unknown.map(Held.unknown) ?? .no
    }
    return .value(.boolean(code.isRegion(within: plan.region)))
  }

  private mutating func inShortage(_ occupation: NodeID, _ year: NodeID) -> Held {
    let found = lookUp("shortage-occupations", year: year, ["occupation": occupation])
    switch found {
    case .edition(let rows): return .value(.boolean(!rows.isEmpty))
    case .unknown(let unknown): return .unknown(unknown)
    }
  }

  private mutating func appraisalStandard(_ occupation: NodeID, _ level: NodeID) -> Held {
    let found = lookUp(
      "appraisal-standards", year: nil, ["occupation": occupation, "level": level])
    switch found {
    case .unknown(let unknown): return .unknown(unknown)
    case .edition(let rows):
      guard let catalogue = world.vocabulary.catalogue("appraisal-standards"),
        let amount = catalogue.fieldIndex("amount"), case .known(let value)? = rows.first?[amount]
      else { return .unknown(catalogueUnknown("appraisal-standards")) }
      return .value(value)
    }
  }

  private enum Found {
    case edition([[FactValue]])
    case unknown(Unknown)
  }

  /// Rows of the document region's edition of a catalogue that match; an edition without any row
  /// was not published, and what it says is unknown.
  private mutating func lookUp(
    _ id: String, year: NodeID?, _ keys: [String: NodeID]
  ) -> Found {
    guard let catalogue = world.vocabulary.catalogue(id) else { return .unknown(Unknown()) }
    var missing: Unknown?
    func known(_ held: Held) -> Value? {
      if case .value(let value) = held { return value }
      missing = held.unknown?.union(missing) ?? missing
      return nil
    }
    var rows = world.facts.catalogues[id] ?? []
    if catalogue.edition.contains("region"), let field = catalogue.fieldIndex("region") {
      rows = rows.filter { $0[field].isValue(.string(plan.region)) }
    }
    if let year, let field = catalogue.fieldIndex("year"), let value = known(held(year)) {
      rows = rows.filter { $0[field].isValue(value) }
    }
    if rows.isEmpty { return .unknown(catalogueUnknown(id).union(missing)) }
    for (name, node) in keys.sorted(by: { $0.key < $1.key }) {
      guard let field = catalogue.fieldIndex(name), let value = known(held(node)) else { continue }
      rows = rows.filter { $0[field].isValue(value) }
    }
    return missing.map(Found.unknown) ?? .edition(rows)
  }

  private func catalogueUnknown(_ id: String) -> Unknown {
    world.vocabulary.catalogues.firstIndex { $0.id == id }.map { Unknown(.catalogue($0)) }
      ?? Unknown()
  }

  mutating func parameter(_ index: Int, on day: NodeID) -> Held {
    let held = held(day)
    guard case .value(.date(let date)) = held else {
      return .unknown(held.unknown ?? noDate(day))
    }
    let parameter = plan.parameters[index]
    guard let dated = parameter.value(on: date) else {
      return .unknown(
        Unknown(
          defect: .noValue(of: parameter.name, on: date.description)))
    }
    trace.note(.parameter(index, on: date))
    return .value(dated.value)
  }
}

extension CivilDate {
  /// Months since year 0: consecutive months differ by one.
  var monthNumber: Int {
    let parts = parts
    return parts.year * 12 + parts.month - 1
  }

  /// First day of the month with this number.
  init(monthNumber: Int) {
    self = CivilDate(dayNumber: 0).adding(months: monthNumber - 1970 * 12)
  }
}

extension FactValue {
  func isValue(_ value: Value) -> Bool {
    if case .known(let known) = self { known.equals(value) } else { false }
  }
}
