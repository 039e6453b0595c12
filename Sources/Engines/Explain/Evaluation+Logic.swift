import Core
import FEEL
import PolicyPlan

extension Evaluation {
  /// A comparison; ordering against *none* does not hold (decision 0003).
  static func compare(_ op: ComparisonOperator, _ left: Held, _ right: Held) -> Held {
    switch (left, right) {
    case (.value(let left), .value(let right)):
      if op != .equal, op != .notEqual, left.isNone || right.isNone { return .no }
      return .settled(Operations.compare(op, left, right))
    case (.unknown(let left), let right): return .unknown(left.union(right.unknown))
    case (_, .unknown(let right)): return .unknown(right)
    case (.record(let left), .record(let right)):
      return .value(.boolean((left == right) == (op == .equal)))
    default: return .value(.boolean(op == .notEqual))
    }
  }

  /// Kleene's `and` (settled by false) and `or` (settled by true), the operation of a node.
  mutating func conjunction(
    _ node: NodeID, _ left: NodeID, _ right: NodeID, settledBy: Bool
  ) -> Held {
    let first = held(left)
    if first.truth == settledBy {
      if settledBy { note(node, isFirst: true) }
      return .value(.boolean(settledBy))
    }
    let second = held(right)
    if second.truth == settledBy {
      if settledBy { note(node, isFirst: false) }
      return .value(.boolean(settledBy))
    }
    if let unknown = first.unknown { return .unknown(unknown.union(second.unknown)) }
    if let unknown = second.unknown { return .unknown(unknown) }
    return .value(.boolean(!settledBy))
  }

  mutating func conditional(
    _ node: NodeID, _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID
  ) -> Held {
    let held = held(condition)
    guard let unknown = held.unknown else {
      note(node, isFirst: held.truth == true)
      return self.held(held.truth == true ? then : otherwise)
    }
    return Evaluation.agreed([self.held(then), self.held(otherwise)], else: unknown)
  }

  /// The value that all branches agree on, or unknown.
  static func agreed(_ branches: [Held], else unknown: Unknown) -> Held {
    var all = unknown
    for branch in branches { all.formUnion(branch.unknown) }
    guard case .value(let first)? = branches.first,
      branches.allSatisfy({
        if case .value(let value) = $0 { first.equals(value) } else { false }
      })
    else { return .unknown(all) }
    return .value(first)
  }

  /// Whether any of the tests holds.
  mutating func membership(_ value: Held, _ tests: [PlanTest]) -> Held {
    var unknown: Unknown?
    for test in tests {
      let result = self.test(value, test)
      if result.truth == true { return .yes }
      if let missing = result.unknown { unknown = missing.union(unknown) }
    }
    return unknown.map(Held.unknown) ?? .no
  }

  mutating func test(_ value: Held, _ test: PlanTest) -> Held {
    switch test {
    case .any: return .yes
    case .compare(let op, let node): return Evaluation.compare(op, value, held(node))
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let above =
        low.map {
          Evaluation.compare(lowIncluded ? .greaterOrEqual : .greater, value, held($0))
        } ?? .yes
      if above.truth == false { return .no }
      let below =
        high.map { Evaluation.compare(highIncluded ? .lessOrEqual : .less, value, held($0)) }
        ?? .yes
      if below.truth == false { return .no }
      if let unknown = above.unknown { return .unknown(unknown.union(below.unknown)) }
      return below
    case .not(let tests): return membership(value, tests).negatedTruth
    case .oneOf(let tests): return membership(value, tests)
    }
  }
}
