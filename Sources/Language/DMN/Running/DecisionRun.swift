import FEEL

/// One evaluation: the inputs, and the decisions worked out so far.
struct DecisionRun {
  let program: DecisionProgram
  let inputs: Context
  let imported: [String: Context]
  private var known: [DecisionProgram.NodeKey: Value] = [:]

  init(program: DecisionProgram, inputs: Context, imported: [String: Context]) {
    self.program = program
    self.inputs = inputs
    self.imported = imported
  }

  /// Sets what a node's value is taken to be.
  mutating func suppose(_ node: DecisionProgram.Node, _ value: Value) { known[node.key] = value }

  mutating func value(of node: DecisionProgram.Node) -> Value {
    if let value = known[node.key] { return value }
    let value: Value
    switch node.kind {
    case .input:
      program.runner.recorder?.begin()
      value = input(node)
      program.runner.recorder?.end(.input, node.element.name, value)
    case .decision(let decision):
      let scope = scope(of: decision.requirements, in: node.model)
      let logic = program.logic[node.key] ?? Logic(kind: .null(.noLogic), type: .any)
      program.runner.recorder?.begin()
      let raw = program.runner.value(of: logic, scope, name: node.element.name)
      value = program.runner.checked(raw, node.type, node.element.name)
      program.runner.recorder?.end(.decision, node.element.name, value)
    case .knowledge(let knowledge): value = function(knowledge, node)
    case .service(let service): value = function(service, node)
    }
    known[node.key] = value
    return value
  }

  private func input(_ node: DecisionProgram.Node) -> Value {
    let isOwn = node.model.namespace == program.models.first?.namespace
    let given =
      imported[node.model.namespace]?[node.element.name]
      ?? (isOwn ? inputs[node.element.name] : importedInput(node))
    guard let given else { return .null(.notGiven(node.element.name)) }
    return program.runner.checked(given, node.type, node.element.name)
  }

  /// An input of an imported model, given under the import's name or plainly.
  private func importedInput(_ node: DecisionProgram.Node) -> Value? {
    if let main = program.models.first, let prefix = program.prefix(of: node.model, in: main),
      case .context(let context)? = inputs[prefix]
    {
      return context[node.element.name]
    }
    return inputs[node.element.name]
  }

  private mutating func scope(
    of requirements: [DecisionModel.Reference], in model: DecisionModel
  ) -> Scope {
    var names = Context()
    for reference in requirements {
      guard let node = program.node(reference, from: model) else { continue }
      let value = value(of: node)
      guard let prefix = program.prefix(of: node.model, in: model), !prefix.isEmpty else {
        names[node.element.name] = value
        continue
      }
      var inner = Context()
      if case .context(let context)? = names[prefix] { inner = context }
      inner[node.element.name] = value
      names[prefix] = .context(inner)
    }
    return Scope(names)
  }

  private mutating func function(
    _ knowledge: DecisionModel.KnowledgeModel, _ node: DecisionProgram.Node
  ) -> Value {
    let scope = scope(of: knowledge.requirements, in: node.model)
    let logic = program.logic[node.key] ?? Logic(kind: .null(.noLogic), type: .any)
    return program.runner.function(node.parameters, logic, scope, name: node.element.name)
  }

  private func function(
    _ service: DecisionModel.DecisionService, _ node: DecisionProgram.Node
  ) -> Value {
    let program = program
    let parameters = program.parameters(of: service, in: node.model).map(\.element.name)
    return .function(
      .host(
        HostFunction(name: node.element.name, parameters: parameters) { arguments in
          program.runner.invoking(node.element.name, height: program.height) {
            program.result(of: service, node, arguments)
          }
        }))
  }
}
