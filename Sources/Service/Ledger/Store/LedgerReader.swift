import Core
import Office
import Store

/// Rows of the ledger as values.
enum LedgerReader {
  /// The largest number in a table, 0 where it is empty.
  static func last(_ table: String, _ connection: borrowing Connection) throws -> Int64 {
    try connection.first(
      "SELECT \"number\" FROM \(name: table) ORDER BY \"number\" DESC LIMIT 1"
    ) { $0.integer(0) } ?? 0
  }

  /// What was done under a key.
  static func known(_ key: String, _ connection: borrowing Connection) throws -> Books.Known? {
    let found = try connection.first(
      "SELECT \"number\", \"content\" FROM \"ledger_entry\" WHERE \"key\" = \(key)"
    ) { (number: $0.integer(0), content: $0.text(1)) }
    guard let found, let entry = try entry(found.number, connection) else { return nil }
    return Books.Known(content: found.content, act: nil, entry: entry)
  }

  static func entry(_ number: Int64, _ connection: borrowing Connection) throws -> LedgerEntry? {
    try entries("\"number\" = \(number)", connection).first
  }

  /// Entries that meet a condition, in their order, with their lines.
  static func entries(
    _ condition: SQL, _ connection: borrowing Connection
  ) throws -> [LedgerEntry] {
    try connection.all(
      """
      SELECT "number", "kind", "subject", "party", "moment", "user", "first_line", "last_line"
      FROM "ledger_entry" WHERE \(condition) ORDER BY "number"
      """
    ) { row in
      LedgerEntry(
        number: row.integer(0), kind: try kind(row.text(1), row.integer(0)),
        subject: subject(row, 2), moment: Moment(microseconds: row.integer(4)),
        user: row.integer(5),
        lines: try lines(
          "l.\"number\" BETWEEN \(row.integer(6)) AND \(row.integer(7))",
          "ORDER BY l.\"number\"", connection))
    }
  }

  /// Lines that meet a condition on `l`.
  static func lines(
    _ condition: SQL, _ order: SQL, _ connection: borrowing Connection
  ) throws -> [LedgerLine] {
    try connection.all("\(lineColumns) WHERE \(condition) \(order)", line)
  }

  static let lineColumns: SQL = """
    SELECT l."number", l."entry", e."kind", e."moment", b."fund", b."year", b."unit", l."account",
      l."amount", l."balance", l."subject", l."party", l."subject_balance"
    FROM "ledger_line" l JOIN "ledger_entry" e ON e."number" = l."entry"
    JOIN "ledger_budget" b ON b."number" = l."budget"
    """

  static func line(_ row: borrowing Row) throws -> LedgerLine {
    LedgerLine(
      number: row.integer(0), entry: row.integer(1),
      kind: try kind(row.text(2), row.integer(1)),
      moment: Moment(microseconds: row.integer(3)), budget: budget(row, 4),
      account: try account(row.text(7), row.integer(1)), amount: row.integer(8),
      balance: row.integer(9), subject: subject(row, 10), subjectBalance: row.integer(12))
  }

  /// Of three columns.
  static func budget(_ row: borrowing Row, _ column: Int) -> Budget {
    Budget(
      fund: row.text(column), year: Int(row.integer(column + 1)),
      unit: LedgerUnit(row.text(column + 2)))
  }

  /// Of two columns.
  static func subject(_ row: borrowing Row, _ column: Int) -> LedgerSubject? {
    row.textIfAny(column).map { LedgerSubject($0, party: row.textIfAny(column + 1)) }
  }

  /// What stands in the tables is one of ours, or somebody got round the program.
  static func kind(_ text: String, _ entry: Int64) throws(LedgerProblem) -> LedgerAct.Kind {
    guard let kind = LedgerAct.Kind(rawValue: text) else {
      throw .broken(.readable, entry: entry)
    }
    return kind
  }

  static func account(_ text: String, _ entry: Int64) throws(LedgerProblem) -> BudgetAccount {
    guard let account = BudgetAccount(rawValue: text) else {
      throw .broken(.readable, entry: entry)
    }
    return account
  }
}

extension Budget {
  /// Finds it among the rows of `ledger_budget`, there called `b`.
  var condition: SQL {
    "b.\"year\" = \(Int64(year)) AND b.\"fund\" = \(fund) AND b.\"unit\" = \(unit.id)"
  }
}
