import Core
import FEEL
import PolicyPlan
import Vocabulary

/// The nodes of a model with their names, ids and requirements.
struct ModelGraph {
  let builder: ModelBuilder
  private var plan: Plan { builder.plan }

  /// All nodes that the benefits need, directly or not, in a steady order.
  var nodes: [ModelNode] {
    var found: Set<ModelNode> = []
    var open = builder.benefits.map { ModelNode.benefit($0.index) } + builder.restingOn
    while let node = open.popLast() {
      if found.insert(node).inserted { open += needs(of: node) }
    }
    return found.sorted { order($0) < order($1) }
  }

  /// What a node requires, in a steady order.
  func needs(of node: ModelNode) -> [ModelNode] {
    let needs: Set<ModelNode> =
      switch node {
      case .benefit(let index): builder.benefits.first { $0.index == index }?.needs ?? []
      case .table(let index): builder.tableFormulas[index]?.needs ?? []
      case .function(let function): function.needs
      default: []
      }
    return needs.sorted { order($0) < order($1) }
  }

  func name(of node: ModelNode) -> String {
    switch node {
    case .day: "认定日"
    case .single(let type):
      plan.vocabulary.types[type].role == .party
        ? plan.vocabulary.types[type].partyName : plan.vocabulary.types[type].name.zh
    case .list(let type): plan.vocabulary.types[type].listName
    case .catalogue(let id): plan.vocabulary.catalogue(id)?.name.zh ?? id
    case .assumption(let index): plan.assumptions[index].name
    case .table(let index): plan.tables[index].name
    case .parameter(let index): plan.parameters[index].name
    case .function(let function): function.rawValue
    case .benefit(let index): plan.benefits[index].label.zh
    case .definition(let name): name
    }
  }

  func id(of node: ModelNode) -> String {
    switch node {
    case .day: "input-day"
    case .single(let type): "input-\(plan.vocabulary.types[type].id)"
    case .list(let type): "inputs-\(plan.vocabulary.types[type].id)"
    case .catalogue(let id): "catalogue-\(id)"
    case .assumption(let index): "assumption-\(plan.assumptions[index].name)"
    case .table(let index): "table-\(plan.tables[index].name)"
    case .parameter(let index): "parameter-\(plan.parameters[index].name)"
    case .function(let function): "function-\(function.rawValue)"
    case .benefit(let index):
      "benefit-\(plan.benefits[index].id.split(separator: "/").last ?? "")"
    case .definition(let name): "definition-\(name)"
    }
  }

  enum Kind { case input, decision, knowledge }

  func kind(of node: ModelNode) -> Kind {
    switch node {
    case .day, .single, .list, .catalogue: .input
    case .assumption, .table, .benefit, .definition: .decision
    case .parameter: .knowledge
    case .function(let function): function.isDecision ? .decision : .knowledge
    }
  }

  /// Inputs first, then what rests on them; within a kind by position.
  private func order(_ node: ModelNode) -> (Int, Int, String) {
    switch node {
    case .day: (0, 0, "")
    case .single(let type): (1, type, "")
    case .list(let type): (2, type, "")
    case .catalogue(let id): (3, 0, id)
    case .function(let function): (4, 0, function.rawValue)
    case .parameter(let index): (5, index, "")
    case .assumption(let index): (6, index, "")
    case .table(let index): (7, index, "")
    case .benefit(let index): (8, index, "")
    case .definition(let name): (9, 0, name)
    }
  }
}
