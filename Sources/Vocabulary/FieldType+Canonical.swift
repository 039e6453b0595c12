import Core
package import FEEL

extension FieldType {
  /// A value in canonical form; what `value(canonical:)` reads. `nil` for lists of child records.
  package func canonical(_ value: Value) -> String? {
    switch value {
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.description
    case .date(let date): if case .month = self { date.monthText } else { date.description }
    case .string(let text): text
    default: nil
    }
  }

  /// The value that a text in canonical form stands for: `true`, `1.5`, `2019-05-03`, a month as
  /// `2019-05`, an id. `nil` for what is none of the type, and for types no single text can give.
  package func value(canonical text: String) -> Value? {
    switch self {
    case .boolean: ["true": Value.boolean(true), "false": .boolean(false)][text]
    case .number: Decimal128(text).map(Value.number)
    case .date: CivilDate(text).map(Value.date)
    case .month: CivilDate(text + "-01").map(Value.date)
    case .string, .enumeration, .region, .occupation, .reference: .string(text)
    case .varying, .children: nil
    }
  }
}
