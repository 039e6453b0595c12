import Core
import Determination
import Explain
import FEEL
import Facts
import HTTP
import Pages
import PolicyPlan
import Vocabulary

/// What was entered, as facts; and what is wrong with it.
extension ScoreSheetForm {
  /// What was sent comes to: the points by the facts, or what must be corrected first.
  func assess() -> ScoreSheetView {
    var errors: [FormError] = []
    let facts = facts(&errors)
    checkSelfScores(&errors)
    guard errors.isEmpty, let facts else {
      var view = view()
      view.errors = errors
      return view
    }
    let found = ExplainEngine(plans: [plan]).determine(facts).determinations
      .first { $0.benefit == benefit.id }
    var view = view(found, asked: true)
    view.missing = missing(found)
    let vetoed = Set(sheet.vetoes.map(\.rule.place.line))
    view.vetoes = (found?.because ?? [])
      .filter { $0.verdict == .fails && vetoed.contains($0.citation.line) }
      .compactMap { reason in
        sheet.vetoes.first { $0.rule.place.line == reason.citation.line }?.rule.label
      }
    return view
  }

  /// Of who is excluded the points are told all the same, so what they lack is told too.
  private func missing(_ found: Determination?) -> [Bilingual] {
    var open: [Bilingual] = []
    for (item, rule) in zip(found?.score?.items ?? [], sheet.items) where item.points == nil {
      let lacking = plan.yearlyMembers(of: rule.rule.node).filter { known($0) == nil }
      let names = lacking.isEmpty ? [rule.rule.label] : lacking.map(\.name)
      open.append(
        Bilingual(
          zh: item.id + " " + names.map(\.zh).joined(separator: "、"),
          en: item.id + " " + names.map(\.en).joined(separator: ", ")))
    }
    return open
  }

  private func facts(_ errors: inout [FormError]) -> FactBase? {
    guard let year = Int(year.trimmed), (1900...2200).contains(year),
      let end = CivilDate(year: year, month: 12, day: 31)
    else {
      errors.append(
        FormError(
          field: "year",
          message: words("年度写成四位数字，如 2025。", "Write the year in four digits, as 2025.")))
      return nil
    }
    let vocabulary = plan.vocabulary
    guard let indicator = vocabulary.typeIndex("indicator") else { return nil }
    var facts = FactBase(
      vocabulary: vocabulary, on: year == today.year ? today : end, region: plan.region)
    let party = vocabulary.types[benefit.party]
    facts.add(
      party: Record(
        type: benefit.party, id: "e", party: nil,
        values: Array(repeating: .missing, count: party.fields.count)))
    for member in members {
      guard let value = value(member, &errors) else { continue }
      facts.add(record: record(indicator, member.id, year, value))
    }
    // The sheet is that enterprise's even while nothing is filled in.
    facts.add(record: record(indicator, nil, year, nil))
    return facts
  }

  /// Everything that the sheet asks for.
  private var members: [Field] {
    var members: [Field] = []
    for rule in sheet.rules {
      members += plan.yearlyMembers(of: rule.node).filter { member in
        !members.contains { $0.id == member.id }
      }
    }
    return members
  }

  private func record(_ type: Int, _ name: String?, _ year: Int, _ value: Value?) -> Record {
    let values = plan.vocabulary.types[type].fields.map { field -> FactValue in
      switch field.type {
      case .number: .known(.number(Decimal128(year)))
      case .enumeration: name.map { .known(.string($0)) } ?? .missing
      default: value.map { $0.isNone ? FactValue.none : .known($0) } ?? .missing
      }
    }
    return Record(type: type, id: nil, party: "e", values: values)
  }

  /// The value of a fact that is there and right.
  private func known(_ field: Field) -> Value? {
    var errors: [FormError] = []
    return value(field, &errors)
  }

  private func value(_ field: Field, _ errors: inout [FormError]) -> Value? {
    let name = "f." + field.id
    guard case .children(let columns) = field.type else {
      return scalar(fields[name] ?? "", field, name.replacing(".", with: "-"), &errors)
    }
    let id = name.replacing(".", with: "-")
    var items: [Value] = []
    for row in 0..<60 {
      var context = Context()
      for column in columns {
        let text = fields["\(name).\(row).\(column.id)"] ?? ""
        if let value = scalar(text, column, id, &errors) { context[column.id] = value }
      }
      if columns.contains(where: { context[$0.id] != nil }) { items.append(.context(context)) }
    }
    let isNone = fields[name] == "none"
    if isNone, !items.isEmpty {
      errors.append(
        FormError(
          field: id,
          message: words(
            "“\(field.name.zh)”勾了“没有”，又填了内容：请留下一种。",
            "“\(field.name.en)” says none and lists something too: keep one of the two.")))
    }
    return isNone || !items.isEmpty ? .list(items) : nil
  }

  private func scalar(
    _ written: String, _ field: Field, _ id: String, _ errors: inout [FormError]
  ) -> Value? {
    let text = written.trimmed
    if text.isEmpty { return nil }
    // Nothing filled in is not known; there being none is.
    if field.type.isNone(text) { return .null }
    switch field.type {
    case .boolean: return text == "yes" ? .boolean(true) : text == "no" ? .boolean(false) : nil
    case .enumeration(let values): return values.first { $0.id == text }.map { .string($0.id) }
    case .number(let range, let scale, _):
      if let number = Self.number(text), range.contains(number),
        number.rounded(scale: scale, .down) == number
      {
        return .number(number)
      }
      let name = field.name
      let hint = field.type.isQuotient ? ScoreSheetForm.quotientHint : nil
      errors.append(
        FormError(
          field: id,
          message: words(
            "“\(name.zh)”要写 \(range.lowerBound) 到 \(range.upperBound) 的数\(scale == 0 ? "，不带小数" : "")"
              + (hint.map { "：" + $0.zh } ?? "") + "。",
            "“\(name.en)” takes a number from \(range.lowerBound) to \(range.upperBound)"
              + (scale == 0 ? " without decimals" : "") + (hint.map { ": " + $0.en } ?? "") + ".")))
      return nil
    default: return .string(text)
    }
  }

  /// `0.35`, or `35%` for the same.
  private static func number(_ text: String) -> Decimal128? {
    guard let last = text.last, "%％".contains(last) else { return Decimal128(text) }
    return Decimal128(String(text.dropLast()).trimmed)?.divided(by: Decimal128(100))
  }

  private func checkSelfScores(_ errors: inout [FormError]) {
    for item in sheet.items {
      let id = item.rule.id
      let text = (fields["s." + id] ?? "").trimmed
      guard !text.isEmpty else { continue }
      let points = Decimal128(text)
      let fits = points.map { points in
        item.maximum.map { points >= .zero && points <= $0 } ?? (points <= .zero)
      }
      if fits == true { continue }
      let limits =
        item.maximum.map { words("0 到 \($0) 的数", "a number from 0 to \($0)") }
        ?? words("0 或负数", "0 or a negative number")
      errors.append(
        FormError(
          field: "s-" + id.replacing(".", with: "-"),
          message: words("\(id) 的自评分要写 \(limits)。", "The self score of \(id) takes \(limits).")))
    }
  }

  private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}

extension FieldType {
  /// Whether a word says that there is none, where no value of the type does.
  fileprivate func isNone(_ text: String) -> Bool {
    if case .enumeration(let values) = self,
      values.contains(where: { $0.id == ScoreSheetForm.none })
    {
      return false
    }
    return [ScoreSheetForm.none, "无", "没有"].contains(text.lowercased())
  }
}

extension Value {
  fileprivate var isNone: Bool { if case .null = self { true } else { false } }
}
