extension TypeName {
  /// FEEL's own types by their names; `nil` for names only the host may know.
  public var type: FEELType? { type { _ in nil } }

  /// The type, with other names resolved by whoever knows them.
  func type(_ named: (String) -> FEELType?) -> FEELType? {
    switch self {
    case .named(let name): TypeName.simple[name] ?? named(name)
    case .list(let element): element.type(named).map { .list($0) }
    case .range(let element): element.type(named).map { .range($0) }
    case .context(let entries): TypeName.members(entries, named).map { .context($0) }
    case .function(let parameters, let result):
      TypeName.all(parameters, named).flatMap { types in
        result.type(named).map { .function(types, result: $0) }
      }
    }
  }

  private static let simple: [String: FEELType] = [
    "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string,
    "date": .date, "time": .time, "date and time": .dateTime, "dateTime": .dateTime,
    "years and months duration": .yearMonthDuration, "yearMonthDuration": .yearMonthDuration,
    "days and time duration": .dayTimeDuration, "dayTimeDuration": .dayTimeDuration,
    "list": .list(.any), "context": .context([:]), "range": .range(.any),
    "function": .function([], result: .any),
  ]

  private static func members(
    _ entries: [(key: String, type: TypeName)], _ named: (String) -> FEELType?
  ) -> [String: FEELType]? {
    var members: [String: FEELType] = [:]
    for entry in entries {
      guard let type = entry.type.type(named) else { return nil }
      members[entry.key] = type
    }
    return members
  }

  private static func all(
    _ names: [TypeName], _ named: (String) -> FEELType?
  ) -> [FEELType]? {
    var types: [FEELType] = []
    for name in names {
      guard let type = name.type(named) else { return nil }
      types.append(type)
    }
    return types
  }

  /// The type as it is written.
  var text: String {
    switch self {
    case .named(let name): name
    case .list(let element): "list<\(element.text)>"
    case .range(let element): "range<\(element.text)>"
    case .context(let entries):
      "context<" + entries.map { "\($0.key): \($0.type.text)" }.joined(separator: ", ") + ">"
    case .function(let parameters, let result):
      "function<" + parameters.map(\.text).joined(separator: ", ") + "> -> " + result.text
    }
  }
}
