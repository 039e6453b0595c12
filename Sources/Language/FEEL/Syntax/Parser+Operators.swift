import Core

/// How tightly operators bind, loosest first (DMN 1.5, 10.3.1.2, rule 2 and 4).
private enum Level: Int {
  case disjunction, conjunction, comparison, sum, product, power

  init?(_ kind: Token.Kind) {
    switch kind {
    case .symbol(.plus), .symbol(.minus): self = .sum
    case .symbol(.star), .symbol(.slash): self = .product
    case .symbol(.power): self = .power
    case .symbol(let symbol) where symbol.comparison != nil: self = .comparison
    case .word("or"): self = .disjunction
    case .word("and"): self = .conjunction
    case .word("between"), .word("in"): self = .comparison
    default: return nil
    }
  }

  var next: Level? { Level(rawValue: rawValue + 1) }
}

extension Parsing {
  /// A whole expression.
  mutating func expression() throws(SyntaxFailure) -> Expression {
    try nested { (parsing) throws(SyntaxFailure) in
      if let range = try parsing.comparisonRange() { return range }
      return try parsing.binary(.disjunction)
    }
  }

  /// An operand of a comparison: an end of a range, the right side of `in` and `<`.
  mutating func operand() throws(SyntaxFailure) -> Expression {
    try nested { (parsing) throws(SyntaxFailure) in try parsing.binary(.sum) }
  }

  /// Operators of at least `level`, all of them binding to the left.
  private mutating func binary(_ level: Level?) throws(SyntaxFailure) -> Expression {
    let left = try unary()
    guard let level else { return left }
    return try binary(level, from: left)
  }

  /// An operand whose first part was read already.
  mutating func operand(
    beginningWith value: Expression
  ) throws(SyntaxFailure) -> Expression {
    try binary(.sum, from: try postfix(of: value))
  }

  private mutating func binary(
    _ level: Level, from first: Expression
  ) throws(SyntaxFailure) -> Expression {
    var left = first
    while let found = Level(token.kind), found.rawValue >= level.rawValue {
      left = try joined(left, found)
    }
    return left
  }

  /// `left` with the operator at the current token and its right side.
  private mutating func joined(
    _ left: Expression, _ level: Level
  ) throws(SyntaxFailure) -> Expression {
    let kind = token.kind
    if level == .comparison {
      switch kind {
      case .word("between"): return try between(left)
      case .word("in"): return try membership(left)
      default: break
      }
    }
    advance()
    let right = try nested { (parsing) throws(SyntaxFailure) in try parsing.binary(level.next) }
    let range = left.range.joined(right.range)
    let children = [left, right]
    switch kind {
    case .word("or"): return try node(.disjunction(left, right), range, above: children)
    case .word: return try node(.conjunction(left, right), range, above: children)
    case .symbol(let symbol):
      if let comparison = symbol.comparison {
        return try node(.comparison(comparison, left, right), range, above: children)
      }
      let sign = ArithmeticOperator(rawValue: symbol.rawValue) ?? .add
      return try node(.arithmetic(sign, left, right), range, above: children)
    default: return left
    }
  }

  private mutating func between(_ value: Expression) throws(SyntaxFailure) -> Expression {
    advance()
    let low = try operand()
    try expect(.and, within: Bilingual("between … and …"))
    let high = try operand()
    return try node(
      .between(value, low: low, high: high), value.range.joined(high.range),
      above: [value, low, high])
  }

  /// `value in test` and `value in (test, test)`.
  private mutating func membership(_ value: Expression) throws(SyntaxFailure) -> Expression {
    advance()
    let tests = try membershipTests()
    return try node(
      .isIn(value, tests), range(from: value.range.start),
      above: [value] + tests.flatMap(\.operands))
  }

  /// Negation, which binds tighter than any operator with two sides.
  private mutating func unary() throws(SyntaxFailure) -> Expression {
    guard isAt(.minus) else { return try instanceOf() }
    let start = token.range.start
    advance()
    let inner = try nested { (parsing) throws(SyntaxFailure) in try parsing.unary() }
    return try node(.negate(inner), range(from: start), above: [inner])
  }

  private mutating func instanceOf() throws(SyntaxFailure) -> Expression {
    var value = try postfix(of: try primary())
    while isAt(.instance), token(ahead: 1).kind == .word("of") {
      advance()
      advance()
      let type = try typeName()
      value = try node(
        .instanceOf(value, type), range(from: value.range.start), above: [value])
    }
    return value
  }

  /// Paths, filters and calls behind a value.
  private mutating func postfix(of first: Expression) throws(SyntaxFailure) -> Expression {
    var value = first
    while true {
      if isAt(.dot) {
        advance()
        let (member, memberRange) = try memberName()
        value = try node(
          .path(value, member: member, memberRange), range(from: value.range.start),
          above: [value])
      } else if isAt(.leftBracket), !isClosingBracketOfRange {
        advance()
        let condition = try expression()
        try expect(.rightBracket, within: Bilingual(zh: "筛选", en: "a filter"))
        value = try node(
          .filter(value, condition), range(from: value.range.start), above: [value, condition])
      } else if isAt(.leftParenthesis) {
        advance()
        let arguments = try arguments()
        value = try node(
          .call(value, arguments), range(from: value.range.start),
          above: [value] + arguments.map(\.value))
      } else {
        return value
      }
    }
  }

  /// Whether the `[` here ends a range, as in `]1..10[`: nothing that a filter could be follows.
  private var isClosingBracketOfRange: Bool {
    guard openRanges > 0 else { return false }
    switch token(ahead: 1).kind {
    case .end: return true
    case .word(let word):
      return ["and", "or", "in", "then", "else", "return", "satisfies", "instance", "between"]
        .contains(word)
    case .symbol(let symbol):
      return ![
        .leftParenthesis, .leftBracket, .leftBrace, .minus, .at, .less, .greater,
        .lessOrEqual, .greaterOrEqual, .rightBracket, .equal, .notEqual,
      ].contains(symbol)
    case .number, .string: return false
    }
  }
}

extension UnaryTest {
  /// The expressions directly inside the test.
  var operands: [Expression] {
    switch kind {
    case .any: []
    case .compare(_, let operand), .expression(let operand): [operand]
    case .not(let tests): tests.flatMap(\.operands)
    }
  }
}
