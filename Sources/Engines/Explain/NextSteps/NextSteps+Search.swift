import Core
import Determination
import Facts
import Vocabulary

extension NextSteps {
  /// How many days on which something changes are looked at, one after the other.
  private static let days = 24
  /// How many values of a number are tried one after the other, the nearest first.
  private static let values = 16
  /// How many more where a threshold may lie farther off, each twice as far down the list.
  private static let farValues = 5
  /// How often what lies between two values is halved.
  private static let halvings = 60

  /// What the case comes to with other facts; `nil` where there is no entry, and when the engine has
  /// been asked often enough.
  mutating func ask(_ facts: FactBase, isExplaining: Bool = false) -> Finding? {
    guard left > 0, !probe.effort.isSpent else { return nil }
    left -= 1
    return probe.finding(in: facts, isExplaining: isExplaining)
  }

  /// The nearest value of a number that turns something.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - base: the other facts.
  ///   - isExact: whether to look between the values that the document tells apart, and beyond the
  ///     nearest of them: a threshold on what several facts come to lies anywhere.
  ///   - isExplaining: whether what is found has reasons.
  ///   - isTurned: whether it is turned.
  /// - Returns: the value and what the case comes to with it.
  mutating func nearest(
    _ number: NumberLever, in base: FactBase, isExact: Bool, isExplaining: Bool = false,
    _ isTurned: (Finding) -> Bool
  ) -> (value: Decimal128, found: Finding)? {
    // The farthest on each side that does not turn it.
    var (low, high) = (number.now, number.now)
    let far = (0..<(isExact ? NextSteps.farValues : 0)).map { NextSteps.values - 1 + (1 << $0) }
    for place in Array(0..<NextSteps.values) + far where number.values.indices.contains(place) {
      let value = number.values[place]
      guard
        let found = ask(told(.number(number, value), in: base), isExplaining: isExplaining)
      else { continue }
      if isTurned(found) {
        guard isExact else { return (value, found) }
        return closer(
          number, in: base, isExplaining: isExplaining, than: (value, found),
          beyond: value < number.now ? low : high, isTurned)
      }
      if value < number.now { low = min(low, value) } else { high = max(high, value) }
    }
    return nil
  }

  /// The same between a value that turns it and one that does not.
  private mutating func closer(
    _ number: NumberLever, in base: FactBase, isExplaining: Bool,
    than good: (value: Decimal128, found: Finding), beyond bad: Decimal128,
    _ isTurned: (Finding) -> Bool
  ) -> (value: Decimal128, found: Finding) {
    guard case .number(_, let scale, _) = number.field.type else { return good }
    var (good, bad) = (good, bad)
    for _ in 0..<NextSteps.halvings {
      guard let between = bad.middle(to: good.value, scale: min(scale, 2)),
        let found = ask(told(.number(number, between), in: base), isExplaining: isExplaining)
      else { break }
      if isTurned(found) { good = (between, found) } else { bad = between }
    }
    return good
  }

  /// The first day on which the case is better though nothing changes any more but the day.
  ///
  /// - Parameters:
  ///   - base: the facts.
  ///   - day: the first that is looked at; `nil` where none can bring anything.
  /// - Returns: the day and what the case comes to on it.
  mutating func firstDay(
    _ base: FactBase, from day: CivilDate?
  ) -> (day: CivilDate, then: Determination)? {
    var (base, next) = (base, day)
    for _ in 0..<NextSteps.days {
      guard let day = next, day <= facts.on.adding(months: 120) else { return nil }
      base.on = day
      guard let found = ask(base) else { return nil }
      if one.isWorse(than: found.determination) { return (day, found.determination) }
      next = found.until
    }
    return nil
  }
}

extension Decimal128 {
  /// A number of so many digits strictly between two; `nil` where there is none.
  fileprivate func middle(to other: Decimal128, scale: Int) -> Decimal128? {
    let half = adding(other)?.divided(by: Decimal128(2))?.rounded(scale: scale, .down)
    guard let half, half != self, half != other else { return nil }
    return min(self, other) < half && half < max(self, other) ? half : nil
  }
}
