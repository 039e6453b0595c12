import Core
import Cryptography
import FEEL
import Facts
import JSONText
import Vocabulary

/// Turns rows of a type or catalogue into cells of a table.
struct RowCells {
  /// In the order of the columns, behind the ids.
  let fields: [Field]
  let names: TableExport.Names
  /// Whether identity, telephone and account numbers go out in full.
  let revealsSecrets: Bool

  /// The titles of the columns.
  ///
  /// - Parameter ids: which ids of the row stand in front of its fields.
  /// - Returns: the titles, in order.
  func titles(_ ids: IDColumns) -> [String] {
    let isChinese = names == .chinese
    let own =
      switch ids {
      case .none: [] as [String]
      case .party: [isChinese ? "编号" : "id"]
      case .record: isChinese ? ["编号", "当事人"] : ["id", "party"]
      }
    return own + fields.map { isChinese ? $0.name.zh : $0.id }
  }

  enum IDColumns { case none, party, record }

  func cells(_ values: [FactValue]) -> [Cell] {
    zip(fields, values).map { field, value in
      switch value {
      case .missing: .empty
      case .none: .none
      case .known(let value): cell(value, field.type, field, values)
      }
    }
  }

  private func cell(
    _ value: Value, _ type: FieldType, _ field: Field, _ row: [FactValue]
  ) -> Cell {
    switch (value, type) {
    case (_, .varying(let by, let cases)):
      guard let other = fields.firstIndex(where: { $0.id == by }),
        case .known(.string(let name)) = row[other], let actual = cases[name]
      else { return .empty }
      return cell(value, actual.type, field, row)
    case (.boolean(let value), _): return .boolean(value)
    case (.number(let number), _): return isMoney(field) ? .money(number) : .number(number)
    case (.date(let date), .month): return .month(date)
    case (.date(let date), _): return .date(date)
    case (.string(let id), .enumeration(let values)) where names == .chinese:
      return .text(values.first { $0.id == id }?.name.zh ?? id)
    case (.string(let text), .string) where field.sensitivity == .identity && !revealsSecrets:
      return .text(masked(text, field, row))
    case (.string(let text), _): return .text(text)
    case (.list(let items), .children(let fields)): return .text(list(items, fields))
    default: return .empty
    }
  }

  /// The unit of money is yuan, or yuan a month, a year.
  private func isMoney(_ field: Field) -> Bool { field.unit?.zh.hasPrefix("元") == true }

  private func masked(_ text: String, _ field: Field, _ row: [FactValue]) -> String {
    field.format == .identityNumber
      ? Mask.identityNumber(text, isBirthKnown: row.tellsBirth(fields)) : Mask.number(text)
  }

  /// Child records as JSON, which an import takes back.
  private func list(_ items: [Value], _ fields: [Field]) -> String {
    var writer = JSONWriter()
    writer.array { writer in
      for case .context(let context) in items {
        writer.object { writer in
          for field in fields {
            guard let value = context[field.id] else { continue }
            writer.key(field.id)
            write(value, field, to: &writer)
          }
        }
      }
    }
    return writer.text
  }

  private func write(_ value: Value, _ field: Field, to writer: inout JSONWriter) {
    switch value {
    case .boolean(let value): writer.boolean(value)
    case .number(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .date(let date):
      if case .month = field.type {
        writer.string(date.monthText)
      } else {
        writer.string(date.description)
      }
    default: writer.null()
    }
  }
}
