import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// What spells cover: a day, a month, so many months.
extension Evaluation {
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

  mutating func covers(_ spell: NodeID, _ day: NodeID) -> Held {
    let asked = self.day(day)
    let record = held(spell)
    guard case .record(let reference) = record else {
      return record.unknown.map(Held.unknown) ?? .no
    }
    guard case .value(.date(let date)) = asked.held else {
      return asked.held.unknown.map(Held.unknown) ?? .no
    }
    guard let bounds = bounds(of: reference) else { return .no }
    let isMonth: Bool
    if case .month = plan.nodes[day].operation { isMonth = true } else { isMonth = false }
    let first = isMonth || bounds.isMonthly ? date.firstOfMonth : date
    let last = isMonth || bounds.isMonthly ? date.lastOfMonth : date
    let starts = bounds.isMonthly ? bounds.from?.firstOfMonth : bounds.from
    let ends = bounds.isMonthly ? bounds.to?.lastOfMonth : bounds.to
    if let starts, starts > last {
      if asked.reaches(starts) { clock.note(starts) }
      return .no
    }
    if let ends, ends < first { return .no }
    if let over = ends?.next, asked.reaches(over) { clock.note(over) }
    if let unknown = bounds.unknownFrom { return .unknown(unknown.union(bounds.unknownTo)) }
    if let unknown = bounds.unknownTo { return .unknown(unknown) }
    return .yes
  }

  /// Distinct months of all spells, through the month of the day; an open spell runs through it.
  mutating func coveredMonths(_ list: NodeID, through day: NodeID) -> Held {
    let months = coveredMonths(list, day)
    if let next = months.nextMonth, months.asked.reaches(next) { clock.note(next) }
    return months.held
  }

  /// The same with what is to come; the clock does not note how the number grows.
  mutating func coveredMonths(_ list: NodeID, _ day: NodeID) -> CoveredMonths {
    let asked = self.day(day)
    let spells = held(list)
    guard case .records(let records, let doubt) = spells else {
      return CoveredMonths(AskedDay(held: asked.held), spells)
    }
    var missing = doubt?.unknown
    guard case .value(.date(let date)) = asked.held else {
      return CoveredMonths(asked, .unknown(asked.held.unknown ?? noDate(day)))
    }
    var spans: [ClosedRange<Int>] = []
    for record in records {
      guard let bounds = bounds(of: record) else { continue }
      missing = bounds.unknownFrom?.union(missing) ?? missing
      missing = bounds.unknownTo?.union(missing) ?? missing
      guard let from = bounds.from else { continue }
      let last = bounds.to?.monthNumber ?? Int.max
      if from.monthNumber <= last { spans.append(from.monthNumber...last) }
    }
    if let missing { return CoveredMonths(AskedDay(held: asked.held), .unknown(missing)) }
    return CoveredMonths(spans, through: date, asked)
  }
  /// How many months the spells cover that have been told, while somebody is still asked whether there
  /// are more; `nil` where anything else is unknown.
  mutating func leastMonths(_ list: NodeID, _ day: NodeID) -> Int? {
    guard case .records(let records, let doubt?) = held(list), doubt.maybe.isEmpty,
      doubt.open?.needs.allSatisfy(isBeingAsked) == true,
      case .value(.date(let date)) = self.day(day).held
    else { return nil }
    let spans = records.compactMap { record -> ClosedRange<Int>? in
      guard let bounds = bounds(of: record), bounds.unknownTo == nil, let from = bounds.from
      else { return nil }
      let last = bounds.to?.monthNumber ?? Int.max
      return from.monthNumber <= last ? from.monthNumber...last : nil
    }
    return CoveredMonths(spans, through: date, self.day(day)).count
  }

  private func isBeingAsked(_ need: Need) -> Bool {
    guard case .records(let type, let party?) = need else { return false }
    return world.facts.isUndecided(type: type, party: party)
  }
}
