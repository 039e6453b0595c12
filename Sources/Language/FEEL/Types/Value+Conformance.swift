import Core

extension Value {
  /// Whether the value is one of a type; null is one of every type (DMN 1.5, 10.3.2.9.2).
  public func conforms(to type: FEELType) -> Bool {
    switch (self, type) {
    case (.null, _), (_, .any): true
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
      (.time, .time), (.dateTime, .dateTime), (.yearMonthDuration, .yearMonthDuration),
      (.dayTimeDuration, .dayTimeDuration), (.function, .function):
      true
    case (.string, .enumeration), (.number, .enumeration): true
    case (.list(let items), .list(let element)): items.allSatisfy { $0.conforms(to: element) }
    case (.range(let range), .range(let element)):
      (range.low?.conforms(to: element) ?? true) && (range.high?.conforms(to: element) ?? true)
    case (.context(let context), .context(let members)):
      members.allSatisfy { name, type in context[name].map { $0.conforms(to: type) } ?? false }
    case (.context, .record): true
    default: false
    }
  }

  /// The value as one of a type; `nil` when it is none.
  ///
  /// - Parameters:
  ///   - type: the type that is asked for.
  ///   - converting: whether FEEL's implicit conversions apply (DMN 1.5, 10.3.2.9.4): a list of one
  ///     and its item stand for each other, and a date stands for its midnight in UTC.
  /// - Returns: the value itself, or what it is converted to.
  public func converted(to type: FEELType, converting: Bool) -> Value? {
    if conforms(to: type) { return self }
    guard converting else { return nil }
    if case .list(let items) = self, items.count == 1, items[0].conforms(to: type) {
      return items[0]
    }
    if case .list(let element) = type, conforms(to: element) { return .list([self]) }
    if case .date(let date) = self, type == .dateTime { return .dateTime(date.midnight) }
    return nil
  }
}
