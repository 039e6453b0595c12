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
  package var selection = Registry.Selection()
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
  /// The ids, then the fields.
  package var header: [String] { rowCells.titles(ids) }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    let cells = rowCells
    switch subject {
    case .type(let index):
      let isParty = ids == .party
      return try registry.eachRecord(ofType: index, selection) { record in
        let ids = isParty ? [record.id] : [record.id, record.party]
        try body(ids.map { $0.map(Cell.text) ?? .empty } + cells.cells(record.values))
      }
    case .catalogue(let index):
      return try registry.eachRow(ofCatalogue: index, selection) { try body(cells.cells($0)) }
    }
  }
}
