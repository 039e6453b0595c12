import Core
package import FEEL

/// The rows of a catalogue, in their order, found by what stands in their fields.
///
/// Values stand in the order of the catalogue's fields.
package struct CatalogueRows: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private var rows: [[FactValue]] = []
  /// Positions of the rows by what one of their fields says.
  private var positions: [Said: [Int]] = [:]

  /// A text or a whole number in a field. Texts that are the same have the same key, and perhaps others.
  private struct Said: Hashable {
    let field: Int
    let text: String?
    let number: Int?

    /// `nil` for what is not looked up by a key.
    init?(_ field: Int, _ value: Value) {
      self.field = field
      switch value {
      case .string(let text): (self.text, number) = (text, nil)
      case .number(let decimal):
        guard let whole = decimal.integer else { return nil }
        (text, number) = (nil, whole)
      default: return nil
      }
    }
  }

  package init(arrayLiteral rows: [FactValue]...) { self.init(rows) }

  package init(_ rows: some Sequence<[FactValue]>) {
    for row in rows { append(row) }
  }

  package mutating func append(_ row: [FactValue]) {
    for case (let field, .known(let value)) in row.enumerated() {
      if let said = Said(field, value) { positions[said, default: []].append(rows.count) }
    }
    rows.append(row)
  }

  package var startIndex: Int { rows.startIndex }
  package var endIndex: Int { rows.endIndex }
  package subscript(position: Int) -> [FactValue] { rows[position] }

  /// The rows whose fields say all of this, in their order.
  ///
  /// - Parameter wanted: positions of fields and what they are to say.
  /// - Returns: all rows where nothing is wanted.
  package func rows(where wanted: [(field: Int, value: Value)]) -> [[FactValue]] {
    candidates(wanted).filter { says(wanted, rows[$0]) }.map { rows[$0] }
  }

  /// Whether there is such a row.
  package func contains(where wanted: [(field: Int, value: Value)]) -> Bool {
    candidates(wanted).contains { says(wanted, rows[$0]) }
  }

  /// Positions of the rows that may be wanted: the fewest that a single field leaves.
  private func candidates(_ wanted: [(field: Int, value: Value)]) -> [Int] {
    let found = wanted.compactMap { Said($0.field, $0.value) }.map { positions[$0] ?? [] }
    return found.min { $0.count < $1.count } ?? Array(rows.indices)
  }

  private func says(_ wanted: [(field: Int, value: Value)], _ row: [FactValue]) -> Bool {
    wanted.allSatisfy { row[$0.field].isValue($0.value) }
  }
}

extension FactValue {
  /// Whether it is known to be this value, as FEEL compares.
  package func isValue(_ value: Value) -> Bool {
    if case .known(let known) = self { known.equals(value) } else { false }
  }
}
