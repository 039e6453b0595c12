import Core

extension Operations {
  /// `left * right` (DMN 1.5, table 54): numbers, and a duration by a number.
  public static func multiply(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): number(a.multiplied(by: b))
    case (.null, _), (_, .null): .null(from: left, right)
    case (.yearMonthDuration(let a), .number(let b)), (.number(let b), .yearMonthDuration(let a)):
      months(Decimal128(a.months).multiplied(by: b))
    case (.dayTimeDuration(let a), .number(let b)), (.number(let b), .dayTimeDuration(let a)):
      nanoseconds(Decimal128(wide: a.nanoseconds)?.multiplied(by: b))
    default: mismatch("*", left, right)
    }
  }

  /// `left / right`: numbers, a duration by a number, and the ratio of two durations.
  public static func divide(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return quotient(a, b)
    case (.null, _), (_, .null): return .null(from: left, right)
    case (.yearMonthDuration, .number(.zero)), (.dayTimeDuration, .number(.zero)):
      return .null(.divisionByZero)
    case (.yearMonthDuration(let a), .number(let b)):
      return months(Decimal128(a.months).divided(by: b))
    case (.dayTimeDuration(let a), .number(let b)):
      return nanoseconds(Decimal128(wide: a.nanoseconds)?.divided(by: b))
    case (.yearMonthDuration(let a), .yearMonthDuration(let b)):
      return quotient(Decimal128(a.months), Decimal128(b.months))
    case (.dayTimeDuration(let a), .dayTimeDuration(let b)):
      return quotient(Decimal128(wide: a.nanoseconds), Decimal128(wide: b.nanoseconds))
    default: return mismatch("/", left, right)
    }
  }

  /// `left ** right`, of numbers.
  public static func power(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): number(a.power(b))
    case (.null, _), (_, .null): .null(from: left, right)
    default: mismatch("**", left, right)
    }
  }

  /// `-value`, of numbers and durations.
  public static func negate(_ value: Value) -> Value {
    switch value {
    case .number(let number): .number(number.negated)
    case .yearMonthDuration(let duration): .yearMonthDuration(.init(months: -duration.months))
    case .dayTimeDuration(let duration):
      .dayTimeDuration(.init(nanoseconds: -duration.nanoseconds))
    case .null: .null(from: value)
    default: .null(.operand("-", value))
    }
  }

  /// The operation an operator stands for.
  public static func arithmetic(
    _ sign: ArithmeticOperator, _ left: Value, _ right: Value
  ) -> Value {
    switch sign {
    case .add: add(left, right)
    case .subtract: subtract(left, right)
    case .multiply: multiply(left, right)
    case .divide: divide(left, right)
    case .power: power(left, right)
    }
  }

  private static func quotient(_ left: Decimal128?, _ right: Decimal128?) -> Value {
    guard let left, let right else { return .null(.noFiniteNumber) }
    if right.isZero { return .null(.divisionByZero) }
    return number(left.divided(by: right))
  }

  /// Whole months of a product; a part of a month is dropped.
  private static func months(_ count: Decimal128?) -> Value {
    guard let whole = count?.rounded(scale: 0, .down)?.integer else {
      return .null(.noFiniteNumber)
    }
    return .yearMonthDuration(YearMonthDuration(months: whole))
  }

  private static func nanoseconds(_ count: Decimal128?) -> Value {
    guard let whole = count?.rounded(scale: 0, .halfEven)?.wideInteger else {
      return .null(.noFiniteNumber)
    }
    return .dayTimeDuration(DayTimeDuration(nanoseconds: whole))
  }
}
