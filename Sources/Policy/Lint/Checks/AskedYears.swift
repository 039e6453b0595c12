import Core
import FEEL
import PolicyPlan

/// The years whose catalogue the rules of a benefit read, as far as its conditions say which there
/// can be: a certificate may be older than the first event that counts.
struct AskedYears {
  private let plan: Plan
  private let ranges: Ranges
  private let benefit: BenefitPlan
  private var years: Set<Int> = []
  private var last = 0

  init(_ plan: Plan, _ ranges: Ranges, _ benefit: BenefitPlan) {
    self.plan = plan
    self.ranges = ranges
    self.benefit = benefit
  }

  /// - Parameter last: the last year that counts as in use.
  /// - Returns: the years, and the first rule that asks; `nil` where none does.
  mutating func find(through last: Int) -> (range: SourceRange, years: Set<Int>)? {
    self.last = last
    var first: SourceRange?
    for rule in benefit.conditions + benefit.exclusions + benefit.amounts + benefit.caps {
      let before = years.count
      for known in ranges.cases(of: benefit) { visit(rule.node, known) }
      if first == nil, years.count > before { first = rule.place.range }
    }
    return first.map { ($0, years) }
  }

  private mutating func visit(_ node: NodeID, _ known: Known) {
    if known.isImpossible { return }
    let operation = plan.nodes[node].operation
    switch operation {
    case .policyFunction(.inShortage, let arguments) where arguments.count == 2:
      note(arguments[1], known)
    case .and(let left, let right):
      // Where one side is false, what the other reads does not matter.
      visit(left, ranges.assuming(right, known))
      visit(right, ranges.assuming(left, known))
      return
    case .conditional(let test, let then, let otherwise):
      visit(test, known)
      for (branch, known) in ranges.branches(test, then, otherwise, known) { visit(branch, known) }
      return
    case .table(let index), .tableOf(let index, _):
      for input in plan.tables[index].inputs { visit(input, known) }
      for (value, known) in ranges.rows(ofTable: index, known) { visit(value, known) }
    default: break
    }
    for operand in operation.operands { visit(operand, known) }
    if let (list, loop) = operation.loop {
      visit(loop.body, ranges.elements(of: list, in: loop, known))
    }
  }

  /// Where nothing tells the first year, that of the first event that counts.
  private mutating func note(_ year: NodeID, _ known: Known) {
    let bounds = ranges.bounds(of: year, known)
    let from = bounds.low?.rounded(scale: 0, .ceiling)?.integer ?? benefit.eventsFrom?.year
    let to = min(bounds.high?.rounded(scale: 0, .floor)?.integer ?? last, last)
    if let from, from <= to { years.formUnion(from...to) }
  }
}
