public import FEEL

extension DecisionProgram {
  /// Something that does not run as it is written: FEEL that cannot be read, a language that is not
  /// run, an expression, a node or a type that is missing.
  public struct Problem: Sendable {
    /// The name of the node or type it stands in.
    public let node: String
    public let reason: NullReason
  }

  /// All such places of the asked model: types first, then nodes, in the order of its file.
  public var problems: [Problem] {
    guard let model = models.first else { return [] }
    let ofTypes = model.itemDefinitions.flatMap { definition in
      types.reasons(of: definition, in: model).map { Problem(node: definition.name, reason: $0) }
    }
    return ofTypes
      + model.nodes.flatMap { node in
        reasons(of: node).map { Problem(node: node.element.name, reason: $0) }
      }
  }

  private func reasons(of node: Node) -> [NullReason] {
    let boxed: BoxedExpression?
    let required: [DecisionModel.Reference]
    var typeNames = [node.element.typeName]
    switch node.kind {
    case .input: (boxed, required) = (nil, [])
    case .decision(let decision): (boxed, required) = (decision.logic, decision.requirements)
    case .knowledge(let knowledge):
      (boxed, required) = (knowledge.logic, knowledge.requirements)
      typeNames += knowledge.parameters.map(\.typeName)
    case .service(let service):
      boxed = nil
      required =
        service.outputs + service.encapsulated + service.inputDecisions + service.inputData
    }
    typeNames += boxed?.typeNames ?? []
    let unknown = typeNames.compactMap { $0?.trimmed }
      .filter { !$0.isEmpty && types.named($0, in: node.model) == nil }
    return required.filter { self.node($0, from: node.model) == nil }.map { .noNode($0.id) }
      + unknown.map(NullReason.noType) + (logic[node.key]?.reasons ?? [])
  }
}

extension Logic {
  /// Why parts of this logic can only give null.
  fileprivate var reasons: [NullReason] {
    let own: [NullReason] =
      switch kind {
      case .null(let reason): [reason]
      case .table(let table):
        table.rules.flatMap(\.tests).compactMap { cell in
          if case .unreadable(let reason) = cell { reason } else { nil }
        }
      default: []
      }
    return own + kind.children.flatMap(\.reasons)
  }
}
