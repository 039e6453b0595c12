package import Core
import FEEL
import Vocabulary

/// Stacking rules read aloud.
extension Plan {
  package func sentence(for rule: StackingRule) -> Bilingual {
    let whole = plainSentence(for: rule)
    guard let when = rule.when.map({ assumptions[$0].label }) else { return whole }
    return Bilingual(
      zh: whole.zh + "仅在假设“\(when.zh)”\(rule.holdsWhile ? "" : "不")成立时适用。",
      en: whole.en + " Holds only while the assumption “\(when.en)” is \(rule.holdsWhile).")
  }

  private func plainSentence(for rule: StackingRule) -> Bilingual {
    let names = rule.over.map(label(ofBenefit:))
    let zh = names.map { "“\($0.zh)”" }.joined(separator: "、")
    let en = names.map { "“\($0.en)”" }.joined(separator: ", ")
    switch rule.kind {
    case .once(let keys, let period):
      let same = words(for: keys, rule)
      return Bilingual(
        zh: "\(zh)：同一\(same.zh)\(period?.words.zh ?? "")只享受一次，取最早的。",
        en:
          "\(en): only once for the same \(same.en)\(period?.words.en ?? ""); the earliest counts.")
    case .highest(let highest): return sentence(for: highest, rule, zh, en)
    case .onePerMonth:
      return Bilingual(
        zh: "\(zh)：同一人每个月只发一项，取月额最高的。",
        en: "\(en): one person gets only one of them a month, the highest.")
    case .cap(let cap): return sentence(for: cap, rule, zh, en)
    case .blocks(let blocked, let period):
      let others = blocked.map(label(ofBenefit:))
      return Bilingual(
        zh: "享受\(zh)的\(period?.words.zh ?? "")不再享受"
          + others.map { "“\($0.zh)”" }.joined(separator: "、") + "。",
        en: "Whoever gets \(en) does not get "
          + others.map { "“\($0.en)”" }.joined(separator: ", ") + (period?.words.en ?? "") + ".")
    case .ladder(let ladder):
      let same = words(for: ladder.per, rule)
      return Bilingual(
        zh: "\(zh)：同一\(same.zh)已有更高等级的，同日或以后较低等级的不再享受。",
        en:
          "\(en): once there is a higher level for the same \(same.en), a lower one of that day or "
          + "later gets nothing.")
    case .quota(let quota): return sentence(for: quota, zh, en)
    case .choice(let keys, let period):
      let same = words(for: keys, rule)
      return Bilingual(
        zh: "\(zh)：同一\(same.zh)\(period?.words.zh ?? "")只能选一项，取合计最高的组合。",
        en: "\(en): only one of them for the same \(same.en)\(period?.words.en ?? ""); the "
          + "combination that pays most in all is taken.")
    }
  }

  private func sentence(
    for cap: Cap, _ rule: StackingRule, _ zh: String, _ en: String
  ) -> Bilingual {
    let same = words(for: cap.per, rule)
    let most = words(for: cap.limit)
    let filter = cap.filter.map { filter in
      let label = label(ofDefinition: filter.definition, rule)
      return filter.isWanted
        ? Bilingual(zh: "属于“\(label.zh)”的", en: ", counting only “\(label.en)”,")
        : Bilingual(zh: "不属于“\(label.zh)”的", en: ", not counting “\(label.en)”,")
    }
    let best =
      cap.keep == .best
      ? Bilingual(zh: "，由本人选最有利的", en: "; those that pay most are taken") : Bilingual("")
    let period = cap.period?.words ?? Bilingual("")
    return Bilingual(
      zh: "\(zh)：同一\(same.zh)\(period.zh)\(filter?.zh ?? "")合计不超过 \(most.zh)\(best.zh)。",
      en: "\(en)\(filter?.en ?? ""): at most \(most.en) in all for the same \(same.en)\(period.en)"
        + "\(best.en).")
  }

  /// What a definition of the rule's benefits is called.
  private func label(ofDefinition name: String, _ rule: StackingRule) -> Bilingual {
    benefits.first { $0.id == rule.over.first }?.definitions.first { $0.id == name }?.label
      ?? Bilingual(name)
  }

  private func label(ofBenefit id: String) -> Bilingual {
    benefits.first { $0.id == id }?.label ?? foreign.first { $0.id == id }?.label ?? Bilingual(id)
  }

  private func words(for keys: [StackingKey], _ rule: StackingRule) -> Bilingual {
    let names = keys.map { key -> Bilingual in
      switch key {
      case .party: return Bilingual(zh: "对象", en: "party")
      case .definition(let name): return label(ofDefinition: name, rule)
      case .field(let fields):
        guard let id = rule.over.first, let field = fields.first,
          let benefit = benefits.first(where: { $0.id == id })
        else { return Bilingual(zh: "事项", en: "case") }
        return vocabulary.types[benefit.subject].fields[field].name
      }
    }
    return Bilingual(
      zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }

  private func words(for limit: StackingRule.Limit) -> Bilingual {
    switch limit {
    case .amount(let money): Bilingual(zh: "\(money) 元", en: "\(money) yuan")
    case .figure(let figure):
      Bilingual(zh: "“\(label(of: figure).zh)”", en: "“\(label(of: figure).en)”")
    case .count(let count): Bilingual(zh: "\(count) 次", en: "\(count) cases")
    case .countFigure(let figure):
      Bilingual(zh: "“\(label(of: figure).zh)”次", en: "“\(label(of: figure).en)” cases")
    }
  }
}

extension StackingRule.Period {
  fileprivate var words: Bilingual {
    switch self {
    case .year: Bilingual(zh: "同一年", en: " in one year")
    case .month: Bilingual(zh: "同一月", en: " in one month")
    }
  }
}
