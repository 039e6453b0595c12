package import Core
import Registry
import Store

extension DeterminationStore {
  /// A run; `nil` when there is none of this number.
  ///
  /// - Throws: `StoreError`.
  package func run(_ number: Int64) throws -> DeterminationRun? {
    try registry.database.read { connection in
      try connection.first("\(Self.selection) WHERE \"number\" = \(number)", Self.run)
    }
  }

  /// The last finished run that rests on nothing newer than a change; `nil` when there is none.
  ///
  /// - Parameter change: the number of the change.
  /// - Returns: the run.
  /// - Throws: `StoreError`.
  package func lastRun(restingOn change: Int64) throws -> DeterminationRun? {
    try registry.database.read { connection in
      try connection.first(
        """
        \(Self.selection) WHERE "finished" IS NOT NULL AND "facts" <= \(change)
        ORDER BY "number" DESC LIMIT 1
        """, Self.run)
    }
  }

  /// The first day on which anything that is stored now can come out otherwise by itself; `nil` when
  /// there is none.
  ///
  /// - Parameter party: only what its own records give rise to; `nil` for everybody.
  /// - Returns: the day.
  /// - Throws: `StoreError`.
  package func firstDue(of party: String? = nil) throws -> CivilDate? {
    let only: SQL =
      party.map {
        "WHERE \"party\" = (SELECT \"key\" FROM \"_party\" WHERE \"id\" = \($0))"
      } ?? ""
    return try registry.database.read { connection in
      let day = try connection.first("SELECT min(\"until\") FROM \"_due\" \(only)") {
        $0.integerIfAny(0)
      }
      return (day ?? nil).map { CivilDate(dayNumber: Int($0)) }
    }
  }
}
