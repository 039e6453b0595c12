extension BuiltIn.Signature {
  /// The arguments in the form the body takes, or `nil` when they do not fit.
  ///
  /// - Parameters:
  ///   - arguments: by position.
  ///   - converting: whether a list of one may stand for its item, an item for a list of one, and
  ///     a date for its midnight (DMN 1.5, 10.3.2.9.4).
  /// - Returns: one value for each parameter.
  func fit(_ arguments: [Value], converting: Bool) -> [Value]? {
    guard isVariadic else {
      return arguments.count == parameters.count
        ? fitEach(arguments, converting: converting) : nil
    }
    let fixed = parameters.count - 1
    guard arguments.count > fixed, let last = parameters.last,
      let leading = fitEach(Array(arguments.prefix(fixed)), converting: converting)
    else { return nil }
    var rest: [Value] = []
    for argument in arguments.dropFirst(fixed) {
      guard let value = last.fit(argument, converting: converting) else { return nil }
      rest.append(value)
    }
    return leading + [.list(rest)]
  }

  /// Each argument in the form of the parameter at its place; a variadic one is a list already.
  func fitEach(_ arguments: [Value], converting: Bool) -> [Value]? {
    var fitted: [Value] = []
    for (place, (parameter, argument)) in zip(parameters, arguments).enumerated() {
      let isRest = isVariadic && place == parameters.count - 1
      guard
        let value = isRest
          ? argument.converted(to: .list(parameter.type), converting: converting)
          : parameter.fit(argument, converting: converting)
      else { return nil }
      fitted.append(value)
    }
    return fitted
  }

  /// Whether the names are those of the parameters.
  fileprivate func takes(_ names: Set<String>) -> Bool {
    parameters.count == names.count && parameters.allSatisfy { names.contains($0.name) }
  }
}

extension BuiltIn {
  /// The ways to call the function with arguments of these names, first that with the parameters in
  /// the order written: nothing else tells `before(point, range)` from `before(range, point)`
  /// (DMN 1.5, table 78).
  package func signatures(named names: [String]) -> [Signature] {
    let fitting = signatures.filter { $0.takes(Set(names)) }
    let ordered = fitting.filter { $0.parameters.map(\.name) == names }
    return ordered + fitting.filter { $0.parameters.map(\.name) != names }
  }
}

extension BuiltIn.Parameter {
  fileprivate func fit(_ argument: Value, converting: Bool) -> Value? {
    argument.converted(to: type, converting: converting)
  }
}

extension BuiltIn {
  /// Why no signature takes the arguments.
  func mismatch(_ arguments: [Value]) -> NullReason {
    let sameCount = signatures.filter { $0.isVariadic || $0.parameters.count == arguments.count }
    guard let signature = sameCount.first else {
      return .argumentCount(name, given: arguments.count)
    }
    for (place, argument) in arguments.enumerated() {
      let parameter = signature.parameters[min(place, signature.parameters.count - 1)]
      if argument.converted(to: parameter.type, converting: true) == nil {
        return .wrongArgument(argument, place: place, expected: parameter.type)
      }
    }
    return .argumentCount(name, given: arguments.count)
  }
}
