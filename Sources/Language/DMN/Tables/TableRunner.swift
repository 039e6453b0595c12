import Core
import FEEL

/// Evaluates a decision table (DMN 1.5, 8.2.8–8.2.11 and 10.3.2.10).
struct TableRunner {
  let runner: LogicRunner
  let table: Logic.Table

  func value(_ scope: Scope) -> Value {
    var inputs: [Value] = []
    inputs.reserveCapacity(table.inputs.count)
    for place in table.inputs.indices {
      let value = runner.value(of: table.inputs[place].value, scope)
      guard isAmong(table.inputs[place].allowed, value, scope) else {
        return .null(.wrongType(table.inputs[place].text, table.inputs[place].value.type))
      }
      inputs.append(value)
    }
    var hits: [Int] = []
    table.index.forEachCandidate(inputs) { row in
      guard matches(table.rules[row].tests, inputs, scope) else { return true }
      hits.append(row)
      if case .first = table.hitPolicy { return false }
      return true
    }
    runner.recorder?.hits(hits, of: table.rules.count)
    if hits.isEmpty { return withoutHit(scope) }
    return combined(hits, scope)
  }

  /// Whether a value, or each item of a list, is among the allowed ones; null always is.
  private func isAmong(_ allowed: [UnaryTest]?, _ value: Value, _ scope: Scope) -> Bool {
    guard let allowed, !value.isNull else { return true }
    guard case .list(let items) = value else { return holds(allowed, value, scope) }
    return items.allSatisfy { holds(allowed, $0, scope) }
  }

  private func holds(_ tests: [UnaryTest], _ value: Value, _ scope: Scope) -> Bool {
    if case .boolean(true) = runner.interpreter.evaluate(tests, for: value, in: scope) {
      return true
    }
    return false
  }

  private func matches(_ cells: [Logic.Table.Cell], _ inputs: [Value], _ scope: Scope) -> Bool {
    for place in 0..<min(cells.count, inputs.count) {
      switch cells[place] {
      case .fixed(let tests):
        guard case .boolean(true) = tests.anyHolds(inputs[place]) else { return false }
      case .tests(let tests): guard holds(tests, inputs[place], scope) else { return false }
      case .unreadable: return false
      }
    }
    return true
  }

  private func withoutHit(_ scope: Scope) -> Value {
    if table.outputs.contains(where: { $0.defaultValue != nil }) {
      let values = table.outputs.map { output in
        output.defaultValue.map { runner.value(of: $0, scope) } ?? .null
      }
      return bundled(values)
    }
    switch table.hitPolicy {
    case .ruleOrder, .outputOrder, .collect(nil): return .list([])
    case .collect(.count): return .number(.zero)
    default: return .null(.noHit)
    }
  }

  /// The outputs of one rule: a value, or a context of them by name.
  private func output(_ rule: Int, _ scope: Scope) -> Value {
    if table.outputs.count == 1, let cell = table.rules[rule].values.first {
      return output(0, of: cell, scope)
    }
    return bundled(
      zip(table.rules[rule].values, table.outputs.indices).map { output($1, of: $0, scope) })
  }

  private func output(_ place: Int, of cell: Logic, _ scope: Scope) -> Value {
    let name = table.outputs[place].name ?? "output"
    var value = runner.value(of: cell, scope)
    if !table.outputs[place].simpleType.takes(value) {
      value = runner.checked(value, table.outputs[place].type, name)
    }
    return isAmong(table.outputs[place].allowed, value, scope)
      ? value : .null(.wrongType(name, table.outputs[place].type))
  }

  private func bundled(_ values: [Value]) -> Value {
    if values.count == 1 { return values[0] }
    return .context(Context(zip(table.outputs, values).map { ($0.name ?? "", $1) }))
  }

  private func combined(_ hits: [Int], _ scope: Scope) -> Value {
    switch table.hitPolicy {
    case .unique: return hits.count == 1 ? output(hits[0], scope) : .null(.severalHits)
    case .first: return output(hits[0], scope)
    case .any:
      let values = hits.map { output($0, scope) }
      let first = values[0]
      let agree = values.allSatisfy { Operations.isEqual($0, first) == true }
      return agree ? first : .null(.disagreement)
    case .priority: return byPriority(hits, scope)[0]
    case .outputOrder: return .list(byPriority(hits, scope))
    case .ruleOrder: return .list(hits.map { output($0, scope) })
    case .collect(let aggregator): return collected(hits.map { output($0, scope) }, aggregator)
    }
  }

  private func collected(_ values: [Value], _ aggregator: Logic.Aggregator?) -> Value {
    guard let aggregator else { return .list(values) }
    let name =
      switch aggregator {
      case .sum: "sum"
      case .minimum: "min"
      case .maximum: "max"
      case .count: "count"
      }
    guard let builtIn = BuiltIns.byName[name] else { return .null(.unsupported(name)) }
    if values.contains(where: { if case .context = $0 { true } else { false } }) {
      return aggregatedByName(values, builtIn)
    }
    return runner.interpreter.call(.builtIn(builtIn), [.list(values)])
  }

  /// With several outputs each is aggregated on its own, as other engines do it; the specification
  /// leaves that undefined (DMN 1.5, 8.2.11).
  private func aggregatedByName(_ values: [Value], _ builtIn: BuiltIn) -> Value {
    var result = Context()
    for output in table.outputs {
      let name = output.name ?? ""
      let column = values.map { value -> Value in
        if case .context(let context) = value { return context[name] ?? .null }
        return .null
      }
      result[name] = runner.interpreter.call(.builtIn(builtIn), [.list(column)])
    }
    return .context(result)
  }

  /// Outputs of the rules that hit, highest priority first: by the place of each output value in
  /// its list of output values, the first column weighing most; equals stay in rule order.
  private func byPriority(_ hits: [Int], _ scope: Scope) -> [Value] {
    let orders = table.outputs.map { $0.priorities.map { runner.value(of: $0, scope) } }
    let ranked = hits.map { hit in
      let cells = table.rules[hit].values.map { runner.value(of: $0, scope) }
      let ranks = zip(cells, orders).map { value, order in
        order.firstIndex { Operations.isEqual($0, value) == true } ?? order.count
      }
      return (hit: hit, ranks: ranks)
    }
    return ranked.sorted {
      $0.ranks == $1.ranks ? $0.hit < $1.hit : $0.ranks.lexicographicallyPrecedes($1.ranks)
    }.map { output($0.hit, scope) }
  }
}
