import Core

extension Operations {
  /// `left = right` (DMN 1.5, table 42): null for values of two types; a null equals only a null.
  public static func equal(_ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.null, .null): return .boolean(true)
    case (.null, _), (_, .null): return .boolean(false)
    default:
      return isEqual(left, right).map { .boolean($0) } ?? mismatch("=", left, right)
    }
  }

  /// `left != right`: the opposite of `equal`.
  public static func notEqual(_ left: Value, _ right: Value) -> Value {
    switch equal(left, right) {
    case .boolean(let truth): .boolean(!truth)
    default: mismatch("!=", left, right)
    }
  }

  /// Whether two values are equal; `nil` for values of two types.
  ///
  /// Times are equal when their whole seconds are (table 42 compares the members hour, minute,
  /// second and time offset), and date-times when they name the same second.
  public static func isEqual(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.number(let a), .number(let b)): return a == b
    case (.string(let a), .string(let b)): return isSame(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.date(let a), .date(let b)): return a == b
    case (.time, .time), (.dateTime, .dateTime):
      return order(left, right).map { $0 == 0 } ?? false
    case (.yearMonthDuration(let a), .yearMonthDuration(let b)): return a == b
    case (.dayTimeDuration(let a), .dayTimeDuration(let b)): return a == b
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.list, .list), (.context, .context), (.range, .range):
      var comparison = CompositeComparison()
      return comparison.isEqual(left, right)
    default: return nil
    }
  }

  /// `left < right`, `<=`, `>`, `>=`, `=` or `!=`.
  public static func compare(
    _ sign: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Value {
    switch sign {
    case .equal: return equal(left, right)
    case .notEqual: return notEqual(left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    if left.isNull || right.isNull { return .null(from: left, right) }
    guard let order = order(left, right) else {
      return sameMomentKind(left, right) ? .null(.mixedZones) : mismatch(sign.rawValue, left, right)
    }
    switch sign {
    case .less: return .boolean(order < 0)
    case .lessOrEqual: return .boolean(order <= 0)
    case .greater: return .boolean(order > 0)
    default: return .boolean(order >= 0)
    }
  }

  /// Negative, zero or positive as `left` is before, at or behind `right`; `nil` where the two have
  /// no order: other types, or one moment with a zone and the other without.
  public static func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.number(let a), .number(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.date(let a), .date(let b)): return sign(a, b)
    case (.string(let a), .string(let b)):
      if isSame(a, b) { return 0 }
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1
    case (.yearMonthDuration(let a), .yearMonthDuration(let b)): return sign(a, b)
    case (.dayTimeDuration(let a), .dayTimeDuration(let b)): return sign(a, b)
    case (.time(let a), .time(let b)):
      switch (a.offsetSeconds, b.offsetSeconds) {
      case (nil, nil): return sign(a.wholeSeconds, b.wholeSeconds)
      case (let first?, let second?):
        return sign(a.wholeSeconds - first, b.wholeSeconds - second)
      default: return nil
      }
    case (.dateTime(let a), .dateTime(let b)):
      switch (a.instant, b.instant) {
      case (nil, nil): return sign(seconds(a.localNanoseconds), seconds(b.localNanoseconds))
      case (let first?, let second?): return sign(seconds(first), seconds(second))
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether two texts consist of the same code points; Swift's own `==` also takes canonically
  /// equivalent ones for equal, and FEEL does not.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.utf8Span.span, right.utf8Span.span)
    guard a.count == b.count else { return false }
    for place in a.indices where a[place] != b[place] { return false }
    return true
  }

  private static func sameMomentKind(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.time, .time), (.dateTime, .dateTime): true
    default: false
    }
  }

  private static func sign<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  /// Whole seconds, rounded towards the past.
  private static func seconds(_ nanoseconds: Int128) -> Int128 {
    let (quotient, rest) = nanoseconds.quotientAndRemainder(
      dividingBy: DayTimeDuration.nanosecondsPerSecond)
    return rest < 0 ? quotient - 1 : quotient
  }
}
