import Core
import FEEL
import PolicyPlan

/// Amounts, rates and caps that can fall below zero where all conditions hold.
struct AmountCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan)
  }

  var findings: [Finding] {
    plan.benefits.flatMap { benefit -> [Finding] in
      let cases = ranges.cases(benefit.conditions)
      return (benefit.sums + benefit.caps).compactMap { finding($0, cases) }
    }
  }

  private func finding(_ rule: RulePlan, _ cases: [Known]) -> Finding? {
    let lows = cases.compactMap { known in
      ranges.bounds(of: rule.node, known).low.map { (low: $0, known: known) }
    }
    guard let (low, known) = lows.min(by: { $0.low < $1.low }), low.isNegative else { return nil }
    return Finding(
      .negativeAmount, .warning, at: rule.place.range,
      Bilingual(
        zh: "“\(rule.label.zh)”可以算出负数，最低到 \(low)",
        en: "“\(rule.label.en)” can come out negative, down to \(low)"),
      Bilingual(
        zh: "写成 max(0, …)，或加一个条件排除这种情形。",
        en: "Write max(0, …), or exclude the case by a condition."),
      example: example(rule.node, known))
  }

  /// The two sides of the difference that falls below zero.
  private func example(_ node: NodeID, _ known: Known) -> [Finding.Fact] {
    let operation = plan.nodes[node].operation
    if case .arithmetic(.subtract, let left, let right) = operation,
      let least = ranges.bounds(of: left, known).low,
      let most = ranges.bounds(of: right, known).high, least < most
    {
      return [(left, least), (right, most)].filter { plan.value(of: $0.0) == nil }.map {
        side, value in
        Finding.Fact(name: plan.words(for: side), value: Bilingual(value.description))
      }
    }
    if case .conditional(let test, let then, let otherwise) = operation {
      return ranges.branches(test, then, otherwise, known).lazy
        .filter { ranges.bounds(of: $0, $1).low?.isNegative == true }
        .map { example($0, $1) }.first ?? []
    }
    return operation.operands.lazy.map { example($0, known) }.first { !$0.isEmpty } ?? []
  }
}

extension BenefitPlan {
  /// The rules whose value is money: the amount, or the monthly rate.
  var sums: [RulePlan] {
    switch payment {
    case .once(let amount): [amount]
    case .monthly(let months): [months.rate]
    case .inKind, .score: []
    }
  }
}
