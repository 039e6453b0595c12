public import Core
import FEEL

/// A set of models ready to run: the one asked for and those it imports.
public struct DecisionProgram: Sendable {
  /// What is known before any logic is made ready; shared, since evaluations copy the program.
  private final class Parts: Sendable {
    let models: [DecisionModel]
    let types: ModelTypes
    let nodes: [NodeKey: Node]
    let decisions: [Node]
    let nodesByName: [String: Node]

    init(_ model: DecisionModel, _ models: [DecisionModel], _ types: ModelTypes, _ all: [Node]) {
      self.models = models
      self.types = types
      nodes = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      let own = all.filter { $0.model.namespace == model.namespace }
      decisions = own.filter { if case .decision = $0.kind { true } else { false } }
      let asked = decisions + own.filter { $0.isInvocable }
      nodesByName = Dictionary(
        asked.map { ($0.element.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private let parts: Parts
  var models: [DecisionModel] { parts.models }
  var types: ModelTypes { parts.types }
  /// Nodes by namespace and id. Of two with one id the first in the order of inputs, decisions,
  /// knowledge models and services.
  private var nodes: [NodeKey: Node] { parts.nodes }
  /// The decisions of the asked model, in the order of its file.
  var decisions: [Node] { parts.decisions }
  /// What of the asked model a caller may name: decisions, then services and knowledge models.
  var nodesByName: [String: Node] { parts.nodesByName }
  var runner: LogicRunner
  /// Logic of decisions and knowledge models by namespace and id.
  private(set) var logic: [NodeKey: Logic] = [:]
  /// Levels of evaluation of the highest logic.
  private(set) var height = 0
  /// The same nodes with all they require resolved.
  private(set) var wiring = Wiring()

  struct NodeKey: Hashable {
    let namespace: String
    let id: String
  }

  /// - Parameters:
  ///   - model: the model whose nodes are asked for.
  ///   - imported: models it may import, in any order, and those they import; others are left out.
  ///   - clock: what `now()` gives.
  /// - Throws: `DMN002` when requirements go in a circle, with the path; `DMN003` when a model
  ///   that is imported is not among those given.
  public init(
    _ model: DecisionModel, imported: [DecisionModel] = [],
    clock: @escaping @Sendable () -> DateTime = { DateTime.now }
  ) throws(DiagnosticsError) {
    let models = model.withImports(among: imported)
    let types = ModelTypes(models)
    let nodes = models.flatMap(\.nodes).map { $0.typed(types, in: model) }
    parts = Parts(model, models, types, nodes)
    runner = LogicRunner(
      interpreter: Interpreter(
        clock: clock,
        hostType: { value, name in
          types.named(name, in: model).map { $0.accepts(value, Interpreter()) }
        },
        typeNamed: { types.named($0, in: model)?.feelType }))
    try checkImports()
    try checkRequirements()
    let members = Array(Set(models.flatMap(\.memberNames)))
    let shared = KnownNames([], members: members)
    for node in self.nodes.values {
      logic[node.key] = logic(of: node, names: shared, members: members)
    }
    height = logic.values.map(\.height).max() ?? 0
    wiring = Wiring(nodes, in: self)
  }

  /// The logic of a decision or knowledge model made ready to run; `nil` for other nodes.
  private func logic(of node: Node, names: KnownNames, members: [String]) -> Logic? {
    let builder = LogicBuilder(model: node.model, types: types, members: members)
    switch node.kind {
    case .input, .service: return nil
    case .decision(let decision):
      return builder.logic(
        decision.logic, names.adding(self.names(of: decision.requirements, in: node.model)))
    case .knowledge(let knowledge):
      guard knowledge.isFEEL else { return Logic(kind: .null(.foreignFunction), type: .any) }
      let required = self.names(of: knowledge.requirements, in: node.model)
      let logic = builder.logic(
        knowledge.logic, names.adding(required + knowledge.parameters.map(\.name)))
      // A function type is that of the knowledge model itself; any other one is that of its result.
      if case .function = node.type { return logic }
      return Logic(kind: .context([], result: logic), type: node.type)
    }
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

  /// A node of the graph wherever it stands; shared, since evaluations hand it around.
  final class Node: Sendable {
    enum Kind: Sendable {
      case input
      case decision(DecisionModel.Decision)
      case knowledge(DecisionModel.KnowledgeModel)
      case service(DecisionModel.DecisionService)
    }

    let kind: Kind
    let element: DecisionModel.Element
    let model: DecisionModel
    /// The type of the node's variable; Any until types are resolved.
    let type: ModelType
    /// Of a knowledge model.
    let parameters: [Logic.Parameter]
    /// Whether the node stands in another model than the one that is asked.
    let isImported: Bool

    init(
      kind: Kind, element: DecisionModel.Element, model: DecisionModel,
      type: ModelType = .any, parameters: [Logic.Parameter] = [], isImported: Bool = false
    ) {
      self.kind = kind
      self.element = element
      self.model = model
      self.type = type
      self.parameters = parameters
      self.isImported = isImported
    }

    /// Whether the node is a function: a knowledge model or a service.
    var isInvocable: Bool {
      switch kind {
      case .knowledge, .service: true
      case .input, .decision: false
      }
    }

    /// The node with its types resolved.
    fileprivate func typed(_ types: ModelTypes, in asked: DecisionModel) -> Node {
      var parameters: [Logic.Parameter] = []
      if case .knowledge(let knowledge) = kind {
        parameters = knowledge.parameters.map {
          Logic.Parameter(name: $0.name, type: types.type($0.typeName, in: model))
        }
      }
      return Node(
        kind: kind, element: element, model: model,
        type: types.type(element.typeName, in: model), parameters: parameters,
        isImported: model.namespace != asked.namespace)
    }

    var key: NodeKey { NodeKey(namespace: model.namespace, id: element.id) }
  }

  /// The node a reference speaks of, or `nil` when there is none.
  func node(_ reference: DecisionModel.Reference, from model: DecisionModel) -> Node? {
    nodes[NodeKey(namespace: reference.namespace ?? model.namespace, id: reference.id)]
  }
}

extension DecisionModel {
  /// This model and those that it imports, directly or through another.
  fileprivate func withImports(among others: [DecisionModel]) -> [DecisionModel] {
    var found = [self]
    var next = 0
    while next < found.count {
      for imported in found[next].imports
      where imported.isModel && !found.contains(where: { $0.namespace == imported.namespace }) {
        if let model = others.first(where: { $0.namespace == imported.namespace }) {
          found.append(model)
        }
      }
      next += 1
    }
    return found
  }

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
