import Core

extension Parsing {
  mutating func iteration() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    advance()
    return try bound(from: start, keyword: .return, construct: Bilingual("for … in … return …")) {
      .iteration($0, body: $1)
    }
  }

  mutating func quantified(_ quantifier: Quantifier) throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    advance()
    let construct = Bilingual("\(quantifier.rawValue) … in … satisfies …")
    return try bound(from: start, keyword: .satisfies, construct: construct) {
      .quantified(quantifier, $0, satisfies: $1)
    }
  }

  /// Bindings, the keyword, and the body in which the bindings' names are known.
  private mutating func bound(
    from start: Int, keyword: Keyword, construct: Bilingual,
    _ kind: ([Expression.Binding], Expression) -> Expression.Kind
  ) throws(SyntaxFailure) -> Expression {
    scopes.append(KnownNames())
    defer { scopes.removeLast() }
    var bindings: [Expression.Binding] = []
    repeat {
      let (name, nameRange) = try newName { $0 == .word("in") }
      try expect(.in, within: construct)
      let domain = try expression()
      let upTo = skip(.rangeDots) ? try expression() : nil
      bindings.append(
        Expression.Binding(name: name, nameRange: nameRange, domain: domain, upTo: upTo))
      scopes[scopes.count - 1].insert(name)
    } while skip(.comma)
    try expect(keyword, within: construct)
    let body = try expression()
    return try node(
      kind(bindings, body), range(from: start),
      above: bindings.flatMap { [$0.domain] + ($0.upTo.map { [$0] } ?? []) } + [body])
  }

  /// `expression`, or `first..last` as the list of what lies between.
  mutating func domain() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    let first = try expression()
    guard skip(.rangeDots) else { return first }
    let last = try expression()
    let whole = range(from: start)
    let item = Expression.Binding(name: "item", nameRange: whole, domain: first, upTo: last)
    let body = try node(.name(item.name), whole)
    return try node(.iteration([item], body: body), whole, above: [first, last, body])
  }

  /// `function(a: number, b) body` and `function(a) external {…}`.
  mutating func function() throws(SyntaxFailure) -> Expression {
    let start = token.range.start
    let construct = Bilingual(zh: "函数定义", en: "the function definition")
    advance()
    try expect(.leftParenthesis, within: construct)
    var parameters: [Expression.Parameter] = []
    if !isAt(.rightParenthesis) {
      repeat { parameters.append(try parameter()) } while skip(.comma)
    }
    try expect(.rightParenthesis, within: construct)
    if skip(.colon) { _ = try typeName() }
    let isExternal = skip(.external)
    let body = try scoped(KnownNames(parameters.map(\.name))) { (parsing) throws(SyntaxFailure) in
      try parsing.expression()
    }
    return try node(
      .function(parameters, body: body, isExternal: isExternal), range(from: start), above: [body])
  }

  private mutating func parameter() throws(SyntaxFailure) -> Expression.Parameter {
    let (name, _) = try newName {
      [.symbol(.colon), .symbol(.comma), .symbol(.rightParenthesis)].contains($0)
    }
    let type = skip(.colon) ? try typeName() : nil
    return Expression.Parameter(name: name, type: type)
  }
}
