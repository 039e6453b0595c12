import Core
import FEEL
import PolicyPlan

/// Filters and `some … satisfies` that no record can pass, wherever a rule asks them: a list that
/// is always empty need not make the condition around it impossible.
struct LoopCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan, _ ranges: Ranges) {
    self.plan = plan
    self.ranges = ranges
  }

  /// At most one of each rule.
  func findings(in benefit: BenefitPlan) -> [Finding] {
    (benefit.definitions + benefit.conditions + benefit.exclusions + benefit.amounts + benefit.caps)
      .compactMap(finding)
  }

  private func finding(_ rule: RulePlan) -> Finding? {
    guard let loop = impossible(under: rule.node) else { return nil }
    let isFilter = if case .filter = loop { true } else { false }
    let name = rule.name
    return Finding(
      .impossibleCondition, .error, at: rule.place.range,
      isFilter
        ? Bilingual(
          zh: "\(name.zh)里方括号中的条件没有哪条记录能满足",
          en: "no record can meet the condition in the brackets of \(name.en)")
        : Bilingual(
          zh: "\(name.zh)里 satisfies 后面的条件没有哪条记录能满足",
          en: "no record can meet the condition after “satisfies” in \(name.en)"),
      Bilingual(
        zh: "改正这个条件；照现在的写法，它选不出任何记录。",
        en: "Correct it: as it stands it selects nothing."))
  }

  /// The first loop under a node, of definitions only where they stand, that selects nothing.
  private func impossible(under node: NodeID) -> PolicyPlan.Operation? {
    let operation = plan.nodes[node].operation
    if case .definition = operation { return nil }
    switch operation {
    case .filter(let list, let loop), .quantified(.some, let list, let loop):
      let outer = ranges.elements(of: list, Known().leaving(depth: loop.depth))
      if !outer.isImpossible, ranges.cases(loop.body, outer).isEmpty { return operation }
    default: break
    }
    let inner = operation.loop.map { [$0.loop.body] } ?? []
    return (operation.operands + inner).lazy.compactMap { impossible(under: $0) }.first
  }
}
