import Core
import PolicyPlan

/// Conditions that no case can meet: alone, together with those before them, or of any case that
/// the document is about; and exclusions that always hold, or never.
struct ConditionCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan)
  }

  var findings: [Finding] {
    plan.benefits.flatMap { benefit in
      let condition = impossible(in: benefit)
      let excluding = condition == nil ? exclusions(of: benefit) : []
      let told = Set(([condition].compactMap { $0 } + excluding).compactMap(\.range))
      return [condition].compactMap { $0 } + excluding
        + LoopCheck(plan, ranges).findings(in: benefit).filter { finding in
          finding.range.map { !told.contains($0) } ?? true
        }
    }
  }

  /// The first condition of a benefit with which nobody can get it any more.
  private func impossible(in benefit: BenefitPlan) -> Finding? {
    let conditions = benefit.conditions
    let start = ranges.start(of: benefit)
    let first = conditions.indices.first {
      ranges.cases(Array(conditions[...$0]), from: start).isEmpty
    }
    return first.map { finding(conditions[$0], after: Array(conditions[..<$0]), benefit) }
  }

  private func finding(
    _ condition: RulePlan, after earlier: [RulePlan], _ benefit: BenefitPlan
  ) -> Finding {
    let name = condition.name
    if ranges.cases([condition], from: ranges.spell(of: benefit)).isEmpty {
      return finding(
        condition, benefit,
        Bilingual(zh: "条件\(name.zh)永远不成立", en: "the condition \(name.en) can never hold"))
    }
    let start = ranges.start(of: benefit)
    if ranges.cases([condition], from: start).isEmpty {
      return finding(condition, benefit, outsideTime(condition, benefit))
    }
    let other = earlier.first { ranges.cases([$0, condition], from: start).isEmpty }
    let names = (other.map { [$0] } ?? earlier).map(\.name)
    return finding(
      condition, benefit,
      Bilingual(
        zh: "条件\(name.zh)与\(names.map(\.zh).joined())不能同时成立",
        en: "the condition \(name.en) cannot hold together with "
          + names.map(\.en).joined(separator: ", ")))
  }

  /// What to say of a condition that only events beyond the document's time can meet.
  private func outsideTime(_ condition: RulePlan, _ benefit: BenefitPlan) -> Bilingual {
    let name = condition.name
    if let from = benefit.eventsFrom,
      ranges.cases([condition], from: ranges.start(of: benefit, isPast: false)).isEmpty
    {
      return Bilingual(
        zh: "条件\(name.zh)只有 \(from) 以前的事项才能满足，而那以前的事项不适用本文件",
        en: "the condition \(name.en) can hold only for events before \(from), to which the "
          + "document does not apply")
    }
    return Bilingual(
      zh: "条件\(name.zh)只有认定日以后的事项才能满足，而认定时还没有那样的记录",
      en: "the condition \(name.en) can hold only for events after the day of determination, of "
        + "which there is no record yet")
  }

  private func finding(
    _ rule: RulePlan, _ benefit: BenefitPlan, _ message: Bilingual
  ) -> Finding {
    Finding(
      .impossibleCondition, .error, at: rule.place.range, message,
      Bilingual(
        zh: "改正其中一个条件；照现在的写法，“\(benefit.label.zh)”谁也享受不到。",
        en: "Correct one of them: as it stands nobody gets “\(benefit.label.en)”."))
  }

  /// Exclusions that shut everybody out, and those that shut out nobody.
  private func exclusions(of benefit: BenefitPlan) -> [Finding] {
    let cases = ranges.cases(of: benefit)
    return benefit.exclusions.compactMap { rule in
      let name = rule.name
      if cases.allSatisfy({ ranges.cases(rule.node, isTrue: false, $0).isEmpty }) {
        return finding(
          rule, benefit,
          Bilingual(
            zh: "排除\(name.zh)总是成立", en: "the exclusion \(name.en) always holds"))
      }
      guard ranges.cases([rule], from: ranges.spell(of: benefit)).isEmpty else { return nil }
      return Finding(
        .impossibleCondition, .error, at: rule.place.range,
        Bilingual(zh: "排除\(name.zh)永远不成立", en: "the exclusion \(name.en) can never hold"),
        Bilingual(
          zh: "改正它；照现在的写法，它谁也不排除。",
          en: "Correct it: as it stands it excludes nobody."))
    }
  }
}

extension RulePlan {
  /// “等级” (`level`): labels may be the same, ids are not.
  var name: Bilingual {
    Bilingual(zh: "“\(label.zh)”（\(id)）", en: "“\(label.en)” (\(id))")
  }
}
