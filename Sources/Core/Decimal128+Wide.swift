extension Decimal128 {
  /// The number `value`, or `nil` when it has more than 34 digits.
  public init?(wide value: Int128) {
    guard value.magnitude <= Decimal128.largestCoefficient else { return nil }
    self.init(sign: value < 0, coefficient: value.magnitude, exponent: 0)
  }

  /// The value as an `Int128`, when it is an integer of at most 38 digits.
  public var wideInteger: Int128? {
    let (digits, power) = normalised
    guard power >= 0, power <= 38 else { return nil }
    var magnitude = digits
    for _ in 0..<power {
      let (next, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      magnitude = next
    }
    guard let integer = Int128(exactly: magnitude) else { return nil }
    return isNegative ? -integer : integer
  }
}
