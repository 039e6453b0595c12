extension Operations {
  /// `left and right` (DMN 1.5, table 50): false wins, and what is no Boolean counts as null.
  public static func and(_ left: Value, _ right: @autoclosure () -> Value) -> Value {
    if case .boolean(false) = left { return .boolean(false) }
    let right = right()
    switch (left, right) {
    case (_, .boolean(false)): return .boolean(false)
    case (.boolean(true), .boolean(true)): return .boolean(true)
    default: return undecided(left, right)
    }
  }

  /// `left or right`: true wins, and what is no Boolean counts as null.
  public static func or(_ left: Value, _ right: @autoclosure () -> Value) -> Value {
    if case .boolean(true) = left { return .boolean(true) }
    let right = right()
    switch (left, right) {
    case (_, .boolean(true)): return .boolean(true)
    case (.boolean(false), .boolean(false)): return .boolean(false)
    default: return undecided(left, right)
    }
  }

  /// `not(value)`: null for what is no Boolean.
  public static func not(_ value: Value) -> Value {
    if case .boolean(let truth) = value { return .boolean(!truth) }
    return undecided(value, .boolean(true))
  }

  /// Null for the first operand that is no Boolean.
  private static func undecided(_ left: Value, _ right: Value) -> Value {
    for value in [left, right] {
      switch value {
      case .boolean: continue
      case .null: return .null(from: value)
      default: return .null(.notBoolean(value))
      }
    }
    return .null(.nullOperand)
  }
}
