import Core

extension Operations {
  /// `value.name` (DMN 1.5, table 65 and 10.3.2.5): an entry of a context, a member of a date,
  /// time, duration or range; of a list, the list of its items' members.
  public static func member(_ name: String, of value: Value) -> Value {
    switch value {
    case .context(let context): return context[name] ?? .null(.noMember(name, of: value))
    case .list(let items): return .list(items.map { member(name, of: $0) })
    case .null: return .null(from: value)
    case .date(let date): return dateMember(name, date) ?? .null(.noMember(name, of: value))
    case .time(let time):
      return timeMember(name, time, offset: time.offsetSeconds) ?? .null(.noMember(name, of: value))
    case .dateTime(let moment):
      return dateMember(name, moment.date)
        ?? timeMember(name, moment.time, offset: moment.offsetSeconds)
        ?? .null(.noMember(name, of: value))
    case .yearMonthDuration(let duration):
      return monthsMember(name, duration) ?? .null(.noMember(name, of: value))
    case .dayTimeDuration(let duration):
      return durationMember(name, duration) ?? .null(.noMember(name, of: value))
    case .range(let range): return rangeMember(name, range) ?? .null(.noMember(name, of: value))
    default: return .null(.noMember(name, of: value))
    }
  }

  private static func dateMember(_ name: String, _ date: CivilDate) -> Value? {
    switch name {
    case "year": .number(Decimal128(date.year))
    case "month": .number(Decimal128(date.month))
    case "day": .number(Decimal128(date.day))
    case "weekday": .number(Decimal128(date.weekday))
    default: nil
    }
  }

  private static func timeMember(_ name: String, _ time: TimeOfDay, offset: Int?) -> Value? {
    switch name {
    case "hour": .number(Decimal128(time.hour))
    case "minute": .number(Decimal128(time.minute))
    case "second": .number(Decimal128(time.second))
    case "time offset":
      offset.map { .dayTimeDuration(DayTimeDuration(seconds: $0)) } ?? .null(.noZone)
    case "timezone":
      if case .place(let place) = time.zone { .string(place) } else { .null(.noZone) }
    default: nil
    }
  }

  private static func monthsMember(_ name: String, _ duration: YearMonthDuration) -> Value? {
    switch name {
    case "years": .number(Decimal128(duration.months / 12))
    case "months": .number(Decimal128(duration.months % 12))
    default: nil
    }
  }

  private static func durationMember(_ name: String, _ duration: DayTimeDuration) -> Value? {
    let seconds = duration.nanoseconds / DayTimeDuration.nanosecondsPerSecond
    let part: Int128
    switch name {
    case "days": part = seconds / 86_400
    case "hours": part = seconds / 3600 % 24
    case "minutes": part = seconds / 60 % 60
    case "seconds": part = seconds % 60
    default: return nil
    }
    return number(Decimal128(wide: part))
  }

  private static func rangeMember(_ name: String, _ range: RangeValue) -> Value? {
    switch name {
    case "start": range.low ?? .null
    case "end": range.high ?? .null
    case "start included": .boolean(range.lowIncluded)
    case "end included": .boolean(range.highIncluded)
    default: nil
    }
  }
}
