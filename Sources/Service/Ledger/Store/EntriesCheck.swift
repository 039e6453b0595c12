import Store

/// Goes over what entries say of each other.
enum EntriesCheck {
  /// - Parameter connection: reads.
  /// - Returns: how many entries there are.
  /// - Throws: `LedgerProblem.broken`, `StoreError`.
  static func run(_ connection: borrowing Connection) throws -> Int64 {
    var count: Int64 = 0
    try connection.forEach("SELECT \"number\" FROM \"ledger_entry\" ORDER BY \"number\"") { row in
      count += 1
      guard row.integer(0) == count else {
        throw LedgerProblem.broken(.numbering, entry: count)
      }
    }
    for (rule, statement) in rules {
      let broken = try connection.first(statement) { $0.integer(0) }
      if let broken { throw LedgerProblem.broken(rule, entry: broken) }
    }
    return count
  }

  /// Each asks for the first entry that breaks the rule.
  private static let rules: [(LedgerRule, SQL)] = [
    (
      .numbering,
      """
      SELECT l."entry" FROM "ledger_line" l JOIN "ledger_entry" e ON e."number" = l."entry"
      WHERE l."number" NOT BETWEEN e."first_line" AND e."last_line" ORDER BY l."entry" LIMIT 1
      """
    ),
    (
      .entryAddsUp,
      """
      SELECT e."number" FROM "ledger_entry" e
      WHERE e."kind" NOT IN ('propose', 'decline', 'carry-over')
        AND NOT EXISTS (SELECT 1 FROM "ledger_line" l WHERE l."number" BETWEEN e."first_line" AND e."last_line")
      ORDER BY e."number" LIMIT 1
      """
    ),
    (
      .secondPerson,
      """
      SELECT e."number" FROM "ledger_entry" e
      LEFT JOIN "ledger_proposal" p ON p."entry" = e."about"
      LEFT JOIN "ledger_entry" m ON m."number" = p."entry"
      WHERE e."kind" = 'confirm' AND (p."entry" IS NULL OR m."user" = e."user" OR 1 <> (
        SELECT COUNT(*) FROM "ledger_line" l JOIN "ledger_budget" b ON b."number" = l."budget"
        WHERE l."number" BETWEEN e."first_line" AND e."last_line" AND l."account" = 'free' AND l."amount" = p."change"
          AND b."fund" = p."fund" AND b."year" = p."year" AND b."unit" = p."unit"))
      ORDER BY e."number" LIMIT 1
      """
    ),
    // Money is granted by a confirmed proposal alone.
    (
      .secondPerson,
      """
      SELECT l."entry" FROM "ledger_line" l JOIN "ledger_entry" e ON e."number" = l."entry"
      WHERE l."account" = 'granted' AND e."kind" <> 'confirm' ORDER BY l."entry" LIMIT 1
      """
    ),
    (
      .claimAddsUp,
      """
      SELECT e."number" FROM "ledger_entry" e
      WHERE e."kind" = 'demand' AND (
        SELECT COALESCE(SUM(l."amount"), 0) FROM "ledger_line" l
        WHERE l."number" BETWEEN e."first_line" AND e."last_line" AND l."account" = 'receivable'
      ) <> (
        SELECT COALESCE(SUM(i."amount"), 0) FROM "ledger_instalment" i
        WHERE i."demand" = e."number")
      ORDER BY e."number" LIMIT 1
      """
    ),
    (
      .claimAddsUp,
      """
      SELECT e."number" FROM "ledger_entry" e WHERE e."kind" = 'demand' AND 0 > (
        SELECT SUM(l."amount") FROM "ledger_entry" a
        JOIN "ledger_line" l ON l."number" BETWEEN a."first_line" AND a."last_line"
        WHERE (a."number" = e."number" OR a."about" = e."number")
          AND l."account" = 'receivable')
      ORDER BY e."number" LIMIT 1
      """
    ),
  ]
}
