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
    guard let number = wiring.number(named: name) ?? wiring.number(named: name.collapsed) else {
      return nil
    }
    var run = DecisionRun(program: self, inputs: inputs, imported: imported)
    if !wiring.hasFunctions { return run.value(of: number) }
    return CallBudget.$current.withValue(CallBudget()) {
      let value = run.value(of: number)
      guard wiring.nodes[number].node.isInvocable, case .function(let function) = value else {
        return value
      }
      let arguments = function.parameterNames.map { inputs[$0] ?? .null(.notGiven($0)) }
      return runner.interpreter.call(function, arguments)
    }
  }

  /// The values of all decisions of the model, in the order of its file, and how they came about.
  ///
  /// - Parameter inputs: values by the names of input data; those of an imported model in a context
  ///   under the name of its import. An input that is not given is null.
  /// - Returns: each decision's name and value, and the steps of the run.
  public func evaluateAll(inputs: Context) -> (values: [(name: String, value: Value)], Trace) {
    let recorder = TraceRecorder()
    var program = self
    program.runner.recorder = recorder
    var run = DecisionRun(program: program, inputs: inputs, imported: [:])
    var values: [(name: String, value: Value)] = []
    for decision in decisions {
      let value = CallBudget.$current.withValue(CallBudget()) { run.value(of: decision) }
      values.append((decision.element.name, value))
    }
    return (values, recorder.trace)
  }

  /// A decision service's parameters: its input data, then its input decisions.
  func parameters(of service: DecisionModel.DecisionService, in model: DecisionModel) -> [Node] {
    (service.inputData + service.inputDecisions).compactMap { node($0, from: model) }
  }

  /// A service's result for arguments in the order of its parameters (DMN 1.5, 10.4).
  func result(
    of service: DecisionModel.DecisionService, _ node: Node, _ arguments: [Value]
  ) -> Value {
    var run = DecisionRun(program: self, inputs: Context(), imported: [:])
    for (parameter, argument) in zip(parameters(of: service, in: node.model), arguments) {
      guard let value = parameter.type.converted(argument, runner.interpreter) else {
        return .null(.wrongType(parameter.element.name, parameter.type))
      }
      run.suppose(parameter, value)
    }
    var values: [(String, Value)] = []
    for reference in service.outputs {
      guard let output = self.node(reference, from: node.model) else { continue }
      values.append((output.element.name, run.value(of: output)))
    }
    let result = values.count == 1 ? values[0].1 : .context(Context(values))
    return runner.checked(result, node.type, node.element.name)
  }
}
