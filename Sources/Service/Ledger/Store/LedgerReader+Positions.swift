import Store

extension LedgerReader {
  /// Budgets that meet a condition, by fund, year and unit: one statement however many they are.
  static func positions(
    _ condition: SQL, _ connection: borrowing Connection
  ) throws -> [BudgetPosition] {
    let balances = BudgetAccount.allCases.map { account -> SQL in
      """
      COALESCE((SELECT l."balance" FROM "ledger_line" l WHERE l."budget" = b."number"
        AND l."account" = \(account.rawValue) ORDER BY l."number" DESC LIMIT 1), 0)
      """
    }
    return try connection.all(
      """
      SELECT b."fund", b."year", b."unit", s."fund", s."year", s."unit", \(SQL.joined(balances))
      FROM "ledger_budget" b LEFT JOIN "ledger_closing" c ON c."budget" = b."number"
      LEFT JOIN "ledger_budget" s ON s."number" = c."successor"
      WHERE \(condition) ORDER BY b."fund", b."year", b."unit"
      """
    ) { row in
      var balances = Balances()
      for (place, account) in BudgetAccount.allCases.enumerated() {
        balances[account] = row.integer(6 + place)
      }
      return BudgetPosition(
        budget: budget(row, 0), balances: balances,
        successor: row.isNull(3) ? nil : budget(row, 3))
    }
  }

  /// The parts of a subject, by budget in the order it first touched them.
  static func parts(
    of subject: String, _ connection: borrowing Connection
  ) throws -> [(budget: Budget, balances: Balances)] {
    var parts: [(budget: Budget, balances: Balances)] = []
    var places: [Budget: Int] = [:]
    try connection.forEach(
      """
      SELECT b."fund", b."year", b."unit", l."account", l."subject_balance", l."entry"
      FROM "ledger_line" l JOIN "ledger_budget" b ON b."number" = l."budget"
      WHERE l."subject" = \(subject) ORDER BY l."number"
      """
    ) { row in
      let budget = budget(row, 0)
      let account = try account(row.text(3), row.integer(5))
      let place = places[budget, default: parts.count]
      if place == parts.count { parts.append((budget, Balances())) }
      places[budget] = place
      parts[place].balances[account] = row.integer(4)
    }
    return parts
  }
}
