import Core

extension Parsing {
  /// A literal, a name, something in brackets, or one of the constructs that begin with a word.
  mutating func primary() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    switch token.kind {
    case .number(let number): return try literal(.number(number))
    case .string(let text): return try literal(.string(text))
    case .word(let word):
      // Known names come first: they may begin with a keyword.
      if let known = knownName({ $0.spellings(beginning: $1) }) {
        position += known.tokens.count
        return try node(.name(known.name), range(from: start))
      }
      if let keyword = Keyword(rawValue: word) { return try construct(keyword) }
      let name = try words()
      return try node(.name(name), range(from: start))
    case .symbol(.leftParenthesis): return try parenthesised()
    case .symbol(.leftBracket): return try listOrRange()
    case .symbol(.rightBracket):
      advance()
      let low = try rangeEnd()
      return try rangeLiteral(from: start, low: low, lowIncluded: false)
    case .symbol(.leftBrace): return try context()
    case .symbol(.at): return try atLiteral()
    default: throw SyntaxFailure(.expectedExpression(found: text(of: token)), at: token.range)
    }
  }

  private mutating func literal(_ value: Value) throws(SyntaxFailure) -> Expression {
    let range = token.range
    advance()
    return try node(.literal(value), range)
  }

  private mutating func construct(_ keyword: Keyword) throws(SyntaxFailure) -> Expression {
    switch keyword {
    case .true: return try literal(.boolean(true))
    case .false: return try literal(.boolean(false))
    case .null: return try literal(.null)
    case .if: return try conditional()
    case .for: return try iteration()
    case .some: return try quantified(.some)
    case .every: return try quantified(.every)
    case .function: return try function()
    default:
      throw SyntaxFailure(.expectedExpression(found: text(of: token)), at: token.range)
    }
  }

  private mutating func atLiteral() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    advance()
    guard case .string(let text) = token.kind else {
      throw missing("\"", within: Bilingual(zh: "@ 字面值", en: "an @ literal"))
    }
    advance()
    let range = range(from: start)
    guard let value = TemporalText.value(of: text) else {
      throw SyntaxFailure(.badAtLiteral(text), at: range)
    }
    return try node(.literal(value), range)
  }

  /// `(expression)`, whose node has the range of the parenthesis, or a range that begins with `(`.
  private mutating func parenthesised() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    advance()
    let inner = try expression()
    if isAt(.rangeDots) { return try rangeLiteral(from: start, low: inner, lowIncluded: false) }
    try expect(.rightParenthesis, within: Bilingual(zh: "括号", en: "the parenthesis"))
    return Expression(inner.kind, range(from: start), id: inner.id)
  }

  private mutating func listOrRange() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    advance()
    if skip(.rightBracket) { return try node(.list([]), range(from: start)) }
    var items = [try expression()]
    if isAt(.rangeDots) { return try rangeLiteral(from: start, low: items[0], lowIncluded: true) }
    while skip(.comma) { items.append(try expression()) }
    try expect(.rightBracket, within: Bilingual(zh: "列表", en: "the list"))
    return try node(.list(items), range(from: start), above: items)
  }

  /// The rest of a range, from its two dots.
  mutating func rangeLiteral(
    from start: Int, low: Expression, lowIncluded: Bool
  ) throws(SyntaxFailure) -> Expression {
    let construct = Bilingual(zh: "区间", en: "the range")
    try expect(.rangeDots, within: construct)
    let high = try rangeEnd()
    let highIncluded = isAt(.rightBracket)
    guard highIncluded || isAt(.rightParenthesis) || isAt(.leftBracket) else {
      throw missing("]", within: construct)
    }
    advance()
    let literal = Expression.RangeLiteral(
      comparison: nil, low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
    return try node(.range(literal), range(from: start), above: [low, high])
  }

  private mutating func rangeEnd() throws(SyntaxFailure) -> Expression {
    openRanges += 1
    defer { openRanges -= 1 }
    return try operand()
  }

  private mutating func conditional() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    let construct = Bilingual("if … then … else …")
    advance()
    let condition = try expression()
    try expect(.then, within: construct)
    let yes = try expression()
    try expect(.else, within: construct)
    let no = try expression()
    return try node(
      .conditional(condition, then: yes, otherwise: no), range(from: start),
      above: [condition, yes, no])
  }

  /// `{key: value, "key": value}`; each name is known to the entries behind it.
  private mutating func context() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    let construct = Bilingual(zh: "上下文", en: "the context")
    advance()
    scopes.append(KnownNames())
    defer { scopes.removeLast() }
    var entries: [Expression.Entry] = []
    var keys: Set<String> = []
    while !isAt(.rightBrace) || !entries.isEmpty {
      let (key, keyRange) = try entryKey()
      try expect(.colon, within: construct)
      let value = try expression()
      if !keys.insert(key).inserted {
        throw SyntaxFailure(.duplicateKey(key), at: keyRange)
      }
      entries.append(Expression.Entry(key: key, keyRange: keyRange, value: value))
      scopes[scopes.count - 1].insert(key)
      scopes[0].insertMember(key)
      if !skip(.comma) { break }
    }
    try expect(.rightBrace, within: construct)
    return try node(.context(entries), range(from: start), above: entries.map(\.value))
  }

  private mutating func entryKey() throws(SyntaxFailure) -> (String, SourceRange) {
    if case .string(let key) = token.kind {
      let range = token.range
      advance()
      return (key, range)
    }
    return try newName { $0 == .symbol(.colon) }
  }
}
