import Core
import Cryptography
import FEEL
import Facts
import Pages
import Vocabulary

/// Facts as a page shows them, secret numbers masked.
struct FactWords {
  let vocabulary: Vocabulary
  /// What benefits are called, by their ids, which stand in records as text.
  let benefits: [String: Bilingual]

  static let none = Bilingual(zh: "无", en: "none")

  /// What a field of a record says, by its position in the type; `nil` when nothing is known.
  func text(_ index: Int, of record: Record) -> Bilingual? {
    let field = vocabulary.types[record.type].fields[index]
    switch record.values[index] {
    case .missing: return nil
    case .none: return FactWords.none
    case .known(.string(let number)) where field.format == .identityNumber:
      let type = vocabulary.types[record.type]
      return Bilingual(
        Mask.identityNumber(number, isBirthKnown: record.values.tellsBirth(type.fields)))
    case .known(let value): return text(value, type(field.type, in: record), field)
    }
  }

  /// The type that another field of the record gives to one that varies.
  private func type(_ type: FieldType, in record: Record) -> FieldType {
    guard case .varying(let by, let cases) = type,
      let other = vocabulary.types[record.type].fieldIndex(by),
      case .known(.string(let name)) = record.values[other], let actual = cases[name]
    else { return type }
    return actual.type
  }

  private func text(_ value: Value, _ type: FieldType, _ field: Field) -> Bilingual {
    switch (value, type) {
    case (.boolean(let truth), _): truth ? .yes : .no
    case (.number(let number), .number(_, _, let labels)): text(number, labels, field)
    case (.string(let id), .enumeration(let values)):
      values.first { $0.id == id }?.name ?? Bilingual(id)
    case (.string(let code), .region): Region.name(of: code)
    case (.string(let text), .string) where field.sensitivity == .identity:
      Bilingual(Mask.number(text))
    case (.string(let text), _): benefits[text]?.capitalised ?? Bilingual(text)
    case (.date(let date), .month): Bilingual(date.monthText)
    case (.date(let date), _): Bilingual(date.description)
    case (.list(let items), .children(let fields)): list(items, fields)
    default: Bilingual(value.text)
    }
  }

  private func text(_ number: Decimal128, _ labels: [EnumerationValue], _ field: Field) -> Bilingual
  {
    if let label = labels.first(where: { $0.id == number.description }) {
      return Bilingual(zh: "\(number)（\(label.name.zh)）", en: "\(number) (\(label.name.en))")
    }
    guard let unit = field.unit, unit.zh != "年" else { return Bilingual(number.description) }
    if unit.zh.hasPrefix("元"), let money = Money(yuan: number) {
      let rest = Bilingual(zh: String(unit.zh.dropFirst()), en: String(unit.en.dropFirst(4)))
      return Bilingual(zh: money.words(.zh) + rest.zh, en: money.words(.en) + rest.en)
    }
    return Bilingual(zh: "\(number) \(unit.zh)", en: "\(number) \(unit.en)")
  }

  /// Child records, each in brackets of its own.
  private func list(_ items: [Value], _ fields: [Field]) -> Bilingual {
    if items.isEmpty { return FactWords.none }
    let rows = items.map { item -> Bilingual in
      guard case .context(let context) = item else { return Bilingual(item.text) }
      let cells = fields.compactMap { field -> (Bilingual, Bilingual)? in
        guard let value = context[field.id] else { return nil }
        return (field.name, text(value, field.type, field))
      }
      return Bilingual(
        zh: cells.map { $0.zh + " " + $1.zh }.joined(separator: "，"),
        en: cells.map { $0.en + " " + $1.en }.joined(separator: ", "))
    }
    return Bilingual(
      zh: rows.map { "（\($0.zh)）" }.joined(), en: rows.map { "(\($0.en))" }.joined(separator: " "))
  }
}
