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
    guard result.type != nil, parameters.allSatisfy({ $0.type != nil }) else { return nil }
    switch function {
    case .closure(let closure):
      guard closure.parameters.count == parameters.count else { return false }
      let takes = zip(closure.parameters, parameters).allSatisfy { own, asked in
        own.type.map { ($0.type ?? .any).accepts(asked.type ?? .any) } ?? true
      }
      return takes && (result.type == .any || result.type == closure.resultType)
    case .host(let host): return host.parameters.count == parameters.count && result.type == .any
    case .builtIn(let builtIn):
      return builtIn.signatures.contains { signature in
        signature.parameters.count == parameters.count
          && zip(signature.parameters, parameters).allSatisfy { own, asked in
            own.type.accepts(asked.type ?? .any)
          }
          && (result.type ?? .any).accepts(
            signature.result.type(for: parameters.map { $0.type ?? .any }))
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
  fileprivate var resultType: FEELType {
    let names = parameters.map { ($0.name, $0.type?.type ?? .any) }
    let types = NamedTypes(Dictionary(names, uniquingKeysWith: { first, _ in first }))
    return TypeChecker.type(of: body, in: types)
  }
}
