import Core

extension Operations {
  /// `left + right` (DMN 1.5, tables 51–53): numbers, text, durations, dates and durations.
  public static func add(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return number(a.adding(b))
    case (.string(let a), .string(let b)):
      return a.utf8.count + b.utf8.count > sizeLimit
        ? .null(.tooMany(limit: sizeLimit)) : .string(a + b)
    case (.null, _), (_, .null): return .null(from: left, right)
    case (.yearMonthDuration(let a), .yearMonthDuration(let b)): return months(a, plus: b.months)
    case (.dayTimeDuration(let a), .dayTimeDuration(let b)):
      return nanoseconds(a.nanoseconds.addingReportingOverflow(b.nanoseconds))
    case (_, .yearMonthDuration(let b)):
      return shifted(left, months: b.months) ?? mismatch("+", left, right)
    case (.yearMonthDuration(let a), _):
      return shifted(right, months: a.months) ?? mismatch("+", left, right)
    case (_, .dayTimeDuration(let b)):
      return shifted(left, nanoseconds: b.nanoseconds) ?? mismatch("+", left, right)
    case (.dayTimeDuration(let a), _):
      return shifted(right, nanoseconds: a.nanoseconds) ?? mismatch("+", left, right)
    default: return mismatch("+", left, right)
    }
  }

  /// `left - right`: numbers, durations, dates and durations, and the time between two moments.
  public static func subtract(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return number(a.subtracting(b))
    case (.null, _), (_, .null): return .null(from: left, right)
    case (.yearMonthDuration(let a), .yearMonthDuration(let b)):
      let (result, overflow) = a.months.subtractingReportingOverflow(b.months)
      return overflow ? .null(.noFiniteNumber) : .yearMonthDuration(.init(months: result))
    case (.dayTimeDuration(let a), .dayTimeDuration(let b)):
      return nanoseconds(a.nanoseconds.subtractingReportingOverflow(b.nanoseconds))
    case (_, .yearMonthDuration(let b)):
      return shifted(left, months: -b.months) ?? mismatch("-", left, right)
    case (_, .dayTimeDuration(let b)):
      return shifted(left, nanoseconds: -b.nanoseconds) ?? mismatch("-", left, right)
    default: return between(left, right)
    }
  }

  /// The time from `right` to `left`; a date counts as its midnight in UTC.
  private static func between(_ left: Value, _ right: Value) -> Value {
    if case (.date(let a), .date(let b)) = (left, right) {
      return .dayTimeDuration(DayTimeDuration(days: a.dayNumber - b.dayNumber))
    }
    if case (.time(let a), .time(let b)) = (left, right) {
      switch (a.offsetSeconds, b.offsetSeconds) {
      case (nil, nil): return elapsed(Int128(a.nanoseconds - b.nanoseconds))
      case (let first?, let second?):
        let shift = (second - first) * TimeOfDay.nanosecondsPerSecond
        return elapsed(Int128(a.nanoseconds - b.nanoseconds + shift))
      default: return .null(.mixedZones)
      }
    }
    guard let a = midnightOrMoment(left), let b = midnightOrMoment(right) else {
      return mismatch("-", left, right)
    }
    switch (a.instant, b.instant) {
    case (nil, nil): return elapsed(a.localNanoseconds - b.localNanoseconds)
    case (let first?, let second?): return elapsed(first - second)
    default: return .null(.mixedZones)
    }
  }

  private static func midnightOrMoment(_ value: Value) -> DateTime? {
    switch value {
    case .dateTime(let dateTime): dateTime
    case .date(let date): date.midnight
    default: nil
    }
  }

  private static func elapsed(_ nanoseconds: Int128) -> Value {
    .dayTimeDuration(DayTimeDuration(nanoseconds: nanoseconds))
  }

  private static func shifted(_ value: Value, months: Int) -> Value? {
    switch value {
    case .date(let date):
      date.addingChecked(months: months).map { .date($0) } ?? .null(.beyondCalendar)
    case .dateTime(let dateTime):
      dateTime.adding(months: months).map { .dateTime($0) } ?? .null(.beyondCalendar)
    default: nil
    }
  }

  private static func shifted(_ value: Value, nanoseconds: Int128) -> Value? {
    switch value {
    case .date(let date):
      return date.midnight.adding(nanoseconds: nanoseconds).map { .date($0.date) }
        ?? .null(.beyondCalendar)
    case .dateTime(let dateTime):
      return dateTime.adding(nanoseconds: nanoseconds).map { .dateTime($0) }
        ?? .null(.beyondCalendar)
    case .time(let time):
      let shift = Int(nanoseconds % DayTimeDuration.nanosecondsPerDay)
      return .time(TimeOfDay(nanoseconds: time.nanoseconds + shift, zone: time.zone))
    default: return nil
    }
  }

  private static func months(_ duration: YearMonthDuration, plus other: Int) -> Value {
    let (result, overflow) = duration.months.addingReportingOverflow(other)
    return overflow ? .null(.noFiniteNumber) : .yearMonthDuration(.init(months: result))
  }

  private static func nanoseconds(
    _ result: (partialValue: Int128, overflow: Bool)
  ) -> Value {
    result.overflow ? .null(.noFiniteNumber) : elapsed(result.partialValue)
  }

  static func number(_ result: Decimal128?) -> Value {
    result.map { .number($0) } ?? .null(.noFiniteNumber)
  }

  static func mismatch(_ sign: String, _ left: Value, _ right: Value) -> Value {
    .null(.operands(sign, left, right))
  }
}
