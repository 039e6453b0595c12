import FEEL

/// A node with all that its evaluation needs at hand: its logic, and the nodes that it requires by
/// their numbers.
final class WiredNode: Sendable {
  /// A node that is required, and the name of the import it is known under.
  struct Need: Sendable {
    let number: Int
    let prefix: String?
  }

  let node: DecisionProgram.Node
  private let simpleType: SimpleType
  let logic: Logic
  let needs: [Need]
  /// The names under which the needs are known; `nil` where imports or a name given twice make it
  /// more than a list side by side.
  let names: [String]?

  init(
    _ node: DecisionProgram.Node, logic: Logic?,
    needs: [(number: Int, name: String, prefix: String?)]
  ) {
    self.node = node
    simpleType = SimpleType(node.type)
    self.logic = logic ?? Logic(kind: .null(.noLogic), type: .any)
    self.needs = needs.map { Need(number: $0.number, prefix: $0.prefix) }
    let isPlain =
      needs.allSatisfy { $0.prefix == nil } && Set(needs.map(\.name)).count == needs.count
    names = isPlain ? needs.map(\.name) : nil
  }
}

extension WiredNode {
  /// The value as one of the node's type, or null with the reason.
  func checked(_ value: Value, _ runner: LogicRunner) -> Value {
    simpleType.takes(value) ? value : runner.checked(value, node.type, node.element.name)
  }
}

/// All nodes of a set of models by number.
final class Wiring: Sendable {
  let nodes: [WiredNode]
  private let numbers: [DecisionProgram.NodeKey: Int]
  private let numbersByName: [String: Int]
  /// Whether anything in the models is a function with a boxed body, and invocations must be counted.
  let hasFunctions: Bool

  /// No nodes.
  init() {
    nodes = []
    numbers = [:]
    numbersByName = [:]
    hasFunctions = false
  }

  init(_ nodes: [DecisionProgram.Node], in program: DecisionProgram) {
    let numbers = Dictionary(
      nodes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    numbersByName = program.nodesByName.compactMapValues { numbers[$0.key] }
    self.nodes = nodes.map { node in
      WiredNode(
        node, logic: program.logic[node.key],
        needs: node.requirements.compactMap { reference in
          guard let needed = program.node(reference, from: node.model),
            let number = numbers[needed.key]
          else { return nil }
          let prefix = program.prefix(of: needed.model, in: node.model)
          return (number, needed.element.name, prefix.flatMap { $0.isEmpty ? nil : $0 })
        })
    }
    hasFunctions = self.nodes.contains { $0.node.isInvocable || $0.logic.hasFunctions }
  }

  func number(of node: DecisionProgram.Node) -> Int? { numbers[node.key] }

  /// What of the asked model a caller may name, by number.
  func number(named name: String) -> Int? { numbersByName[name] }
}

extension Logic {
  /// Whether a boxed function stands within.
  fileprivate var hasFunctions: Bool {
    if case .function = kind { return true }
    return kind.children.contains { $0.hasFunctions }
  }
}

extension DecisionProgram.Node {
  /// What the logic of the node requires; nothing for inputs, and for services, whose outputs require.
  fileprivate var requirements: [DecisionModel.Reference] {
    switch kind {
    case .decision(let decision): decision.requirements
    case .knowledge(let knowledge): knowledge.requirements
    case .input, .service: []
    }
  }
}
