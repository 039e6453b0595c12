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
      let cases = ranges.cases(of: benefit)
      return (benefit.sums + benefit.caps).compactMap { finding($0, cases) }
    }
  }

  private func finding(_ rule: RulePlan, _ cases: [Known]) -> Finding? {
    let bounds = cases.map { (low: ranges.bounds(of: rule.node, $0).low, known: $0) }
    let open = bounds.filter { $0.low == nil }
    if let known = open.map(\.known).first(where: { ranges.isEndless(rule.node, .down, $0) }) {
      return finding(
        rule, Bilingual(zh: "，没有下限", en: ", with no lower limit"), example(rule, known))
    }
    let lows = bounds.compactMap { part in part.low.map { (low: $0, known: part.known) } }
    guard let (low, known) = lows.min(by: { $0.low < $1.low }), low.isNegative else { return nil }
    let facts = example(rule, known)
    return finding(
      rule, Bilingual(zh: "，最低到 \(low)", en: ", down to \(low)"),
      facts.isEmpty ? [Finding.Fact(name: rule.label, value: Bilingual("\(low)"))] : facts)
  }

  private func finding(
    _ rule: RulePlan, _ lowest: Bilingual, _ example: [Finding.Fact]
  ) -> Finding {
    Finding(
      .negativeAmount, .warning, at: rule.place.range,
      Bilingual(
        zh: "“\(rule.label.zh)”可以算出负数\(lowest.zh)",
        en: "“\(rule.label.en)” can come out negative\(lowest.en)"),
      Bilingual(
        zh: "写成 max(0, …)，或加一个条件排除这种情形。",
        en: "Write max(0, …), or exclude the case by a condition."),
      example: example)
  }

  private func example(_ rule: RulePlan, _ known: Known) -> [Finding.Fact] {
    NegativeExample(plan: plan, ranges: ranges).facts(rule.node, known)
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
