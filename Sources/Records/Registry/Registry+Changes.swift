import Store

extension Registry {
  /// What changed after a change.
  package struct Touched: Sendable, Equatable {
    /// The last change there is; ask from here the next time.
    package let upTo: Int64
    /// Ids of the parties of which facts were added, corrected or withdrawn.
    package let parties: [String]
    /// Ids of the catalogues that got rows.
    package let catalogues: [String]
  }

  /// The parties and catalogues that were touched since.
  ///
  /// - Parameter number: the last change that is known to the caller; 0 for all.
  /// - Returns: what was touched, each once, in the order in which the registry met them.
  /// - Throws: `StoreError`.
  package func touched(after number: Int64) throws -> Touched {
    try database.read { connection in
      let last = try connection.first("SELECT max(\"number\") FROM \"_change\"") {
        $0.integerIfAny(0)
      }
      let parties = try connection.all(
        """
        SELECT "id" FROM "_party" WHERE "key" IN
          (SELECT "party" FROM "_touched" WHERE "change" > \(number))
        ORDER BY "key"
        """
      ) { $0.text(0) }
      let catalogues = try connection.all(
        """
        SELECT DISTINCT "catalogue" FROM "_touched_catalogue" WHERE "change" > \(number)
        ORDER BY "catalogue"
        """
      ) { $0.text(0) }
      return Touched(upTo: (last ?? nil) ?? 0, parties: parties, catalogues: catalogues)
    }
  }

  /// A change; `nil` when there is none of this number.
  ///
  /// - Throws: `StoreError`.
  package func change(_ number: Int64) throws -> Change? {
    try changes(after: number - 1, limit: 1).first { $0.number == number }
  }

  /// The last change by a moment; `nil` when there was none yet.
  ///
  /// - Parameter moment: microseconds since 1970-01-01T00:00:00Z.
  /// - Returns: the change.
  /// - Throws: `StoreError`.
  package func change(by moment: Int64) throws -> Change? {
    try change(database.read { try reader(.moment(moment), $0).change })
  }

  /// How many parties each change concerns, by its number.
  ///
  /// - Parameter number: only changes after this one; 0 for all.
  /// - Returns: the counts; changes that concern nobody are left out.
  /// - Throws: `StoreError`.
  package func partyCounts(after number: Int64 = 0) throws -> [Int64: Int] {
    try database.read { connection in
      var counts: [Int64: Int] = [:]
      try connection.forEach(
        """
        SELECT "change", count(*) FROM "_touched" WHERE "change" > \(number) GROUP BY "change"
        """
      ) { counts[$0.integer(0)] = Int($0.integer(1)) }
      return counts
    }
  }

  /// The changes, oldest first.
  ///
  /// - Parameters:
  ///   - number: only those after this one; 0 for all.
  ///   - limit: at most so many.
  /// - Returns: the changes.
  /// - Throws: `StoreError`.
  package func changes(after number: Int64 = 0, limit: Int = 1000) throws -> [Change] {
    try database.read { connection in
      try connection.all(
        """
        SELECT "number", "moment", "source" FROM "_change" WHERE "number" > \(number)
        ORDER BY "number" LIMIT \(Int64(limit))
        """
      ) { row in
        Change(number: row.integer(0), moment: row.integer(1), source: row.text(2))
      }
    }
  }
}
