import Core

/// Numeric functions (DMN 1.5, 10.3.4.5).
extension BuiltIns {
  static let numbers: [BuiltIn] = [
    BuiltIn(
      "abs", .init(.number("n"), returns: .number, absolute),
      .init(.init("n", .dayTimeDuration), returns: .type(.dayTimeDuration), absolute),
      .init(.init("n", .yearMonthDuration), returns: .type(.yearMonthDuration), absolute)),
    BuiltIn(
      "modulo", .init(.number("dividend"), .number("divisor"), returns: .number, modulo)),
    BuiltIn("sqrt", .init(.number("number"), returns: .number, squareRoot)),
    BuiltIn("log", .init(.number("number"), returns: .number, logarithm)),
    BuiltIn("exp", .init(.number("number"), returns: .number, exponential)),
    BuiltIn("odd", .init(.number("number"), returns: .boolean, odd)),
    BuiltIn("even", .init(.number("number"), returns: .boolean, even)),
  ]

  static let rounding: [BuiltIn] = [
    BuiltIn(
      "decimal", .init(.number("n"), .number("scale"), returns: .number, rounder(.halfEven))),
    BuiltIn(
      "floor", .init(.number("n"), returns: .number, rounder(.floor)),
      .init(.number("n"), .number("scale"), returns: .number, rounder(.floor))),
    BuiltIn(
      "ceiling", .init(.number("n"), returns: .number, rounder(.ceiling)),
      .init(.number("n"), .number("scale"), returns: .number, rounder(.ceiling))),
    BuiltIn(
      "round up", .init(.number("n"), .number("scale"), returns: .number, rounder(.up))),
    BuiltIn(
      "round down", .init(.number("n"), .number("scale"), returns: .number, rounder(.down))),
    BuiltIn(
      "round half up",
      .init(.number("n"), .number("scale"), returns: .number, rounder(.halfUp))),
    BuiltIn(
      "round half down",
      .init(.number("n"), .number("scale"), returns: .number, rounder(.halfDown))),
  ]

  /// Rounds the first argument to the scale of the second; to whole numbers without one.
  private static func rounder(
    _ mode: Rounding
  ) -> @Sendable (Arguments) throws(NullReason) -> Value {
    { (arguments) throws(NullReason) in
      let number = try arguments.number(0)
      let scale = arguments.values.count > 1 ? try arguments.integer(1) : 0
      guard let rounded = number.rounded(scale: scale, mode) else {
        throw .outOfRange(Decimal128(scale))
      }
      return .number(rounded)
    }
  }

  private static func absolute(_ arguments: Arguments) throws(NullReason) -> Value {
    switch arguments[0] {
    case .number(let number): .number(number.magnitude)
    case .dayTimeDuration(let duration) where duration.nanoseconds < 0:
      Operations.negate(arguments[0])
    case .yearMonthDuration(let duration) where duration.months < 0:
      Operations.negate(arguments[0])
    default: arguments[0]
    }
  }

  private static func modulo(_ arguments: Arguments) throws(NullReason) -> Value {
    let divisor = try arguments.number(1)
    if divisor.isZero { throw .divisionByZero }
    return Operations.number(try arguments.number(0).modulo(divisor))
  }

  private static func squareRoot(_ arguments: Arguments) throws(NullReason) -> Value {
    Operations.number(try arguments.number(0).squareRoot())
  }

  private static func logarithm(_ arguments: Arguments) throws(NullReason) -> Value {
    Operations.number(try arguments.number(0).naturalLogarithm())
  }

  private static func exponential(_ arguments: Arguments) throws(NullReason) -> Value {
    Operations.number(try arguments.number(0).exponential())
  }

  private static func odd(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(try remainderByTwo(arguments) == .one)
  }

  private static func even(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(try remainderByTwo(arguments).isZero)
  }

  private static func remainderByTwo(_ arguments: Arguments) throws(NullReason) -> Decimal128 {
    let number = try arguments.number(0)
    guard let remainder = number.modulo(Decimal128(2)) else { throw .outOfRange(number) }
    return remainder
  }
}
