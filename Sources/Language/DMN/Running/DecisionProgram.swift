public import Core
import FEEL

/// A set of models ready to run: the one asked for and those it imports.
public struct DecisionProgram: Sendable {
  let models: [DecisionModel]
  let types: ModelTypes
  /// Nodes by namespace and id. Of two with one id the first in the order of inputs, decisions,
  /// knowledge models and services.
  private let nodes: [NodeKey: Node]
  var runner: LogicRunner
  /// Logic of decisions and knowledge models by namespace and id.
  private(set) var logic: [NodeKey: Logic] = [:]
  /// Levels of evaluation of the highest logic.
  private(set) var height = 0

  struct NodeKey: Hashable {
    let namespace: String
    let id: String
  }

  /// - Parameters:
  ///   - model: the model whose nodes are asked for.
  ///   - imported: models it may import, in any order, and those they import.
  ///   - clock: what `now()` gives.
  /// - Throws: `DMN002` when requirements go in a circle, with the path; `DMN003` when a model
  ///   that is imported is not among those given.
  public init(
    _ model: DecisionModel, imported: [DecisionModel] = [],
    clock: @escaping @Sendable () -> DateTime = { DateTime.now }
  ) throws(DiagnosticsError) {
    let models = [model] + imported.filter { $0.namespace != model.namespace }
    self.models = models
    let types = ModelTypes(models)
    self.types = types
    nodes = Dictionary(
      models.flatMap(\.nodes).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    runner = LogicRunner(
      interpreter: Interpreter(
        clock: clock,
        hostType: { value, name in
          types.named(name, in: model).map { $0.accepts(value, Interpreter()) }
        }))
    try checkImports()
    try checkRequirements()
    let members = Array(Set(models.flatMap(\.memberNames)))
    let shared = KnownNames([], members: members)
    for model in models {
      let builder = LogicBuilder(model: model, types: types, members: members)
      for decision in model.decisions {
        logic[NodeKey(namespace: model.namespace, id: decision.element.id)] = builder.logic(
          decision.logic, shared.adding(names(of: decision.requirements, in: model)))
      }
      for knowledge in model.knowledgeModels {
        logic[NodeKey(namespace: model.namespace, id: knowledge.element.id)] =
          knowledge.isFEEL
          ? builder.logic(
            knowledge.logic,
            shared.adding(
              names(of: knowledge.requirements, in: model) + knowledge.parameters.map(\.name)))
          : Logic(kind: .null(.foreignFunction), type: .any)
      }
    }
    height = logic.values.map(\.height).max() ?? 0
  }

  func model(_ namespace: String) -> DecisionModel? {
    models.first { $0.namespace == namespace }
  }

  /// The names that requirements bring into scope: of imported nodes the prefix.
  private func names(of requirements: [DecisionModel.Reference], in model: DecisionModel)
    -> [String]
  {
    requirements.compactMap { reference in
      guard let node = node(reference, from: model) else { return nil }
      guard let prefix = prefix(of: node.model, in: model), !prefix.isEmpty else {
        return node.element.name
      }
      return prefix
    }
  }

  /// The name under which a model knows an imported one; `nil` for itself.
  func prefix(of other: DecisionModel, in model: DecisionModel) -> String? {
    guard other.namespace != model.namespace else { return nil }
    return model.imports.first { $0.namespace == other.namespace }?.name
  }

  /// A node of the graph wherever it stands.
  struct Node {
    enum Kind {
      case input
      case decision(DecisionModel.Decision)
      case knowledge(DecisionModel.KnowledgeModel)
      case service(DecisionModel.DecisionService)
    }

    let kind: Kind
    let element: DecisionModel.Element
    let model: DecisionModel

    var key: NodeKey { NodeKey(namespace: model.namespace, id: element.id) }
  }

  /// The node a reference speaks of, or `nil` when there is none.
  func node(_ reference: DecisionModel.Reference, from model: DecisionModel) -> Node? {
    nodes[NodeKey(namespace: reference.namespace ?? model.namespace, id: reference.id)]
  }
}

extension DecisionModel {
  /// Inputs, decisions, knowledge models and services.
  var nodes: [DecisionProgram.Node] {
    inputs.map { .init(kind: .input, element: $0, model: self) }
      + decisions.map { .init(kind: .decision($0), element: $0.element, model: self) }
      + knowledgeModels.map { .init(kind: .knowledge($0), element: $0.element, model: self) }
      + services.map { .init(kind: .service($0), element: $0.element, model: self) }
  }

  /// Names that may stand behind a dot: components of types, what imports bring, entries of boxed
  /// contexts, columns of relations and outputs of tables.
  fileprivate var memberNames: [String] {
    func names(_ definition: ItemDefinition) -> [String] {
      [definition.name.collapsed] + definition.components.flatMap(names)
    }
    var all = itemDefinitions.flatMap(names)
    all += inputs.map(\.name)
    all += decisions.flatMap { [$0.element.name] + ($0.logic?.memberNames ?? []) }
    all += knowledgeModels.flatMap { [$0.element.name] + ($0.logic?.memberNames ?? []) }
    all += services.map(\.element.name)
    return all
  }
}
