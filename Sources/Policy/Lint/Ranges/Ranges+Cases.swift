import Core
import FEEL
import PolicyPlan

extension Ranges {
  /// The ways in which all the conditions can hold, told apart where they say “or” or ask a
  /// decision table; empty where they cannot.
  func cases(_ conditions: [RulePlan], from start: Known = Known()) -> [Known] {
    conditions.reduce([start]) { cases, condition in
      merged(cases.flatMap { self.cases(condition.node, $0) })
    }
  }

  /// The ways in which one condition can hold, or can fail.
  func cases(_ node: NodeID, isTrue: Bool = true, _ known: Known) -> [Known] {
    let found: [Known]
    switch plan.nodes[node].operation {
    case .definition(_, let inner): found = cases(inner, isTrue: isTrue, known)
    case .not(let inner): found = cases(inner, isTrue: !isTrue, known)
    case .and(let left, let right):
      found = isTrue ? both(left, right, isTrue, known) : either(left, right, isTrue, known)
    case .or(let left, let right):
      found = isTrue ? either(left, right, isTrue, known) : both(left, right, isTrue, known)
    case .conditional(let test, let then, let otherwise):
      found =
        cases(test, known).flatMap { cases(then, isTrue: isTrue, $0) }
        + cases(test, isTrue: false, known).flatMap { cases(otherwise, isTrue: isTrue, $0) }
    case .table(let index):
      found = rows(ofTable: index, assuming(node, isTrue: isTrue, known)).flatMap {
        cases($0.value, isTrue: isTrue, $0.known)
      }
    case .comparison(let sign, let left, let right):
      found = compared(isTrue ? sign : sign.opposite, left, right, known)
    case .membership(let value, let tests) where isTrue:
      found = tests.flatMap { member(value, $0, known) }
    default: found = [assuming(node, isTrue: isTrue, known)]
    }
    return merged(found.filter { !$0.isImpossible })
  }

  private func both(_ left: NodeID, _ right: NodeID, _ isTrue: Bool, _ known: Known) -> [Known] {
    cases(left, isTrue: isTrue, known).flatMap { cases(right, isTrue: isTrue, $0) }
  }

  private func either(_ left: NodeID, _ right: NodeID, _ isTrue: Bool, _ known: Known) -> [Known] {
    cases(left, isTrue: isTrue, known) + cases(right, isTrue: isTrue, known)
  }

  /// A comparison, once for every row of a table that stands on either side.
  private func compared(
    _ sign: ComparisonOperator, _ left: NodeID, _ right: NodeID, _ known: Known
  ) -> [Known] {
    alternatives(left, known).flatMap { left, known in
      alternatives(right, known).map { right, known in
        var known = known
        compare(sign, left, right, &known)
        return known
      }
    }
  }

  private func member(_ value: NodeID, _ test: PlanTest, _ known: Known) -> [Known] {
    guard case .range(let low, let lowIncluded, let high, let highIncluded) = test else {
      var known = known
      hold(value, [test], true, &known)
      return [known]
    }
    var cases = [known]
    if let low {
      cases = cases.flatMap { compared(lowIncluded ? .greaterOrEqual : .greater, value, low, $0) }
    }
    if let high {
      cases = cases.flatMap { compared(highIncluded ? .lessOrEqual : .less, value, high, $0) }
    }
    return cases
  }

  /// The nodes that a node can stand for: of a table the values of the rows that can apply.
  private func alternatives(_ node: NodeID, _ known: Known) -> [(NodeID, Known)] {
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return alternatives(inner, known)
    case .table(let index): return rows(ofTable: index, known)
    default: return [(node, known)]
    }
  }

  /// Too many ways are taken together, at the price of knowing less.
  private func merged(_ cases: [Known]) -> [Known] {
    guard cases.count > 64, let first = cases.first else { return cases }
    return [cases.dropFirst().reduce(first) { $0.either($1) }]
  }

  /// The bounds of a number over all the ways.
  func bounds(of node: NodeID, _ cases: [Known]) -> Bounds {
    let all = cases.map { bounds(of: node, $0) }
    return all.dropFirst().reduce(all.first ?? .all) { $0.joined($1) }
  }
}
