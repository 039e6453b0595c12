import Core
import Cryptography
import FEEL
import Facts
import Store

/// What a row of facts becomes in its table.
struct EncodedRow {
  /// The fields' columns, in the order of the table.
  var cells: [SQLValue] = []
  /// The ids of the fields known to be none, with commas; `nil` when there are none such.
  var none: String?
  var children: [(table: Table, rows: [EncodedRow])] = []
}

/// Turns facts into cells, sealing what is secret.
struct RowEncoder {
  let seal: Seal

  /// - Parameters:
  ///   - values: in the order of the table's columns.
  ///   - table: where they go.
  ///   - party: whose facts they are; what is sealed is bound to it.
  /// - Returns: the cells.
  /// - Throws: `RegistryProblem.unfit`, `CryptographyFailure`.
  func row(_ values: [FactValue], _ table: Table, party: String) throws -> EncodedRow {
    var row = EncodedRow()
    var none: [String] = []
    row.cells.reserveCapacity(values.count)
    for (column, value) in zip(table.columns, values) {
      switch value {
      case .missing: row.cells += column.names.map { _ in SQLValue.null }
      case .none:
        row.cells += column.names.map { _ in SQLValue.null }
        none.append(column.name)
      case .known(let value):
        let place = Place(table: table, column: column, party: party, values: values)
        try encode(value, column.storage, place, into: &row)
      }
    }
    if !none.isEmpty { row.none = none.joined(separator: ",") }
    return row
  }

  /// Where a value stands, and the values beside it.
  private struct Place {
    let table: Table
    let column: Table.Column
    let party: String
    let values: [FactValue]

    var field: String { "\(table.name).\(column.name)" }
  }

  private func encode(
    _ value: Value, _ storage: Storage, _ place: Place, into row: inout EncodedRow
  ) throws {
    switch (storage, value) {
    case (.flag, .boolean(let value)): row.cells.append(.integer(value ? 1 : 0))
    case (.text, .string(let text)): row.cells.append(.text(text))
    case (.sealed, .string(let text)):
      row.cells.append(.bytes(try seal.seal(text, at: "\(place.field)/\(place.party)")))
      row.cells.append(.bytes(try seal.fingerprint(text, of: place.field)))
    case (.scaled(let scale), .number(let number)):
      guard let units = number.units(scale: scale) else { throw unfit(value, place) }
      row.cells.append(.integer(units))
    case (.decimal, .number(let number)): row.cells.append(.text(number.description))
    case (.date, .date(let date)): row.cells.append(.integer(Int64(date.dayNumber)))
    case (.children(let table), .list(let items)):
      row.cells.append(.integer(Int64(items.count)))
      try addChildren(items, table, place, into: &row)
    case (.varying(let by, let cases), _):
      guard case .known(.string(let name)) = place.values[by], let actual = cases[name] else {
        throw unfit(value, place)
      }
      if case (.children(let table), .list(let items)) = (actual, value) {
        row.cells.append(.text(String(items.count)))
        try addChildren(items, table, place, into: &row)
      } else if let text = value.plainText {
        row.cells.append(.text(text))
      } else {
        throw unfit(value, place)
      }
    default: throw unfit(value, place)
    }
  }

  private func addChildren(
    _ items: [Value], _ table: Table, _ place: Place, into row: inout EncodedRow
  ) throws {
    let rows = try items.map { item in
      guard case .context(let context) = item else { throw unfit(item, place) }
      let values = table.columns.map { column -> FactValue in
        switch context[column.name] {
        case nil: .missing
        case .null?: .none
        case let value?: .known(value)
        }
      }
      return try self.row(values, table, party: place.party)
    }
    row.children.append((table, rows))
  }

  private func unfit(_ value: Value, _ place: Place) -> RegistryProblem {
    .unfit(field: place.field, value: value.plainText ?? "…")
  }

  /// The digest of what the row says.
  ///
  /// - Parameters:
  ///   - values: in the order of the table's columns.
  ///   - table: where they go.
  ///   - subject: the party or record that they are about.
  /// - Returns: `ContentDigest.length` bytes.
  /// - Throws: `CryptographyFailure`.
  func digest(_ values: [FactValue], _ table: Table, of subject: String) throws -> [UInt8] {
    var digest = ContentDigest(of: subject)
    for index in table.sortedColumns {
      let column = table.columns[index]
      switch (values[index], column.storage) {
      case (.missing, _): continue
      case (.none, _): digest.addNone(column.name)
      case (.known(.string(let text)), .sealed):
        digest.addSecret(
          column.name, try seal.fingerprint(text, of: "\(table.name).\(column.name)"))
      case (.known(let value), _): digest.add(column.name, value)
      }
    }
    return try digest.finished()
  }
}
