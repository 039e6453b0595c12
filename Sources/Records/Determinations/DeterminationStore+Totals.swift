import Core
import Determination
import Registry
import Store

extension DeterminationStore {
  /// What each benefit comes to, by its id.
  ///
  /// This goes over all that is stored: keep the answer as long as `lastRun` is the same.
  ///
  /// - Parameter asOf: the run.
  /// - Returns: a total for every benefit that anything is stored of.
  /// - Throws: `StoreError`, also when a sum exceeds 64 bits of 分.
  package func totals(asOf: AsOf = .latest) throws -> [BenefitTotal] {
    try registry.database.read { connection in
      guard let run = try number(asOf, connection) else { return [] }
      var sums: [Int64: RunningTotal] = [:]
      // In the order of the owners, so that an owner's rows come together and none is remembered:
      // grouping by the database would sort all of it in memory.
      try connection.forEach(
        """
        SELECT d."owner", d."benefit", d."outcome", d."amount", d."granted", d."receiver"
        FROM "_determination" AS d WHERE \(Self.isKnown(run)) ORDER BY d."owner"
        """
      ) { row in
        try sums[row.integer(1), default: RunningTotal()].add(
          Outcome(stored: row.integer(2)), owner: row.integer(0), receiver: row.textIfAny(5),
          amount: row.integerIfAny(3), granted: row.integerIfAny(4))
      }
      var totals: [BenefitTotal] = []
      try connection.forEach("SELECT \"number\", \"id\" FROM \"_benefit\"") { row in
        guard let sum = sums[row.integer(0)] else { return }
        var total = sum.total(row.text(1))
        total.receivers = try receivers(sum, row.integer(0), run, connection)
        totals.append(total)
      }
      return totals.sorted { $0.benefit < $1.benefit }
    }
  }

  /// How many different parties receive: owners and others, each once.
  private func receivers(
    _ sum: RunningTotal, _ benefit: Int64, _ run: Int64, _ connection: borrowing Connection
  ) throws -> Int {
    guard sum.ownerCount > 0 else { return sum.others.count }
    let asOwner = try sum.others.filter { id in
      try connection.first(
        """
        SELECT 1 FROM "_determination" AS d
        WHERE d."owner" = (SELECT "key" FROM "_party" WHERE "id" = \(id))
          AND d."benefit" = \(benefit) AND d."outcome" = \(Outcome.entitled.stored)
          AND d."receiver" IS NULL AND \(Self.isKnown(run))
        """
      ) { _ in true } ?? false
    }
    return sum.ownerCount + sum.others.count - asOwner.count
  }
}
