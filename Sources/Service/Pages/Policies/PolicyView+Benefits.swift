import Core
import PolicyDocument
import PolicyPlan
import Vocabulary

extension PolicyView {
  func benefit(_ benefit: Benefit, level: Int) -> HTML {
    Tag.div(.class("benefit")) {
      Tag.heading(level)(
        (hasIDs ? [.id("benefit-" + benefit.id.text)] : []) + [.class("name")]
      ) {
        place(benefit.label.capitalised)
      }
      Tag.p(.class("formula")) { Tag.code { document.front.id.text + "/" + benefit.id.text } }
      terms(benefit)
      Tag.ul(.class("rules")) {
        for rule in benefit.rules { self.rule(rule, in: benefit) }
      }
      if let totals = benefit.score { scoreTable(benefit, totals) }
    }
  }

  private func terms(_ benefit: Benefit) -> HTML {
    Tag.dl(.class("facts-of")) {
      if let each = benefit.each {
        entry(place("对象", "For"), subjects(of: benefit) ?? each.text)
      }
      if let receiver = benefit.receiver {
        entry(place("发给", "Paid to"), self.receiver(of: benefit) ?? receiver.text)
      }
      if let from = benefit.eventsFrom {
        entry(place("适用于", "Applies to"), place("\(from) 起的事项", "events from \(from)"))
      }
      if let months = benefit.months {
        entry(
          place("按月", "Monthly"),
          place("最多 \(months.atMost) 个月", "for at most \(months.atMost) months"))
      }
      for item in benefit.inKind { entry(place("给予", "Gives"), place(item.value)) }
    }
  }

  func plan(of benefit: Benefit) -> BenefitPlan? {
    plan?.benefits.first { $0.id == document.front.id.text + "/" + benefit.id.text }
  }

  /// 学徒的单位: the reference that names who receives.
  private func receiver(of benefit: Benefit) -> String? {
    guard let plan, let compiled = self.plan(of: benefit), let field = compiled.receiver else {
      return nil
    }
    let type = plan.vocabulary.types[compiled.subject]
    return place(
      "\(type.name.zh)的\(type.fields[field].name.zh)",
      "\(type.fields[field].name.en) of the \(type.name.en)")
  }

  /// 每条证书记录, 每个单位: what there is an answer for.
  private func subjects(of benefit: Benefit) -> String? {
    guard let plan, let compiled = self.plan(of: benefit) else { return nil }
    let name = plan.vocabulary.types[compiled.subject].name
    return place(compiled.isOfParty ? "每个\(name.zh)" : "每条\(name.zh)记录", "each \(name.en)")
  }

  private func rule(_ rule: Rule, in benefit: Benefit) -> HTML {
    Tag.li {
      Tag.p {
        Tag.span(.class("kind")) { place(rule.kind.label) }
        " "
        Tag.strong { place(rule.label.capitalised) }
      }
      if let sentence = sentence(for: rule, in: benefit) {
        Tag.p(.class("reads")) { place(sentence) }
      }
      Tag.p(.class("formula")) {
        Tag.code { rule.id.text }
        " = "
        Tag.code { rule.expression.text }
      }
      notes(in: rule.range)
    }
  }

  private func sentence(for rule: Rule, in benefit: Benefit) -> Bilingual? {
    guard let plan, let compiled = self.plan(of: benefit) else { return nil }
    let found = compiled.rules.first { $0.place.range == rule.range }
    return found.map { plan.sentence(for: $0.node) }
  }
}

extension BenefitPlan {
  /// Every row of the rule table.
  fileprivate var rules: [RulePlan] {
    let paid: [RulePlan] =
      switch payment {
      case .once(let amount): [amount]
      case .monthly(let months): [months.first, months.counts, months.rate]
      case .inKind: []
      case .score(let sheet): sheet.rules
      }
    return definitions + conditions + exclusions + paid + caps
  }
}

extension Rule.Kind {
  fileprivate var label: Bilingual {
    switch self {
    case .definition: Bilingual(zh: "定义", en: "Definition")
    case .condition: Bilingual(zh: "条件", en: "Condition")
    case .exclusion: Bilingual(zh: "排除", en: "Exclusion")
    case .amount: Bilingual(zh: "金额", en: "Amount")
    case .cap: Bilingual(zh: "上限", en: "Cap")
    case .first: Bilingual(zh: "首月", en: "First month")
    case .counts: Bilingual(zh: "计月", en: "Month counts")
    case .rate: Bilingual(zh: "月额", en: "Monthly rate")
    }
  }
}
