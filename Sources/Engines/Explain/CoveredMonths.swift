import Core
import FEEL

/// The calendar months that any of some spells covers, and how many lie up to the month of a day.
struct CoveredMonths {
  let asked: AskedDay
  let held: Held
  /// Disjoint, in order of time, by `CivilDate.monthNumber`; an open spell has no end.
  private let spans: [ClosedRange<Int>]
  /// The month through which is counted, and how many that makes.
  private let month: Int
  let count: Int

  /// - Parameters:
  ///   - asked: the day.
  ///   - held: what the count comes to, or why it is unknown.
  init(_ asked: AskedDay, _ held: Held) {
    self.asked = asked
    self.held = held
    spans = []
    month = 0
    count = 0
  }

  /// - Parameters:
  ///   - spells: first and last month of each.
  ///   - date: the day through whose month is counted.
  ///   - asked: the same day, and whether it runs.
  init(_ spells: [ClosedRange<Int>], through date: CivilDate, _ asked: AskedDay) {
    self.asked = asked
    var spans: [ClosedRange<Int>] = []
    for spell in spells.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, spell.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, spell.upperBound)
      } else {
        spans.append(spell)
      }
    }
    self.spans = spans
    let month = date.monthNumber
    self.month = month
    count = spans.reduce(0) { $0 + max(0, min($1.upperBound, month) - $1.lowerBound + 1) }
    held = .value(.number(Decimal128(count)))
  }

  /// Whether the number grows as the day moves on.
  var isRunning: Bool { asked.isRunning && next(after: month) != nil }

  /// First day of the month in which the number is the next one.
  var nextMonth: CivilDate? { next(after: month).map { CivilDate(monthNumber: $0) } }

  private func next(after month: Int) -> Int? {
    for span in spans where span.upperBound > month { return max(span.lowerBound, month + 1) }
    return nil
  }

  /// A number of years that no rule looks ahead.
  private static let farthest = 1200

  /// First day of the month in which the number is one that makes a difference.
  ///
  /// - Parameters:
  ///   - turnsOnce: whether numbers beyond the first that makes a difference make it too.
  ///   - isOther: whether a number makes a difference.
  /// - Returns: `nil` when none ever does.
  func turn(once turnsOnce: Bool, _ isOther: (Int) -> Bool) -> CivilDate? {
    // Most have reached their threshold: look far ahead before walking there.
    if turnsOnce, !isOther(count + CoveredMonths.farthest) { return nil }
    var month = month
    for step in 1...CoveredMonths.farthest {
      guard let next = next(after: month) else { return nil }
      month = next
      if isOther(count + step) { break }
    }
    return CivilDate(monthNumber: month)
  }
}
