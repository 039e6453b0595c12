package import Core
import FEEL
import Vocabulary

/// What things are called.
extension Plan {
  func phrase(ofRecord type: FEELType) -> Phrase {
    guard let name = name(of: type) else { return Phrase("该记录", "the record") }
    return Phrase(name.zh, "the " + name.en)
  }

  func partyPhrase(_ type: FEELType) -> Phrase {
    switch type {
    case .record("person"): Phrase("本人", "the person")
    case .record("organisation"): Phrase("本单位", "the organisation")
    default: phrase(ofRecord: type)
    }
  }

  func elementPhrase(_ type: FEELType) -> Phrase {
    guard let name = name(of: type) else { return Phrase("该记录", "that record") }
    // A list of child records is called by a plural.
    if case .record(let id) = type, Vocabulary.owner(of: id) != id {
      return Phrase("该" + name.zh, "that entry")
    }
    return Phrase("该" + name.zh, "that " + name.en)
  }

  /// The records of a party whom a reference names.
  func recordsPhrase(_ type: Int, of owner: Phrase) -> Phrase {
    let name = vocabulary.types[type].name
    let who = owner.text(atMost: .word)
    return Phrase("\(who.zh)的\(name.zh)记录", "\(name.en) records of \(who.en)")
  }

  private func name(of type: FEELType) -> Bilingual? {
    guard case .record(let id) = type else { return nil }
    return vocabulary.type(id)?.name
  }

  /// `证书的等级`, `the certificate’s level`; of the element of a list only the field.
  func memberPhrase(_ field: Int, of base: NodeID) -> Phrase {
    guard case .record(let id) = nodes[base].type, let type = vocabulary.type(id) else {
      return phrase(for: base)
    }
    let name = name(ofField: field, type)
    let owner = phrase(for: base).text
    let isTruth = if case .boolean = type.fields[field].type { true } else { false }
    // Names of indicators are phrases of their own, which have no owner in English.
    let english =
      Vocabulary.isYearly(id)
      ? "“\(name.en)” in \(called(base).en)"
      : isTruth ? "\(owner.en)’s “\(name.en)”" : possessive(owner.en, name.en)
    if isTruth {
      let chinese = "\(owner.zh)的“\(name.zh)”"
      return Phrase(chinese + "为是", english + " is yes", .clause)
        .or(chinese + "为否", english + " is no")
    }
    return Phrase(owner.zh + "的" + name.zh, english)
  }

  /// `the certificate’s level`; `the level of “last certificate”`, where no ’s can follow.
  private func possessive(_ owner: String, _ name: String) -> String {
    let isPhrase = [" of ", " to "].contains { owner.contains($0) }
    return owner.last?.isLetter == true && !isPhrase
      ? "\(owner)’s \(name)" : "the \(name) of \(owner)"
  }

  /// A definition by its bare label; anything else in its words.
  private func called(_ node: NodeID) -> Bilingual {
    guard case .definition(let name, let inner) = nodes[node].operation else {
      return phrase(for: node).text
    }
    return definition(name, inner)?.label ?? phrase(for: inner).text
  }

  /// `等级`, `level`; the ends of a spell are called 起 and 止 on forms, which no sentence can say.
  private func name(ofField field: Int, _ type: EntityType) -> Bilingual {
    switch type.fields[field].id {
    case type.spell?.from: Bilingual(zh: "开始时间", en: "start")
    case type.spell?.to: Bilingual(zh: "结束时间", en: "end")
    default: type.fields[field].name
    }
  }

  /// A field of every element of a list: `证书记录的等级`, `level of certificate records`.
  func listMemberPhrase(_ list: NodeID, _ loop: Loop) -> Phrase {
    guard let name = column(loop) else { return phrase(for: loop.body) }
    let source = phrase(for: list).text
    if case .tableOf = nodes[loop.body].operation {
      return Phrase("\(source.zh)各条的“\(name.zh)”", "“\(name.en)” of each of \(source.en)")
    }
    return Phrase(source.zh + "的" + name.zh, name.en + " of " + source.en)
  }

  /// What is taken of every element of a list: a field’s name, or the label of a table about it.
  func column(_ loop: Loop) -> Bilingual? {
    switch nodes[loop.body].operation {
    case .tableOf(let index, _): return tables[index].label
    case .field(let field, let element):
      guard case .element = nodes[element].operation, case .record(let id) = nodes[element].type,
        let type = vocabulary.type(id)
      else { return nil }
      return name(ofField: field, type)
    default: return nil
    }
  }

  /// What a table gives; by name where it is one of several results of a table.
  func resultPhrase(_ index: Int) -> Phrase {
    let table = tables[index]
    let isOneOfSeveral = tables.count { $0.label == table.label } > 1
    return Phrase(
      "按“\(table.label.zh)”表得出的" + (isOneOfSeveral ? "“\(table.name)”" : "值"),
      (isOneOfSeveral ? "“\(table.name)” of" : "the value of") + " the table “\(table.label.en)”")
  }

  /// What a table about a kind of record gives for one.
  func tablePhrase(_ index: Int, of record: NodeID) -> Phrase {
    let owner = phrase(for: record).text
    let label = tables[index].label
    return Phrase("\(owner.zh)的“\(label.zh)”", "“\(label.en)” of \(owner.en)")
  }

  func definitionPhrase(_ name: String, _ node: NodeID) -> Phrase {
    guard let rule = definition(name, node) else { return phrase(for: node) }
    return Phrase("“\(rule.label.zh)”", "“\(rule.label.en)”")
  }

  private func definition(_ name: String, _ node: NodeID) -> RulePlan? {
    benefits.lazy.flatMap(\.definitions).first { $0.node == node && $0.id == name }
  }

  func parameterPhrase(_ parameter: ParameterPlan, on day: Phrase) -> Phrase {
    let label = parameter.label
    if parameter.values.count == 1, let only = parameter.values.first {
      let value = valueWithUnit(only.value, parameter.type, parameter.unit)
      return Phrase("“\(label.zh)”（\(value.zh)）", "“\(label.en)” (\(value.en))")
    }
    return Phrase(
      "“\(label.zh)”在\(day.text.zh)的数值", "“\(label.en)” as of \(day.text.en)")
  }

  func assumptionPhrase(_ assumption: AssumptionPlan) -> Phrase {
    let value = valueWithUnit(assumption.value, assumption.type, assumption.unit)
    if case .boolean = assumption.type {
      let (zh, en) = ("假设“\(assumption.label.zh)”", "the assumption “\(assumption.label.en)”")
      return Phrase("\(zh)成立（现定为\(value.zh)）", "\(en) holds (set to \(value.en))", .clause)
        .or("\(zh)不成立（现定为\(value.zh)）", "\(en) does not hold (set to \(value.en))")
    }
    return Phrase(
      "假设“\(assumption.label.zh)”（\(value.zh)）",
      "the assumption “\(assumption.label.en)” (\(value.en))")
  }

  private func valueWithUnit(_ value: Value, _ type: FEELType, _ unit: String?) -> Bilingual {
    let value = words(for: value, type)
    guard let unit, !unit.isEmpty else { return value }
    let many = Plan.words(forUnit: unit).en
    let isOne = value.en == "1" && many.hasSuffix("s") && !many.contains(" ")
    return Bilingual(
      zh: value.zh + " " + unit, en: value.en + " " + (isOne ? String(many.dropLast()) : many))
  }

  /// A unit as documents write it, in both languages.
  package static func words(forUnit unit: String) -> Bilingual {
    Bilingual(zh: unit, en: englishUnits[unit] ?? unit)
  }

  private static let englishUnits = [
    "元": "yuan", "月": "months", "年": "years", "天": "days", "小时": "hours", "学时": "hours",
    "人": "persons", "名": "persons", "分": "points", "课时": "hours", "级": "level", "次": "times",
    "家": "enterprises", "个": "in number", "所": "schools", "场": "events", "项": "items",
    "%": "per cent", "万元": "ten thousand yuan", "元/月": "yuan a month",
    "元/人": "yuan a person",
  ]

  /// A constant: an enumeration's value by its name, truth as yes or no.
  func words(for value: Value, _ type: FEELType) -> Bilingual {
    if case .enumeration(let id) = type, case .string(let text) = value,
      let named = vocabulary.enumerationValues(id)?.first(where: { $0.id == text })
    {
      return named.name
    }
    return switch value {
    case .null: Bilingual(zh: "无", en: "none")
    case .boolean(true): Bilingual(zh: "是", en: "yes")
    case .boolean(false): Bilingual(zh: "否", en: "no")
    case .string(let text): Bilingual("“\(text)”")
    case .yearMonthDuration(let duration): words(forMonths: duration.months)
    case .dayTimeDuration(let duration): words(for: duration)
    default: Bilingual(value.text)
    }
  }

  private func words(forMonths months: Int) -> Bilingual {
    let years = months / 12
    let rest = months % 12
    var zh: [String] = []
    var en: [String] = []
    if years != 0 {
      zh.append("\(years) 年")
      en.append(years == 1 ? "1 year" : "\(years) years")
    }
    if rest != 0 || years == 0 {
      zh.append("\(rest) 个月")
      en.append(rest == 1 ? "1 month" : "\(rest) months")
    }
    return Bilingual(zh: zh.joined(separator: "零 "), en: en.joined(separator: " and "))
  }

  private func words(for duration: DayTimeDuration) -> Bilingual {
    let day = DayTimeDuration.nanosecondsPerDay
    guard duration.nanoseconds % day == 0 else { return Bilingual(duration.description) }
    let days = duration.nanoseconds / day
    return Bilingual(zh: "\(days) 天", en: days == 1 ? "1 day" : "\(days) days")
  }
}
