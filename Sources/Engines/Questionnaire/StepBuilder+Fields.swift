import Core
import PolicyPlan
import Vocabulary

/// How a field of the vocabulary is asked for.
extension StepBuilder {
  /// `nil` for what a form of one question a page cannot ask: lists of children, references.
  func form(of field: Field, _ path: FactPath) -> Step.Form? {
    switch field.type {
    case .boolean: return .yesOrNo
    case .string:
      let texts = interview.texts(comparedWith: path)
      return texts.isEmpty
        ? .text : .choices(texts.map { EnumerationValue(id: $0, name: Bilingual($0)) })
    case .number(let range, let scale, let labels):
      return choices(range, scale, labels, field.unit)
        ?? .number(range: range, scale: scale, unit: field.unit)
    case .date: return .date
    case .month: return .month
    case .enumeration(let values): return .choices(values)
    case .region: return .region
    case .occupation: return .occupation
    case .reference, .varying, .children: return nil
    }
  }

  /// A short scale on which some numbers have names is chosen from rather than typed.
  private func choices(
    _ range: ClosedRange<Decimal128>, _ scale: Int, _ labels: [EnumerationValue],
    _ unit: Bilingual?
  ) -> Step.Form? {
    guard scale == 0, !labels.isEmpty, let low = range.lowerBound.integer,
      let high = range.upperBound.integer, high - low < 12
    else { return nil }
    return .choices(
      (low...high).map { number in
        let named = labels.first { $0.id == String(number) }
        return named.map { Self.numbered($0, unit) }
          ?? EnumerationValue(id: String(number), name: Bilingual(String(number)))
      })
  }

  /// “3 级（高级工）”.
  private static func numbered(_ value: EnumerationValue, _ unit: Bilingual?) -> EnumerationValue {
    EnumerationValue(
      id: value.id,
      name: Bilingual(
        zh: "\(value.id) \(unit?.zh ?? "")（\(value.name.zh)）",
        en: "\(unit.map { $0.en.prefix(1).uppercased() + $0.en.dropFirst() + " " } ?? "")"
          + "\(value.id) (\(value.name.en))"))
  }

  func hint(for form: Step.Form) -> Bilingual? {
    switch form {
    case .date: Bilingual(zh: "例如 2019 年 5 月 3 日。", en: "For example 2019, 5, 3.")
    case .month: Bilingual(zh: "例如 2019 年 5 月。", en: "For example 2019, 5.")
    case .occupation:
      Bilingual(
        zh: "国家职业分类大典的代码，四段数字，例如 6-18-01-01。",
        en: "The code of the national occupational classification, for example 6-18-01-01.")
    default: nil
    }
  }

  /// What may be said instead of a value; not knowing is always another answer than there being none.
  func escapes(of field: Field, _ form: Step.Form) -> [Step.Escape] {
    switch field.absence {
    case .openEnded: return [.ongoing, .unknown]
    case .none: return [.none, .unknown]
    case .unknown:
      if case .choices = form, case .string = field.type { return [.otherwise, .unknown] }
      return [.unknown]
    }
  }
}
