package import Core
package import Facts
import Store

/// How something that is told of differs between two states.
package enum RowChange: Sendable, CaseIterable {
  /// The earlier state had nothing of it.
  case added
  /// The earlier state said something else.
  case corrected
  /// The later state has nothing of it; what the earlier one said.
  case ended

  /// The heading of a column that says so.
  package static let column = "变动 change"

  package var name: Bilingual {
    switch self {
    case .added: Bilingual(zh: "新增", en: "added")
    case .corrected: Bilingual(zh: "更正", en: "corrected")
    case .ended: Bilingual(zh: "终止", en: "ended")
    }
  }

  /// Whether a cell of that column says so.
  package func isNamed(_ text: String) -> Bool { text == name.zh || text == name.en }

  /// - Parameter number: as the database tells it.
  package init(stored number: Int64) {
    self =
      switch number {
      case 0: .added
      case 1: .corrected
      default: .ended
      }
  }
}

extension Registry {
  /// Goes through the parties or records of a type that differ between two states, by the party's key.
  ///
  /// What was put in and taken back in between is in neither state, and not told.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - earlier: the change after which the earlier state was; 0 for before the first.
  ///   - known: as of when the later state is.
  ///   - body: called for each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what differs from it.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  package func eachDifference(
    ofType index: Int, after earlier: Int64, known: KnownAt = .latest,
    _ body: (Record, RowChange) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(known, connection)
      try reader.eachDifference(ofType: index, after: earlier, connection, body)
      return reader.change
    }
  }

  /// Goes through the rows of a catalogue that differ between two states; none of them is corrected,
  /// for a row is what it says.
  ///
  /// - Parameters:
  ///   - index: position of the catalogue in the vocabulary.
  ///   - earlier: the change after which the earlier state was; 0 for before the first.
  ///   - known: as of when the later state is.
  ///   - body: called with the values of each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what differs from it.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachDifference(
    ofCatalogue index: Int, after earlier: Int64, known: KnownAt = .latest,
    _ body: ([FactValue], RowChange) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(known, connection)
      try reader.eachDifference(
        ofCatalogue: layout.catalogues[index], after: earlier, connection, body)
      return reader.change
    }
  }
}
