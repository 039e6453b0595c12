import Core

extension TypeChecker {
  /// The type of a name: one given inside the expression, the host's, or a built-in function.
  mutating func check(name: String, _ range: SourceRange) -> FEELType {
    if let type = lookUp(name) { return type }
    report(.unknownName(name, nearest: Suggestion.nearest(to: name, among: candidates)), range)
    return .any
  }

  func lookUp(_ name: String) -> FEELType? {
    for frame in frames.reversed() {
      switch frame {
      case .names(let names): if let type = names[name] { return type }
      case .item(let item):
        if let type = member(name, of: item) { return type }
        if name == "item" { return item }
      }
    }
    if let type = environment.type(ofName: name) { return type }
    return BuiltIns.byName[name].map { builtIn in
      let signature = builtIn.signatures.first
      return .function(
        signature?.parameters.map(\.type) ?? [], result: signature?.result.type(for: []) ?? .any)
    }
  }

  /// Every name that could have been meant.
  var candidates: [String] {
    var names = environment.names
    for frame in frames {
      switch frame {
      case .names(let inner): names += inner.keys.sorted()
      case .item(let item): names += memberNames(of: item) + ["item"]
      }
    }
    return names + BuiltIns.all.map(\.name)
  }

  /// The type of `value.member`.
  mutating func path(_ type: FEELType, _ name: String, _ range: SourceRange) -> FEELType {
    if case .list(let element) = type { return .list(path(element, name, range)) }
    if let found = member(name, of: type) { return found }
    switch type {
    case .any, .null: return .any
    // A context may hold more than its type says.
    case .context(let members) where members.isEmpty: return .any
    default: break
    }
    let members = memberNames(of: type)
    report(
      .unknownMember(
        name, of: type, nearest: Suggestion.nearest(to: name, among: members), members: members),
      range)
    return .any
  }

  /// The type of a member, or `nil`.
  func member(_ name: String, of type: FEELType) -> FEELType? {
    switch type {
    case .record(let id): environment.type(ofMember: name, of: id)
    case .context(let members): members[name]
    case .range(let element) where name == "start" || name == "end": element
    default: TypeChecker.members(of: type)[name]
    }
  }

  private func memberNames(of type: FEELType) -> [String] {
    switch type {
    case .record(let id): environment.members(of: id)
    case .context(let members): members.keys.sorted()
    default: TypeChecker.members(of: type).keys.sorted()
    }
  }

  /// The members of FEEL's own types (DMN 1.5, table 65).
  private static func members(of type: FEELType) -> [String: FEELType] {
    switch type {
    case .date: date
    case .time: time
    case .dateTime: date.merging(time) { first, _ in first }
    case .yearMonthDuration: ["years": .number, "months": .number]
    case .dayTimeDuration:
      ["days": .number, "hours": .number, "minutes": .number, "seconds": .number]
    case .range:
      ["start": .any, "end": .any, "start included": .boolean, "end included": .boolean]
    default: [:]
    }
  }

  private static let date: [String: FEELType] = [
    "year": .number, "month": .number, "day": .number, "weekday": .number,
  ]
  private static let time: [String: FEELType] = [
    "hour": .number, "minute": .number, "second": .number, "time offset": .dayTimeDuration,
    "timezone": .string,
  ]
}
