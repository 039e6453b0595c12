public import FEEL

extension DecisionProgram {
  /// A part of a node's logic that can only give null: FEEL that cannot be read, a language that is
  /// not run, an expression that is missing.
  public struct Problem: Sendable {
    public let node: String
    public let reason: NullReason
  }

  /// Everything of the asked model that cannot run, in the order of its file.
  public var problems: [Problem] {
    guard let model = models.first else { return [] }
    let elements = model.decisions.map(\.element) + model.knowledgeModels.map(\.element)
    return elements.flatMap { element -> [Problem] in
      guard let logic = logic[NodeKey(namespace: model.namespace, id: element.id)] else {
        return []
      }
      return logic.reasons.map { Problem(node: element.name, reason: $0) }
    }
  }
}

extension Logic {
  /// Why parts of this logic can only give null.
  var reasons: [NullReason] {
    switch kind {
    case .expression: []
    case .null(let reason): [reason]
    case .table(let table): table.reasons
    case .context(let entries, let result):
      entries.flatMap(\.value.reasons) + (result?.reasons ?? [])
    case .list(let items): items.flatMap(\.reasons)
    case .relation(_, let rows): rows.flatMap { $0.flatMap(\.reasons) }
    case .invocation(let callee, let bindings):
      callee.reasons + bindings.flatMap(\.value.reasons)
    case .function(_, let body): body.reasons
    case .conditional(let condition, let then, let otherwise):
      condition.reasons + then.reasons + otherwise.reasons
    case .filter(let list, let match): list.reasons + match.reasons
    case .iteration(_, let list, let body, _), .quantified(_, _, let list, let body):
      list.reasons + body.reasons
    }
  }
}

extension Logic.Table {
  fileprivate var reasons: [NullReason] {
    inputs.flatMap(\.value.reasons)
      + outputs.flatMap { $0.defaultValue?.reasons ?? [] }
      + rules.flatMap { rule in
        rule.tests.compactMap { cell -> NullReason? in
          if case .unreadable(let reason) = cell { reason } else { nil }
        } + rule.values.flatMap(\.reasons)
      }
  }
}
