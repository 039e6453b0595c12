import Core
package import Determination

/// The reasons of a determination as a list; the parts of a condition as a list within.
package func reasonList(_ reasons: [Reason], _ context: ResultContext) -> HTML {
  Tag.ul(.class("reasons")) {
    for reason in reasons { reasonItem(reason, context) }
  }
}

private func reasonItem(_ reason: Reason, _ context: ResultContext) -> HTML {
  let place = context.place
  let verdict = reason.verdict.shown
  return Tag.li {
    Tag.span(.class("mark " + verdict.style), .hidden) { verdict.mark }
    Tag.p {
      Tag.strong { place(reason.label.capitalised) }
      HTML(place("：", ": "))
      place(verdict.label)
    }
    if let comparison = comparison(reason, place) { Tag.p(.class("number")) { comparison } }
    if let note = reason.note { Tag.p { place(note) } }
    if !reason.facts.isEmpty { facts(reason.facts, context) }
    if !reason.others.isEmpty {
      Tag.p(.class("small soft")) {
        place("一并考虑：", "Taken together with: ")
          + reason.others.joined(separator: place("、", ", "))
      }
    }
    if !reason.parts.isEmpty { reasonList(reason.parts, context) }
    Tag.p(.class("small")) {
      Tag.span(.class("soft")) { place(reason.kind.label) + " · " }
      Tag.a(.href(context.link(to: reason.citation))) { context.name(of: reason.citation) }
    }
  }
}

/// “实际 13；要求 ≥ 12”.
private func comparison(_ reason: Reason, _ place: PageLocation) -> String? {
  var parts: [String] = []
  if let value = reason.value {
    let label = reason.kind == .condition ? place("实际：", "Found: ") : place("取值：", "Value: ")
    parts.append(label + place(value.text))
  }
  if let needed = reason.needed { parts.append(place("要求：", "Needed: ") + place(needed)) }
  return parts.isEmpty ? nil : parts.joined(separator: place("；", "; "))
}

private func facts(_ facts: [FactUse], _ context: ResultContext) -> HTML {
  let place = context.place
  return Tag.ul(.class("facts")) {
    for fact in facts {
      Tag.li {
        place(fact.typeLabel) + " " + fact.record + place(" 的", ", ") + place(fact.fieldLabel)
          + place("：", ": ") + place(context.words(for: fact))
      }
    }
  }
}

extension Reason.Verdict {
  /// The sign, its colour, and the word that says the same.
  fileprivate var shown: (mark: String, style: String, label: Bilingual) {
    switch self {
    case .holds: ("✓", "yes", Bilingual(zh: "符合", en: "holds"))
    case .fails: ("✕", "bad", Bilingual(zh: "不符合", en: "does not hold"))
    case .unknown: ("?", "wait", Bilingual(zh: "不知道", en: "not known"))
    case .applied: ("•", "no", Bilingual(zh: "已采用", en: "applied"))
    }
  }
}

extension Reason.Kind {
  fileprivate var label: Bilingual {
    switch self {
    case .condition: Bilingual(zh: "条件", en: "Condition")
    case .amount: Bilingual(zh: "金额", en: "Amount")
    case .table: Bilingual(zh: "决策表", en: "Table")
    case .parameter: Bilingual(zh: "参数", en: "Parameter")
    case .assumption: Bilingual(zh: "假设", en: "Assumption")
    case .months: Bilingual(zh: "计月", en: "Months")
    case .stacking: Bilingual(zh: "叠加规则", en: "Stacking rule")
    case .quota: Bilingual(zh: "名额", en: "Quota")
    case .score: Bilingual(zh: "评分", en: "Score")
    }
  }
}
