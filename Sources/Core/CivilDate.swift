/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
/// Kept as days since 1970-01-01, so that comparison and distance are integer arithmetic.
/// Years −999,999,999 … 999,999,999, the range of FEEL (DMN 1.5, 10.3.2.3.4).
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// - Returns: `nil` when there is no such day, as 2019-02-29.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...CivilDate.days(inMonth: month, year: year)).contains(day),
      (-999_999_999...999_999_999).contains(year)
    else { return nil }
    self.init(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// Howard Hinnant's days_from_civil: eras of 400 years, years beginning in March.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1…12 and day 1…31 of this date.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  /// Monday is 1, Sunday 7 (ISO 8601).
  public var weekday: Int { (((dayNumber + 3) % 7) + 7) % 7 + 1 }

  public var firstOfMonth: CivilDate { CivilDate(dayNumber: dayNumber - (parts.day - 1)) }

  public var lastOfMonth: CivilDate {
    let (year, month, day) = parts
    return CivilDate(dayNumber: dayNumber + CivilDate.days(inMonth: month, year: year) - day)
  }

  /// The same day of the month `months` later; a day that month lacks becomes its last
  /// (2019-01-31 and one month: 2019-02-28).
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, CivilDate.days(inMonth: newMonth, year: newYear))
    return CivilDate(
      dayNumber: CivilDate.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension CivilDate: CustomStringConvertible {
  /// As the other one, and many times faster for callers in other modules, where a generic
  /// initialiser is not specialised.
  public init?(_ text: String) { self.init(text[...]) }

  /// Reads `2019-05-03`, strictly: four or more digits of year (no needless zeros beyond four),
  /// two of month, two of day.
  public init?(_ text: some StringProtocol) {
    // By hand and without arrays: tables hold millions of dates.
    var digits = (year: 0, month: 0, day: 0)
    var counts = (year: 0, month: 0, day: 0)
    var part = 0
    var isNegative = false
    var leadingZero = false
    for (position, byte) in text.utf8.enumerated() {
      guard byte != UInt8(ascii: "-") else {
        if position == 0 { isNegative = true } else { part += 1 }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"),
        counts.year <= 9, counts.month <= 2, counts.day <= 2
      else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch part {
      case 0:
        if counts.year == 0 { leadingZero = digit == 0 }
        (digits.year, counts.year) = (digits.year * 10 + digit, counts.year + 1)
      case 1: (digits.month, counts.month) = (digits.month * 10 + digit, counts.month + 1)
      case 2: (digits.day, counts.day) = (digits.day * 10 + digit, counts.day + 1)
      default: return nil
      }
    }
    guard part == 2, counts.month == 2, counts.day == 2, (4...9).contains(counts.year),
      counts.year == 4 || !leadingZero
    else { return nil }
    self.init(year: isNegative ? -digits.year : digits.year, month: digits.month, day: digits.day)
  }

  /// ISO 8601, `2019-05-03`.
  public var description: String { monthText + "-" + CivilDate.padded(parts.day, 2) }

  /// The month of this date, `2019-05`.
  public var monthText: String {
    let (year, month, _) = parts
    let sign = year < 0 ? "-" : ""
    return sign + CivilDate.padded(abs(year), 4) + "-" + CivilDate.padded(month, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
