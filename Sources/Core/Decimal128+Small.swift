/// Arithmetic on numbers with few digits, as most numbers of rules are: exact, without a call of
/// libbid, and with the very encoding that libbid would give.
extension Decimal128 {
  /// Bits of the high word that hold the coefficient of numbers below 2^113.
  private static let coefficientMask: UInt64 = 0x0001_FFFF_FFFF_FFFF
  private static let signMask: UInt64 = 1 << 63

  /// Whether the coefficient fits the low word, and the encoding is the usual one: bits 62…61 both
  /// set would mark a coefficient of another form.
  private var isSmall: Bool {
    high & Decimal128.coefficientMask == 0 && (high >> 61) & 0b11 != 0b11
  }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The sum of two small numbers of one exponent and one sign; `nil` for all others.
  func addingSmall(_ other: Decimal128) -> Decimal128? {
    guard high == other.high, isSmall else { return nil }
    let (sum, overflow) = low.addingReportingOverflow(other.low)
    return overflow ? nil : Decimal128(low: sum, high: high)
  }

  /// The difference of two small numbers of one exponent and one sign; `nil` for all others, and
  /// where it is zero, whose sign is libbid's to say.
  func subtractingSmall(_ other: Decimal128) -> Decimal128? {
    guard high == other.high, isSmall, low != other.low else { return nil }
    return low > other.low
      ? Decimal128(low: low - other.low, high: high)
      : Decimal128(low: other.low - low, high: high ^ Decimal128.signMask)
  }

  /// The product of two numbers below 2^56 in digits; `nil` for all others.
  func multipliedSmall(by other: Decimal128) -> Decimal128? {
    // 2^112 is less than the largest coefficient, so that nothing is rounded.
    guard isSmall, other.isSmall, (low | other.low) >> 56 == 0 else { return nil }
    let power = exponent + other.exponent
    guard (-6176...6111).contains(power) else { return nil }
    let (upper, lower) = low.multipliedFullWidth(by: other.low)
    return Decimal128(
      low: lower,
      high: (high ^ other.high) & Decimal128.signMask
        | UInt64(power + Decimal128.exponentBias) << 49 | upper)
  }

  /// Negative, zero or positive as this number is below, at or above the other; `nil` unless both
  /// are small, and of one exponent and one sign.
  func orderSmall(_ other: Decimal128) -> Int? {
    guard high == other.high, isSmall else { return nil }
    if low == other.low { return 0 }
    return (low < other.low) == (high & Decimal128.signMask == 0) ? -1 : 1
  }
}
