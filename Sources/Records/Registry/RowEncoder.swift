import Core
import Cryptography
import FEEL
import Facts
import Store

/// What a row of facts becomes in its table.
struct EncodedRow: Sendable {
  /// The fields' columns, in the order of the table.
  var cells: [SQLValue] = []
  /// The ids of the fields known to be none, with commas; `nil` when there are none such.
  var none: String?
  var children: [(table: Table, rows: [EncodedRow])] = []

  /// A sealed field has two columns.
  fileprivate mutating func appendNull(_ storage: Storage) {
    cells.append(.null)
    if case .sealed = storage { cells.append(.null) }
  }
}

/// Turns facts into cells, sealing what is secret.
struct RowEncoder {
  let seal: Seal

  /// - Parameters:
  ///   - values: in the order of the table's columns.
  ///   - table: where they go.
  ///   - party: whose facts they are; what is sealed is bound to it.
  ///   - fingerprints: those that the digest needed already.
  /// - Returns: the cells.
  /// - Throws: `RegistryProblem.unfit`, `CryptographyFailure`.
  func row(
    _ values: [FactValue], _ table: Table, party: String, _ fingerprints: Fingerprints
  ) throws -> EncodedRow {
    var row = EncodedRow()
    var none: [String] = []
    row.cells.reserveCapacity(table.cellCount)
    for (index, column) in table.columns.enumerated() {
      switch values[index] {
      case .missing: row.appendNull(column.storage)
      case .none:
        row.appendNull(column.storage)
        none.append(column.name)
      case .known(let value):
        let place = Place(
          table: table, index: index, party: party, values: values, fingerprints: fingerprints)
        try encode(value, column.storage, place, into: &row)
      }
    }
    if !none.isEmpty { row.none = none.joined(separator: ",") }
    return row
  }

  /// Where a value stands, and the values beside it.
  private struct Place {
    let table: Table
    let index: Int
    let party: String
    let values: [FactValue]
    let fingerprints: Fingerprints

    var field: String { table.columns[index].place }
  }

  private func encode(
    _ value: Value, _ storage: Storage, _ place: Place, into row: inout EncodedRow
  ) throws {
    switch (storage, value) {
    case (.flag, .boolean(let value)): row.cells.append(.integer(value ? 1 : 0))
    case (.text, .string(let text)): row.cells.append(.text(text))
    case (.sealed, .string(let text)):
      row.cells.append(.bytes(try seal.seal(text, at: "\(place.field)/\(place.party)")))
      row.cells.append(
        .bytes(
          try place.fingerprints[place.index] ?? seal.fingerprint(text, of: place.field)))
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
      return try self.row(values, table, party: place.party, Fingerprints())
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
  ///   - fingerprints: gets those of the secret texts among them.
  /// - Returns: `ContentDigest.length` bytes.
  /// - Throws: `CryptographyFailure`.
  func digest(
    _ values: [FactValue], _ table: Table, of subject: String, _ fingerprints: inout Fingerprints
  ) throws -> [UInt8] {
    var digest = ContentDigest(of: subject)
    for index in table.sortedColumns {
      let column = table.columns[index]
      switch (values[index], column.storage) {
      case (.missing, _): continue
      case (.none, _): digest.addNone(column.name)
      case (.known(.string(let text)), .sealed):
        let fingerprint = try seal.fingerprint(text, of: column.place)
        fingerprints[index] = fingerprint
        digest.addSecret(column.name, fingerprint)
      case (.known(let value), _): digest.add(column.name, value)
      }
    }
    return try digest.finished()
  }

  /// The digest where nothing else needs the fingerprints.
  func digest(_ values: [FactValue], _ table: Table, of subject: String) throws -> [UInt8] {
    var fingerprints = Fingerprints()
    return try digest(values, table, of: subject, &fingerprints)
  }
}

/// The fingerprints of the secret texts of a row, by the position of the column: few or none.
struct Fingerprints {
  private var entries: [(column: Int, bytes: [UInt8])] = []

  subscript(column: Int) -> [UInt8]? {
    get { entries.first { $0.column == column }?.bytes }
    set { if let newValue { entries.append((column, newValue)) } }
  }
}
