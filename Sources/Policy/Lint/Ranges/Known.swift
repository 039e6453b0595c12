import Core
import FEEL
import PolicyPlan

/// What is known where a rule is evaluated: the values that quantities can have there, and which of
/// two is greater. Quantities go by what stands for their expression, `Plan.key(of:)`.
struct Known {
  private(set) var sets: [String: ValueSet] = [:]
  /// Pairs of quantities of which the first is not greater than the second.
  private(set) var ordered: Set<Order> = []
  /// Whether the conditions that led here contradict each other.
  private(set) var isImpossible = false

  struct Order: Hashable {
    let lesser: String
    let greater: String
  }

  mutating func narrow(_ key: String, to set: ValueSet, _ measure: Measure) {
    let narrowed = (sets[key]?.intersection(set) ?? set).settled(measure)
    sets[key] = narrowed
    if narrowed.isEmpty { isImpossible = true }
  }

  mutating func order(_ lesser: String, _ greater: String) {
    ordered.insert(Order(lesser: lesser, greater: greater))
  }

  mutating func contradict() { isImpossible = true }

  func isOrdered(_ lesser: String, _ greater: String) -> Bool {
    ordered.contains(Order(lesser: lesser, greater: greater))
  }

  /// What is known when one of two things holds.
  func either(_ other: Known) -> Known {
    if isImpossible { return other }
    if other.isImpossible { return self }
    var both = Known()
    for (key, set) in sets {
      if let set2 = other.sets[key] { both.sets[key] = set.union(set2) }
    }
    both.ordered = ordered.intersection(other.ordered)
    return both
  }
}
