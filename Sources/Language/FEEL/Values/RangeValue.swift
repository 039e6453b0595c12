/// A FEEL range: the values between two endpoints, or on one side of one (DMN 1.5, 10.3.2.7).
public struct RangeValue: Sendable {
  /// `nil` where the range is open on this side without a written endpoint (`< 10`).
  public let low: Value?
  public let lowIncluded: Bool
  public let high: Value?
  public let highIncluded: Bool
  /// The sign, for a range written `< 10` or `= 10`. `(> 10)` and `(10..null)` hold the same
  /// values and are yet two ranges (DMN 1.5, table 42).
  public let comparison: ComparisonOperator?

  /// The interval of two endpoints.
  public init(low: Value?, lowIncluded: Bool, high: Value?, highIncluded: Bool) {
    self.low = low
    self.lowIncluded = lowIncluded
    self.high = high
    self.highIncluded = highIncluded
    comparison = nil
  }

  /// The values that stand to `endpoint` as the sign says.
  public init(_ comparison: ComparisonOperator, _ endpoint: Value) {
    self.comparison = comparison
    let hasLow = comparison != .less && comparison != .lessOrEqual
    let hasHigh = comparison != .greater && comparison != .greaterOrEqual
    low = hasLow ? endpoint : nil
    high = hasHigh ? endpoint : nil
    lowIncluded = comparison == .equal || comparison == .greaterOrEqual
    highIncluded = comparison == .equal || comparison == .lessOrEqual
  }
}
