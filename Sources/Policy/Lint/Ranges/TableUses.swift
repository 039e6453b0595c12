import PolicyPlan

/// Where the rules of a plan ask its decision tables, and what is known of the case there.
struct TableUses {
  private let plan: Plan
  private let ranges: Ranges
  /// By the table's index.
  private(set) var known: [Int: [Known]] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan)
    for benefit in plan.benefits { visit(benefit) }
  }

  private mutating func visit(_ benefit: BenefitPlan) {
    for (index, condition) in benefit.conditions.enumerated() {
      // One false condition settles the outcome, so that the others hold wherever this one matters.
      let others = benefit.conditions.enumerated().filter { $0.offset != index }.map(\.element)
      for known in ranges.cases(others, from: ranges.start(of: benefit)) {
        visit(condition.node, known)
      }
    }
    for known in ranges.cases(of: benefit) {
      for rule in benefit.amounts + benefit.caps { visit(rule.node, known) }
    }
  }

  private mutating func visit(_ node: NodeID, _ known: Known) {
    let operation = plan.nodes[node].operation
    switch operation {
    case .table(let index): visit(table: index, known)
    case .tableOf(let index, let record):
      visit(record, known)
      visit(table: index, Known())
    case .conditional(let test, let then, let otherwise):
      visit(test, known)
      for (branch, known) in ranges.branches(test, then, otherwise, known) { visit(branch, known) }
    default:
      for operand in operation.operands { visit(operand, known) }
      if let loop = operation.loop { visit(loop.loop.body, known) }
    }
  }

  private mutating func visit(table index: Int, _ known: Known) {
    self.known[index, default: []].append(known)
    for input in plan.tables[index].inputs { visit(input, known) }
    for (value, known) in ranges.rows(ofTable: index, known) { visit(value, known) }
  }
}

extension BenefitPlan {
  /// The rules that say how much: the amount, those of a monthly benefit, or the items of a sheet.
  var amounts: [RulePlan] {
    switch payment {
    case .once(let amount): [amount]
    case .monthly(let months): [months.first, months.counts, months.rate]
    case .inKind: []
    case .score(let sheet): sheet.rules
    }
  }
}
