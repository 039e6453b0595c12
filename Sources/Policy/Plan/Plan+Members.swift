import FEEL
package import Vocabulary

extension Plan {
  /// What a node reads of the records of a year by their names, in the order of the formula:
  /// directly, or through definitions and tables. For forms that ask for it.
  package func yearlyMembers(of node: NodeID) -> [Field] {
    var walk = MemberWalk(plan: self)
    walk.visit(node)
    return walk.fields
  }
}

private struct MemberWalk {
  let plan: Plan
  private(set) var fields: [Field] = []
  private var seen: Set<NodeID> = []
  private var seenTables: Set<Int> = []

  init(plan: Plan) { self.plan = plan }

  mutating func visit(_ node: NodeID) {
    guard seen.insert(node).inserted else { return }
    let operation = plan.nodes[node].operation
    if case .field(let field, let base) = operation,
      case .policyFunction(.ofYear, _) = source(of: base),
      case .record(let view) = plan.nodes[base].type, let type = plan.vocabulary.type(view)
    {
      let member = type.fields[field]
      if !fields.contains(where: { $0.id == member.id }) { fields.append(member) }
    }
    for operand in operation.operands { visit(operand) }
    if let loop = operation.loop?.loop { visit(loop.body) }
    switch operation {
    case .table(let index), .tableOf(let index, _): visitTable(index)
    default: break
    }
  }

  private mutating func visitTable(_ index: Int) {
    guard seenTables.insert(index).inserted else { return }
    let table = plan.tables[index]
    for input in table.inputs { visit(input) }
    for row in table.rows {
      visit(row.value)
      for node in row.tests.flatMap(\.operands) { visit(node) }
    }
  }

  /// What a definition stands for.
  private func source(of node: NodeID) -> Operation {
    if case .definition(_, let inner) = plan.nodes[node].operation { return source(of: inner) }
    return plan.nodes[node].operation
  }
}
