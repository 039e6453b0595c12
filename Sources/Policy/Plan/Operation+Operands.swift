extension Operation {
  /// The nodes it is made of, bodies of loops left out.
  package var operands: [NodeID] {
    switch self {
    case .constant, .determinationDate, .month, .subject, .party, .element, .records, .table,
      .assumption:
      []
    case .recordsOf(_, let node), .field(_, let node), .identifier(let node),
      .follow(_, let node), .definition(_, let node), .negate(let node), .not(let node),
      .dateMember(_, let node), .aggregate(_, let node), .parameter(_, let node),
      .tableOf(_, let node), .filter(let node, _), .quantified(_, let node, _), .map(let node, _):
      [node]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .membership(let value, let tests): [value] + tests.flatMap(\.operands)
    case .builtIn(_, let arguments), .policyFunction(_, let arguments): arguments
    }
  }

  /// The loop it runs, and over which list.
  package var loop: (list: NodeID, loop: Loop)? {
    switch self {
    case .filter(let list, let loop), .quantified(_, let list, let loop), .map(let list, let loop):
      (list, loop)
    default: nil
    }
  }
}

extension PlanTest {
  /// The nodes a value is held against.
  package var operands: [NodeID] {
    switch self {
    case .any: []
    case .compare(_, let node): [node]
    case .range(let low, _, let high, _): [low, high].compactMap { $0 }
    case .not(let tests), .oneOf(let tests): tests.flatMap(\.operands)
    }
  }
}
