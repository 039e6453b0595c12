import Core
import FEEL
import PolicyPlan

/// What is known where a rule is evaluated: the values that quantities can have there, and which of
/// two is greater. Quantities go by what stands for their expression, `Plan.key(of:)`.
struct Known {
  private(set) var sets: [String: ValueSet] = [:]
  /// What holds of every case of a benefit before any condition is asked, as that it happened on
  /// `events-from` or later. Bands may lie beyond it, since no author wrote it for them.
  private(set) var given: [String: ValueSet] = [:]
  /// Pairs of quantities of which the first is not greater than the second.
  private(set) var ordered: Set<Order> = []
  /// Those of which the first is less.
  private var strict: Set<Order> = []
  /// Whether the conditions that led here contradict each other.
  private(set) var isImpossible = false

  struct Order: Hashable {
    let lesser: String
    let greater: String

    var reversed: Order { Order(lesser: greater, greater: lesser) }
  }

  init() {}

  /// - Parameters:
  ///   - given: the values that some quantities have in every case.
  ///   - ordered: pairs of which the first is never greater.
  init(given: [String: ValueSet], ordered: Set<Order>) {
    self.given = given
    self.ordered = ordered
  }

  /// The same without what is given.
  var bare: Known {
    var bare = self
    bare.given = [:]
    return bare
  }

  mutating func narrow(_ key: String, to set: ValueSet, _ measure: Measure) {
    let narrowed = (sets[key]?.intersection(set) ?? set).settled(measure)
    sets[key] = narrowed
    if narrowed.isEmpty { isImpossible = true }
    for order in ordered where order.lesser == key || order.greater == key { hold(order) }
  }

  mutating func order(_ lesser: String, _ greater: String, strictly: Bool = false) {
    let order = Order(lesser: lesser, greater: greater)
    if strict.contains(order.reversed) || (strictly && ordered.contains(order.reversed)) {
      isImpossible = true
    }
    ordered.insert(order)
    if strictly { strict.insert(order) }
    hold(order)
  }

  /// Two quantities of which the lesser begins where the greater has ended.
  private mutating func hold(_ order: Order) {
    func hull(_ key: String) -> IntervalSet.Interval? {
      let all = [sets[key], given[key]].compactMap { $0?.intervals }
      return all.dropFirst().reduce(all.first) { $0?.intersection($1) }?.hull
    }
    guard let lesser = hull(order.lesser), let greater = hull(order.greater) else { return }
    if !(lesser.from < greater.to) { isImpossible = true }
  }

  /// Two quantities are not the same.
  mutating func tellApart(_ first: String, _ second: String) {
    if isOrdered(first, second), isOrdered(second, first) { isImpossible = true }
  }

  /// What is known apart from the element of a loop: of another loop it says nothing.
  func leaving(depth: Int) -> Known {
    let name = "element\(depth)"
    var left = self
    left.sets = sets.filter { !$0.key.contains(name) }
    left.ordered = ordered.filter { !$0.names(name) }
    left.strict = strict.filter { !$0.names(name) }
    return left
  }

  mutating func contradict() { isImpossible = true }

  func isOrdered(_ lesser: String, _ greater: String) -> Bool {
    ordered.contains(Order(lesser: lesser, greater: greater))
  }

  /// What is known when one of two things holds.
  func either(_ other: Known) -> Known {
    if isImpossible { return other }
    if other.isImpossible { return self }
    var both = Known(given: given, ordered: ordered.intersection(other.ordered))
    both.strict = strict.intersection(other.strict)
    for (key, set) in sets {
      if let set2 = other.sets[key] { both.sets[key] = set.union(set2) }
    }
    return both
  }
}

extension Known.Order {
  fileprivate func names(_ name: String) -> Bool {
    lesser.contains(name) || greater.contains(name)
  }
}
