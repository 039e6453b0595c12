extension Interpreter {
  /// Whether a value is one of a written type; `nil` when the name of the type is unknown.
  func conforms(_ value: Value, to name: TypeName) -> Bool? {
    switch name {
    case .named(let text):
      if let type = name.type { return value.conforms(to: type) }
      return hostType(value, text)
    case .list(let element):
      guard case .list(let items) = value else { return value.isNull }
      return all(items.map { conforms($0, to: element) })
    case .range(let element):
      guard case .range(let range) = value else { return value.isNull }
      return all([range.low, range.high].compactMap { $0 }.map { conforms($0, to: element) })
    case .context(let entries):
      guard case .context(let context) = value else { return value.isNull }
      return all(
        entries.map { entry in context[entry.key].map { conforms($0, to: entry.type) } ?? false })
    case .function(let parameters, let result):
      guard case .function(let function) = value else { return value.isNull }
      return conforms(function, parameters, result)
    }
  }

  private func all(_ verdicts: [Bool?]) -> Bool? {
    if verdicts.contains(false) { return false }
    return verdicts.contains(nil) ? nil : true
  }

  /// A function is one of a function type when it takes as many parameters, each of a type at
  /// least as wide, and gives a result at least as narrow; what it does not declare is any value.
  private func conforms(
    _ function: FunctionValue, _ parameters: [TypeName], _ result: TypeName
  ) -> Bool? {
    guard
      case .function(let asked, let result)? = TypeName.function(parameters, result: result)
        .type(typeNamed)
    else { return nil }
    switch function {
    case .closure(let closure):
      guard closure.parameters.count == asked.count else { return false }
      let own = closure.parameters.map { $0.type.map { $0.type(typeNamed) ?? .any } ?? .any }
      let takes = zip(own, asked).allSatisfy { $0.accepts($1) }
      return takes && (result == .any || result == closure.resultType(typeNamed))
    case .host(let host): return host.parameters.count == asked.count && result == .any
    case .builtIn(let builtIn):
      return builtIn.signatures.contains { signature in
        signature.parameters.count == asked.count
          && zip(signature.parameters, asked).allSatisfy { $0.type.accepts($1) }
          && result.accepts(signature.result.type(for: asked))
      }
    }
  }

  /// An argument as one of a parameter's type, with FEEL's implicit conversions, or `nil`.
  func converted(_ value: Value, to name: TypeName) -> Value? {
    if let type = name.type, case .function = type {
      return conforms(value, to: name) == true ? value : nil
    }
    if let type = name.type { return value.converted(to: type, converting: true) }
    if conforms(value, to: name) == true { return value }
    if case .list(let items) = value, items.count == 1, conforms(items[0], to: name) == true {
      return items[0]
    }
    return nil
  }
}

extension FunctionValue.Closure {
  /// The type of the body as far as it can be known from the parameters' types alone.
  fileprivate func resultType(_ named: (String) -> FEELType?) -> FEELType {
    let names = parameters.map { ($0.name, $0.type?.type(named) ?? .any) }
    let types = NamedTypes(Dictionary(names, uniquingKeysWith: { first, _ in first }))
    return TypeChecker.type(of: body, in: types)
  }
}
