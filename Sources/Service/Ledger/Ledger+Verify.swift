package import Store

/// What was gone over when the whole ledger was found to hold.
package struct LedgerReport: Sendable, Equatable {
  package let entries: Int64
  package let lines: Int64
  package let budgets: Int
}

extension Ledger {
  /// Works out every balance and every rule of `LedgerRule` from the lines, believing no sum that is
  /// stored. Takes time with the number of lines, and memory with that of cases.
  ///
  /// - Parameter connection: reads one state.
  /// - Returns: what was gone over.
  /// - Throws: `LedgerProblem.broken` at the first entry that breaks a rule; `StoreError`.
  package func verify(_ connection: borrowing Connection) throws -> LedgerReport {
    var check = LinesCheck()
    try connection.forEach("\(LedgerReader.lineColumns) ORDER BY l.\"number\"") { row in
      try check.add(LedgerReader.line(row))
    }
    try check.endEntry()
    let entries = try EntriesCheck.run(connection)
    try checkClosings(check, connection)
    // Of a budget that nothing was ever in there are no lines.
    let budgets = try LedgerReader.last("ledger_budget", connection)
    return LedgerReport(entries: entries, lines: check.count, budgets: Int(budgets))
  }

  private func checkClosings(
    _ check: LinesCheck, _ connection: borrowing Connection
  ) throws {
    try connection.forEach(
      """
      SELECT b."fund", b."year", b."unit", c."entry"
      FROM "ledger_closing" c JOIN "ledger_budget" b ON b."number" = c."budget"
      """
    ) { row in
      let balances = check.sheets[LedgerReader.budget(row, 0)]?.balances ?? Balances()
      guard balances[.free] == 0, balances[.committed] == 0 else {
        throw LedgerProblem.broken(.closedIsEmpty, entry: row.integer(3))
      }
    }
  }
}
