import Core

extension Interpreter {
  /// `for … in … return …`; `partial` holds the results so far (DMN 1.5, 10.3.2.14), unless an
  /// iterator has that name.
  mutating func iteration(
    _ bindings: [Expression.Binding], _ body: Expression, in scope: Scope
  ) -> Value {
    var results: [Value] = []
    let needsPartial =
      body.mentions("partial") && !bindings.contains { $0.name == "partial" }
    let failure = each(bindings[...], in: scope) { interpreter, scope in
      let scope = needsPartial ? scope.extended("partial", .list(results)) : scope
      let result = interpreter.value(of: body, in: scope)
      if needsPartial, interpreter.isTooDeep(result) {
        return .null(.tooDeep(limit: Interpreter.nestingLimit)).located(at: body.range)
      }
      results.append(result)
      return results.count <= Interpreter.itemLimit
        ? nil : .null(.tooMany(limit: Interpreter.itemLimit))
    }
    return failure ?? .list(results)
  }

  /// Whether lists and contexts in a value lie deeper than the limit. Only results built upon earlier
  /// results can: everything else is as deep as its expression. Functions count as too deep, since
  /// they hold the results they were made among.
  private mutating func isTooDeep(_ value: Value, below level: Int = 0) -> Bool {
    steps += 1
    guard level <= Interpreter.nestingLimit, steps <= Interpreter.stepLimit else { return true }
    switch value {
    case .list(let items):
      for item in items where isTooDeep(item, below: level + 1) { return true }
      return false
    case .context(let context):
      for entry in context.entries where isTooDeep(entry.value, below: level + 1) { return true }
      return false
    case .function: return true
    default: return false
    }
  }

  /// `some` is the disjunction of the conditions, `every` their conjunction.
  mutating func quantified(
    _ quantifier: Quantifier, _ bindings: [Expression.Binding], _ condition: Expression,
    in scope: Scope
  ) -> Value {
    let deciding = quantifier == .some
    var result = Value.boolean(!deciding)
    let decision = each(bindings[...], in: scope) { interpreter, scope in
      let verdict = interpreter.value(of: condition, in: scope)
      switch verdict {
      case .boolean(deciding): return verdict
      case .boolean: return nil
      case .null: result = verdict
      default: result = .null(.notBoolean(verdict))
      }
      return nil
    }
    return decision ?? result
  }

  /// Runs a step for each combination of the bindings' items, the last binding turning fastest.
  ///
  /// - Returns: what the step gave to end the run, or the null of a domain that has no items.
  private mutating func each(
    _ bindings: ArraySlice<Expression.Binding>, in scope: Scope,
    _ step: (inout Interpreter, Scope) -> Value?
  ) -> Value? {
    guard let binding = bindings.first else { return step(&self, scope) }
    let items: [Value]
    do {
      items = try self.items(of: binding, in: scope)
    } catch {
      return .null(error).located(at: binding.domain.range)
    }
    for item in items {
      let inner = scope.extended(binding.name, item)
      if let end = each(bindings.dropFirst(), in: inner, step) { return end }
    }
    return nil
  }

  private mutating func items(
    of binding: Expression.Binding, in scope: Scope
  ) throws(NullReason) -> [Value] {
    let domain = value(of: binding.domain, in: scope)
    if let upTo = binding.upTo {
      return try items(from: domain, to: value(of: upTo, in: scope), mayDescend: true)
    }
    switch domain {
    case .list(let items): return items
    case .range(let range):
      guard range.comparison == nil, let low = range.low, let high = range.high else {
        throw .noDomain(domain)
      }
      var items = try items(from: low, to: high, mayDescend: false)
      if !range.lowIncluded, !items.isEmpty { items.removeFirst() }
      if !range.highIncluded, let last = items.last, Operations.isEqual(last, high) == true {
        items.removeLast()
      }
      return items
    case .null(let reason): throw reason ?? .nullOperand
    default: return [domain]
    }
  }

  /// Whole numbers or dates from one end to the other.
  private func items(
    from low: Value, to high: Value, mayDescend: Bool
  ) throws(NullReason) -> [Value] {
    for case .null(let reason) in [low, high] { throw reason ?? .nullOperand }
    switch (low, high) {
    case (.date(let first), .date(let last)):
      return try days(first.dayNumber, last.dayNumber).map { .date(CivilDate(dayNumber: $0)) }
    case (.number(let first), .number(let last)):
      guard let first = first.integer, let last = last.integer else { throw .noDomain(low) }
      return try days(first, last).map { .number(Decimal128($0)) }
    default: throw .noDomain(low)
    }
  }

  private func days(_ first: Int, _ last: Int) throws(NullReason) -> [Int] {
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance.magnitude < Interpreter.itemLimit else {
      throw .tooMany(limit: Interpreter.itemLimit)
    }
    return Array(stride(from: first, through: last, by: distance < 0 ? -1 : 1))
  }

  /// `list[index]` and `list[condition]`; a single value counts as a list of one.
  mutating func filter(
    _ list: Expression, _ condition: Expression, in scope: Scope
  ) -> Value {
    let source = value(of: list, in: scope)
    let items: [Value]
    switch source {
    case .list(let list): items = list
    case .null: return .null(from: source)
    default: items = [source]
    }
    if items.isEmpty {
      if case .number(let index) = value(of: condition, in: scope) { return item(index, of: items) }
      return .list([])
    }
    var kept: [Value] = []
    for (place, item) in items.enumerated() {
      let verdict = value(of: condition, in: filterScope(scope, item))
      switch verdict {
      case .boolean(true): kept.append(item)
      case .boolean(false), .null: continue
      case .number(let index) where place == 0: return self.item(index, of: items)
      default: return Value.null(.notBoolean(verdict)).located(at: condition.range)
      }
    }
    return .list(kept)
  }

  /// `item`, and in front of it the item's own entries.
  private func filterScope(_ scope: Scope, _ item: Value) -> Scope {
    let outer = scope.extended("item", item)
    if case .context(let context) = item { return outer.extended(by: context) }
    return outer
  }

  /// The item at an index counted from 1, or from −1 backwards.
  private func item(_ index: Decimal128, of items: [Value]) -> Value {
    guard let place = index.integer, place != 0, place.magnitude <= items.count else {
      return .null(.noItem(index.description, count: items.count))
    }
    return items[place > 0 ? place - 1 : items.count + place]
  }
}
