import Core
import Office
import Store

extension LedgerReader {
  /// Proposals, the oldest first: that of a number, or all that nobody has decided on.
  static func proposals(
    _ number: Int64?, _ connection: borrowing Connection
  ) throws -> [Proposal] {
    let condition: SQL = number.map { "p.\"entry\" = \($0)" } ?? "d.\"number\" IS NULL"
    return try connection.all(
      """
      SELECT p."entry", p."fund", p."year", p."unit", p."change", e."user", e."moment",
        d."number"
      FROM "ledger_proposal" p JOIN "ledger_entry" e ON e."number" = p."entry"
      LEFT JOIN "ledger_entry" d ON d."about" = p."entry"
      WHERE \(condition) ORDER BY p."entry"
      """
    ) { row in
      Proposal(
        number: row.integer(0), budget: budget(row, 1), change: row.integer(4),
        maker: row.integer(5), moment: Moment(microseconds: row.integer(6)),
        isDecided: !row.isNull(7))
    }
  }

  static func demand(_ number: Int64, _ connection: borrowing Connection) throws -> Demand? {
    guard let made = try entry(number, connection), made.kind == .demand,
      let subject = made.subject
    else { return nil }
    var demand = Demand(made, subject, try instalments(of: number, connection))
    for answer in try entries("\"about\" = \(number)", connection) { demand.answer(answer) }
    return demand
  }

  private static func instalments(
    of demand: Int64, _ connection: borrowing Connection
  ) throws -> [Instalment] {
    try connection.all(
      """
      SELECT "due", "amount" FROM "ledger_instalment" WHERE "demand" = \(demand) ORDER BY "place"
      """
    ) { row in
      guard let due = CivilDate(row.text(0)) else {
        throw LedgerProblem.broken(.readable, entry: demand)
      }
      return Instalment(due: due, amount: row.integer(1))
    }
  }
}
