extension BoxedExpression {
  /// The boxed expressions directly within this one.
  var children: [BoxedExpression] {
    switch kind {
    case .literal, .decisionTable, .unsupported, .missing: []
    case .context(let entries, let result): entries.map(\.value) + (result.map { [$0] } ?? [])
    case .list(let items): items
    case .relation(_, let rows): rows.flatMap { $0 }
    case .invocation(let callee, let bindings): [callee] + bindings.map(\.value)
    case .function(_, let body, _): body.map { [$0] } ?? []
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .filter(let list, let match): [list, match]
    case .iteration(_, let list, let body), .quantified(_, _, let list, let body): [list, body]
    }
  }

  /// Names of the types that are asked for within, as they are written.
  var typeNames: [String?] {
    let own: [String?] =
      switch kind {
      case .decisionTable(let table): table.inputs.map(\.typeName) + table.outputs.map(\.typeName)
      case .context(let entries, _): entries.map(\.typeName)
      case .relation(let parameters, _), .function(let parameters, _, _):
        parameters.map(\.typeName)
      default: []
      }
    return [typeName] + own + children.flatMap(\.typeNames)
  }

  /// Names of the members that values of this logic have.
  var memberNames: [String] {
    let own: [String] =
      switch kind {
      case .decisionTable(let table): table.outputs.compactMap(\.name)
      case .context(let entries, _): entries.map(\.name)
      case .relation(let columns, _): columns.map(\.name)
      default: []
      }
    return own + children.flatMap(\.memberNames)
  }

  /// All FEEL within, as it is written.
  var texts: [String] {
    let own: [String] =
      switch kind {
      case .literal(let text): [text]
      case .decisionTable(let table):
        table.inputs.map(\.expression) + table.outputs.compactMap(\.defaultValue)
          + table.rules.flatMap { $0.tests + $0.values }
      default: []
      }
    return own + children.flatMap(\.texts)
  }
}
