extension Interpreter {
  mutating func call(
    _ callee: Expression, _ arguments: [Expression.Argument], in scope: Scope
  ) -> Value {
    let target = value(of: callee, in: scope)
    guard case .function(let function) = target else {
      return target.isNull ? target : .null(.notFunction(target))
    }
    let name = if case .name(let name) = callee.kind { name } else { "function" }
    var values: [Value] = []
    for argument in arguments { values.append(value(of: argument.value, in: scope)) }
    let names = arguments.compactMap(\.name)
    if names.isEmpty { return invoke(function, values, named: name) }
    guard names.count == values.count else {
      return .null(.argumentCount(name, given: values.count))
    }
    return invoke(function, values, names: names, named: name)
  }

  /// Calls with arguments by position.
  mutating func invoke(_ function: FunctionValue, _ arguments: [Value], named name: String) -> Value
  {
    switch function {
    case .builtIn(let builtIn): return invoke(builtIn, arguments)
    case .host(let host):
      guard arguments.count == host.parameters.count else {
        return .null(.argumentCount(name, given: arguments.count))
      }
      return host.body(arguments)
    case .closure(let closure):
      guard arguments.count == closure.parameters.count else {
        return .null(.argumentCount(name, given: arguments.count))
      }
      return invoke(closure, arguments)
    }
  }

  /// Calls with arguments by name: every parameter once, in any order.
  private mutating func invoke(
    _ function: FunctionValue, _ values: [Value], names: [String], named name: String
  ) -> Value {
    var byName: [String: Value] = [:]
    for (argument, value) in zip(names, values)
    where byName.updateValue(value, forKey: argument) != nil {
      return .null(.duplicateKey(argument))
    }
    if case .builtIn(let builtIn) = function { return invoke(builtIn, byName, names) }
    var ordered: [Value] = []
    for parameter in function.parameterNames {
      guard let value = byName.removeValue(forKey: parameter) else {
        return .null(.argumentCount(name, given: values.count))
      }
      ordered.append(value)
    }
    if let unknown = byName.keys.min() { return .null(.argumentName(name, unknown)) }
    return invoke(function, ordered, named: name)
  }

  private mutating func invoke(_ closure: FunctionValue.Closure, _ arguments: [Value]) -> Value {
    if closure.isExternal { return .null(.external) }
    var context = Context()
    for (place, (parameter, argument)) in zip(closure.parameters, arguments).enumerated() {
      guard let type = parameter.type else {
        context[parameter.name] = argument
        continue
      }
      guard let value = converted(argument, to: type) else {
        return .null(.wrongArgument(argument, place: place, expected: type.type ?? .any))
      }
      context[parameter.name] = value
    }
    return value(of: closure.body, in: closure.scope.extended(by: context))
  }

  private mutating func invoke(_ builtIn: BuiltIn, _ arguments: [Value]) -> Value {
    for converting in [false, true] {
      for signature in builtIn.signatures {
        if let fitted = signature.fit(arguments, converting: converting) {
          return run(signature, fitted)
        }
      }
    }
    return .null(builtIn.mismatch(arguments))
  }

  private mutating func invoke(
    _ builtIn: BuiltIn, _ arguments: [String: Value], _ names: [String]
  ) -> Value {
    let fitting = builtIn.signatures(named: names)
    for converting in [false, true] {
      for signature in fitting {
        let ordered = signature.parameters.map { arguments[$0.name] ?? .null }
        if let fitted = signature.fitEach(ordered, converting: converting) {
          return run(signature, fitted)
        }
      }
    }
    if let signature = fitting.first {
      return .null(builtIn.mismatch(signature.parameters.map { arguments[$0.name] ?? .null }))
    }
    let known = Set(builtIn.signatures.flatMap { $0.parameters.map(\.name) })
    if let unknown = arguments.keys.filter({ !known.contains($0) }).min() {
      return .null(.argumentName(builtIn.name, unknown))
    }
    return .null(.argumentCount(builtIn.name, given: arguments.count))
  }

  private mutating func run(_ signature: BuiltIn.Signature, _ arguments: [Value]) -> Value {
    for (parameter, argument) in zip(signature.parameters, arguments)
    where argument.isNull && !parameter.acceptsNull {
      return .null(from: argument)
    }
    do throws(NullReason) {
      let result = try signature.body(Arguments(values: arguments), &self)
      if case .list(let items) = result, items.count > Interpreter.itemLimit {
        throw .tooMany(limit: Interpreter.itemLimit)
      }
      return result
    } catch {
      return .null(error)
    }
  }
}
