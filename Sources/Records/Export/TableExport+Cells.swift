import Core
import Cryptography
import FEEL
import Facts
import JSONText
import Registry
import Vocabulary

/// A column of a table that goes out.
struct ExportColumn {
  let title: String
  /// `nil` for the ids of the record and its party.
  let field: Field?
}

extension TableExport {
  private var entity: EntityType { registry.vocabulary.types[type] }

  /// The id, the party, and the fields.
  var columns: [ExportColumn] {
    let isChinese = names == .chinese
    var columns = [ExportColumn(title: isChinese ? "编号" : "id", field: nil)]
    if entity.role != .party {
      columns.append(ExportColumn(title: isChinese ? "当事人" : "party", field: nil))
    }
    return columns
      + entity.fields.map { ExportColumn(title: isChinese ? $0.name.zh : $0.id, field: $0) }
  }

  func cells(of record: Record) -> [Cell] {
    var cells: [Cell] = [record.id.map(Cell.text) ?? .empty]
    if entity.role != .party { cells.append(record.party.map(Cell.text) ?? .empty) }
    for (field, value) in zip(entity.fields, record.values) {
      switch value {
      case .missing: cells.append(.empty)
      case .none: cells.append(.none)
      case .known(let value): cells.append(cell(value, field.type, field, record))
      }
    }
    return cells
  }

  private func cell(
    _ value: Value, _ type: FieldType, _ field: Field, _ record: Record
  ) -> Cell {
    switch (value, type) {
    case (_, .varying(let by, let cases)):
      guard let other = entity.fieldIndex(by),
        case .known(.string(let name)) = record.values[other],
        let actual = cases[name]
      else { return .empty }
      return cell(value, actual, field, record)
    case (.boolean(let value), _): return .boolean(value)
    case (.number(let number), _): return isMoney(field) ? .money(number) : .number(number)
    case (.date(let date), .month): return .month(date)
    case (.date(let date), _): return .date(date)
    case (.string(let id), .enumeration(let values)) where names == .chinese:
      return .text(values.first { $0.id == id }?.name.zh ?? id)
    case (.string(let text), .string) where field.sensitivity == .identity && !revealsSecrets:
      return .text(masked(text, field))
    case (.string(let text), _): return .text(text)
    case (.list(let items), .children(let fields)): return .text(list(items, fields))
    default: return .empty
    }
  }

  /// The unit of money is yuan, or yuan a month, a year.
  private func isMoney(_ field: Field) -> Bool { field.unit?.zh.hasPrefix("元") == true }

  private func masked(_ text: String, _ field: Field) -> String {
    field.format == .identityNumber ? Mask.identityNumber(text) : Mask.number(text)
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
