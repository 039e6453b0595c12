import FEEL
import Vocabulary

extension Plan {
  /// What some benefits rest on, printed as the whole plan is: their rules with the nodes, tables and
  /// figures behind them, and the stacking rules about them.
  ///
  /// Of a document that later ones change, of score sheets and of rankings it is the whole plan.
  ///
  /// - Parameter positions: of benefits that bear on each other.
  /// - Returns: the text; it changes when anything does that these benefits can come out otherwise by.
  package func text(of positions: [Int]) -> String {
    let some = positions.map { benefits[$0] }
    let isWhole = !versions.isEmpty || some.contains { $0.ranking != nil || $0.payment.isScore }
    if isWhole { return text }
    let names = Set(some.map(\.id))
    let rules = stacking.filter { !names.isDisjoint(with: $0.over + $0.kind.lower) }
    var walk = PartWalk(plan: self)
    for benefit in some { walk.visit(benefit) }
    var lines = ["part of \(id) in \(region)"]
    for benefit in some { lines += self.lines(of: benefit) }
    for table in walk.tables.sorted() { lines += self.lines(of: tables[table]) }
    for parameter in walk.parameters.sorted() { lines += self.lines(of: parameters[parameter]) }
    for assumption in walk.assumptions.sorted() {
      lines += self.lines(of: assumptions[assumption])
    }
    for rule in rules { lines.append(signature(of: rule)) }
    lines += walk.nodes.sorted().map { line(of: $0) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension BenefitPlan.Payment {
  fileprivate var isScore: Bool { if case .score = self { true } else { false } }
}

/// A walk from benefits to all that their rules name.
private struct PartWalk {
  let plan: Plan
  private(set) var nodes: Set<NodeID> = []
  private(set) var tables: Set<Int> = []
  private(set) var parameters: Set<Int> = []
  private(set) var assumptions: Set<Int> = []

  init(plan: Plan) { self.plan = plan }

  mutating func visit(_ benefit: BenefitPlan) {
    assumptions.formUnion(benefit.settings + benefit.assumes)
    let rules = benefit.definitions + benefit.conditions + benefit.exclusions + benefit.caps
    for rule in rules + benefit.stacked { visit(rule.node) }
    switch benefit.payment {
    case .once(let amount): visit(amount.node)
    case .monthly(let months):
      for rule in [months.first, months.counts, months.rate] { visit(rule.node) }
    case .score(let sheet): for rule in sheet.rules { visit(rule.node) }
    case .inKind: break
    }
  }

  private mutating func visit(_ node: NodeID) {
    guard nodes.insert(node).inserted else { return }
    let operation = plan.nodes[node].operation
    for operand in operation.operands { visit(operand) }
    if let loop = operation.loop { visit(loop.loop.body) }
    switch operation {
    case .table(let index), .tableOf(let index, _): visit(table: index)
    case .parameter(let index, _): parameters.insert(index)
    case .assumption(let index): assumptions.insert(index)
    default: break
    }
  }

  private mutating func visit(table index: Int) {
    guard tables.insert(index).inserted else { return }
    for input in plan.tables[index].inputs { visit(input) }
    for row in plan.tables[index].rows {
      visit(row.value)
      for operand in row.tests.flatMap(\.operands) { visit(operand) }
    }
  }
}
