import Core
import Vocabulary

/// Columns as plain numbers, for programs that compute with the same facts.
package struct ColumnValues: Sendable {
  /// Number of the party that each row belongs to.
  package let owners: [Int32]
  /// By id of the field: codes, days, rows of parties, or scaled integers; `unknown` and `none` where
  /// there is no value.
  package let fields: [String: [Int64]]
  package static let unknown = Int64.unknown
  package static let none = Int64.none
}

extension ColumnStore {
  /// The columns of a type.
  ///
  /// - Parameter id: of the type.
  /// - Returns: `nil` where no rule reads it.
  package func values(ofType id: String) -> ColumnValues? {
    guard let type = vocabulary.typeIndex(id), let table = tables[type] else { return nil }
    var fields: [String: [Int64]] = [:]
    for (field, column) in zip(vocabulary.types[type].fields, table.columns) {
      if let column { fields[field.id] = (0..<table.count).map { column[$0] } }
    }
    return ColumnValues(owners: Array(table.owners), fields: fields)
  }

  /// The code of a text; one that no row has where no row has the text.
  package func code(of text: String) -> Int64 { Int64(texts.code(of: text)) }

  /// Whether each party is in a region.
  ///
  /// - Parameter region: a GB/T 2260 code.
  /// - Returns: by the parties' numbers.
  package func isInside(_ region: String) -> [Bool] {
    let inside = texts.texts.map { $0.isRegion(within: region) }
    return parties.places.map { $0 >= 0 && inside[Int($0)] }
  }
}
