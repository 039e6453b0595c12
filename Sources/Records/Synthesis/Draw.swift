/// Random numbers that depend on nothing but the seed of the town and what they are drawn for.
///
/// Every worker and organisation has a stream of its own, so that any part of a town can be made
/// again by itself, on any machine and on any number of cores. Integers only (SplitMix64).
struct Draw {
  /// What the numbers are for; streams of different purposes have nothing in common.
  enum Purpose: UInt64 {
    case organisation = 1, size, organisationRecords, studio, indicators
    case life, workerRecords, household, catalogue
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  init(seed: UInt64, _ purpose: Purpose, _ index: Int) {
    let stream = Draw.mixed(seed &+ purpose.rawValue &* Draw.step)
    state = Draw.mixed(stream &+ UInt64(truncatingIfNeeded: index) &* Draw.step)
  }

  mutating func bits() -> UInt64 {
    state &+= Draw.step
    return Draw.mixed(state)
  }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 … bound − 1, each as likely; 0 for a bound below 2.
  mutating func below(_ bound: Int) -> Int {
    Int(bits().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// One of the range, each as likely.
  mutating func among(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// 0 … bound − 1, the small ones more likely than the large ones.
  mutating func low(_ bound: Int) -> Int { min(below(bound), below(bound)) }

  /// −bound … bound, those about 0 the likeliest, and as often above as below.
  mutating func swing(_ bound: Int) -> Int { below(bound + 1) - below(bound + 1) }

  /// Whether something comes to pass that does so often in 10,000.
  mutating func chance(_ tenThousandths: Int) -> Bool { below(10_000) < tenThousandths }

  /// One of the items, each as likely.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  mutating func pick<Item>(_ choice: Choice<Item>) -> Item {
    choice.item(at: below(choice.total))
  }
}

/// Items of which some are drawn more often than others.
struct Choice<Item: Sendable>: Sendable {
  private let items: [Item]
  private let bounds: [Int]
  let total: Int

  /// - Parameter weights: the items, each with how often it is drawn beside the others.
  init(_ weights: [(Item, Int)]) {
    items = weights.map(\.0)
    var sum = 0
    bounds = weights.map {
      sum += $0.1
      return sum
    }
    total = sum
  }

  func item(at ticket: Int) -> Item {
    // Few items: a walk is as fast as a search.
    for (item, bound) in zip(items, bounds) where ticket < bound { return item }
    return items[items.count - 1]
  }
}
