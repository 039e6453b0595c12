import Core

/// A stretch of numbers from its least to its greatest, `nil` where there is no bound: as much as
/// the arithmetic of amounts needs. Bounds count as reached, which is at worst a little wide.
struct Bounds: Equatable {
  var low: Decimal128?
  var high: Decimal128?

  static let all = Bounds(low: nil, high: nil)

  init(low: Decimal128?, high: Decimal128?) { (self.low, self.high) = (low, high) }

  init(_ set: IntervalSet, on grid: Grid) {
    guard let hull = set.hull(on: grid) else {
      self = .all
      return
    }
    func value(_ cut: Cut) -> Decimal128? {
      switch cut {
      case .before(let value), .after(let value): value
      case .start, .end: nil
      }
    }
    (low, high) = (value(hull.from), value(hull.to))
  }

  /// The same as a set, both ends included.
  var set: IntervalSet {
    IntervalSet(from: low.map(Cut.before) ?? .start, to: high.map(Cut.after) ?? .end)
  }

  var negated: Bounds { Bounds(low: high?.negated, high: low?.negated) }

  func adding(_ other: Bounds) -> Bounds {
    func sum(_ a: Decimal128?, _ b: Decimal128?) -> Decimal128? {
      guard let a, let b else { return nil }
      return a.adding(b)
    }
    return Bounds(low: sum(low, other.low), high: sum(high, other.high))
  }

  func multiplied(by other: Bounds) -> Bounds {
    let isPositive = (
      low.map { !$0.isNegative } ?? false, other.low.map { !$0.isNegative } ?? false
    )
    if isPositive == (true, true), let low, let otherLow = other.low {
      let top: Decimal128? =
        if let high, let otherHigh = other.high { high.multiplied(by: otherHigh) } else { nil }
      return Bounds(low: low.multiplied(by: otherLow), high: top)
    }
    guard let low, let high, let c = other.low, let d = other.high else { return .all }
    let products = [(low, c), (low, d), (high, c), (high, d)].map { $0.multiplied(by: $1) }
    let known = products.compactMap { $0 }
    return known.count == 4 ? Bounds(low: known.min(), high: known.max()) : .all
  }

  func divided(by other: Bounds) -> Bounds {
    guard let least = other.low, !least.isNegative, !least.isZero else { return .all }
    let inverse = Bounds(
      low: other.high.flatMap { Decimal128.one.divided(by: $0) } ?? .zero,
      high: Decimal128.one.divided(by: least))
    if other.high == least, let low, let high {
      return Bounds(low: low.divided(by: least), high: high.divided(by: least))
    }
    return multiplied(by: inverse)
  }

  /// Both stretches and what lies between them.
  func joined(_ other: Bounds) -> Bounds {
    var joined = Bounds.all
    if let a = low, let b = other.low { joined.low = min(a, b) }
    if let a = high, let b = other.high { joined.high = max(a, b) }
    return joined
  }

  func mapped(_ change: (Decimal128) -> Decimal128?) -> Bounds {
    Bounds(low: low.flatMap(change), high: high.flatMap(change))
  }

  /// The least of both, or the greatest.
  func least(_ other: Bounds) -> Bounds {
    let low: Decimal128? = if let a = self.low, let b = other.low { min(a, b) } else { nil }
    let highs = [high, other.high].compactMap { $0 }
    return Bounds(low: low, high: highs.min())
  }

  func greatest(_ other: Bounds) -> Bounds { negated.least(other.negated).negated }
}
