import Core

extension TypeChecker {
  mutating func call(
    _ callee: Expression, _ arguments: [Expression.Argument], _ whole: Expression
  ) -> FEELType {
    let types = arguments.map { check($0.value) }
    guard case .name(let name) = callee.kind else {
      let type = check(callee)
      return call(type, named: "function", of: callee, arguments, types, whole)
    }
    if let builtIn = BuiltIns.byName[name], !isRedefined(name) {
      self.types[callee.id] = .function([], result: .any)
      return call(builtIn, arguments, types, whole.range)
    }
    let type = check(callee)
    return call(type, named: name, of: callee, arguments, types, whole)
  }

  /// Whether the name of a built-in function means something else here.
  private func isRedefined(_ name: String) -> Bool {
    for case .names(let names) in frames where names[name] != nil { return true }
    return environment.type(ofName: name) != nil
  }

  private mutating func call(
    _ type: FEELType, named name: String, of callee: Expression,
    _ arguments: [Expression.Argument],
    _ types: [FEELType], _ whole: Expression
  ) -> FEELType {
    guard case .function(let parameters, let result) = type else {
      if type != .any { report(.notFunction(type), callee.range) }
      return .any
    }
    guard parameters.count == types.count else {
      let form = "\(name)(\(parameters.map(\.name.en).joined(separator: ", ")))"
      report(.argumentCount(name, given: types.count, forms: [form]), whole.range)
      return result
    }
    // A function's type does not say its parameters' names, so named arguments have no place.
    if arguments.contains(where: { $0.name != nil }) { return result }
    for (place, (expected, found)) in zip(parameters, types).enumerated() {
      if case .enumeration(let id) = expected { checkLiterals(arguments[place].value, in: id) }
      if !expected.takes(found) {
        report(
          .argumentType(name, place: place, expected: expected, found: found),
          arguments[place].value.range)
      }
    }
    return result
  }

  private mutating func call(
    _ builtIn: BuiltIn, _ arguments: [Expression.Argument], _ types: [FEELType],
    _ range: SourceRange
  ) -> FEELType {
    let names = arguments.compactMap(\.name)
    guard names.isEmpty else { return call(builtIn, arguments, names, types, range) }
    let candidates = builtIn.signatures.compactMap { signature in
      signature.shaped(types).map { (signature, $0) }
    }
    guard let first = candidates.first else {
      report(
        .argumentCount(builtIn.name, given: types.count, forms: builtIn.forms), range)
      return .any
    }
    for (signature, shaped) in candidates where signature.takes(shaped) {
      return signature.result.type(for: shaped)
    }
    for (place, parameter) in first.0.parameters.enumerated()
    where !parameter.type.takes(first.1[place]) {
      report(
        .argumentType(
          builtIn.name, place: place, expected: parameter.type, found: first.1[place]),
        place < arguments.count ? arguments[place].value.range : range)
    }
    return .any
  }

  private mutating func call(
    _ builtIn: BuiltIn, _ arguments: [Expression.Argument], _ names: [String],
    _ types: [FEELType], _ range: SourceRange
  ) -> FEELType {
    let known = builtIn.parameterNames
    for name in names where !known.contains(name) {
      report(.unknownParameter(name, of: builtIn.name, known: known), range)
      return .any
    }
    guard names.count == arguments.count,
      let signature = builtIn.signatures(named: names).first
    else {
      report(.argumentCount(builtIn.name, given: types.count, forms: builtIn.forms), range)
      return .any
    }
    var ordered: [FEELType] = []
    for (place, parameter) in signature.parameters.enumerated() {
      guard let index = names.firstIndex(of: parameter.name) else { continue }
      ordered.append(types[index])
      let expected: FEELType =
        signature.isVariadic && place == signature.parameters.count - 1
        ? .list(parameter.type) : parameter.type
      if !expected.takes(types[index]) {
        report(
          .argumentType(builtIn.name, place: index, expected: expected, found: types[index]),
          arguments[index].value.range)
      }
    }
    return signature.result.type(for: ordered)
  }
}

extension BuiltIn.Signature {
  /// The types as the body gets them, the rest as one list; `nil` for a wrong number.
  fileprivate func shaped(_ types: [FEELType]) -> [FEELType]? {
    guard isVariadic else { return types.count == parameters.count ? types : nil }
    let fixed = parameters.count - 1
    guard types.count > fixed else { return nil }
    let rest = types.dropFirst(fixed)
    let joined = rest.dropFirst().reduce(types[fixed]) { $0.joined($1) }
    return Array(types.prefix(fixed)) + [.list(joined)]
  }

  fileprivate func takes(_ shaped: [FEELType]) -> Bool {
    zip(parameters, shaped).enumerated().allSatisfy { place, pair in
      let isRest = isVariadic && place == parameters.count - 1
      return isRest ? pair.0.type.takes(pair.1.element) : pair.0.type.takes(pair.1)
    }
  }
}

extension BuiltIn {
  /// The names of the parameters of all signatures, each once.
  fileprivate var parameterNames: [String] {
    var names: [String] = []
    for parameter in signatures.flatMap(\.parameters) where !names.contains(parameter.name) {
      names.append(parameter.name)
    }
    return names
  }

  /// How the function is written, for help: `substring(string, start position)`.
  public var forms: [String] {
    signatures.map { signature in
      let names = signature.parameters.map(\.name).joined(separator: ", ")
      return "\(name)(\(names)\(signature.isVariadic ? ", …" : ""))"
    }
  }
}
