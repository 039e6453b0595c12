import Registry
import Store

/// Brings what is stored of a batch's parties to what was found, in one transaction with how far the
/// run has come: after a kill at any moment a batch is there as a whole or not at all.
struct BatchWriter: Sendable {
  let store: DeterminationStore
  let run: OpenRun
  let list: WorkList
  /// Documents by number of the plan, for all plans there ever were.
  let documents: [Int64: String]
  /// Whether nothing was stored when the run began: then nothing needs to be compared.
  let isFirst: Bool

  /// What writing did.
  struct Tally: Sendable {
    var added = 0
    var ended = 0
    var unchanged = 0
  }

  /// - Parameters:
  ///   - store: where.
  ///   - run: the run.
  ///   - list: who is determined in it.
  /// - Throws: `StoreError`.
  init(_ store: DeterminationStore, _ run: OpenRun, _ list: WorkList) throws {
    self.store = store
    self.run = run
    self.list = list
    (documents, isFirst) = try store.registry.database.read { connection in
      var documents: [Int64: String] = [:]
      try connection.forEach("SELECT \"number\", \"document\" FROM \"_plan\"") {
        documents[$0.integer(0)] = $0.text(1)
      }
      // There may be days on which something can come to be due, and nothing that is due or not.
      let any = try connection.first(
        "SELECT 1 FROM \"_determination\" UNION ALL SELECT 1 FROM \"_due\" LIMIT 1"
      ) { _ in true }
      return (documents, any == nil)
    }
  }

  /// Writes a batch.
  ///
  /// - Parameters:
  ///   - batch: what was found.
  ///   - reached: the last key of the batch before it.
  /// - Returns: what that changed.
  /// - Throws: `StoreError`, `DeterminationProblem.overtaken`, with nothing changed.
  func write(_ batch: BatchResult, after reached: Int64) throws -> Tally {
    try store.registry.database.write { connection in
      defer { connection.releaseMemory() }
      return try connection.transaction { connection in
        try store.check(run, reached: reached, connection)
        var tally = Tally()
        var new = Counted(batch.rows)
        if !isFirst { try compare(batch, &new, &tally, connection) }
        let insert = try connection.prepare(
          """
          INSERT INTO "_determination" (\(DeterminationRow.columns), "_from")
          VALUES (\(SQL.joined((0..<13).map { _ in "\(.null)" as SQL })))
          """)
        for row in batch.rows where new.take(row) {
          try insert.run(row.values + [.integer(run.number)])
          tally.added += 1
        }
        try writeDue(batch, connection)
        try connection.run(
          """
          UPDATE "_run" SET "reached" = \(batch.keys.last?.upperBound ?? run.reached)
          WHERE "number" = \(run.number)
          """)
        return tally
      }
    }
  }

  /// Ends the stored rows that were not found again, and takes the others out of `new`.
  private func compare(
    _ batch: BatchResult, _ new: inout Counted, _ tally: inout Tally,
    _ connection: borrowing Connection
  ) throws {
    let end = try connection.prepare(
      "UPDATE \"_determination\" SET \"_to\" = \(.null) WHERE \"_row\" = \(.null)")
    for keys in batch.keys {
      let stored = try connection.all(
        """
        SELECT "_row", \(DeterminationRow.columns) FROM "_determination"
        WHERE "owner" BETWEEN \(keys.lowerBound) AND \(keys.upperBound) AND "_to" IS NULL
        """
      ) { (row: $0.integer(0), determination: DeterminationRow($0, from: 1)) }
      for (row, determination) in stored
      where isReplaced(determination.plan, of: determination.owner, batch) {
        if new.take(determination) {
          tally.unchanged += 1
        } else {
          try end.run([.integer(run.number), .integer(row)])
          tally.ended += 1
        }
      }
    }
  }

  /// Whether what is stored under a plan was determined anew for a party.
  private func isReplaced(_ plan: Int64, of party: Int64, _ batch: BatchResult) -> Bool {
    if batch.listed.contains(party) { return true }
    guard let document = documents[plan] else { return false }
    return list.goneDocuments.contains(document)
      || list.changedPlans.contains { documents[run.plans[$0]] == document }
  }

  private func writeDue(_ batch: BatchResult, _ connection: borrowing Connection) throws {
    var missing = batch.due
    let delete = try connection.prepare(
      "DELETE FROM \"_due\" WHERE \"party\" = \(.null) AND \"plan\" = \(.null)")
    let insert = try connection.prepare(
      """
      INSERT INTO "_due" ("party", "plan", "until") VALUES (\(.null), \(.null), \(.null))
      """)
    for keys in isFirst ? [] : batch.keys {
      let stored = try connection.all(
        """
        SELECT "party", "plan", "until" FROM "_due"
        WHERE "party" BETWEEN \(keys.lowerBound) AND \(keys.upperBound)
        """
      ) { (key: BatchResult.DueKey(party: $0.integer(0), plan: $0.integer(1)), day: $0.integer(2)) }
      for (key, day) in stored where isReplaced(key.plan, of: key.party, batch) {
        if missing[key] == day {
          missing[key] = nil
        } else {
          try delete.run([.integer(key.party), .integer(key.plan)])
        }
      }
    }
    for (key, day) in missing.sorted(by: { $0.key.party < $1.key.party }) {
      try insert.run([.integer(key.party), .integer(key.plan), .integer(day)])
    }
  }
}

/// Rows with how often each is there.
private struct Counted {
  private var counts: [DeterminationRow: Int] = [:]

  init(_ rows: [DeterminationRow]) {
    counts.reserveCapacity(rows.count)
    for row in rows { counts[row, default: 0] += 1 }
  }

  /// Takes one such row away; `false` when there is none left.
  mutating func take(_ row: DeterminationRow) -> Bool {
    guard let count = counts[row], count > 0 else { return false }
    counts[row] = count - 1
    return true
  }
}
