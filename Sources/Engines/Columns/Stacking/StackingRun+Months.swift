import Core
import PolicyPlan

/// Sums of a year or month to which a monthly benefit counts with each of its months.
extension StackingRun {
  /// The months of a year, or one month, and what they pay.
  private struct Stretch {
    let number: Int64
    var months: [BenefitBlock.Month]
    var fen: Int64
  }

  /// Cuts the months of a case off that are over the sum of their year or month.
  mutating func capMonths(
    of position: Int, _ rule: StackingSteps.Rule, _ cap: StackingSteps.CapSteps,
    _ period: StackingRule.Period
  ) {
    let one = cases[position]
    let base = key(one, rule, cap.parts, nil)
    var kept: [(months: [BenefitBlock.Month], fen: Int64)] = []
    var isCut = false
    for stretch in stretches(of: one, period) {
      let first = CivilDate(monthNumber: Int(stretch.months[0].number)).dayNumber
      let limit = cap.limit.value(
        in: one.locality.place, on: cap.isAssumed ? one.locality.day : Int32(clamping: first))
      if limit.isMark { isOpen = true }
      if isOpen { return }
      let own = keys.count
      for part in base { keys.append(keys[part]) }
      keys.append(stretch.number)
      let place = place(of: own..<keys.count)
      let left =
        one.isBound ? max(0, min(stretch.fen, limit - used[place].fen)) : stretch.fen
      if left < stretch.fen { isCut = true }
      used[place].fen += left
      kept.append((stretch.months, left))
    }
    if !isCut { return }
    cases[position].amount = kept.reduce(0) { $0 + $1.fen }
    let start = months.count
    for (stretch, fen) in kept { months += limited(stretch, to: fen) }
    cases[position].months = start..<months.count
  }

  /// The months that a case is paid for, by year or month.
  private func stretches(of one: StackingCase, _ period: StackingRule.Period) -> [Stretch] {
    var found: [Stretch] = []
    for month in limited(Array(months[one.months]), to: one.amount) {
      let number = period == .year ? Int64(month.number).quotient(by: 12) : Int64(month.number)
      if let last = found.indices.last, found[last].number == number {
        found[last].months.append(month)
        found[last].fen += month.rate
      } else {
        found.append(Stretch(number: number, months: [month], fen: month.rate))
      }
    }
    return found
  }

  /// The earliest months, as many as a sum pays for; the last of them perhaps in part.
  private func limited(_ all: [BenefitBlock.Month], to sum: Int64) -> [BenefitBlock.Month] {
    var rest = sum
    var kept: [BenefitBlock.Month] = []
    for month in all where rest > 0 {
      kept.append(.init(number: month.number, rate: min(rest, month.rate)))
      rest -= month.rate
    }
    return kept
  }
}

extension Int64 {
  /// Divided and rounded down.
  fileprivate func quotient(by divisor: Int64) -> Int64 {
    self / divisor - (self % divisor < 0 ? 1 : 0)
  }
}
