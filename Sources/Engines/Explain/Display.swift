import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Values as people read them.
struct Display {
  let vocabulary: Vocabulary

  static let none = Bilingual(zh: "无", en: "none")
  static let unknown = Bilingual(zh: "未知", en: "unknown")

  func text(_ value: Value, field: Field? = nil) -> Bilingual {
    switch value {
    case .null: return Display.none
    case .boolean(let truth):
      return truth ? Bilingual(zh: "是", en: "yes") : Bilingual(zh: "否", en: "no")
    case .number(let number):
      if case .number(_, _, let labels)? = field?.type,
        let label = labels.first(where: { $0.id == number.description })
      {
        return Bilingual(
          zh: "\(number)（\(label.name.zh)）", en: "\(number) (\(label.name.en))")
      }
      return Bilingual(number.description)
    case .string(let text):
      if case .enumeration(let values)? = field?.type,
        let known = values.first(where: { $0.id == text })
      {
        return known.name
      }
      return Bilingual(text)
    case .date(let date):
      if case .month? = field?.type { return Bilingual(date.monthText) }
      return Bilingual(date.description)
    case .list(let items):
      if case .children? = field?.type {
        return Bilingual(zh: "\(items.count) 条", en: "\(items.count) listed")
      }
      let texts = items.map { self.text($0) }
      return Bilingual(
        zh: texts.map(\.zh).joined(separator: "、"), en: texts.map(\.en).joined(separator: ", "))
    default: return Bilingual(value.text)
    }
  }

  func shown(_ held: Held, field: Field? = nil) -> Shown? {
    switch held {
    case .value(let value): Shown(value, text(value, field: field))
    case .records(let records, nil):
      Shown(
        .number(Decimal128(records.count)),
        Bilingual(zh: "\(records.count) 条记录", en: "\(records.count) record(s)"))
    case .record, .records, .unknown: nil
    }
  }

  static func sign(_ op: ComparisonOperator) -> String {
    switch op {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }
}

extension Plan {
  /// The field a node reads directly, for showing its values by their names.
  func field(readBy node: NodeID) -> Field? {
    guard case .field(let index, let base) = nodes[node].operation,
      case .record(let id) = nodes[base].type
    else {
      if case .definition(_, let inner) = nodes[node].operation { return field(readBy: inner) }
      return nil
    }
    return vocabulary.type(id)?.fields[index]
  }
}
