internal import CBid

/// How a number between two neighbours is brought to one of them.
public enum Rounding: Sendable, CaseIterable {
  case halfEven, halfUp, halfDown, up, down, floor, ceiling
}

extension Decimal128 {
  /// Rounding of inexact 34-digit results: half to even, as IEEE 754 and FEEL ask for.
  private static let nearestEven: UInt32 = 0

  private static func compute(
    _ operation: (_ flags: inout UInt32) -> BID_UINT128
  ) -> Decimal128? {
    var flags: UInt32 = 0
    return finite(operation(&flags))
  }

  /// The sum, or `nil` on overflow.
  public func adding(_ other: Decimal128) -> Decimal128? {
    addingSmall(other)
      ?? Decimal128.compute { __bid128_add(raw, other.raw, Decimal128.nearestEven, &$0) }
  }

  /// The difference, or `nil` on overflow.
  public func subtracting(_ other: Decimal128) -> Decimal128? {
    subtractingSmall(other)
      ?? Decimal128.compute { __bid128_sub(raw, other.raw, Decimal128.nearestEven, &$0) }
  }

  /// The product, or `nil` on overflow.
  public func multiplied(by other: Decimal128) -> Decimal128? {
    multipliedSmall(by: other)
      ?? Decimal128.compute { __bid128_mul(raw, other.raw, Decimal128.nearestEven, &$0) }
  }

  /// The quotient, or `nil` when `other` is zero or the result overflows.
  public func divided(by other: Decimal128) -> Decimal128? {
    other.isZero
      ? nil
      : Decimal128.compute { __bid128_div(raw, other.raw, Decimal128.nearestEven, &$0) }
  }

  /// What is left of `self` over the largest multiple of `other` not above it: the sign is that of
  /// `other`. Exact; `nil` when `other` is zero.
  public func modulo(_ other: Decimal128) -> Decimal128? {
    guard !other.isZero,
      let rest = Decimal128.compute({ __bid128_fmod(raw, other.raw, &$0) })
    else { return nil }
    return rest.isZero || rest.isNegative == other.isNegative ? rest : rest.adding(other)
  }

  /// `self` to the power of `other`, or `nil` where that is no finite real number.
  public func power(_ other: Decimal128) -> Decimal128? {
    Decimal128.compute { __bid128_pow(raw, other.raw, Decimal128.nearestEven, &$0) }
  }

  public func squareRoot() -> Decimal128? {
    Decimal128.compute { __bid128_sqrt(raw, Decimal128.nearestEven, &$0) }
  }

  /// The natural logarithm, or `nil` for zero and negative numbers.
  public func naturalLogarithm() -> Decimal128? {
    Decimal128.compute { __bid128_log(raw, Decimal128.nearestEven, &$0) }
  }

  /// e to the power of this number, or `nil` on overflow.
  public func exponential() -> Decimal128? {
    Decimal128.compute { __bid128_exp(raw, Decimal128.nearestEven, &$0) }
  }

  public var negated: Decimal128 {
    isZero ? self : Decimal128(sign: !isNegativeSign, coefficient: coefficient, exponent: exponent)
  }

  public var magnitude: Decimal128 {
    Decimal128(sign: false, coefficient: coefficient, exponent: exponent)
  }

  /// The nearest multiple of 10^−scale in the direction `mode` says.
  ///
  /// - Parameters:
  ///   - scale: digits after the point that stay, −6111 … 6176; negative rounds tens, hundreds …
  ///   - mode: which neighbour wins.
  /// - Returns: `nil` when the scale is out of range or the result needs more than 34 digits.
  public func rounded(scale: Int, _ mode: Rounding) -> Decimal128? {
    guard (-6111...6176).contains(scale) else { return nil }
    let dropped = -scale - exponent
    if dropped <= 0 { return self }
    let digits = coefficient
    guard dropped <= 38 else {
      return roundedFrom(quotient: 0, belowHalf: true, isExact: digits == 0, isHalf: false, mode)
        .flatMap { Decimal128.scaled(sign: isNegativeSign, $0, exponent: -scale) }
    }
    var divisor: UInt128 = 1
    for _ in 0..<dropped { divisor *= 10 }
    let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
    let rest = divisor - remainder
    return roundedFrom(
      quotient: quotient, belowHalf: remainder < rest, isExact: remainder == 0,
      isHalf: remainder == rest, mode
    ).flatMap { Decimal128.scaled(sign: isNegativeSign, $0, exponent: -scale) }
  }

  private func roundedFrom(
    quotient: UInt128, belowHalf: Bool, isExact: Bool, isHalf: Bool, _ mode: Rounding
  ) -> UInt128? {
    if isExact { return quotient }
    let away: Bool =
      switch mode {
      case .halfEven: isHalf ? quotient % 2 == 1 : !belowHalf
      case .halfUp: isHalf || !belowHalf
      case .halfDown: !isHalf && !belowHalf
      case .up: true
      case .down: false
      case .floor: isNegativeSign
      case .ceiling: !isNegativeSign
      }
    return away ? quotient + 1 : quotient
  }

  private static func scaled(sign: Bool, _ digits: UInt128, exponent: Int) -> Decimal128? {
    guard digits <= largestCoefficient, (-6176...6111).contains(exponent) else { return nil }
    return Decimal128(sign: sign && digits != 0, coefficient: digits, exponent: exponent)
  }
}

extension Decimal128: Comparable {
  public static func == (left: Decimal128, right: Decimal128) -> Bool {
    if left.high == right.high && left.low == right.low { return true }
    if let order = left.orderSmall(right) { return order == 0 }
    var flags: UInt32 = 0
    return __bid128_quiet_equal(left.raw, right.raw, &flags) != 0
  }

  public static func < (left: Decimal128, right: Decimal128) -> Bool {
    if let order = left.orderSmall(right) { return order < 0 }
    var flags: UInt32 = 0
    return __bid128_quiet_less(left.raw, right.raw, &flags) != 0
  }
}

extension Decimal128: Hashable {
  public func hash(into hasher: inout Hasher) {
    let (digits, power) = normalised
    hasher.combine(digits)
    hasher.combine(power)
    hasher.combine(isNegative)
  }
}
