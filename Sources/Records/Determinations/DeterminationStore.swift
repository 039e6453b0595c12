import Core
package import Registry
import Store

/// The determinations that are kept beside the facts of a registry, with their history: each was
/// true from one run to another, and can be asked for as of any run.
///
/// What is read is the state after a finished run: one that is still going on, or was broken off, is
/// not seen.
package struct DeterminationStore: Sendable {
  package let registry: Registry

  /// Makes the tables where they are missing.
  ///
  /// - Parameter registry: open.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package init(_ registry: Registry) throws {
    self.registry = registry
    let database = registry.database
    try database.migrate(
      DeterminationTables.steps(database.dialect), ledger: DeterminationTables.ledger)
  }

  /// The last run that was finished; `nil` before the first.
  ///
  /// - Throws: `StoreError`.
  package func lastRun() throws -> DeterminationRun? {
    try registry.database.read { try lastFinished($0) }
  }

  /// The runs, the newest first.
  ///
  /// - Parameter limit: at most so many.
  /// - Returns: the runs, those that were not finished included.
  /// - Throws: `StoreError`.
  package func runs(limit: Int = 100) throws -> [DeterminationRun] {
    try registry.database.read { connection in
      try connection.all(
        "\(Self.selection) ORDER BY \"number\" DESC LIMIT \(Int64(limit))", Self.run)
    }
  }

  static let selection: SQL = """
    SELECT "number", "moment", "on", "facts", "base", "finished", "rules", "engine", "version"
    FROM "_run"
    """

  static func run(_ row: borrowing Row) -> DeterminationRun {
    DeterminationRun(
      number: row.integer(0), moment: row.integer(1),
      on: CivilDate(dayNumber: Int(row.integer(2))), facts: row.integer(3),
      base: row.integerIfAny(4), finished: row.integerIfAny(5), rules: row.integerIfAny(6),
      program: row.integerIfAny(7).flatMap { engine in
        row.textIfAny(8).map { DeterminationRun.Program(engine: Int(engine), version: $0) }
      })
  }

  func lastFinished(_ connection: borrowing Connection) throws -> DeterminationRun? {
    try connection.first(
      """
      \(Self.selection) WHERE "finished" IS NOT NULL ORDER BY "number" DESC LIMIT 1
      """, Self.run)
  }

  /// The number of the run whose state is asked for; `nil` when there is none.
  func number(_ asOf: AsOf, _ connection: borrowing Connection) throws -> Int64? {
    switch asOf {
    case .latest: try lastFinished(connection)?.number
    case .run(let number):
      try connection.first(
        """
        SELECT max("number") FROM "_run" WHERE "finished" IS NOT NULL AND "number" <= \(number)
        """
      ) { $0.integerIfAny(0) } ?? nil
    }
  }

  /// Whether a row belongs to the state after a run.
  static func isKnown(_ run: Int64) -> SQL {
    "d.\"_from\" <= \(run) AND (d.\"_to\" IS NULL OR d.\"_to\" > \(run))"
  }
}
