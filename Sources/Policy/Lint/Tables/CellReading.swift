import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Reads a cell of a source table: FEEL as in a decision table, with bare dates, 是 and 否, and the
/// words of an enumeration.
struct CellReading {
  /// The field of the vocabulary that the column is about, where it is known.
  let field: FieldType?
  let source: SourceText

  func criterion(_ cell: Cell) -> Criterion {
    switch cell.text {
    case "-", "—": return .any
    case "是": return .compare(.equal, .boolean(true))
    case "否": return .compare(.equal, .boolean(false))
    default: break
    }
    switch DateTest(cell.text) {
    case .compare(let sign, let date)?: return .compare(sign, .date(date))
    case .range(let low, let lowIncluded, let high, let highIncluded)?:
      return .range(
        low: .date(low), lowIncluded: lowIncluded, high: .date(high), highIncluded: highIncluded)
    case nil: break
    }
    guard let parsed = try? Parser.unaryTests(source, within: cell.range) else { return .opaque }
    let tests = parsed.tests.map { Criterion($0, takesWords: true).mapped(canonical) }
    return tests.count == 1 ? tests[0] : .oneOf(tests)
  }

  /// The canonical id of an enumeration's value.
  private func canonical(_ value: Value) -> Value {
    guard case .string(let text) = value, case .enumeration(let values)? = field,
      let known = values.first(where: { $0.id == text || $0.name.zh == text })
    else { return value }
    return .string(known.id)
  }
}

extension Criterion {
  /// The same with other values.
  func mapped(_ change: (Value) -> Value) -> Criterion {
    switch self {
    case .any, .opaque: self
    case .compare(let sign, let value): .compare(sign, change(value))
    case .range(let low, let lowIncluded, let high, let highIncluded):
      .range(
        low: low.map(change), lowIncluded: lowIncluded, high: high.map(change),
        highIncluded: highIncluded)
    case .not(let tests): .not(tests.map { $0.mapped(change) })
    case .oneOf(let tests): .oneOf(tests.map { $0.mapped(change) })
    }
  }
}

extension Vocabulary {
  /// The field that `类型.字段` names, or the case of a varying field by its name, as indicators are.
  func fieldType(named name: String) -> FieldType? {
    let parts = name.split(separator: ".").map(String.init)
    if parts.count == 2, let type = type(parts[0]), let index = type.fieldIndex(parts[1]) {
      return type.fields[index].type
    }
    for type in types {
      for field in type.fields {
        guard case .varying(let by, let cases) = field.type, let selector = type.fieldIndex(by),
          case .enumeration(let values) = type.fields[selector].type
        else { continue }
        if let value = values.first(where: { $0.id == name || $0.name.zh == name }) {
          return cases[value.id]?.type
        }
      }
    }
    return nil
  }
}

extension Measure {
  /// The measure of a field's values; `nil` for references and lists.
  init?(_ type: FieldType) {
    switch type {
    case .boolean: self = .boolean
    case .number(_, let scale, _): self = .number(digits: scale)
    case .date: self = .date
    case .month: self = .month
    case .string, .enumeration, .region, .occupation: self = .text
    case .reference, .varying, .children: return nil
    }
  }
}
