extension Value {
  /// The most specific type the value has.
  public var type: FEELType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .yearMonthDuration: .yearMonthDuration
    case .dayTimeDuration: .dayTimeDuration
    case .list(let items): .list(commonType(of: items))
    case .context(let context):
      .context(Dictionary(uniqueKeysWithValues: context.entries.map { ($0.key, $0.value.type) }))
    case .range(let range): .range((range.low ?? range.high)?.type ?? .any)
    case .function(let function):
      .function(function.parameterNames.map { _ in .any }, result: .any)
    }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  private func commonType(of items: [Value]) -> FEELType {
    guard let first = items.first?.type else { return .any }
    return items.dropFirst().allSatisfy { $0.type == first } ? first : .any
  }
}
