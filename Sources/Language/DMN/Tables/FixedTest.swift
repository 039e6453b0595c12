import FEEL

/// A unary test made of literals alone, as most cells are: decided without a scope, by the same
/// operations as any other.
indirect enum FixedTest: Sendable {
  case any
  case compare(ComparisonOperator, Value)
  case option(Value)
  case not([FixedTest])

  /// `nil` for a test that has to be evaluated.
  init?(_ test: UnaryTest) {
    switch test.kind {
    case .any: self = .any
    case .compare(let sign, let operand):
      guard operand.isFixed else { return nil }
      self = .compare(sign, Interpreter().evaluate(operand))
    case .expression(let option):
      guard option.isFixed else { return nil }
      self = .option(Interpreter().evaluate(option))
    case .not(let tests):
      guard let tests = [FixedTest](fixed: tests) else { return nil }
      self = .not(tests)
    }
  }

  fileprivate func holds(_ input: Value) -> Value {
    switch self {
    case .any: return .boolean(true)
    case .compare(let sign, let operand): return Operations.compare(sign, input, operand)
    case .not(let tests): return Operations.not(tests.anyHolds(input))
    case .option(let option):
      // A Boolean is a value to compare with only where the input is one, or missing.
      if case .boolean = option, !input.isNull {
        guard case .boolean = input else { return option }
      }
      return Operations.isMember(input, of: option)
    }
  }
}

extension [FixedTest] {
  /// The tests of a cell; `nil` when one of them has to be evaluated.
  init?(fixed tests: [UnaryTest]) {
    self = []
    for test in tests {
      guard let fixed = FixedTest(test) else { return nil }
      append(fixed)
    }
  }

  /// True when any test holds, null when none does and one cannot be decided.
  func anyHolds(_ input: Value) -> Value {
    var result = Value.boolean(false)
    for test in self {
      let verdict = test.holds(input)
      if case .boolean(true) = verdict { return verdict }
      if verdict.isNull { result = verdict }
    }
    return result
  }
}

extension Expression {
  /// Whether the expression is the same value wherever it stands.
  fileprivate var isFixed: Bool {
    switch kind {
    case .literal, .negate, .list, .range: children.allSatisfy(\.isFixed)
    default: false
    }
  }
}
