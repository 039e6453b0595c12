import Core

/// Dates, times and durations as text.
enum TemporalText {
  /// The value of `@"text"` (DMN 1.5, 10.3.1.2, rule 67).
  static func value(of text: String) -> Value? {
    if let date = CivilDate(text) { return .date(date) }
    if let dateTime = DateTime(text) { return .dateTime(dateTime) }
    if let time = TimeOfDay(text) { return .time(time) }
    return duration(text)
  }

  static func duration(_ text: String) -> Value? {
    if let duration = YearMonthDuration(text) { return .yearMonthDuration(duration) }
    return DayTimeDuration(text).map { .dayTimeDuration($0) }
  }

  /// A date-time, or the midnight of a date.
  static func dateTime(_ text: String) -> DateTime? {
    DateTime(text) ?? CivilDate(text).map { DateTime($0, TimeOfDay(nanoseconds: 0)) }
  }
}
