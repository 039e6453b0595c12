import Core

/// Conversion functions (DMN 1.5, 10.3.4.1).
extension BuiltIns {
  static let conversion: [BuiltIn] = [
    BuiltIn(
      "date", .init(.string("from"), returns: .date, dateFromText),
      .init(.init("from", .date), returns: .date, dateFromMoment),
      .init(.init("from", .dateTime), returns: .date, dateFromMoment),
      .init(.number("year"), .number("month"), .number("day"), returns: .date, dateFromParts)),
    BuiltIn(
      "date and time", .init(.string("from"), returns: .type(.dateTime), dateTimeFromText),
      .init(.init("from", .dateTime), returns: .type(.dateTime), sameMoment),
      .init(
        .init("date", .date), .init("time", .time), returns: .type(.dateTime),
        dateTimeFromDateAndTime),
      .init(
        .init("date", .dateTime), .init("time", .time), returns: .type(.dateTime),
        dateTimeFromDateAndTime),
      .init(
        .number("year"), .number("month"), .number("day"), .number("hour"), .number("minute"),
        .number("second"), returns: .type(.dateTime), dateTimeFromParts),
      .init(
        .number("year"), .number("month"), .number("day"), .number("hour"), .number("minute"),
        .number("second"), .init("offset", .dayTimeDuration, acceptsNull: true),
        returns: .type(.dateTime), dateTimeFromParts),
      .init(
        .number("year"), .number("month"), .number("day"), .number("hour"), .number("minute"),
        .number("second"), .string("timezone"), returns: .type(.dateTime), dateTimeFromParts)),
    BuiltIn(
      "time", .init(.string("from"), returns: .type(.time), timeFromText),
      .init(.init("from", .time), returns: .type(.time), timeFromMoment),
      .init(.init("from", .dateTime), returns: .type(.time), timeFromMoment),
      .init(
        .number("hour"), .number("minute"), .number("second"), returns: .type(.time),
        timeFromParts),
      .init(
        .number("hour"), .number("minute"), .number("second"),
        .init("offset", .dayTimeDuration, acceptsNull: true), returns: .type(.time), timeFromParts)),
    BuiltIn(
      "number", .init(.string("from"), returns: .number, numberFromText),
      .init(.number("from"), returns: .number, numberFromNumber),
      .init(
        .string("from"), .init("grouping separator", .string, acceptsNull: true),
        .init("decimal separator", .string, acceptsNull: true), returns: .number, numberFromText)),
    BuiltIn("string", .init(.init("from", .any), returns: .string, string)),
    BuiltIn(
      "duration", .init(.string("from"), returns: .any, durationFromText),
      .init(.init("from", .dayTimeDuration), returns: .type(.dayTimeDuration), sameDuration),
      .init(.init("from", .yearMonthDuration), returns: .type(.yearMonthDuration), sameDuration)),
    BuiltIn(
      "years and months duration",
      .init(
        .init("from", .date), .init("to", .date), returns: .type(.yearMonthDuration),
        yearsAndMonths),
      .init(
        .init("from", .dateTime), .init("to", .dateTime), returns: .type(.yearMonthDuration),
        yearsAndMonths)),
  ]

  private static func dateFromText(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    guard let date = CivilDate(text) else { throw .notReadable(text, as: .date) }
    return .date(date)
  }

  private static func dateFromMoment(_ arguments: Arguments) throws(NullReason) -> Value {
    .date(try arguments.date(0))
  }

  private static func dateFromParts(_ arguments: Arguments) throws(NullReason) -> Value {
    .date(try date(arguments))
  }

  /// The date of the first three arguments.
  private static func date(_ arguments: Arguments) throws(NullReason) -> CivilDate {
    let (year, month) = (try arguments.whole(0), try arguments.whole(1))
    let day = try arguments.whole(2)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw .notReadable("\(year)-\(month)-\(day)", as: .date)
    }
    return date
  }

  private static func dateTimeFromText(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    guard let dateTime = TemporalText.dateTime(text) else {
      throw .notReadable(text, as: .dateTime)
    }
    return .dateTime(dateTime)
  }

  private static func sameMoment(_ arguments: Arguments) throws(NullReason) -> Value {
    arguments[0]
  }

  private static func dateTimeFromDateAndTime(
    _ arguments: Arguments
  ) throws(NullReason) -> Value {
    guard case .time(let time) = arguments[1] else {
      throw .wrongArgument(arguments[1], place: 1, expected: .time)
    }
    return .dateTime(DateTime(try arguments.date(0), time))
  }

  private static func dateTimeFromParts(_ arguments: Arguments) throws(NullReason) -> Value {
    .dateTime(DateTime(try date(arguments), try arguments.time(from: 3)))
  }

  private static func timeFromText(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    guard let time = TimeOfDay(text) else { throw .notReadable(text, as: .time) }
    return .time(time)
  }

  private static func timeFromMoment(_ arguments: Arguments) throws(NullReason) -> Value {
    if case .dateTime(let dateTime) = arguments[0] { return .time(dateTime.time) }
    return arguments[0]
  }

  private static func timeFromParts(_ arguments: Arguments) throws(NullReason) -> Value {
    .time(try arguments.time(from: 0))
  }

  /// The text of a number, with the separators given: grouping blank, `,` or `.`; decimal `,` or
  /// `.`; the two different. Null stands for none, and for a decimal point.
  private static func numberFromText(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    let grouping = arguments[1].isNull ? nil : try arguments.string(1)
    let decimal = arguments[2].isNull ? nil : try arguments.string(2)
    guard grouping.map({ [" ", ",", "."].contains($0) }) ?? true,
      decimal.map({ [",", "."].contains($0) }) ?? true, grouping == nil || grouping != decimal
    else {
      throw .invalidArgument(
        Bilingual(
          zh: "分位符应是空格、“,”或“.”，小数点应是“,”或“.”，两者不同",
          en: "the separators should be two of blank, “,” and “.”, the decimal one no blank"))
    }
    var plain = text
    if let grouping { plain = plain.split(separator: grouping).joined() }
    if decimal == "," {
      guard !plain.contains(".") else { throw .notReadable(text, as: .number) }
      plain = plain.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    }
    guard let number = Decimal128(plain) else { throw .notReadable(text, as: .number) }
    return .number(number)
  }

  private static func numberFromNumber(_ arguments: Arguments) throws(NullReason) -> Value {
    .number(try arguments.number(0))
  }

  private static func string(_ arguments: Arguments) throws(NullReason) -> Value {
    guard let text = arguments[0].completeText else {
      throw .tooMany(limit: Operations.sizeLimit)
    }
    return .string(text)
  }

  private static func durationFromText(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    guard let duration = TemporalText.duration(text) else {
      throw .notReadable(text, as: .dayTimeDuration)
    }
    return duration
  }

  private static func sameDuration(_ arguments: Arguments) throws(NullReason) -> Value {
    arguments[0]
  }

  /// Whole months from one date to another, towards zero.
  private static func yearsAndMonths(_ arguments: Arguments) throws(NullReason) -> Value {
    let (from, to) = (try arguments.date(0).parts, try arguments.date(1).parts)
    var months = (to.year - from.year) * 12 + to.month - from.month
    if months > 0, to.day < from.day { months -= 1 }
    if months < 0, to.day > from.day { months += 1 }
    return .yearMonthDuration(YearMonthDuration(months: months))
  }
}

extension Arguments {
  /// A whole number that fits an `Int`; a fraction has no meaning here.
  fileprivate func whole(_ place: Int) throws(NullReason) -> Int {
    let number = try number(place)
    guard let integer = number.integer else { throw .outOfRange(number) }
    return integer
  }

  /// The time of hour, minute and second, and where one is given the offset or zone behind them.
  fileprivate func time(from place: Int) throws(NullReason) -> TimeOfDay {
    let (hour, minute) = (try whole(place), try whole(place + 1))
    let second = try number(place + 2)
    guard let wholeSecond = second.rounded(scale: 0, .down)?.integer,
      let fraction = second.subtracting(Decimal128(wholeSecond))?.multiplied(
        by: Decimal128(TimeOfDay.nanosecondsPerSecond))?.rounded(scale: 0, .down)?.integer,
      let time = TimeOfDay(
        hour: hour, minute: minute, second: wholeSecond, nanosecond: fraction,
        zone: try zone(place + 3))
    else { throw .notReadable("\(hour):\(minute):\(second)", as: .time) }
    return time
  }

  private func zone(_ place: Int) throws(NullReason) -> Zone? {
    switch self[place] {
    case .dayTimeDuration(let offset):
      let seconds = offset.nanoseconds / DayTimeDuration.nanosecondsPerSecond
      guard let whole = Int(exactly: seconds), let zone = Zone(offsetSeconds: whole) else {
        throw .notReadable(offset.description, as: .time)
      }
      return zone
    case .string(let name):
      guard let zone = Zone("@" + name) else { throw .notReadable(name, as: .time) }
      return zone
    default: return nil
    }
  }
}
