extension Interpreter {
  mutating func conjunction(
    _ left: Expression, _ right: Expression, in scope: Scope
  ) -> Value {
    let first = value(of: left, in: scope)
    if case .boolean(false) = first { return first }
    let second = value(of: right, in: scope)
    return Operations.and(first, second)
  }

  mutating func disjunction(
    _ left: Expression, _ right: Expression, in scope: Scope
  ) -> Value {
    let first = value(of: left, in: scope)
    if case .boolean(true) = first { return first }
    let second = value(of: right, in: scope)
    return Operations.or(first, second)
  }

  /// False and null take the second branch; what is no Boolean takes none.
  mutating func conditional(
    _ condition: Expression, _ yes: Expression, _ no: Expression, in scope: Scope
  ) -> Value {
    let verdict = value(of: condition, in: scope)
    switch verdict {
    case .boolean(true): return value(of: yes, in: scope)
    case .boolean(false), .null: return value(of: no, in: scope)
    default: return Value.null(.notBoolean(verdict)).located(at: condition.range)
    }
  }

  mutating func list(_ items: [Expression], in scope: Scope) -> Value {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(value(of: item, in: scope)) }
    return .list(values)
  }

  /// Each entry sees the entries before it.
  mutating func context(_ entries: [Expression.Entry], in scope: Scope) -> Value {
    var context = Context()
    for entry in entries {
      let entryValue = value(of: entry.value, in: scope.extended(by: context))
      context[entry.key] = entryValue
    }
    return .context(context)
  }

  mutating func range(_ literal: Expression.RangeLiteral, in scope: Scope) -> Value {
    if let comparison = literal.comparison {
      guard let endpoint = literal.low ?? literal.high else { return .null(.rangeEnds) }
      let end = value(of: endpoint, in: scope)
      return end.isNull ? .null(from: end) : .range(RangeValue(comparison, end))
    }
    let low = literal.low.map { value(of: $0, in: scope) }
    let high = literal.high.map { value(of: $0, in: scope) }
    return Operations.range(
      low, lowIncluded: literal.lowIncluded, high, highIncluded: literal.highIncluded)
  }

  mutating func membership(
    _ inner: Expression, _ tests: [UnaryTest], in scope: Scope
  ) -> Value {
    let input = value(of: inner, in: scope)
    return anyHolds(tests, for: input, in: scope)
  }

  /// True when any test holds, null when none does and one cannot be decided.
  mutating func anyHolds(_ tests: [UnaryTest], for input: Value, in scope: Scope) -> Value {
    var result = Value.boolean(false)
    for test in tests {
      let verdict = holds(test, for: input, in: scope)
      if case .boolean(true) = verdict { return verdict }
      if verdict.isNull { result = verdict }
    }
    return result
  }

  private mutating func holds(_ test: UnaryTest, for input: Value, in scope: Scope) -> Value {
    switch test.kind {
    case .any: return .boolean(true)
    case .compare(let sign, let operand):
      return Operations.compare(sign, input, value(of: operand, in: scope))
        .located(at: test.range)
    case .not(let tests): return Operations.not(anyHolds(tests, for: input, in: scope))
    case .expression(let expression):
      let option = value(of: expression, in: scope)
      if case .boolean = option, isCondition(expression, for: input) { return option }
      return Operations.isMember(input, of: option).located(at: test.range)
    }
  }

  /// Whether a Boolean expression is a condition on the input, not a value to compare with it.
  private func isCondition(_ expression: Expression, for input: Value) -> Bool {
    if case .boolean = input { return expression.mentions("?") }
    // A literal is a value even where the Boolean it is compared with is missing.
    if input.isNull, case .literal = expression.kind { return false }
    return true
  }

  mutating func instance(_ inner: Expression, of type: TypeName, in scope: Scope) -> Value {
    let value = value(of: inner, in: scope)
    return conforms(value, to: type).map { .boolean($0 && !value.isNull || isNull(value, type)) }
      ?? .null(.unknownType(type.text))
  }

  private func isNull(_ value: Value, _ type: TypeName) -> Bool {
    if case .named("Null") = type { return value.isNull }
    return false
  }
}
