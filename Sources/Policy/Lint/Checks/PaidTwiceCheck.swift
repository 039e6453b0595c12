import Core
import PolicyDocument
import PolicyPlan

/// Benefits of two documents of one region that pay for the same record, where no stacking rule
/// says how they stand to each other.
struct PaidTwiceCheck {
  /// The findings of each document, in the order given.
  private(set) var findings: [[Finding]]

  init(_ plans: [Plan?]) {
    findings = plans.map { _ in [] }
    for (index, plan) in plans.enumerated() {
      guard let plan else { continue }
      for other in plans[..<index].compactMap({ $0 }) where other.region == plan.region {
        findings[index] += PaidTwiceCheck.findings(plan, other)
      }
    }
  }

  private static func findings(_ plan: Plan, _ other: Plan) -> [Finding] {
    plan.benefits.flatMap { benefit in
      other.benefits.filter { rival in
        isSame(plan, benefit, other, rival) && !isSettled(plan, other, benefit.id, rival.id)
      }.map { rival in finding(benefit, rival, other) }
    }
  }

  private static func finding(
    _ benefit: BenefitPlan, _ rival: BenefitPlan, _ other: Plan
  ) -> Finding {
    let title = other.document.front.title
    return Finding(
      .paidTwice, .warning, at: benefit.place.range,
      Bilingual(
        zh: "“\(benefit.label.zh)”与《\(title.zh)》的“\(rival.label.zh)”为同一件事发钱，"
          + "没有写明能不能都享受",
        en: "“\(benefit.label.en)” and “\(rival.label.en)” of “\(title.en)” pay for the same "
          + "thing, and nothing says whether both are due"),
      Bilingual(
        zh: "加一条叠加规则（once、choice、blocks 等）；都可以享受的，在条件里写明。",
        en: "Add a stacking rule (once, choice, blocks …); if both are due, say so in a condition.")
    )
  }

  /// Whether a record can meet the conditions of both.
  private static func isSame(
    _ plan: Plan, _ benefit: BenefitPlan, _ other: Plan, _ rival: BenefitPlan
  ) -> Bool {
    guard benefit.subject == rival.subject, !benefit.sums.isEmpty, !rival.sums.isEmpty,
      benefit.receiver == rival.receiver
    else { return false }
    let ways = Ranges(plan: other).cases(rival.conditions)
    return Ranges(plan: plan).cases(benefit.conditions).contains { first in
      ways.contains { second in
        first.sets.allSatisfy { key, set in
          guard key.isOfFacts, let set2 = second.sets[key] else { return true }
          return !set.intersection(set2).isEmpty
        }
      }
    }
  }

  private static func isSettled(_ plan: Plan, _ other: Plan, _ one: String, _ two: String) -> Bool {
    (plan.stacking + other.stacking).contains { rule in
      var named = rule.over
      if case .blocks(let lower, _) = rule.kind { named += lower }
      return named.contains(one) && named.contains(two)
    }
  }
}

extension String {
  /// Whether a quantity's key speaks of facts alone, so that it means the same in every document.
  fileprivate var isOfFacts: Bool {
    !["parameter", "assumption", "table", "definition", "node"].contains { contains($0) }
  }
}
