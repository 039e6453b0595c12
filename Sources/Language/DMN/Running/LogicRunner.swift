import Core
import FEEL

/// Evaluates logic in a scope (DMN 1.5, 10.2 and 10.4).
struct LogicRunner: Sendable {
  let interpreter: Interpreter
  /// Set while a trace is wanted.
  var recorder: TraceRecorder?

  func value(of logic: Logic, _ scope: Scope, name: String = "") -> Value {
    switch logic.shortcut {
    case .literal(let value): return logic.checked(value, self, name)
    case .name(let wanted):
      // A null gets the place where the name stands, and a name that nobody knows its reason.
      if let value = scope.value(of: wanted), !value.isNull {
        return logic.checked(value, self, name)
      }
    case nil: break
    }
    return logic.checked(unchecked(logic.kind, scope), self, name)
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
          .context(
            Context(
              zip(columns, row).map { column, cell in
                (column.name, checked(value(of: cell, scope), column.type, column.name))
              }))
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
    case .iteration(let variable, let list, let body, let needsPartial):
      let step = Step(variable: variable, body: body, needsPartial: needsPartial)
      return iteration(list, step, scope)
    case .quantified(let isEvery, let variable, let list, let body):
      return quantified(isEvery, variable, list, body, scope)
    case .null(let reason): return .null(reason)
    }
  }

  private func context(
    _ entries: [(name: String, value: Logic, type: ModelType)], _ result: Logic?, _ scope: Scope
  ) -> Value {
    var built = Context()
    var inner = scope
    for entry in entries {
      let value = checked(
        value(of: entry.value, inner, name: entry.name), entry.type, entry.name)
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
    let parameters = parameterNames(of: function, for: bindings.map(\.name))
    if let unknown = bindings.first(where: { !parameters.contains($0.name) }) {
      return .null(.noParameter(unknown.name))
    }
    let arguments = parameters.map { parameter in
      bindings.first { $0.name == parameter }.map { value(of: $0.value, scope) } ?? .null
    }
    return interpreter.call(function, arguments)
  }

  /// The names that a function's arguments are bound to: of a built-in function those of the way
  /// to call it that takes just these.
  private func parameterNames(of function: FunctionValue, for bound: [String]) -> [String] {
    guard case .builtIn(let builtIn) = function else { return function.parameterNames }
    return builtIn.signatures(named: bound).first?.parameters.map(\.name) ?? function.parameterNames
  }

  /// A function whose body is boxed: arguments are held against the parameters' types.
  func function(
    _ parameters: [Logic.Parameter], _ body: Logic, _ scope: Scope, name: String = "function"
  ) -> Value {
    let runner = self
    return .function(
      .host(
        HostFunction(name: name, parameters: parameters.map(\.name)) { arguments in
          runner.invoking(name, height: body.height) {
            var inner = scope
            for (parameter, argument) in zip(parameters, arguments) {
              guard let value = parameter.type.converted(argument, runner.interpreter) else {
                return .null(.wrongType(parameter.name, parameter.type))
              }
              inner = inner.extended(parameter.name, value)
            }
            return runner.value(of: body, inner)
          }
        }))
  }

  /// Runs the body of a function within what is left of the budget, and notes it.
  func invoking(_ name: String, height: Int, _ body: () -> Value) -> Value {
    guard let budget = (CallBudget.current ?? CallBudget()).spending(height) else {
      return .null(.tooDeep)
    }
    recorder?.begin()
    let value = CallBudget.$current.withValue(budget, operation: body)
    recorder?.end(.invocation, name, value)
    return value
  }
}
