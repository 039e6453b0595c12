/// An amount of money in whole 分 (1/100 yuan).
public struct Money: Sendable, Hashable, Comparable {
  public var fen: Int64

  public init(fen: Int64) { self.fen = fen }

  public static let zero = Money(fen: 0)

  /// Yuan rounded half up to 分, away from zero for negative sums; `nil` beyond 64 bits of 分.
  public init?(yuan: Decimal128) {
    guard let fen = yuan.rounded(scale: 2, .halfUp)?.units(scale: 2) else { return nil }
    self.fen = fen
  }

  public var yuan: Decimal128 { Decimal128(units: fen, scale: 2) }

  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The sum, or `nil` beyond 64 bits of 分.
  public func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// The difference, or `nil` beyond 64 bits of 分.
  public func subtracting(_ other: Money) -> Money? {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: difference)
  }
}

extension Money: CustomStringConvertible {
  /// Yuan with two digits, `3000.00`.
  public var description: String { yuan.text(scale: 2) }
}
