import Core
import FEEL
import PolicyPlan

extension Plan {
  /// A test of the plan, with the present values of the figures it names.
  func criterion(_ test: PlanTest) -> Criterion {
    switch test {
    case .any: return .any
    case .compare(let sign, let node):
      return value(of: node).map { .compare(sign, $0) } ?? .opaque
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let ends = [low, high].map { $0.flatMap { value(of: $0) } }
      if (low != nil && ends[0] == nil) || (high != nil && ends[1] == nil) { return .opaque }
      return .range(
        low: ends[0], lowIncluded: lowIncluded, high: ends[1],
        highIncluded: highIncluded)
    case .not(let tests): return .not(tests.map { criterion($0) })
    case .oneOf(let tests): return .oneOf(tests.map { criterion($0) })
    }
  }

  /// The value of a node that no case changes; `nil` for others.
  func value(of node: NodeID) -> Value? {
    switch nodes[node].operation {
    case .constant(let value): return value
    case .definition(_, let inner): return value(of: inner)
    case .negate(let operand):
      guard case .number(let number)? = value(of: operand) else { return nil }
      return .number(number.negated)
    case .assumption(let index): return assumptions[index].value
    case .parameter(let index, _):
      guard let first = parameters[index].values.first?.value else { return nil }
      let isSame = parameters[index].values.allSatisfy {
        Operations.isEqual($0.value, first) == true
      }
      return isSame ? first : nil
    case .builtIn(let name, let arguments) where Plan.datesByText.contains(name):
      let values = arguments.map { value(of: $0) }
      if values.contains(where: { $0 == nil }) { return nil }
      let result = BuiltIns.call(name, values.compactMap { $0 })
      if case .null = result { return nil }
      return result
    default: return nil
    }
  }

  /// Functions that write a day or a length of time: `date("2024-06-01")` is a figure.
  private static let datesByText: Set<String> = ["date", "duration", "years and months duration"]
}
