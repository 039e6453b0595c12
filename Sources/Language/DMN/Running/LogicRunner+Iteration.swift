import Core
import FEEL

/// Filters, iterations and quantifiers whose parts are boxed (DMN 1.5, 10.2.2.8–10.2.2.10).
extension LogicRunner {
  /// What a boxed iteration goes through: the items of a list or range, or a single value.
  private func items(of domain: Value) -> Value {
    if case .range = domain, let range = LogicRunner.itemsOfRange {
      return interpreter.evaluate(range, in: Scope().extended("range", domain))
    }
    if case .list = domain { return domain }
    return domain.isNull ? domain : .list([domain])
  }

  /// FEEL's own way to go through a range.
  private static let itemsOfRange = try? Parser.expression(
    SourceText(name: "FEEL", text: "for item in range return item")
  ).root

  /// As FEEL's filter: an item's own entries stand in front of `item` (DMN 1.5, 10.3.2.5).
  func filter(_ list: Logic, _ match: Logic, _ scope: Scope) -> Value {
    let source = value(of: list, scope)
    if source.isNull { return source }
    let items = if case .list(let items) = source { items } else { [source] }
    if items.isEmpty, case .number(let number) = value(of: match, scope) {
      return LogicRunner.item(number, of: items)
    }
    var kept: [Value] = []
    for (place, item) in items.enumerated() {
      var inner = scope.extended("item", item)
      if case .context(let context) = item { inner = inner.extended(by: context) }
      switch value(of: match, inner) {
      case .boolean(true): kept.append(item)
      case .number(let number) where place == 0: return LogicRunner.item(number, of: items)
      case .boolean(false), .null: break
      default: return .null(.notBoolean("match"))
      }
    }
    return .list(kept)
  }

  /// The item at a position counted from 1, or from the end when negative; null beyond the list.
  private static func item(_ position: Decimal128, of items: [Value]) -> Value {
    guard let number = position.integer, number != 0, number.magnitude <= items.count else {
      return .null(.noItem(position, count: items.count))
    }
    return items[number > 0 ? number - 1 : items.count + number]
  }

  /// What is done with each item of an iteration.
  struct Step {
    let variable: String
    let body: Logic
    let needsPartial: Bool
  }

  func iteration(_ list: Logic, _ step: Step, _ scope: Scope) -> Value {
    let source = items(of: value(of: list, scope))
    guard case .list(let items) = source else { return source }
    var results: [Value] = []
    var steps = 0
    for item in items {
      let value = result(of: step, item, results, scope)
      if step.needsPartial, value.isNested(beyond: LogicRunner.nestingLimit, &steps) {
        return .null(.tooDeep)
      }
      results.append(value)
    }
    return .list(results)
  }

  /// In a function of its own, so that the list of results is not shared when it grows.
  private func result(
    of step: Step, _ item: Value, _ results: [Value], _ scope: Scope
  ) -> Value {
    let outer = step.needsPartial ? scope.extended("partial", .list(results)) : scope
    return value(of: step.body, outer.extended(step.variable, item))
  }

  /// Levels that results built upon earlier results may have.
  private static let nestingLimit = 200

  func quantified(
    _ isEvery: Bool, _ variable: String, _ list: Logic, _ body: Logic, _ scope: Scope
  ) -> Value {
    let source = items(of: value(of: list, scope))
    guard case .list(let items) = source else { return source }
    var open: Value?
    for item in items {
      let verdict = value(of: body, scope.extended(variable, item))
      switch verdict {
      case .boolean(let truth): if truth != isEvery { return .boolean(truth) }
      case .null: open = verdict
      default: return .null(.notBoolean("satisfies"))
      }
    }
    return open ?? .boolean(isEvery)
  }
}

extension Value {
  /// Whether lists and contexts lie deeper than a limit, or there are too many to look through.
  /// Functions count as too deep, since they hold the results they were made among.
  fileprivate func isNested(beyond limit: Int, _ steps: inout Int) -> Bool {
    steps += 1
    guard limit > 0, steps <= Interpreter.itemLimit else { return true }
    switch self {
    case .list(let items):
      for item in items where item.isNested(beyond: limit - 1, &steps) { return true }
      return false
    case .context(let context):
      for (_, item) in context.entries where item.isNested(beyond: limit - 1, &steps) {
        return true
      }
      return false
    case .function: return true
    default: return false
    }
  }
}
