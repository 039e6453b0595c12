import Office
import Store

extension Books {
  /// The part of the ledger that an act touches.
  ///
  /// - Parameters:
  ///   - posting: the act.
  ///   - connection: the transaction that will write what comes of it.
  /// - Returns: the books, with their other pages left out.
  /// - Throws: `StoreError`.
  static func reading(
    for posting: Posting, _ connection: borrowing Connection
  ) throws -> Books {
    var books = Books()
    if let known = try LedgerReader.known(posting.key, connection) {
      books.known[posting.key] = known
      return books
    }
    books.lastEntry = try LedgerReader.last("ledger_entry", connection)
    books.lastLine = try LedgerReader.last("ledger_line", connection)
    var budgets = posting.act.shares.map(\.budget)
    var subject: String?
    switch posting.act {
    case .propose(let budget, _): budgets = [budget]
    case .confirm(let number), .decline(let number):
      books.proposals[number] = try LedgerReader.proposals(number, connection).first
      budgets = books.proposals[number].map { [$0.budget] } ?? []
    case .commit(let named, _), .release(let named, _), .settle(let named, _),
      .takeBack(let named, _), .demand(let named, _, _):
      subject = named.id
    case .recover(let number, _), .waive(let number, _):
      let demand = try LedgerReader.demand(number, connection)
      books.demands[number] = demand
      subject = demand?.subject.id
      budgets = demand?.outstanding.map(\.budget) ?? []
    case .carryOver(let budget, let year, _): budgets = [budget, budget.inYear(year)]
    }
    for budget in budgets { try books.readChain(from: budget, connection) }
    if let subject { try books.readParts(of: subject, connection) }
    if case .carryOver(let budget, _, _) = posting.act {
      try books.readCommitments(in: budget, connection)
    }
    return books
  }

  private mutating func readChain(
    from budget: Budget, _ connection: borrowing Connection
  ) throws {
    var next: Budget? = budget
    while let budget = next, sheets[budget] == nil {
      guard let position = try LedgerReader.positions(budget.condition, connection).first
      else { return }
      sheets[budget] = Sheet(balances: position.balances, successor: position.successor)
      next = position.successor
    }
  }

  /// The parts of a case in the budgets that were read.
  private mutating func readParts(
    of subject: String, _ connection: borrowing Connection
  ) throws {
    if sheets.isEmpty { return }
    let budgets = SQL.joined(sheets.keys.sorted().map { "(\($0.condition))" }, by: " OR ")
    for (budget, balances) in try LedgerReader.parts(of: subject, budgets, connection) {
      sheets[budget]?.subjects[subject] = balances
    }
  }

  /// The cases that a carry-over moves, with all their parts.
  private mutating func readCommitments(
    in budget: Budget, _ connection: borrowing Connection
  ) throws {
    let subjects = try connection.all(
      """
      SELECT l."subject" FROM "ledger_line" l JOIN "ledger_budget" b ON b."number" = l."budget"
      WHERE \(budget.condition) AND l."account" = 'committed'
      GROUP BY l."subject" HAVING SUM(l."amount") <> 0
      """
    ) { $0.text(0) }
    for subject in subjects { try readParts(of: subject, connection) }
  }
}
