import FEEL

extension Logic.Kind {
  /// The boxed parts directly within.
  var children: [Logic] {
    switch self {
    case .expression, .null: []
    case .table(let table):
      table.inputs.map(\.value) + table.outputs.compactMap(\.defaultValue)
        + table.rules.flatMap(\.values)
    case .context(let entries, let result): entries.map(\.value) + (result.map { [$0] } ?? [])
    case .list(let items): items
    case .relation(_, let rows): rows.flatMap { $0 }
    case .invocation(let callee, let bindings): [callee] + bindings.map(\.value)
    case .function(_, let body): [body]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .filter(let list, let match): [list, match]
    case .iteration(_, let list, let body, _), .quantified(_, _, let list, let body): [list, body]
    }
  }

  /// Levels of evaluation that are needed at most: boxed parts upon each other, and FEEL within.
  /// What is invoked is not among them.
  var height: Int {
    let below = children.map(\.height).max() ?? 0
    switch self {
    case .expression(let expression): return expression.height
    case .null: return 1
    case .table(let table): return 3 + max(below, table.cellHeight)
    default: return 2 + below
    }
  }
}

extension Logic.Table {
  fileprivate var cellHeight: Int {
    rules.lazy.flatMap(\.tests).map { cell in
      if case .tests(let tests) = cell { tests.map(\.height).max() ?? 0 } else { 0 }
    }.max() ?? 0
  }
}

extension Expression {
  fileprivate var height: Int { 1 + (children.map(\.height).max() ?? 0) }
}

extension UnaryTest {
  fileprivate var height: Int {
    switch kind {
    case .any: 0
    case .compare(_, let expression), .expression(let expression): 1 + expression.height
    case .not(let tests): 1 + (tests.map(\.height).max() ?? 0)
    }
  }
}
