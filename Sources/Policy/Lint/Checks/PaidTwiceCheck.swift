import Core
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Benefits of two documents of one region, or of a region and one within it, that pay for the same
/// record, where no stacking rule says how they stand to each other.
struct PaidTwiceCheck {
  /// The findings of each document, in the order given.
  private(set) var findings: [[Finding]]

  init(_ plans: [Plan?]) {
    findings = plans.map { _ in [] }
    for (index, plan) in plans.enumerated() {
      guard let plan else { continue }
      for other in plans[..<index].compactMap({ $0 })
      where plan.region.isRegion(within: other.region) || other.region.isRegion(within: plan.region)
      {
        findings[index] += PaidTwiceCheck.findings(plan, other)
      }
    }
  }

  private static func findings(_ plan: Plan, _ other: Plan) -> [Finding] {
    plan.benefits.indices.flatMap { index in
      other.benefits.indices.compactMap { rival -> Finding? in
        let (benefit, second) = (plan.benefits[index], other.benefits[rival])
        guard !benefit.sums.isEmpty, !second.sums.isEmpty,
          !isSettled(plan, other, benefit.id, second.id),
          !plan.allows(benefit, beside: other), !other.allows(second, beside: plan)
        else { return nil }
        if isSame(plan, benefit, other, second) {
          return finding(.warning, benefit, second, other, same)
        }
        return isAkin(plan, index, other, rival)
          ? finding(.note, benefit, second, other, akin) : nil
      }
    }
  }

  private static func finding(
    _ severity: Finding.Severity, _ benefit: BenefitPlan, _ rival: BenefitPlan, _ other: Plan,
    _ how: Bilingual
  ) -> Finding {
    let title = other.document.front.title
    return Finding(
      .paidTwice, severity, at: benefit.place.range,
      Bilingual(
        zh: "“\(benefit.label.zh)”与《\(title.zh)》的“\(rival.label.zh)”\(how.zh)，没有写明能不能都享受",
        en: "“\(benefit.label.en)” and “\(rival.label.en)” of “\(title.en)” \(how.en), and nothing "
          + "says whether both are due"), advice)
  }

  private static let same = Bilingual(zh: "为同一件事发钱", en: "pay for the same thing")

  private static let akin = Bilingual(
    zh: "依据不同的记录，但一项要看另一项的记录，可能为同一件事发钱",
    en: "go by other records, but one looks at those of the other, so that they may pay for the "
      + "same thing")

  private static let advice = Bilingual(
    zh: "加一条叠加规则（once、choice、blocks 等）；都可以享受的，写一个假设，理由里写明《另一份文件》，用 assumes 指向它。",
    en: "Add a stacking rule (once, choice, blocks …); if both are due, state so in an assumption "
      + "whose reason names 《the other document》, and point assumes at it.")

  /// Whether two benefits go by other records, and the rules of one look at those of the other.
  private static func isAkin(_ plan: Plan, _ index: Int, _ other: Plan, _ rival: Int) -> Bool {
    let (benefit, second) = (plan.benefits[index], other.benefits[rival])
    guard benefit.subject != second.subject,
      benefit.party == second.party,
      benefit.receiver == nil, second.receiver == nil, !benefit.isOfParty, !second.isOfParty
    else { return false }
    return plan.reads(of: index).contains { $0.type == second.subject && plan.isEvent($0.type) }
      || other.reads(of: rival).contains { $0.type == benefit.subject && plan.isEvent($0.type) }
  }

  /// Whether a record can meet the conditions of both.
  private static func isSame(
    _ plan: Plan, _ benefit: BenefitPlan, _ other: Plan, _ rival: BenefitPlan
  ) -> Bool {
    guard benefit.subject == rival.subject, benefit.receiver == rival.receiver else {
      return false
    }
    let ways = Ranges(plan: other).cases(of: rival)
    return Ranges(plan: plan).cases(of: benefit).contains { first in
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

extension Plan {
  /// Whether records of a type are events, and no stretch of time that many rules ask for, as being
  /// employed or insured.
  fileprivate func isEvent(_ type: Int) -> Bool { vocabulary.types[type].spell == nil }

  /// Whether an assumption that a benefit rests on says how it stands to another document.
  fileprivate func allows(_ benefit: BenefitPlan, beside other: Plan) -> Bool {
    let title = "《\(other.document.front.title.zh)》"
    return benefit.assumes.contains { assumptions[$0].reason.zh.contains(title) }
  }
}

extension String {
  /// Whether a quantity's key speaks of facts alone, so that it means the same in every document: what
  /// is local or listed goes by the document's region.
  fileprivate var isOfFacts: Bool {
    !["parameter", "assumption", "table", "definition", "isLocal", "inShortage"].contains {
      contains($0)
    }
  }
}
