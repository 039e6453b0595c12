import Core
import FEEL
import PolicyPlan

/// What a number comes to at most while facts are missing: which of the branches counts may be
/// unknown, and yet none of them gives more.
extension Evaluation {
  /// - Parameter node: a number.
  /// - Returns: the most it can be; `nil` where nothing says.
  mutating func most(_ node: NodeID) -> Decimal128? {
    // Nobody is told of branches that were only looked at.
    let outer = trace
    defer { trace = outer }
    return bound(node, isUpper: true)
  }

  private mutating func bound(_ node: NodeID, isUpper: Bool) -> Decimal128? {
    switch held(node) {
    case .value(.number(let number)): return number
    case .unknown(let unknown) where unknown.defects.isEmpty: break
    default: return nil
    }
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return bound(inner, isUpper: isUpper)
    case .negate(let inner): return bound(inner, isUpper: !isUpper)?.negated
    case .conditional(let condition, let then, let otherwise):
      switch held(condition).truth {
      case true?: return bound(then, isUpper: isUpper)
      case false?: return bound(otherwise, isUpper: isUpper)
      case nil: return outer([then, otherwise], isUpper: isUpper)
      }
    case .arithmetic(.add, let left, let right):
      guard let one = bound(left, isUpper: isUpper), let other = bound(right, isUpper: isUpper)
      else { return nil }
      return one.adding(other)
    case .arithmetic(.subtract, let left, let right):
      guard let one = bound(left, isUpper: isUpper), let other = bound(right, isUpper: !isUpper)
      else { return nil }
      return one.subtracting(other)
    case .arithmetic(.multiply, let left, let right):
      // The ends lie where both factors are at one of theirs.
      guard let low = bound(left, isUpper: false), let high = bound(left, isUpper: true),
        let least = bound(right, isUpper: false), let most = bound(right, isUpper: true)
      else { return nil }
      let ends = [
        low.multiplied(by: least), low.multiplied(by: most), high.multiplied(by: least),
        high.multiplied(by: most),
      ].compactMap { $0 }
      return ends.count == 4 ? (isUpper ? ends.max() : ends.min()) : nil
    case .builtIn("min", let arguments) where isUpper:
      // At most the least of those that are known.
      return arguments.compactMap { bound($0, isUpper: true) }.min()
    case .parameter(let index, let day):
      guard held(day).unknown != nil else { return nil }
      let ends = plan.parameters[index].possible.compactMap { value -> Decimal128? in
        if case .number(let number) = value { number } else { nil }
      }
      return isUpper ? ends.max() : ends.min()
    case .table(let index): return bound(table: index, isUpper: isUpper)
    default: return nil
    }
  }

  private mutating func outer(_ nodes: [NodeID], isUpper: Bool) -> Decimal128? {
    var ends: [Decimal128] = []
    for node in nodes {
      guard let end = bound(node, isUpper: isUpper) else { return nil }
      ends.append(end)
    }
    return isUpper ? ends.max() : ends.min()
  }

  /// Of a table of which one row counts, over all rows that are not ruled out.
  private mutating func bound(table index: Int, isUpper: Bool) -> Decimal128? {
    let table = plan.tables[index]
    guard [.unique, .any, .first].contains(table.hitPolicy) else { return nil }
    let inputs = table.inputs.map { held($0) }
    var open: [NodeID] = []
    for row in table.rows {
      var isOut = false
      for (input, test) in zip(inputs, row.tests) where self.test(input, test).truth == false {
        isOut = true
      }
      if !isOut { open.append(row.value) }
    }
    return open.isEmpty ? nil : outer(open, isUpper: isUpper)
  }
}
