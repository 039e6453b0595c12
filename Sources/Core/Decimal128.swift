internal import CBid

/// An IEEE 754-2008 decimal128 number: 34 significant digits, always finite.
///
/// The one number type of rules and money. Arithmetic is done by Intel's libbid; a result that is
/// not a finite number (division by zero, overflow, logarithm of −1) is `nil`, never NaN or ∞.
/// Two numbers are equal when their values are: 1.0 == 1.00.
public struct Decimal128: Sendable {
  /// The binary integer decimal encoding, low word and high word.
  let low: UInt64
  let high: UInt64

  public static let zero = Decimal128(0)
  public static let one = Decimal128(1)
  static let exponentBias = 6176
  static let largestCoefficient: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000 - 1

  init(raw: BID_UINT128) {
    low = raw.w.0
    high = raw.w.1
  }

  var raw: BID_UINT128 { BID_UINT128(w: (low, high)) }

  public init(_ value: Int) {
    self.init(sign: value < 0, coefficient: UInt128(value.magnitude), exponent: 0)
  }

  /// The number ±coefficient × 10^exponent, for coefficients below 10^34 and exponents in
  /// −6176 … 6111. Callers inside the package guarantee both.
  init(sign: Bool, coefficient: UInt128, exponent: Int) {
    let biased = UInt64(exponent + Decimal128.exponentBias)
    low = UInt64(truncatingIfNeeded: coefficient)
    high =
      (sign ? 1 << 63 : 0) | (biased << 49) | UInt64(truncatingIfNeeded: coefficient >> 64)
  }

  /// ±units × 10^−scale, exactly: money in 分 is `Decimal128(units: 123456, scale: 2)`.
  ///
  /// - Parameters:
  ///   - units: any 64-bit integer.
  ///   - scale: digits after the point, 0 … 6000.
  public init(units: Int64, scale: Int) {
    self.init(
      sign: units < 0, coefficient: UInt128(units.magnitude), exponent: -min(max(scale, 0), 6000))
  }

  var isNegativeSign: Bool { high >> 63 == 1 }
  var exponent: Int { Int((high >> 49) & 0x3FFF) - Decimal128.exponentBias }
  var coefficient: UInt128 {
    // The encoding with bits 62…61 set holds only non-canonical zeros for finite numbers.
    if (high >> 61) & 0b11 == 0b11 { return 0 }
    return UInt128(high & 0x0001_FFFF_FFFF_FFFF) << 64 | UInt128(low)
  }

  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { isNegativeSign && !isZero }
  public var isInteger: Bool { normalised.exponent >= 0 }

  /// The same value with the fewest digits: the form used for hashing and printing.
  var normalised: (coefficient: UInt128, exponent: Int) {
    var digits = coefficient
    if digits == 0 { return (0, 0) }
    var power = exponent
    // Division of 64 bits takes a fraction of the time.
    if var small = UInt64(exactly: digits) {
      while small % 10 == 0 {
        small /= 10
        power += 1
      }
      return (UInt128(small), power)
    }
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    return (digits, power)
  }

  /// The value as an `Int`, when it is an integer that fits.
  public var integer: Int? {
    let (digits, power) = normalised
    guard power >= 0, power <= 19 else { return nil }
    var magnitude = digits
    for _ in 0..<power { magnitude *= 10 }
    guard magnitude <= UInt128(Int.max) else { return nil }
    return isNegativeSign ? -Int(magnitude) : Int(magnitude)
  }

  /// The value × 10^scale as an `Int64`, when that is an integer that fits: yuan to 分 is scale 2.
  public func units(scale: Int) -> Int64? {
    // Money and counts, mostly: nothing to divide, and no more than 64 bits.
    if (0...18).contains(exponent + scale), let small = Int64(exactly: coefficient) {
      let (units, overflow) = small.multipliedReportingOverflow(
        by: Decimal128.powers[exponent + scale])
      if !overflow { return isNegativeSign ? -units : units }
    }
    let (digits, power) = normalised
    let shift = power + scale
    guard shift >= 0, shift <= 19 else { return digits == 0 ? 0 : nil }
    var magnitude = digits
    for _ in 0..<shift { magnitude *= 10 }
    guard magnitude <= UInt128(Int64.max) else { return nil }
    return isNegativeSign ? -Int64(magnitude) : Int64(magnitude)
  }

  /// Powers of ten that fit 64 bits.
  private static let powers: [Int64] = (0...18).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  static func finite(_ raw: BID_UINT128) -> Decimal128? {
    // Bits 62…59 all set mark infinities and NaNs.
    (raw.w.1 >> 59) & 0b1111 == 0b1111 ? nil : Decimal128(raw: raw)
  }
}
