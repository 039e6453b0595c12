package import Registry
import Store

extension DeterminationStore {
  /// Goes through what differs between the states after two runs, in the order of the owners' keys.
  ///
  /// - Parameters:
  ///   - earlier: the run after which the earlier state was; 0 for before the first.
  ///   - asOf: the run after which the later state is.
  ///   - body: called for each; of what ended with what the earlier state said. What it throws ends
  ///     the walk.
  /// - Throws: `StoreError`, and what `body` throws.
  package func eachDifference(
    after earlier: Int64, asOf: AsOf = .latest,
    _ body: (StoredDetermination, RowChange) throws -> Void
  ) throws {
    try registry.database.read { connection in
      guard let run = try number(asOf, connection) else { return }
      let (before, now) = (Self.hasSame(asOf: earlier), Self.hasSame(asOf: run))
      try connection.forEach(
        """
        \(Self.columns),
          CASE WHEN d."_to" <= \(run) THEN 2 WHEN \(before) THEN 1 ELSE 0 END
        \(Self.source)
        WHERE (\(Self.isKnown(run)) AND d."_from" > \(earlier))
          OR (\(Self.isKnown(earlier)) AND d."_to" <= \(run) AND NOT \(now))
        ORDER BY d."owner", d."benefit", d."subject"
        """
      ) { try body(Self.determination($0), RowChange(stored: $0.integer(14))) }
    }
  }

  /// Whether the state after a run has a determination of the same benefit and subject.
  private static func hasSame(asOf run: Int64) -> SQL {
    """
    EXISTS (SELECT 1 FROM "_determination" AS e
      WHERE e."owner" = d."owner" AND e."benefit" = d."benefit"
        AND e."subject" IS NOT DISTINCT FROM d."subject"
        AND e."_from" <= \(run) AND (e."_to" IS NULL OR e."_to" > \(run)))
    """
  }
}
