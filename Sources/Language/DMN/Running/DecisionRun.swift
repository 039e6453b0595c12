public import FEEL

extension DecisionProgram {
  /// The value of a decision, or of a decision service or knowledge model that is called with the
  /// inputs by name.
  ///
  /// - Parameters:
  ///   - name: of a decision, decision service or business knowledge model of the model.
  ///   - inputs: values by the names of input data; an input that is not given is null.
  ///   - imported: values for input data of other models, by namespace.
  /// - Returns: `nil` when the model has nothing of that name.
  public func evaluate(
    _ name: String, inputs: Context, imported: [String: Context] = [:]
  ) -> Value? {
    CallBudget.$current.withValue(CallBudget()) {
      value(of: name, DecisionRun(program: self, inputs: inputs, imported: imported))
    }
  }

  private func value(of name: String, _ start: DecisionRun) -> Value? {
    guard let model = models.first else { return nil }
    var run = start
    if let decision = model.decisions.first(where: { $0.element.name == name.collapsed }) {
      return run.value(of: Node(kind: .decision(decision), element: decision.element, model: model))
    }
    func arguments(_ names: [String]) -> [Value] {
      names.map { run.inputs[$0] ?? .null(.notGiven($0)) }
    }
    if let service = model.services.first(where: { $0.element.name == name.collapsed }) {
      let names = parameters(of: service, in: model).map(\.element.name)
      return call(service, in: model, arguments(names))
    }
    guard let knowledge = model.knowledgeModels.first(where: { $0.element.name == name.collapsed })
    else { return nil }
    let node = Node(kind: .knowledge(knowledge), element: knowledge.element, model: model)
    guard case .function(let function) = run.value(of: node) else { return .null(.notAFunction) }
    return runner.interpreter.call(function, arguments(knowledge.parameters.map(\.name)))
  }

  /// The values of all decisions of the model, in the order of its file, and how they came about.
  ///
  /// - Parameter inputs: values by the names of input data; those of an imported model in a context
  ///   under the name of its import. An input that is not given is null.
  /// - Returns: each decision's name and value, and the steps of the run.
  public func evaluateAll(inputs: Context) -> (values: [(name: String, value: Value)], Trace) {
    guard let model = models.first else { return ([], Trace()) }
    let recorder = TraceRecorder()
    var program = self
    program.runner.recorder = recorder
    var run = DecisionRun(program: program, inputs: inputs, imported: [:])
    var values: [(name: String, value: Value)] = []
    for decision in model.decisions {
      let node = Node(kind: .decision(decision), element: decision.element, model: model)
      let value = CallBudget.$current.withValue(CallBudget()) { run.value(of: node) }
      values.append((decision.element.name, value))
    }
    return (values, recorder.trace)
  }

  /// A decision service's parameters: its input data, then its input decisions.
  func parameters(of service: DecisionModel.DecisionService, in model: DecisionModel) -> [Node] {
    (service.inputData + service.inputDecisions).compactMap { node($0, from: model) }
  }

  /// A service's result for arguments in the order of its parameters (DMN 1.5, 10.4).
  func call(
    _ service: DecisionModel.DecisionService, in model: DecisionModel, _ arguments: [Value]
  ) -> Value {
    runner.invoking(service.element.name, height: height) {
      result(of: service, in: model, arguments)
    }
  }

  private func result(
    of service: DecisionModel.DecisionService, in model: DecisionModel, _ arguments: [Value]
  ) -> Value {
    var run = DecisionRun(program: self, inputs: Context(), imported: [:])
    for (parameter, argument) in zip(parameters(of: service, in: model), arguments) {
      let type = types.type(parameter.element.typeName, in: parameter.model)
      guard let value = type.converted(argument, runner.interpreter) else {
        return .null(.wrongType(parameter.element.name, type))
      }
      run.suppose(parameter, value)
    }
    let outputs = service.outputs.compactMap { node($0, from: model) }
    var values: [(String, Value)] = []
    for output in outputs { values.append((output.element.name, run.value(of: output))) }
    let result = values.count == 1 ? values[0].1 : .context(Context(values))
    return runner.checked(
      result, types.type(service.element.typeName, in: model), service.element.name)
  }
}

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
      value = program.runner.checked(
        raw, program.types.type(node.element.typeName, in: node.model), node.element.name)
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
    return program.runner.checked(
      given, program.types.type(node.element.typeName, in: node.model), node.element.name)
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
    let parameters = knowledge.parameters.map {
      Logic.Parameter(name: $0.name, type: program.types.type($0.typeName, in: node.model))
    }
    let result = program.types.type(node.element.typeName, in: node.model)
    let checked: Logic
    if case .function = result {
      checked = logic
    } else {
      checked = Logic(kind: .context([], result: logic), type: result)
    }
    return program.runner.function(parameters, checked, scope, name: node.element.name)
  }

  private func function(
    _ service: DecisionModel.DecisionService, _ node: DecisionProgram.Node
  ) -> Value {
    let program = program
    let parameters = program.parameters(of: service, in: node.model).map(\.element.name)
    let model = node.model
    return .function(
      .host(
        HostFunction(name: node.element.name, parameters: parameters) { arguments in
          program.call(service, in: model, arguments)
        }))
  }
}
