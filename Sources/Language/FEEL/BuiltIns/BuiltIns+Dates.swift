import Core

/// Date and time functions (DMN 1.5, 10.3.4.6, 10.3.4.9 and 10.3.4.11).
extension BuiltIns {
  static let dates: [BuiltIn] = [
    BuiltIn("is", .init(.any("value1"), .any("value2"), returns: .boolean, isSame)),
    calendar("day of year", returns: .number) { .number(Decimal128($0.dayOfYear)) },
    calendar("day of week", returns: .string) { .string(weekdays[$0.weekday - 1]) },
    calendar("month of year", returns: .string) { .string(months[$0.month - 1]) },
    calendar("week of year", returns: .number) { .number(Decimal128($0.weekOfYear)) },
    BuiltIn("now", .init(returns: .type(.dateTime), now)),
    BuiltIn("today", .init(returns: .date, today)),
  ]

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A function of a date, or of the date of a date-time.
  private static func calendar(
    _ name: String, returns result: BuiltIn.ResultType,
    _ body: @escaping @Sendable (CivilDate) -> Value
  ) -> BuiltIn {
    let onDate: @Sendable (Arguments) throws(NullReason) -> Value = {
      (arguments) throws(NullReason) in body(try arguments.date(0))
    }
    return BuiltIn(
      name, .init(.init("date", .date), returns: result, onDate),
      .init(.init("date", .dateTime), returns: result, onDate))
  }

  private static func now(
    _ arguments: Arguments, _ interpreter: inout Interpreter
  ) throws(NullReason) -> Value {
    .dateTime(interpreter.clock())
  }

  private static func today(
    _ arguments: Arguments, _ interpreter: inout Interpreter
  ) throws(NullReason) -> Value {
    .date(interpreter.clock().date)
  }

  private static func isSame(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(isSame(arguments[0], arguments[1]))
  }

  /// Whether two values are the same element of FEEL's domain: unlike `=`, a moment in two zones is
  /// two values, and values of two types are not the same.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.time(let a), .time(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
    case (.context(let a), .context(let b)):
      a.count == b.count
        && a.entries.allSatisfy { entry in b[entry.key].map { isSame(entry.value, $0) } ?? false }
    default: Operations.isEqual(left, right) ?? false
    }
  }
}

extension Arguments {
  /// A date, or the date of a date-time.
  func date(_ place: Int) throws(NullReason) -> CivilDate {
    switch self[place] {
    case .date(let date): return date
    case .dateTime(let dateTime): return dateTime.date
    default: throw .wrongArgument(self[place], place: place, expected: .date)
    }
  }
}
