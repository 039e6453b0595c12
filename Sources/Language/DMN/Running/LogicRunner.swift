import Core
import FEEL

/// Evaluates logic in a scope (DMN 1.5, 10.2 and 10.4).
struct LogicRunner: Sendable {
  let interpreter: Interpreter

  /// Nested invocations of functions with boxed bodies, which FEEL's own limit does not see.
  @TaskLocal private static var depth = 0
  private static let depthLimit = 60

  func value(of logic: Logic, _ scope: Scope, name: String = "") -> Value {
    checked(unchecked(logic.kind, scope), logic.type, name)
  }

  /// The value as one of the type, or null with the reason.
  func checked(_ value: Value, _ type: ModelType, _ name: String) -> Value {
    type.converted(value, interpreter) ?? .null(.wrongType(name, type))
  }

  private func unchecked(_ kind: Logic.Kind, _ scope: Scope) -> Value {
    switch kind {
    case .expression(let expression): return interpreter.evaluate(expression, in: scope)
    case .table(let table): return TableRunner(runner: self, table: table).value(scope)
    case .context(let entries, let result): return context(entries, result, scope)
    case .list(let items): return .list(items.map { value(of: $0, scope) })
    case .relation(let columns, let rows):
      return .list(
        rows.map { row in
          .context(Context(zip(columns, row).map { ($0, value(of: $1, scope)) }))
        })
    case .invocation(let callee, let bindings): return invocation(callee, bindings, scope)
    case .function(let parameters, let body): return function(parameters, body, scope)
    case .conditional(let condition, let then, let otherwise):
      switch value(of: condition, scope) {
      case .boolean(true): return value(of: then, scope)
      case .boolean(false), .null: return value(of: otherwise, scope)
      default: return .null(.notBoolean("if"))
      }
    case .filter(let list, let match): return filter(list, match, scope)
    case .iteration(let variable, let list, let body): return iteration(variable, list, body, scope)
    case .quantified(let isEvery, let variable, let list, let body):
      return quantified(isEvery, variable, list, body, scope)
    case .null(let reason): return .null(reason)
    }
  }

  private func context(
    _ entries: [(name: String, value: Logic)], _ result: Logic?, _ scope: Scope
  ) -> Value {
    var built = Context()
    var inner = scope
    for entry in entries {
      let value = value(of: entry.value, inner, name: entry.name)
      built[entry.name] = value
      inner = inner.extended(entry.name, value)
    }
    return result.map { value(of: $0, inner) } ?? .context(built)
  }

  private func invocation(
    _ callee: Logic, _ bindings: [(name: String, value: Logic)], _ scope: Scope
  ) -> Value {
    guard case .function(let function) = value(of: callee, scope) else {
      return .null(.notAFunction)
    }
    let arguments = function.parameterNames.map { parameter in
      bindings.first { $0.name == parameter }.map { value(of: $0.value, scope) } ?? .null
    }
    return interpreter.call(function, arguments)
  }

  /// A function whose body is boxed: arguments are held against the parameters' types.
  func function(
    _ parameters: [Logic.Parameter], _ body: Logic, _ scope: Scope, name: String = "function"
  ) -> Value {
    let runner = self
    return .function(
      .host(
        HostFunction(name: name, parameters: parameters.map(\.name)) { arguments in
          guard LogicRunner.depth < LogicRunner.depthLimit else { return .null(.tooDeep) }
          var inner = scope
          for (parameter, argument) in zip(parameters, arguments) {
            guard let value = parameter.type.converted(argument, runner.interpreter) else {
              return .null(.wrongType(parameter.name, parameter.type))
            }
            inner = inner.extended(parameter.name, value)
          }
          let complete = inner
          return LogicRunner.$depth.withValue(LogicRunner.depth + 1) {
            runner.value(of: body, complete)
          }
        }))
  }

  /// The items a value stands for: of a list its own, of anything else itself.
  private func items(_ value: Value) -> [Value] {
    switch value {
    case .list(let items): items
    case .null: []
    default: [value]
    }
  }

  private func filter(_ list: Logic, _ match: Logic, _ scope: Scope) -> Value {
    let source = value(of: list, scope)
    if source.isNull { return source }
    let items = items(source)
    var kept: [Value] = []
    for item in items {
      var inner = scope
      if case .context(let context) = item { inner = inner.extended(by: context) }
      switch value(of: match, inner.extended("item", item)) {
      case .boolean(true): kept.append(item)
      case .number(let number): return Interpreter.item(number, of: items)
      case .boolean(false), .null: break
      default: return .null(.notBoolean("match"))
      }
    }
    return .list(kept)
  }

  private func iteration(
    _ variable: String, _ list: Logic, _ body: Logic, _ scope: Scope
  ) -> Value {
    let source = value(of: list, scope)
    if source.isNull { return source }
    var results: [Value] = []
    for item in items(source) {
      let inner = scope.extended("partial", .list(results)).extended(variable, item)
      results.append(value(of: body, inner))
    }
    return .list(results)
  }

  private func quantified(
    _ isEvery: Bool, _ variable: String, _ list: Logic, _ body: Logic, _ scope: Scope
  ) -> Value {
    let source = value(of: list, scope)
    if source.isNull { return source }
    var open: Value?
    for item in items(source) {
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

extension Interpreter {
  /// The item at a position counted from 1, or from the end when negative; null beyond the list.
  static func item(_ position: Decimal128, of items: [Value]) -> Value {
    guard let number = position.integer, number != 0, abs(number) <= items.count else {
      return .null
    }
    return items[number > 0 ? number - 1 : items.count + number]
  }
}
