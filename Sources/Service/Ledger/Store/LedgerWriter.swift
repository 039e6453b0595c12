import Office
import Store

/// Values of the ledger as rows.
enum LedgerWriter {
  static func write(
    _ entry: LedgerEntry, of posting: Posting, after lastLine: Int64,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "ledger_entry" ("number", "key", "kind", "content", "subject", "party", "about",
        "moment", "user", "first_line", "last_line")
      VALUES (\(entry.number), \(posting.key), \(entry.kind.rawValue), \(posting.act.content()),
        \(entry.subject?.id), \(entry.subject?.party), \(posting.act.about),
        \(entry.moment.microseconds), \(entry.user), \(lastLine + 1),
        \(lastLine + Int64(entry.lines.count)))
      """)
    var numbers: [Budget: Int64] = [:]
    for line in entry.lines {
      let number = try numbers[line.budget] ?? number(of: line.budget, connection)
      numbers[line.budget] = number
      try write(line, number, connection)
    }
    try writeParts(of: posting.act, entry.number, connection)
  }

  private static func write(
    _ line: LedgerLine, _ budget: Int64, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "ledger_line" ("number", "entry", "budget", "account", "amount", "balance",
        "subject", "party", "subject_balance")
      VALUES (\(line.number), \(line.entry), \(budget), \(line.account.rawValue), \(line.amount),
        \(line.balance), \(line.subject?.id), \(line.subject?.party), \(line.subjectBalance))
      """)
  }

  /// What later acts refer to and lines do not say.
  private static func writeParts(
    of act: LedgerAct, _ entry: Int64, _ connection: borrowing Connection
  ) throws {
    switch act {
    case .propose(let budget, let change):
      try connection.run(
        """
        INSERT INTO "ledger_proposal" ("entry", "fund", "year", "unit", "change")
        VALUES (\(entry), \(budget.fund), \(Int64(budget.year)), \(budget.unit.id), \(change))
        """)
    case .demand(_, _, let instalments):
      for (place, instalment) in instalments.byDueDay.enumerated() {
        try connection.run(
          """
          INSERT INTO "ledger_instalment" ("demand", "place", "due", "amount")
          VALUES (\(entry), \(Int64(place)), \("\(instalment.due)"), \(instalment.amount))
          """)
      }
    case .carryOver(let budget, let year, _):
      try connection.run(
        """
        INSERT INTO "ledger_closing" ("budget", "successor", "entry")
        VALUES (\(number(of: budget, connection)), \(number(of: budget.inYear(year), connection)),
          \(entry))
        """)
    case .confirm, .decline, .commit, .release, .settle, .takeBack, .recover, .waive: break
    }
  }

  /// The row of a budget, made where it is new.
  private static func number(
    of budget: Budget, _ connection: borrowing Connection
  ) throws -> Int64 {
    let known = try connection.first(
      "SELECT b.\"number\" FROM \"ledger_budget\" b WHERE \(budget.condition)"
    ) { $0.integer(0) }
    if let known { return known }
    let number = try LedgerReader.last("ledger_budget", connection) + 1
    try connection.run(
      """
      INSERT INTO "ledger_budget" ("number", "fund", "year", "unit")
      VALUES (\(number), \(budget.fund), \(Int64(budget.year)), \(budget.unit.id))
      """)
    return number
  }
}
