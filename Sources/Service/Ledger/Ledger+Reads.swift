package import Store

extension Ledger {
  /// Where a budget stands; `nil` when nothing was ever granted or carried over to it.
  package func position(
    of budget: Budget, _ connection: borrowing Connection
  ) throws -> BudgetPosition? {
    try LedgerReader.positions(budget.condition, connection).first
  }

  /// All budgets of a year, by fund and unit.
  package func positions(
    year: Int, _ connection: borrowing Connection
  ) throws -> [BudgetPosition] {
    try LedgerReader.positions("b.\"year\" = \(Int64(year))", connection)
  }

  /// Where a case stands in each budget it was ever promised money of, by fund, year and unit.
  package func position(
    ofSubject subject: String, _ connection: borrowing Connection
  ) throws -> [SubjectPosition] {
    let touched: SQL = """
      b."number" IN (
        SELECT l."budget" FROM "ledger_line" l WHERE l."subject" = \(subject))
      """
    return try LedgerReader.parts(of: subject, touched, connection).map { budget, balances in
      SubjectPosition(
        budget: budget, committed: balances[.committed], paid: balances[.paid],
        receivable: balances[.receivable])
    }
  }

  /// An entry with its lines.
  package func entry(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> LedgerEntry? {
    try LedgerReader.entry(number, connection)
  }

  /// Lines of a budget, the newest first.
  ///
  /// - Parameters:
  ///   - budget: whose.
  ///   - before: only those with a smaller number; `nil` for the newest.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the lines.
  /// - Throws: `StoreError`, `LedgerProblem.broken`.
  package func lines(
    of budget: Budget, before: Int64? = nil, limit: Int, _ connection: borrowing Connection
  ) throws -> [LedgerLine] {
    try page(
      """
      l."budget" = (SELECT b."number" FROM "ledger_budget" b WHERE \(budget.condition))
      """, before, limit, connection)
  }

  /// Lines of a case, the newest first; as those of a budget.
  package func lines(
    ofSubject subject: String, before: Int64? = nil, limit: Int,
    _ connection: borrowing Connection
  ) throws -> [LedgerLine] {
    try page("l.\"subject\" = \(subject)", before, limit, connection)
  }

  private func page(
    _ condition: SQL, _ before: Int64?, _ limit: Int, _ connection: borrowing Connection
  ) throws -> [LedgerLine] {
    try LedgerReader.lines(
      "\(condition) AND l.\"number\" < \(before ?? .max)",
      "ORDER BY l.\"number\" DESC LIMIT \(Int64(limit))", connection)
  }

  /// Appropriations that wait for a second person, the oldest first.
  package func openProposals(_ connection: borrowing Connection) throws -> [Proposal] {
    try LedgerReader.proposals(nil, connection)
  }

  /// A claim, by the number of the entry that made it.
  package func demand(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> Demand? {
    try LedgerReader.demand(number, connection)
  }

  /// The claims on a case, the oldest first.
  package func demands(
    ofSubject subject: String, _ connection: borrowing Connection
  ) throws -> [Demand] {
    let numbers = try connection.all(
      """
      SELECT "number" FROM "ledger_entry" WHERE "kind" = 'demand' AND "subject" = \(subject)
      ORDER BY "number"
      """
    ) { $0.integer(0) }
    var demands: [Demand] = []
    for number in numbers {
      if let demand = try LedgerReader.demand(number, connection) { demands.append(demand) }
    }
    return demands
  }
}
