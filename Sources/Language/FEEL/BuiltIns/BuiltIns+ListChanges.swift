import Core

/// List functions that make new lists (DMN 1.5, 10.3.4.4 and 10.3.4.8).
extension BuiltIns {
  static let listChanges: [BuiltIn] = [
    BuiltIn(
      "append", .init(.list("list"), .any("item"), isVariadic: true, returns: .sameAs(0), append)),
    BuiltIn(
      "concatenate", .init(.list("list"), isVariadic: true, returns: .elementOf(0), concatenate)),
    BuiltIn(
      "insert before",
      .init(
        .list("list"), .number("position"), .any("newItem"), returns: .sameAs(0), insertBefore)),
    BuiltIn("remove", .init(.list("list"), .number("position"), returns: .sameAs(0), remove)),
    BuiltIn(
      "list replace",
      .init(.list("list"), .number("position"), .any("newItem"), returns: .sameAs(0), replaceAt),
      .init(
        .list("list"), .function("match"), .any("newItem"), returns: .sameAs(0), replaceMatching)),
    BuiltIn("reverse", .init(.list("list"), returns: .sameAs(0), reverse)),
    BuiltIn("union", .init(.list("list"), isVariadic: true, returns: .elementOf(0), union)),
    BuiltIn("distinct values", .init(.list("list"), returns: .sameAs(0), distinctValues)),
    BuiltIn("flatten", .init(.list("list"), returns: .flattened(0), flatten)),
    BuiltIn("sort", .init(.list("list"), .function("precedes"), returns: .sameAs(0), sort)),
  ]

  private static func append(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(try arguments.list(0) + arguments.list(1))
  }

  private static func concatenate(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(try joined(arguments))
  }

  private static func union(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(try distinct(joined(arguments)))
  }

  private static func joined(_ arguments: Arguments) throws(NullReason) -> [Value] {
    var result: [Value] = []
    for list in try arguments.list(0) {
      switch list {
      case .list(let items): result += items
      case .null(let reason): throw reason ?? .nullOperand
      default: result.append(list)
      }
    }
    return result
  }

  private static func insertBefore(_ arguments: Arguments) throws(NullReason) -> Value {
    var items = try arguments.list(0)
    items.insert(arguments[2], at: try place(arguments, 1, in: items))
    return .list(items)
  }

  private static func remove(_ arguments: Arguments) throws(NullReason) -> Value {
    var items = try arguments.list(0)
    items.remove(at: try place(arguments, 1, in: items))
    return .list(items)
  }

  private static func replaceAt(_ arguments: Arguments) throws(NullReason) -> Value {
    var items = try arguments.list(0)
    items[try place(arguments, 1, in: items)] = arguments[2]
    return .list(items)
  }

  private static func replaceMatching(
    _ arguments: Arguments, _ interpreter: inout Interpreter
  ) throws(NullReason) -> Value {
    let match = try arguments.function(1)
    var items = try arguments.list(0)
    for (place, item) in items.enumerated() {
      let verdict = interpreter.invoke(match, [item, arguments[2]], named: "match")
      guard case .boolean(let isMatch) = verdict else { throw .missingBoolean(verdict) }
      if isMatch { items[place] = arguments[2] }
    }
    return .list(items)
  }

  private static func reverse(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(try arguments.list(0).reversed())
  }

  private static func distinctValues(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(try distinct(arguments.list(0)))
  }

  private static func distinct(_ items: [Value]) throws(NullReason) -> [Value] {
    var result: [Value] = []
    var comparisons = 0
    for item in items {
      comparisons += result.count
      guard comparisons <= 10 * Operations.sizeLimit else {
        throw .tooMany(limit: Interpreter.itemLimit)
      }
      if !contains(result, item) { result.append(item) }
    }
    return result
  }

  private static func flatten(_ arguments: Arguments) throws(NullReason) -> Value {
    var result: [Value] = []
    try flatten(arguments.list(0), into: &result)
    return .list(result)
  }

  private static func flatten(
    _ items: [Value], into result: inout [Value]
  ) throws(NullReason) {
    for item in items {
      guard result.count <= Interpreter.itemLimit else {
        throw .tooMany(limit: Interpreter.itemLimit)
      }
      if case .list(let inner) = item {
        try flatten(inner, into: &result)
      } else {
        result.append(item)
      }
    }
  }

  private static func sort(
    _ arguments: Arguments, _ interpreter: inout Interpreter
  ) throws(NullReason) -> Value {
    let precedes = try arguments.function(1)
    var failure: NullReason?
    let sorted = try arguments.list(0).sorted { left, right in
      if failure != nil { return false }
      let verdict = interpreter.invoke(precedes, [left, right], named: "precedes")
      guard case .boolean(let isBefore) = verdict else {
        failure = .missingBoolean(verdict)
        return false
      }
      return isBefore
    }
    if let failure { throw failure }
    return .list(sorted)
  }
}

extension NullReason {
  /// Why a function that should have decided gave no Boolean.
  fileprivate static func missingBoolean(_ verdict: Value) -> NullReason {
    if case .null(let reason) = verdict { return reason ?? .nullOperand }
    return .notBoolean(verdict)
  }
}
