import Core
import PolicyPlan

/// Conditions that no case can meet: alone, or together with those before them.
struct ConditionCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan)
  }

  var findings: [Finding] { plan.benefits.compactMap(finding) }

  /// The first condition of a benefit with which nobody can get it any more.
  private func finding(_ benefit: BenefitPlan) -> Finding? {
    let conditions = benefit.conditions
    let first = conditions.indices.first { ranges.cases(Array(conditions[...$0])).isEmpty }
    return first.map { finding(conditions[$0], after: Array(conditions[..<$0]), benefit) }
  }

  private func finding(
    _ condition: RulePlan, after earlier: [RulePlan], _ benefit: BenefitPlan
  ) -> Finding {
    let advice = Bilingual(
      zh: "改正其中一个条件；照现在的写法，“\(benefit.label.zh)”谁也享受不到。",
      en: "Correct one of them: as it stands nobody gets “\(benefit.label.en)”.")
    if ranges.cases([condition]).isEmpty {
      return Finding(
        .impossibleCondition, .error, at: condition.place.range,
        Bilingual(
          zh: "条件“\(condition.label.zh)”永远不成立",
          en: "the condition “\(condition.label.en)” can never hold"), advice)
    }
    let other = earlier.first { ranges.cases([$0, condition]).isEmpty }
    let names =
      other.map(\.label)
      ?? Bilingual(
        zh: earlier.map(\.label.zh).joined(separator: "”“"),
        en: earlier.map(\.label.en).joined(separator: "”, “"))
    return Finding(
      .impossibleCondition, .error, at: condition.place.range,
      Bilingual(
        zh: "条件“\(condition.label.zh)”与“\(names.zh)”不能同时成立",
        en: "the condition “\(condition.label.en)” cannot hold together with “\(names.en)”"),
      advice)
  }
}
