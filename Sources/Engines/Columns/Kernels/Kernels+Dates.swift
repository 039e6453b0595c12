import Core

/// Parts of dates. Days are counted from 1970-01-01; the algorithm is that of `CivilDate`, in 32
/// bits.
extension Kernels {
  @inline(__always)
  static func civil(_ day: Int32) -> (year: Int32, month: Int32, day: Int32) {
    let shifted = day &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra =
      (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let marchYear = yearOfEra &+ era &* 400
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let marchMonth = (5 &* dayOfYear &+ 2) / 153
    let month = marchMonth < 10 ? marchMonth &+ 3 : marchMonth &- 9
    return (
      marchYear &+ (month <= 2 ? 1 : 0), month, dayOfYear &- (153 &* marchMonth &+ 2) / 5 &+ 1
    )
  }

  /// The first day of a month, by its number.
  @inline(__always)
  static func firstDay(ofMonth number: Int32) -> Int32 {
    let year = number >= 0 ? number / 12 : (number &- 11) / 12
    let month = number &- year &* 12 &+ 1
    let marchYear = month <= 2 ? year &- 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear &- 399) / 400
    let yearOfEra = marchYear &- era &* 400
    let dayOfYear = (153 &* (month &+ (month > 2 ? -3 : 9)) &+ 2) / 5
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* 146_097 &+ dayOfEra &- 719_468
  }

  @inline(__always)
  static func monthNumber(of day: Int32) -> Int32 {
    let parts = civil(day)
    return parts.year &* 12 &+ parts.month &- 1
  }

  static func year(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>) {
    // From 1901 to 2099 every fourth year is a leap year: days are counted as if from 1872.
    if areBetween(a, -25_202..<47_482, count) {
      each(a, count, into: &out) { 1872 &+ 4 &* ($0 &+ 35_795) / 1461 }
    } else {
      each(a, count, into: &out) { $0.isMark ? .unknown : civil($0).year }
    }
  }

  static func month(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>) {
    each(a, count, into: &out) { $0.isMark ? .unknown : civil($0).month }
  }

  static func day(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>) {
    each(a, count, into: &out) { $0.isMark ? .unknown : civil($0).day }
  }

  static func monthNumber(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>) {
    byMonth(a, count, into: &out, mark: { $0 }, near: { $0.month($1) }) { monthNumber(of: $0) }
  }

  static func firstOfMonth(number a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>)
  {
    let calendar = MonthCalendar.near
    if areBetween(a, calendar.months, count) {
      let first = calendar.first.span
      return each(a, count, into: &out) { first[Int($0 &- calendar.months.lowerBound)] }
    }
    each(a, count, into: &out) { $0.isMark ? $0 : firstDay(ofMonth: $0) }
  }

  /// First day of the month after; unknown without a day.
  static func nextMonth(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>) {
    byMonth(a, count, into: &out, mark: { _ in .unknown }, near: { $0.next($1) }) {
      firstDay(ofMonth: monthNumber(of: $0) &+ 1)
    }
  }

  /// Last day of the month, at most a given one; unknown without a day.
  static func monthEnd(
    _ a: Span<Int32>, notAfter last: Int32, _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    byMonth(
      a, count, into: &out, mark: { _ in .unknown }, near: { min($0.next($1) &- 1, last) }
    ) { min(firstDay(ofMonth: monthNumber(of: $0) &+ 1) &- 1, last) }
  }

  /// What follows from the month of a day: looked up where all days are near.
  @inline(__always)
  private static func byMonth(
    _ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int32>, mark: (Int32) -> Int32,
    near: (MonthCalendar, Int32) -> Int32, far: (Int32) -> Int32
  ) {
    let calendar = MonthCalendar.near
    if areBetween(a, calendar.days, count) {
      each(a, count, into: &out) { near(calendar, $0) }
    } else {
      each(a, count, into: &out) { $0.isMark ? mark($0) : far($0) }
    }
  }

  private static func areBetween(_ a: Span<Int32>, _ range: Range<Int32>, _ count: Int) -> Bool {
    precondition(a.count >= count)
    let (first, last) = (range.lowerBound, range.upperBound &- 1)
    var beyond: UInt8 = 0
    for lane in 0..<count { beyond |= bit(a[lane] < first) | bit(a[lane] > last) }
    return beyond == 0
  }

  /// So many months later, on the month's last day where it is shorter.
  @inline(__always)
  static func added(months: Int32, to day: Int32) -> Int32 {
    let parts = civil(day)
    let number = parts.year &* 12 &+ parts.month &- 1 &+ months
    let first = firstDay(ofMonth: number)
    let length = firstDay(ofMonth: number &+ 1) &- first
    return first &+ min(parts.day, length) &- 1
  }

  static func addMonths(
    _ a: Span<Int32>, _ months: Int32, _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    each(a, count, into: &out) { $0.isMark ? .unknown : added(months: months, to: $0) }
  }
}
