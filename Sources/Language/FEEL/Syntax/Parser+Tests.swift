import Core

extension Parsing {
  /// The tests of an input cell: `-`, `not(tests)`, or tests with commas between.
  mutating func unaryTests() throws(SyntaxFailure) -> [UnaryTest] {
    if isAt(.minus), token(ahead: 1).kind == .end {
      advance()
      return [UnaryTest(.any, tokens[0].range)]
    }
    if let negated = try negatedTests() { return [negated] }
    return try positiveTests()
  }

  /// `not(…)` when it is the whole of the tests; else nothing is read.
  private mutating func negatedTests() throws(SyntaxFailure) -> UnaryTest? {
    guard token.kind == .word("not"), token(ahead: 1).kind == .symbol(.leftParenthesis) else {
      return nil
    }
    let before = self
    let start = token.range.start
    advance()
    advance()
    do {
      let tests = try positiveTests()
      if skip(.rightParenthesis), token.kind == .end {
        return UnaryTest(.not(tests), range(from: start))
      }
    } catch {
      // Read as an expression below, which reports what is wrong with it.
    }
    self = before
    return nil
  }

  private mutating func positiveTests() throws(SyntaxFailure) -> [UnaryTest] {
    var tests = [try positiveTest()]
    while skip(.comma) { tests.append(try positiveTest()) }
    return tests
  }

  /// One test: `< 5` or an expression.
  private mutating func positiveTest() throws(SyntaxFailure) -> UnaryTest {
    if let test = try comparisonTest() { return test }
    let value = try expression()
    return UnaryTest(.expression(value), value.range)
  }

  private mutating func comparisonTest() throws(SyntaxFailure) -> UnaryTest? {
    guard case .symbol(let symbol) = token.kind, let comparison = symbol.comparison else {
      return nil
    }
    let start = token.range.start
    advance()
    let value = try operand()
    return UnaryTest(.compare(comparison, value), range(from: start))
  }

  /// What stands behind `in`: one test, or several in parentheses.
  mutating func membershipTests() throws(SyntaxFailure) -> [UnaryTest] {
    if isAt(.leftParenthesis) { return try testsInParentheses() }
    if let test = try comparisonTest() { return [test] }
    let value = try operand()
    return [UnaryTest(.expression(value), value.range)]
  }

  /// The tests in `(…)`. Where the parenthesis turns out to begin an open range, or only the first
  /// part of a longer term, that range or term is the one test.
  private mutating func testsInParentheses() throws(SyntaxFailure) -> [UnaryTest] {
    let start = token.range.start
    advance()
    let tests = try nested { (parsing) throws(SyntaxFailure) in try parsing.positiveTests() }
    guard tests.count == 1, case .expression(let first) = tests[0].kind else {
      try expect(.rightParenthesis, within: Bilingual(zh: "in 的选项", en: "the tests of in"))
      return tests
    }
    if isAt(.rangeDots) {
      let range = try rangeLiteral(from: start, low: first, lowIncluded: false)
      return [try test(beginningWith: range)]
    }
    try expect(.rightParenthesis, within: Bilingual(zh: "括号", en: "the parenthesis"))
    return continuesTerm ? [try test(beginningWith: first)] : tests
  }

  private mutating func test(beginningWith value: Expression) throws(SyntaxFailure) -> UnaryTest {
    let term = try operand(beginningWith: value)
    return UnaryTest(.expression(term), term.range)
  }

  /// Whether the parenthesis just closed was only the beginning of a longer term.
  private var continuesTerm: Bool {
    switch token.kind {
    case .symbol(.plus), .symbol(.minus), .symbol(.star), .symbol(.slash), .symbol(.power),
      .symbol(.dot), .symbol(.leftBracket):
      true
    default: false
    }
  }

  /// `< 5` where an expression stands: the range of all values below 5.
  mutating func comparisonRange() throws(SyntaxFailure) -> Expression? {
    guard case .symbol(let symbol) = token.kind, let comparison = symbol.comparison else {
      return nil
    }
    let start = token.range.start
    advance()
    let endpoint = try operand()
    let low = comparison == .less || comparison == .lessOrEqual ? nil : endpoint
    let high = comparison == .greater || comparison == .greaterOrEqual ? nil : endpoint
    let literal = Expression.RangeLiteral(
      comparison: comparison, low: low,
      lowIncluded: comparison == .greaterOrEqual || comparison == .equal, high: high,
      highIncluded: comparison == .lessOrEqual || comparison == .equal)
    return try node(.range(literal), range(from: start), above: [endpoint])
  }
}
