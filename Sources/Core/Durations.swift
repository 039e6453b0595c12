/// A duration of whole months: FEEL's *years and months duration* (DMN 1.5, 10.3.2.3.8).
public struct YearMonthDuration: Sendable, Hashable, Comparable {
  public let months: Int

  public init(months: Int) { self.months = months }

  public static func < (left: YearMonthDuration, right: YearMonthDuration) -> Bool {
    left.months < right.months
  }
}

/// A duration of exact length: FEEL's *days and time duration* (DMN 1.5, 10.3.2.3.7).
public struct DayTimeDuration: Sendable, Hashable, Comparable {
  public static let nanosecondsPerSecond: Int128 = 1_000_000_000
  public static let nanosecondsPerDay: Int128 = 86_400 * nanosecondsPerSecond

  public let nanoseconds: Int128

  public init(nanoseconds: Int128) { self.nanoseconds = nanoseconds }

  public init(days: Int) { nanoseconds = Int128(days) * DayTimeDuration.nanosecondsPerDay }

  public init(seconds: Int) {
    nanoseconds = Int128(seconds) * DayTimeDuration.nanosecondsPerSecond
  }

  public static func < (left: DayTimeDuration, right: DayTimeDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension YearMonthDuration: CustomStringConvertible {
  /// Reads `P1Y2M`, `-P3M`, strictly.
  public init?(_ text: some StringProtocol) {
    guard let parts = DurationParts(text), !parts.hasDayOrTime, parts.hasYearOrMonth else {
      return nil
    }
    let (years, overflow) = parts.years.multipliedReportingOverflow(by: 12)
    let (months, carried) = years.addingReportingOverflow(parts.months)
    guard !overflow, !carried else { return nil }
    self.init(months: parts.isNegative ? -months : months)
  }

  /// `P1Y2M`; zero is `P0M`.
  public var description: String {
    let years = months.magnitude / 12
    let rest = months.magnitude % 12
    if months == 0 { return "P0M" }
    return (months < 0 ? "-P" : "P") + (years > 0 ? "\(years)Y" : "")
      + (rest > 0 ? "\(rest)M" : "")
  }
}

extension DayTimeDuration: CustomStringConvertible {
  /// Reads `P1DT2H3M4.5S`, `-PT3H`, strictly.
  public init?(_ text: some StringProtocol) {
    guard let parts = DurationParts(text), parts.hasDayOrTime, !parts.hasYearOrMonth else {
      return nil
    }
    let hours = Int128(parts.days) * 24 + Int128(parts.hours)
    let seconds = (hours * 60 + Int128(parts.minutes)) * 60 + Int128(parts.seconds)
    let total = seconds * DayTimeDuration.nanosecondsPerSecond + Int128(parts.nanoseconds)
    self.init(nanoseconds: parts.isNegative ? -total : total)
  }

  /// `P1DT2H3M4.5S`; zero is `PT0S`.
  public var description: String {
    if nanoseconds == 0 { return "PT0S" }
    let magnitude = nanoseconds.magnitude
    let perSecond = DayTimeDuration.nanosecondsPerSecond.magnitude
    let seconds = magnitude / perSecond
    let fraction = fractionText(Int(magnitude % perSecond))
    var time = ""
    if seconds / 3600 % 24 > 0 { time += "\(seconds / 3600 % 24)H" }
    if seconds / 60 % 60 > 0 { time += "\(seconds / 60 % 60)M" }
    if seconds % 60 > 0 || !fraction.isEmpty { time += "\(seconds % 60)\(fraction)S" }
    let days = seconds / 86_400
    return (nanoseconds < 0 ? "-P" : "P") + (days > 0 ? "\(days)D" : "")
      + (time.isEmpty ? "" : "T" + time)
  }
}
