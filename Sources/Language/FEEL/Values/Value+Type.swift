extension Value {
  /// The type of the value; of the items of nested lists and contexts as far down as people care.
  public var type: FEELType { type(levels: 3) }

  private func type(levels: Int) -> FEELType {
    switch self {
    case .null: return .null
    case .boolean: return .boolean
    case .number: return .number
    case .string: return .string
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    case .yearMonthDuration: return .yearMonthDuration
    case .dayTimeDuration: return .dayTimeDuration
    case .list(let items):
      guard levels > 0, let first = items.first?.type(levels: levels - 1) else {
        return .list(.any)
      }
      let isUniform = items.dropFirst().allSatisfy { $0.type(levels: levels - 1) == first }
      return .list(isUniform ? first : .any)
    case .context(let context):
      guard levels > 0 else { return .context([:]) }
      let members = context.entries.map { ($0.key, $0.value.type(levels: levels - 1)) }
      return .context(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    case .range(let range): return .range((range.low ?? range.high)?.type(levels: 0) ?? .any)
    case .function(let function):
      return .function(function.parameterNames.map { _ in .any }, result: .any)
    }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
