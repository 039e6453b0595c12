import Core

/// Quotients of whole numbers, exact until they are rounded once.
enum Quotient {
  /// - Parameters:
  ///   - numerator: 0 or more.
  ///   - denominator: more than 0.
  ///   - digits: behind the point.
  /// - Returns: the quotient, rounded half up; `nil` beyond 64 bits of its last digit.
  static func rounded(_ numerator: Int128, _ denominator: Int128, digits: Int) -> Decimal128? {
    var units = numerator
    for _ in 0..<digits {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = product
    }
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: denominator)
    // Half or more of the denominator is left over.
    let rounded = rest >= denominator - rest ? quotient + 1 : quotient
    return Int64(exactly: rounded).map { Decimal128(units: $0, scale: digits) }
  }
}
