import Store

extension LedgerReader {
  /// Budgets that meet a condition on `b`, by fund, year and unit: one statement however many.
  static func positions(
    _ condition: SQL, _ connection: borrowing Connection
  ) throws -> [BudgetPosition] {
    try connection.all(
      """
      SELECT b."fund", b."year", b."unit", s."fund", s."year", s."unit",
        \(latest("balance", "1 = 1"))
      FROM "ledger_budget" b LEFT JOIN "ledger_closing" c ON c."budget" = b."number"
      LEFT JOIN "ledger_budget" s ON s."number" = c."successor"
      WHERE \(condition) ORDER BY b."fund", b."year", b."unit"
      """
    ) { row in
      BudgetPosition(
        budget: budget(row, 0), balances: balances(row, 6),
        successor: row.isNull(3) ? nil : budget(row, 3))
    }
  }

  /// The parts of a subject in the budgets that meet a condition on `b`, in the same order.
  static func parts(
    of subject: String, _ condition: SQL, _ connection: borrowing Connection
  ) throws -> [(budget: Budget, balances: Balances)] {
    try connection.all(
      """
      SELECT b."fund", b."year", b."unit",
        \(latest("subject_balance", "l.\"subject\" = \(subject)"))
      FROM "ledger_budget" b WHERE \(condition) ORDER BY b."fund", b."year", b."unit"
      """
    ) { (budget($0, 0), balances($0, 3)) }
  }

  /// What the last line of each account of budget `b` says, in the order of accounts.
  private static func latest(_ column: String, _ condition: SQL) -> SQL {
    SQL.joined(
      BudgetAccount.allCases.map { account in
        """
        COALESCE((SELECT l.\(name: column) FROM "ledger_line" l WHERE \(condition)
          AND l."budget" = b."number" AND l."account" = \(account.rawValue)
          ORDER BY l."number" DESC LIMIT 1), 0)
        """
      })
  }

  private static func balances(_ row: borrowing Row, _ column: Int) -> Balances {
    var balances = Balances()
    for (place, account) in BudgetAccount.allCases.enumerated() {
      balances[account] = row.integer(column + place)
    }
    return balances
  }
}
