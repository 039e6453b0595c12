import Core

/// Context functions (DMN 1.5, 10.3.4.10).
extension BuiltIns {
  static let contexts: [BuiltIn] = [
    BuiltIn("get value", .init(.context("m"), .string("key"), returns: .any, getValue)),
    BuiltIn(
      "get entries",
      .init(
        .context("m"), returns: .type(.list(.context(["key": .string, "value": .any]))),
        getEntries)),
    BuiltIn(
      "context",
      .init(.init("entries", .list(.context([:]))), returns: .type(.context([:])), context)),
    BuiltIn(
      "context put",
      .init(
        .context("context"), .string("key"), .any("value"), returns: .type(.context([:])),
        contextPut),
      .init(
        .context("context"), .init("keys", .list(.string)), .any("value"),
        returns: .type(.context([:])), contextPutNested)),
    BuiltIn(
      "context merge",
      .init(
        .init("contexts", .list(.context([:]))), returns: .type(.context([:])), contextMerge)),
  ]

  private static func getValue(_ arguments: Arguments) throws(NullReason) -> Value {
    let key = try arguments.string(1)
    guard let value = try arguments.context(0)[key] else {
      throw .noMember(key, of: arguments[0])
    }
    return value
  }

  private static func getEntries(_ arguments: Arguments) throws(NullReason) -> Value {
    .list(
      try arguments.context(0).entries.map { key, value in
        .context(Context([("key", .string(key)), ("value", value)]))
      })
  }

  private static func context(_ arguments: Arguments) throws(NullReason) -> Value {
    var result = Context()
    for item in try arguments.list(0) {
      guard case .context(let entry) = item else {
        throw .wrongElement(item, expected: .context([:]))
      }
      guard case .string(let key) = entry["key"], let value = entry["value"] else {
        throw .noMember(entry["value"] == nil ? "value" : "key", of: item)
      }
      guard result[key] == nil else { throw .duplicateKey(key) }
      result[key] = value
    }
    return .context(result)
  }

  private static func contextPut(_ arguments: Arguments) throws(NullReason) -> Value {
    var context = try arguments.context(0)
    context[try arguments.string(1)] = arguments[2]
    return .context(context)
  }

  private static func contextPutNested(_ arguments: Arguments) throws(NullReason) -> Value {
    var keys: [String] = []
    for key in try arguments.list(1) {
      guard case .string(let text) = key else { throw .wrongElement(key, expected: .string) }
      keys.append(text)
    }
    return try put(arguments[2], at: keys[...], in: arguments[0])
  }

  /// The context with a value at the end of a path of keys.
  private static func put(
    _ value: Value, at keys: ArraySlice<String>, in target: Value
  ) throws(NullReason) -> Value {
    guard let key = keys.first else { throw .emptyList }
    guard keys.count <= Parser.nestingLimit else { throw .tooDeep(limit: Parser.nestingLimit) }
    guard case .context(var context) = target else {
      if case .null(let reason?) = target { throw reason }
      throw .wrongType(target, expected: .context([:]))
    }
    let rest = keys.dropFirst()
    if rest.isEmpty {
      context[key] = value
    } else {
      guard let inner = context[key] else { throw .noMember(key, of: target) }
      context[key] = try put(value, at: rest, in: inner)
    }
    return .context(context)
  }

  private static func contextMerge(_ arguments: Arguments) throws(NullReason) -> Value {
    var result = Context()
    for item in try arguments.list(0) {
      guard case .context(let context) = item else {
        throw .wrongElement(item, expected: .context([:]))
      }
      for (key, value) in context.entries { result[key] = value }
    }
    return .context(result)
  }
}
