package import Core

/// One pass over the parties of a registry: all of them, or those for whom something changed.
package struct DeterminationRun: Sendable, Hashable {
  /// 1, 2, 3 …
  package let number: Int64
  /// When it began, in microseconds since 1970-01-01T00:00:00Z.
  package let moment: Int64
  /// The day of the determinations.
  package let on: CivilDate
  /// The last change of the registry that it saw.
  package let facts: Int64
  /// The finished run whose results it brings up to date; `nil` when it went over all parties.
  package let base: Int64?
  /// When it was done, as `moment`; `nil` while it is not.
  package let finished: Int64?
  /// The set of texts that its plans were compiled from; `nil` where they were not kept.
  package let rules: Int64?
  /// What it was determined by; `nil` for runs from before this was kept.
  package let program: Program?

  /// The program of a run.
  package struct Program: Sendable, Hashable {
    /// See `PlanHash.engine`.
    package let engine: Int
    /// As `gongjiang version` prints it.
    package let version: String
  }
}

/// As of which run stored determinations are asked for.
package enum AsOf: Sendable, Hashable {
  /// The last run that was finished.
  case latest
  /// The state after the run with this number.
  case run(Int64)
}
