package import Facts
import Store
import Vocabulary

extension Registry {
  /// Goes through the parties or records of a type, by the party's key, in one state.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - known: as of when.
  ///   - body: called for each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what differs from it.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  package func eachRecord(
    ofType index: Int, known: KnownAt = .latest, _ body: (Record) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(known, connection)
      try reader.each(ofType: index, connection, body)
      return reader.change
    }
  }

  /// Goes through the rows of a catalogue, in the order in which they became known, in one state.
  ///
  /// - Parameters:
  ///   - index: position of the catalogue in the vocabulary.
  ///   - known: as of when.
  ///   - body: called with the values of each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what differs from it.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachRow(
    ofCatalogue index: Int, known: KnownAt = .latest, _ body: ([FactValue]) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(known, connection)
      try reader.each(ofCatalogue: layout.catalogues[index], connection, body)
      return reader.change
    }
  }
}
