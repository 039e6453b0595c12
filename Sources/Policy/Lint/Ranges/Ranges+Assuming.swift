import Core
import FEEL
import PolicyPlan

extension Ranges {
  /// What is known where a condition holds, or where it does not.
  func assuming(_ node: NodeID, isTrue: Bool = true, _ known: Known) -> Known {
    var known = known
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return assuming(inner, isTrue: isTrue, known)
    case .not(let inner): return assuming(inner, isTrue: !isTrue, known)
    case .and(let left, let right):
      return isTrue ? both(left, right, isTrue, known) : either(left, right, isTrue, known)
    case .or(let left, let right):
      return isTrue ? either(left, right, isTrue, known) : both(left, right, isTrue, known)
    case .constant(.boolean(let truth)):
      if truth != isTrue { known.contradict() }
    case .comparison(let sign, let left, let right):
      compare(isTrue ? sign : sign.opposite, left, right, &known)
    case .membership(let value, let tests): hold(value, tests, isTrue, &known)
    case .conditional(let test, let then, let otherwise):
      let ways = [(then, true), (otherwise, false)].map { branch, truth in
        assuming(branch, isTrue: isTrue, assuming(test, isTrue: truth, known))
      }
      return ways[0].isImpossible && ways[1].isImpossible ? ways[0] : ways[0].either(ways[1])
    case .quantified(let quantifier, let list, let loop):
      // Some element passes, or not every one does: then there is one to speak of.
      if (quantifier == .some) == isTrue,
        assuming(loop.body, isTrue: isTrue, elements(of: list, in: loop, known)).isImpossible
      {
        known.contradict()
      }
      hold(node, isTrue, &known)
    default: hold(node, isTrue, &known)
    }
    return known
  }

  /// A truth value that goes by its key: asked again it is the same.
  private func hold(_ node: NodeID, _ isTrue: Bool, _ known: inout Known) {
    guard varies(node), case .boolean = plan.nodes[node].type, let own = set(of: node, known)
    else { return }
    let wanted = ValueSet.words(WordSet([isTrue ? "true" : "false"]))
    known.narrow(plan.key(of: node), to: own.intersection(wanted), .boolean)
  }

  private func both(_ left: NodeID, _ right: NodeID, _ isTrue: Bool, _ known: Known) -> Known {
    assuming(right, isTrue: isTrue, assuming(left, isTrue: isTrue, known))
  }

  private func either(_ left: NodeID, _ right: NodeID, _ isTrue: Bool, _ known: Known) -> Known {
    let first = assuming(left, isTrue: isTrue, known)
    let second = assuming(right, isTrue: isTrue, known)
    if first.isImpossible, second.isImpossible { return first }
    return first.either(second)
  }

  func compare(
    _ sign: ComparisonOperator, _ left: NodeID, _ right: NodeID, _ known: inout Known
  ) {
    narrow(left, sign, right, &known)
    narrow(right, sign.mirrored, left, &known)
    let (first, second) = (plan.key(of: left), plan.key(of: right))
    switch sign {
    case .less, .lessOrEqual: known.order(first, second, strictly: sign == .less)
    case .greater, .greaterOrEqual: known.order(second, first, strictly: sign == .greater)
    case .equal:
      known.order(first, second)
      known.order(second, first)
    case .notEqual: known.tellApart(first, second)
    }
    if first == second, sign == .less || sign == .greater || sign == .notEqual {
      known.contradict()
    }
    solve(sign, left, right, &known)
  }

  /// Narrows what can change from case to case by what it is compared with. A figure that the
  /// document or a region may set otherwise is not narrowed: only its present value is known.
  private func narrow(
    _ node: NodeID, _ sign: ComparisonOperator, _ other: NodeID, _ known: inout Known
  ) {
    guard varies(node), let measure = plan.measure(of: node) else { return }
    confine(node, measure, &known) { allowed(sign, other, measure, $0) }
  }

  /// Narrows a quantity to what is allowed. What is given of every case only tells whether any is
  /// left: it is not learned again from the condition.
  func confine(
    _ node: NodeID, _ measure: Measure, _ known: inout Known,
    _ allowed: (Known) -> ValueSet?
  ) {
    let bare = known.bare
    guard let some = allowed(bare), let own = set(of: node, bare) else { return }
    if !known.given.isEmpty, let all = allowed(known), let left = set(of: node, known),
      left.intersection(all).settled(measure).isEmpty
    {
      known.contradict()
    }
    known.narrow(plan.key(of: node), to: own.intersection(some), measure)
  }

  /// The values that can stand so to those of another node; `nil` for any.
  private func allowed(
    _ sign: ComparisonOperator, _ other: NodeID, _ measure: Measure, _ known: Known
  ) -> ValueSet? {
    guard let limit = set(of: other, known) else { return nil }
    switch (sign, limit) {
    case (.equal, _): return limit
    case (.notEqual, .words(let words)) where words.words.count == 1 && !words.isComplement:
      return limit.complement(in: measure)
    case (.notEqual, .scale(let set)):
      guard let grid = plan.measure(of: other)?.grid, let single = set.single(on: grid) else {
        return nil
      }
      return .scale(IntervalSet(single).complement)
    case (_, .scale(let set)):
      guard let grid = plan.measure(of: other)?.grid, let hull = set.hull(on: grid) else {
        return nil
      }
      return sign.reach(hull).map(ValueSet.scale)
    default: return nil
    }
  }

  func hold(_ value: NodeID, _ tests: [PlanTest], _ isTrue: Bool, _ known: inout Known) {
    guard varies(value), let measure = plan.measure(of: value) else { return }
    let admission = Admission(plan.criterion(.oneOf(tests)), measure)
    let allowed = isTrue ? admission.possible : admission.sure.complement(in: measure)
    confine(value, measure, &known) { _ in allowed }
  }

  /// Whether a node's value is a matter of the case, not of figures alone.
  func varies(_ node: NodeID) -> Bool {
    switch plan.nodes[node].operation {
    case .constant, .assumption, .parameter: false
    case .builtIn: plan.value(of: node) == nil
    default: true
    }
  }

  /// Whether a condition is settled whatever the case; `nil` where it is not.
  func truth(of node: NodeID, _ known: Known) -> Bool? {
    if assuming(node, known).isImpossible { return false }
    if assuming(node, isTrue: false, known).isImpossible { return true }
    return nil
  }
}

extension ComparisonOperator {
  /// What holds where this one does not.
  var opposite: ComparisonOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// The same said from the other side.
  var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  /// The values that can stand so to some value between two cuts; `nil` for all.
  func reach(_ hull: IntervalSet.Interval) -> IntervalSet? {
    func beyond(_ cut: Cut, included: Bool, isLow: Bool) -> IntervalSet {
      switch (cut, isLow) {
      case (.start, true), (.end, false): .all
      case (.before(let value), true), (.after(let value), true):
        IntervalSet(from: included ? .before(value) : .after(value), to: .end)
      case (.before(let value), false), (.after(let value), false):
        IntervalSet(from: .start, to: included ? .after(value) : .before(value))
      case (.end, true), (.start, false): .none
      }
    }
    switch self {
    case .greater: return beyond(hull.from, included: false, isLow: true)
    case .greaterOrEqual: return beyond(hull.from, included: true, isLow: true)
    case .less: return beyond(hull.to, included: false, isLow: false)
    case .lessOrEqual: return beyond(hull.to, included: true, isLow: false)
    case .equal, .notEqual: return nil
    }
  }
}
