package import Facts
import Store
import Vocabulary

extension Registry {
  /// Which rows of a type are walked through.
  package struct Selection: Sendable {
    /// As of when.
    package var known = KnownAt.latest
    /// Only what became known, or was corrected, after this change; 0 for all.
    package var after: Int64 = 0

    package init(known: KnownAt = .latest, after: Int64 = 0) {
      self.known = known
      self.after = after
    }
  }

  /// Goes through the parties or records of a type, by the party's key, in one state.
  ///
  /// - Parameters:
  ///   - index: position of the type in the vocabulary.
  ///   - selection: as of when, and since when.
  ///   - body: called for each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what is new after it.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `body` throws.
  package func eachRecord(
    ofType index: Int, _ selection: Selection = Selection(), _ body: (Record) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(selection.known, connection)
      try reader.each(ofType: index, after: selection.after, connection, body)
      return reader.change
    }
  }

  /// Goes through the rows of a catalogue, in the order in which they became known, in one state.
  ///
  /// - Parameters:
  ///   - index: position of the catalogue in the vocabulary.
  ///   - selection: as of when, and since when.
  ///   - body: called with the values of each; what it throws ends the walk.
  /// - Returns: the number of the last change that was seen; ask for what is new after it.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachRow(
    ofCatalogue index: Int, _ selection: Selection = Selection(),
    _ body: ([FactValue]) throws -> Void
  ) throws -> Int64 {
    try database.read { connection in
      let reader = try reader(selection.known, connection)
      try reader.each(
        ofCatalogue: layout.catalogues[index], after: selection.after, connection, body)
      return reader.change
    }
  }
}
