import FEEL

/// One evaluation: the inputs, and the nodes worked out so far.
struct DecisionRun {
  let program: DecisionProgram
  let inputs: Context
  let imported: [String: Context]
  private let wiring: Wiring
  /// Values by the number of the node.
  private var known: [Value?]

  init(program: DecisionProgram, inputs: Context, imported: [String: Context]) {
    self.program = program
    self.inputs = inputs
    self.imported = imported
    wiring = program.wiring
    known = Array(repeating: nil, count: wiring.nodes.count)
  }

  /// Sets what a node's value is taken to be.
  mutating func suppose(_ node: DecisionProgram.Node, _ value: Value) {
    if let number = wiring.number(of: node) { known[number] = value }
  }

  mutating func value(of node: DecisionProgram.Node) -> Value {
    wiring.number(of: node).map { value(of: $0) } ?? .null(.noNode(node.element.id))
  }

  /// The value of a node by its number.
  mutating func value(of number: Int) -> Value {
    if let value = known[number] { return value }
    let value = compute(wiring.nodes[number])
    known[number] = value
    return value
  }

  private mutating func compute(_ wired: WiredNode) -> Value {
    switch wired.node.kind {
    case .input:
      program.runner.recorder?.begin()
      let value = input(wired)
      program.runner.recorder?.end(.input, wired.node.element.name, value)
      return value
    case .decision:
      let scope = scope(of: wired)
      program.runner.recorder?.begin()
      let raw = program.runner.value(of: wired.logic, scope, name: wired.node.element.name)
      let value = wired.checked(raw, program.runner)
      program.runner.recorder?.end(.decision, wired.node.element.name, value)
      return value
    case .knowledge:
      return program.runner.function(
        wired.node.parameters, wired.logic, scope(of: wired), name: wired.node.element.name)
    case .service(let service): return function(service, wired.node)
    }
  }

  private func input(_ wired: WiredNode) -> Value {
    guard let given = given(wired.node) else { return .null(.notGiven(wired.node.element.name)) }
    return wired.checked(given, program.runner)
  }

  private func given(_ node: DecisionProgram.Node) -> Value? {
    if !imported.isEmpty, let value = imported[node.model.namespace]?[node.element.name] {
      return value
    }
    return node.isImported ? importedInput(node) : inputs[node.element.name]
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

  private mutating func scope(of wired: WiredNode) -> Scope {
    var values: [Value] = []
    values.reserveCapacity(wired.needs.count)
    for place in wired.needs.indices { values.append(value(of: wired.needs[place].number)) }
    if let names = wired.names { return Scope(Context(keys: names, values: values)) }
    var names = Context()
    for (need, value) in zip(wired.needs, values) {
      let name = wiring.nodes[need.number].node.element.name
      guard let prefix = need.prefix else {
        names[name] = value
        continue
      }
      var inner = Context()
      if case .context(let context)? = names[prefix] { inner = context }
      inner[name] = value
      names[prefix] = .context(inner)
    }
    return Scope(names)
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
