import Core
import Cryptography
import FEEL
import Facts
import Store

/// Turns the cells of a table back into facts, opening what was sealed.
struct RowDecoder {
  let seal: Seal
  /// Whether secret numbers are opened; else they are missing.
  var opensSecrets = true

  /// - Parameters:
  ///   - row: selected with `Table.readColumns`.
  ///   - offset: how many columns stand before these.
  ///   - table: where the row stands.
  ///   - party: whose facts they are.
  ///   - children: reads the child records of this row from a table.
  /// - Returns: a value per field.
  /// - Throws: `RegistryProblem.unreadable`, and what `children` throws.
  func values(
    _ row: borrowing Row, from offset: Int, _ table: Table, party: String,
    children: (Table) throws -> [Value]
  ) throws -> [FactValue] {
    var values = [FactValue](repeating: .missing, count: table.columns.count)
    if let none = row.textIfAny(offset) {
      for name in none.split(separator: ",") {
        if let index = table.columns.firstIndex(where: { $0.name == name }) {
          values[index] = .none
        }
      }
    }
    var varying: [Int] = []
    for (index, column) in table.columns.enumerated() where !row.isNull(offset + 1 + index) {
      if case .varying = column.storage {
        varying.append(index)
        continue
      }
      if !opensSecrets, column.storage == .sealed { continue }
      values[index] = .known(
        try value(row, offset + 1 + index, column.storage, column.place, party, children))
    }
    for index in varying {
      guard case .varying(let by, let cases) = table.columns[index].storage,
        case .known(.string(let name)) = values[by], let actual = cases[name]
      else { continue }
      values[index] = try varyingValue(row.text(offset + 1 + index), actual, children)
    }
    return values
  }

  /// - Parameters:
  ///   - row: of a table of child records, selected with `Table.readColumns`.
  ///   - table: that table.
  ///   - party: whose facts they are.
  /// - Returns: the child record as a context by canonical ids; what is unknown has no entry.
  /// - Throws: `RegistryProblem.unreadable`.
  func child(_ row: borrowing Row, _ table: Table, party: String) throws -> Value {
    var context = Context()
    let values = try values(row, from: 0, table, party: party) { _ in [] }
    for (column, value) in zip(table.columns, values) {
      switch value {
      case .known(let value): context[column.name] = value
      case .none: context[column.name] = .null
      case .missing: continue
      }
    }
    return .context(context)
  }

  private func value(
    _ row: borrowing Row, _ column: Int, _ storage: Storage, _ place: String, _ party: String,
    _ children: (Table) throws -> [Value]
  ) throws -> Value {
    switch storage {
    case .flag: return .boolean(row.integer(column) != 0)
    case .text, .varying: return .string(row.text(column))
    case .scaled(let scale): return .number(Decimal128(units: row.integer(column), scale: scale))
    case .decimal:
      guard let number = Decimal128(row.text(column)) else {
        throw RegistryProblem.unreadable(field: place, party: party)
      }
      return .number(number)
    case .date: return .date(CivilDate(dayNumber: Int(row.integer(column))))
    case .children(let table): return .list(try children(table))
    case .sealed:
      guard let text = try seal.open(row.bytes(column), at: "\(place)/\(party)") else {
        throw RegistryProblem.unreadable(field: place, party: party)
      }
      return .string(text)
    }
  }

  private func varyingValue(
    _ text: String, _ storage: Storage, _ children: (Table) throws -> [Value]
  ) throws -> FactValue {
    switch storage {
    case .flag: return .known(.boolean(text == "true"))
    case .scaled, .decimal: return Decimal128(text).map { .known(.number($0)) } ?? .missing
    case .date: return CivilDate(text).map { .known(.date($0)) } ?? .missing
    case .children(let table): return .known(.list(try children(table)))
    case .text, .sealed, .varying: return .known(.string(text))
    }
  }
}
