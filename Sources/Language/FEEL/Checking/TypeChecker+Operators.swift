import Core

extension TypeChecker {
  mutating func negation(_ type: FEELType, _ range: SourceRange) -> FEELType {
    switch type {
    case .number, .yearMonthDuration, .dayTimeDuration, .any: return type
    default:
      report(.operand("-", type), range)
      return .any
    }
  }

  mutating func arithmetic(
    _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression, _ whole: Expression
  ) -> FEELType {
    let (first, second) = (check(left), check(right))
    if let text = bareDate(whole) {
      report(.bareDate(text), whole.range)
      return .any
    }
    if let type = TypeChecker.result(of: sign, first.plain, second.plain) { return type }
    report(.operands(sign.rawValue, first, second), whole.range)
    return .any
  }

  /// The text of `2019-01-01` written without blanks, which is a subtraction.
  private func bareDate(_ expression: Expression) -> String? {
    guard expression.range.end - expression.range.start == 10,
      case .arithmetic(.subtract, let front, let day) = expression.kind,
      case .arithmetic(.subtract, let year, let month) = front.kind,
      let yearText = digits(year, count: 4), let monthText = digits(month, count: 2),
      let dayText = digits(day, count: 2)
    else { return nil }
    return "\(yearText)-\(monthText)-\(dayText)"
  }

  /// The whole number of a literal that was written with so many digits.
  private func digits(_ expression: Expression, count: Int) -> String? {
    guard case .literal(.number(let number)) = expression.kind,
      expression.range.end - expression.range.start == count, number.isInteger
    else { return nil }
    let text = number.description
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// The type of an arithmetic operation (DMN 1.5, tables 51–54), or `nil` when there is none.
  static func result(
    of sign: ArithmeticOperator, _ left: FEELType, _ right: FEELType
  ) -> FEELType? {
    switch (sign, left, right) {
    case (_, .number, .number): .number
    case (.power, .any, .number), (.power, .number, .any), (.power, .any, .any): .number
    case (.power, _, _): nil
    case (_, .any, _), (_, _, .any): .any
    case (.add, .string, .string): .string
    case (.add, .yearMonthDuration, .yearMonthDuration),
      (.subtract, .yearMonthDuration, .yearMonthDuration):
      .yearMonthDuration
    case (.add, .dayTimeDuration, .dayTimeDuration),
      (.subtract, .dayTimeDuration, .dayTimeDuration):
      .dayTimeDuration
    case (.add, .date, .yearMonthDuration), (.subtract, .date, .yearMonthDuration),
      (.add, .yearMonthDuration, .date), (.add, .date, .dayTimeDuration),
      (.subtract, .date, .dayTimeDuration), (.add, .dayTimeDuration, .date):
      .date
    case (.add, .dateTime, .yearMonthDuration), (.subtract, .dateTime, .yearMonthDuration),
      (.add, .yearMonthDuration, .dateTime), (.add, .dateTime, .dayTimeDuration),
      (.subtract, .dateTime, .dayTimeDuration), (.add, .dayTimeDuration, .dateTime):
      .dateTime
    case (.add, .time, .dayTimeDuration), (.subtract, .time, .dayTimeDuration),
      (.add, .dayTimeDuration, .time):
      .time
    case (.subtract, .time, .time), (.subtract, .date, .date), (.subtract, .dateTime, .dateTime),
      (.subtract, .date, .dateTime), (.subtract, .dateTime, .date):
      .dayTimeDuration
    case (.multiply, .yearMonthDuration, .number), (.multiply, .number, .yearMonthDuration),
      (.divide, .yearMonthDuration, .number):
      .yearMonthDuration
    case (.multiply, .dayTimeDuration, .number), (.multiply, .number, .dayTimeDuration),
      (.divide, .dayTimeDuration, .number):
      .dayTimeDuration
    case (.divide, .yearMonthDuration, .yearMonthDuration),
      (.divide, .dayTimeDuration, .dayTimeDuration):
      .number
    default: nil
    }
  }

  mutating func comparison(
    _ sign: ComparisonOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> FEELType {
    let (first, second) = (check(left), check(right))
    if case .enumeration(let id) = first { checkLiterals(right, in: id) }
    if case .enumeration(let id) = second { checkLiterals(left, in: id) }
    compare(sign, first, second, range)
    return .boolean
  }

  /// Reports types that a comparison does not take.
  mutating func compare(
    _ sign: ComparisonOperator, _ left: FEELType, _ right: FEELType, _ range: SourceRange
  ) {
    let isEquality = sign == .equal || sign == .notEqual
    if isEquality, left == .null || right == .null { return }
    let (first, second) = (left.plain, right.plain)
    if first == .any || second == .any { return }
    guard first.accepts(second) || second.accepts(first) else {
      report(.incomparable(left, right), range)
      return
    }
    if !isEquality, !left.isOrdered || !right.isOrdered {
      report(.operands(sign.rawValue, left, right), range)
    }
  }

  /// One test of `in` or of a cell, for an input of a type.
  mutating func check(_ test: UnaryTest, of input: FEELType) {
    switch test.kind {
    case .any: return
    case .compare(let sign, let operand):
      let type = check(operand)
      if case .enumeration(let id) = input { checkLiterals(operand, in: id) }
      compare(sign, input, type, test.range)
    case .not(let tests): for test in tests { check(test, of: input) }
    case .expression(let expression):
      let type = check(expression)
      if case .enumeration(let id) = input { checkLiterals(expression, in: id) }
      if type == .boolean, input.plain != .boolean || expression.mentions("?") { return }
      checkOption(type, of: input, test.range)
    }
  }

  /// Reports an option that no input of the type can be or lie in.
  private mutating func checkOption(_ option: FEELType, of input: FEELType, _ range: SourceRange) {
    switch option {
    case .range(let element):
      if case .range = input { return }
      compare(.greaterOrEqual, input, element, range)
    case .list(let element):
      if case .list = input { return }
      checkOption(element, of: input, range)
    case .any, .null: return
    default: compare(.equal, input, option, range)
    }
  }

  /// Reports literals that an enumeration does not have.
  mutating func checkLiterals(_ expression: Expression, in enumeration: String) {
    switch expression.kind {
    case .literal(let value) where !value.isNull:
      if environment.canonicalValue(of: enumeration, for: value) != nil { return }
      let literals = environment.literals(of: enumeration)
      let nearest = Suggestion.nearest(
        to: value.literalText, among: literals.map(\.literalText))
      report(
        .notInEnumeration(value, nearest: nearest, literals: literals), expression.range)
    case .list(let items): for item in items { checkLiterals(item, in: enumeration) }
    case .conditional(_, let yes, let no):
      checkLiterals(yes, in: enumeration)
      checkLiterals(no, in: enumeration)
    default: return
    }
  }
}

extension FEELType {
  /// The type an operation sees: an option of an enumeration is a string.
  var plain: FEELType {
    switch self {
    case .enumeration: .string
    case .null: .any
    default: self
    }
  }

  /// Whether `<` compares values of the type.
  var isOrdered: Bool {
    switch self {
    case .number, .string, .date, .time, .dateTime, .yearMonthDuration, .dayTimeDuration, .any,
      .null:
      true
    default: false
    }
  }
}
