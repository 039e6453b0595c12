import Core
package import Facts
package import Registry
import Vocabulary

/// The parties or records of a type, or the rows of a catalogue, as a table that spreadsheet
/// programs open as intended, and that `TableImport` takes back.
package struct TableExport: Sendable {
  /// What stands in the header and for enumeration values.
  package enum Names: Sendable {
    /// Canonical ids.
    case canonical
    /// Chinese names.
    case chinese
  }

  package let registry: Registry
  package let subject: TableReader.Subject
  package var names = Names.canonical
  /// As of when.
  package var known = KnownAt.latest
  /// Only what differs from the state after this change, and how; `nil` for all there is.
  package var after: Int64?
  /// Whether identity, telephone and account numbers go out in full. A masked number cannot be
  /// imported again.
  package var revealsSecrets = false

  package init(from registry: Registry, _ subject: TableReader.Subject) {
    self.registry = registry
    self.subject = subject
  }

  private var ids: RowCells.IDColumns {
    guard case .type(let index) = subject else { return .none }
    return registry.vocabulary.types[index].role == .party ? .party : .record
  }

  private var rowCells: RowCells {
    let fields =
      switch subject {
      case .type(let index): registry.vocabulary.types[index].fields
      case .catalogue(let index): registry.vocabulary.catalogues[index].fields
      }
    return RowCells(fields: fields, names: names, revealsSecrets: revealsSecrets)
  }
}

extension TableExport: ExportedTable {
  /// The ids, then the fields, then how they changed.
  package var header: [String] {
    rowCells.titles(ids) + (after == nil ? [] : [RowChange.column])
  }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    guard let after else { return try each(body) }
    let cells = rowCells
    let isChinese = names == .chinese
    switch subject {
    case .type(let index):
      return try registry.eachDifference(ofType: index, after: after, known: known) {
        try body(row($0, cells) + [.text($1.name[isChinese ? .zh : .en])])
      }
    case .catalogue(let index):
      return try registry.eachDifference(ofCatalogue: index, after: after, known: known) {
        try body(cells.cells($0) + [.text($1.name[isChinese ? .zh : .en])])
      }
    }
  }

  private func each(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    let cells = rowCells
    switch subject {
    case .type(let index):
      return try registry.eachRecord(ofType: index, known: known) { try body(row($0, cells)) }
    case .catalogue(let index):
      return try registry.eachRow(ofCatalogue: index, known: known) { try body(cells.cells($0)) }
    }
  }

  private func row(_ record: Record, _ cells: RowCells) -> [Cell] {
    let ids = ids == .party ? [record.id] : [record.id, record.party]
    return ids.map { $0.map(Cell.text) ?? .empty } + cells.cells(record.values)
  }
}
