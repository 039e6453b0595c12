import Core
import FEEL
import Vocabulary

extension Lowering {
  /// A unary test on a value of `type`: an item of `in (…)` or of a table's input cell.
  mutating func lowerTest(_ test: UnaryTest, of type: FEELType) -> PlanTest? {
    switch test.kind {
    case .any: return .any
    case .compare(let op, let expression):
      guard let node = lower(expression) else { return nil }
      return .compare(op, canonical(node, for: type))
    case .not(let tests):
      var lowered: [PlanTest] = []
      for test in tests {
        guard let test = lowerTest(test, of: type) else { return nil }
        lowered.append(test)
      }
      return .not(lowered)
    case .expression(let expression): return lowerExpressionTest(expression, of: type)
    }
  }

  private mutating func lowerExpressionTest(
    _ expression: Expression, of type: FEELType
  ) -> PlanTest? {
    switch expression.kind {
    case .range(let literal):
      var low: NodeID?
      if let expression = literal.low {
        guard let node = lower(expression) else { return nil }
        low = node
      }
      var high: NodeID?
      if let expression = literal.high {
        guard let node = lower(expression) else { return nil }
        high = node
      }
      return .range(
        low: low, lowIncluded: literal.lowIncluded, high: high, highIncluded: literal.highIncluded)
    case .list(let items):
      var tests: [PlanTest] = []
      for item in items {
        guard let test = lowerExpressionTest(item, of: type) else { return nil }
        tests.append(test)
      }
      return .oneOf(tests)
    default:
      guard let node = lower(expression) else { return nil }
      return .compare(.equal, canonical(node, for: type))
    }
  }
}
