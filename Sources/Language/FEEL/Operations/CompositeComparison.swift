/// Compares lists, contexts and ranges part by part, within `Operations.visitLimit`.
struct CompositeComparison {
  private var remaining = Operations.visitLimit

  /// Whether two values are equal; `nil` for values of two types, and beyond the limit.
  mutating func isEqual(_ left: Value, _ right: Value) -> Bool? {
    remaining -= 1
    guard remaining > 0 else { return nil }
    switch (left, right) {
    case (.list(let a), .list(let b)): return isEqual(a, b)
    case (.context(let a), .context(let b)): return isEqual(a, b)
    case (.range(let a), .range(let b)): return isEqual(a, b)
    default: return Operations.isEqual(left, right)
    }
  }

  private mutating func isEqual(_ left: [Value], _ right: [Value]) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) where isEqual(a, b) != true { return false }
    return true
  }

  private mutating func isEqual(_ left: Context, _ right: Context) -> Bool {
    guard left.count == right.count else { return false }
    for (key, value) in left.entries {
      guard let other = right[key], isEqual(value, other) == true else { return false }
    }
    return true
  }

  private mutating func isEqual(_ left: RangeValue, _ right: RangeValue) -> Bool {
    left.lowIncluded == right.lowIncluded && left.highIncluded == right.highIncluded
      && left.comparison == right.comparison
      && isEqual(left.low ?? .null, right.low ?? .null) == true
      && isEqual(left.high ?? .null, right.high ?? .null) == true
  }
}
