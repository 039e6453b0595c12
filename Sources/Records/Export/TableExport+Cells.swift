import Facts
import Registry
import Vocabulary

extension TableExport {
  private var entity: EntityType { registry.vocabulary.types[type] }
  private var isParty: Bool { entity.role == .party }

  private var rowCells: RowCells {
    RowCells(fields: entity.fields, names: names, revealsSecrets: revealsSecrets)
  }

  /// The ids, then the fields.
  var header: [String] { rowCells.titles(isParty ? .party : .record) }

  /// Gives the cells of a record, in the order of the header.
  func cells(of record: Record) -> [Cell] {
    let ids = isParty ? [record.id] : [record.id, record.party]
    return ids.map { $0.map(Cell.text) ?? .empty } + rowCells.cells(record.values)
  }
}
