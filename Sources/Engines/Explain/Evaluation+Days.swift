import Core
import FEEL
import PolicyPlan

/// A date that a rule asks about. Where it is the day of the determination it moves on by itself,
/// and what it is held against tells when that makes a difference.
struct AskedDay {
  let held: Held
  /// Whether it moves on with the day of the determination.
  var isRunning = false
  /// The last day it comes to, where it stops.
  var last: CivilDate?

  /// Whether it will come to that day by itself.
  func reaches(_ day: CivilDate) -> Bool { isRunning && (last.map { day <= $0 } ?? true) }
}

extension Evaluation {
  /// Evaluates a date. The clock is left to the caller where the date runs.
  mutating func day(_ node: NodeID) -> AskedDay {
    guard isDay(node) else { return AskedDay(held: held(node)) }
    switch plan.nodes[node].operation {
    case .determinationDate: return AskedDay(held: .value(.date(world.on)), isRunning: true)
    case .definition(_, let inner): return day(inner)
    case .conditional(let condition, let then, let otherwise):
      let truth = held(condition)
      if truth.unknown != nil { return AskedDay(held: held(node)) }
      note(node, isFirst: truth.truth == true)
      return day(truth.truth == true ? then : otherwise)
    case .policyFunction(.monthEnd, let arguments):
      let asked = day(arguments[0])
      guard case .value(.date(let date)) = asked.held else {
        return AskedDay(held: .unknown(asked.held.unknown ?? noDate(arguments[0])))
      }
      let end = date.lastOfMonth
      if asked.isRunning { return asked }
      if end <= world.on { return AskedDay(held: .value(.date(end))) }
      return AskedDay(held: .value(.date(world.on)), isRunning: true, last: end)
    default: return AskedDay(held: held(node))
    }
  }

  /// Whether the date may be the day of the determination.
  func isDay(_ node: NodeID) -> Bool {
    switch plan.nodes[node].operation {
    case .determinationDate: true
    case .definition(_, let inner): isDay(inner)
    case .conditional(_, let then, let otherwise): isDay(then) || isDay(otherwise)
    case .policyFunction(.monthEnd, _): world.supposed[.monthEnd] == nil
    default: false
    }
  }

  mutating func monthEnd(_ node: NodeID) -> Held {
    let asked = day(node)
    guard case .value(.date(let date)) = asked.held else {
      return .unknown(asked.held.unknown ?? noDate(node))
    }
    let end = min(date.lastOfMonth, world.on)
    if asked.isRunning || end < date.lastOfMonth { clock.note(world.on.next) }
    return .value(.date(end))
  }

  mutating func nextMonth(_ node: NodeID) -> Held {
    let asked = day(node)
    guard case .value(.date(let date)) = asked.held else {
      return .unknown(asked.held.unknown ?? noDate(node))
    }
    let next = date.firstOfMonth.adding(months: 1)
    if asked.reaches(next) { clock.note(next) }
    return .value(.date(next))
  }

  mutating func dateMember(_ member: DateMember, of node: NodeID) -> Held {
    let asked = day(node)
    if asked.isRunning, case .value(.date(let date)) = asked.held {
      let next =
        switch member {
        case .year: CivilDate(year: date.year + 1, month: 1, day: 1) ?? date.next
        case .month: date.firstOfMonth.adding(months: 1)
        case .day: date.next
        }
      if asked.reaches(next) { clock.note(next) }
    }
    return Evaluation.apply(asked.held) { Operations.member(member.rawValue, of: $0) }
  }
}

extension CivilDate {
  /// The day after.
  var next: CivilDate { CivilDate(dayNumber: dayNumber + 1) }
}
