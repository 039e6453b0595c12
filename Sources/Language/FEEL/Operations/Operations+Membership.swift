extension Operations {
  /// Whether a value lies in a range; null where it cannot be compared with an end.
  public static func contains(_ range: RangeValue, _ value: Value) -> Value {
    switch range.comparison {
    case .equal: return equal(value, range.low ?? .null)
    case .notEqual: return notEqual(value, range.low ?? .null)
    default: break
    }
    if value.isNull { return .null(from: value) }
    let aboveLow: Value =
      range.low.map { compare(range.lowIncluded ? .greaterOrEqual : .greater, value, $0) }
      ?? .boolean(true)
    return and(
      aboveLow,
      range.high.map { compare(range.highIncluded ? .lessOrEqual : .less, value, $0) }
        ?? .boolean(true))
  }

  /// `value between low and high`, both ends included.
  public static func between(_ value: Value, low: Value, high: Value) -> Value {
    and(compare(.greaterOrEqual, value, low), compare(.lessOrEqual, value, high))
  }

  /// `value in option` (DMN 1.5, table 55): the option is a range that holds the value, a list
  /// one of whose items is or holds it, or the value itself.
  public static func isMember(_ value: Value, of option: Value) -> Value {
    switch option {
    case .range(let range):
      if case .range = value { return equal(value, option) }
      return contains(range, value)
    case .list(let items):
      if isEqual(value, option) == true { return .boolean(true) }
      return .boolean(items.contains { isItem(value, $0) })
    // A null with a reason is an option that failed; without one it is the option "none".
    case .null(_?) where !value.isNull: return option
    default: return .boolean(isEqual(value, option) ?? false)
    }
  }

  private static func isItem(_ value: Value, _ item: Value) -> Bool {
    if case .range(let range) = item, case .boolean(true) = contains(range, value) { return true }
    return isEqual(value, item) == true
  }

  /// The range between two ends, or null where they have no order or the wrong one.
  ///
  /// An end of `nil` is open. Strings, numbers, dates, times and durations may be ends.
  public static func range(
    _ low: Value?, lowIncluded: Bool, _ high: Value?, highIncluded: Bool
  ) -> Value {
    for case .null(let reason) in [low, high] { return .null(reason ?? .nullOperand) }
    if let low, let high {
      guard let order = order(low, high), order <= 0 else { return .null(.rangeEnds) }
    } else if let end = low ?? high, order(end, end) == nil {
      return .null(.rangeEnds)
    }
    return .range(
      RangeValue(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded))
  }
}
