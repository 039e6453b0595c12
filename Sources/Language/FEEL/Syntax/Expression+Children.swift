extension Expression {
  /// The expressions directly below this one, in the order they are written.
  public var children: [Expression] {
    switch kind {
    case .literal, .name: []
    case .negate(let a), .path(let a, _, _), .instanceOf(let a, _), .function(_, let a, _): [a]
    case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .conjunction(let a, let b),
      .disjunction(let a, let b), .filter(let a, let b):
      [a, b]
    case .between(let a, let b, let c), .conditional(let a, let b, let c): [a, b, c]
    case .isIn(let a, let tests): [a] + tests.flatMap(\.operands)
    case .iteration(let bindings, let body), .quantified(_, let bindings, let body):
      bindings.flatMap { [$0.domain] + ($0.upTo.map { [$0] } ?? []) } + [body]
    case .call(let callee, let arguments): [callee] + arguments.map(\.value)
    case .list(let items): items
    case .context(let entries): entries.map(\.value)
    case .range(let literal): (literal.low.map { [$0] } ?? []) + (literal.high.map { [$0] } ?? [])
    }
  }

  /// Whether the name is used in this expression.
  func mentions(_ name: String) -> Bool {
    if case .name(name) = kind { return true }
    return children.contains { $0.mentions(name) }
  }
}
