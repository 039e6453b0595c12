import Core
import Office
package import Store

extension People {
  /// The account with a number, also where it is closed.
  package func account(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> Account? {
    try connection.first(
      "\(People.accountColumns) WHERE \"a\".\"number\" = \(number)", People.account)
  }

  /// The account of a person of the registry.
  package func account(
    ofParty party: String, _ connection: borrowing Connection
  ) throws -> Account? {
    try connection.first(
      "\(People.accountColumns) WHERE \"a\".\"party\" = \(party)", People.account)
  }

  /// The account somebody signs in to, as they write its name.
  package func account(
    signIn: String, _ connection: borrowing Connection
  ) throws -> Account? {
    try find(signIn: SignInName.folded(signIn), connection)?.account
  }

  /// What the holders of accounts are called, by the numbers of the accounts.
  ///
  /// - Throws: `StoreError`.
  package func names(
    of users: Set<Int64>, _ connection: borrowing Connection
  ) throws -> [Int64: String] {
    let list = SQL.joined(users.sorted().map { "\($0)" })
    let names = try connection.all(
      "SELECT \"number\", \"name\" FROM \"people_account\" WHERE \"number\" IN (\(list))"
    ) { ($0.integer(0), $0.text(1)) }
    return Dictionary(names) { first, _ in first }
  }

  /// Accounts in the order of their numbers.
  ///
  /// - Parameters:
  ///   - text: a part of the name or of the sign-in name, or the whole id of the person; empty for
  ///     all accounts.
  ///   - number: only those after this one; 0 for the first.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the accounts, closed ones as well.
  /// - Throws: `StoreError`.
  package func accounts(
    matching text: String = "", after number: Int64, limit: Int,
    _ connection: borrowing Connection
  ) throws -> [Account] {
    var found: SQL = "1 = 1"
    if !text.isEmpty {
      let part = "%\(People.literal(text))%"
      let folded = "%\(People.literal(SignInName.folded(text)))%"
      found = """
        ("a"."sign_in" LIKE \(folded) ESCAPE '!' OR "a"."name" LIKE \(part) ESCAPE '!'
          OR "a"."party" = \(text))
        """
    }
    return try connection.all(
      """
      \(People.accountColumns) WHERE "a"."number" > \(number) AND \(found) ORDER BY "a"."number"
      LIMIT \(Int64(limit))
      """, People.account)
  }

  /// A text in which nothing stands for something else in LIKE.
  private static func literal(_ text: String) -> String {
    text.flatMap { "!%_".contains($0) ? ["!", $0] : [$0] }.reduce(into: "") { $0.append($1) }
  }

  /// With the hash of the password, which leaves this room in no value.
  func find(
    signIn: String, _ connection: borrowing Connection
  ) throws -> (account: Account, password: String)? {
    try connection.first("\(People.accountColumns) WHERE \"a\".\"sign_in\" = \(signIn)") { row in
      (People.account(row), row.text(9))
    }
  }

  func isKnown(_ party: String, _ connection: borrowing Connection) throws -> Bool {
    try account(ofParty: party, connection) != nil
  }

  private static var accountColumns: SQL {
    """
    SELECT "a"."number", "a"."sign_in", "a"."name", "a"."party", "a"."locale", "a"."is_given",
      CASE WHEN "f"."secret" IS NULL THEN 0 ELSE 1 END, "a"."opened", "a"."closed", "a"."password"
    FROM "people_account" AS "a" LEFT JOIN "people_factor" AS "f" ON "f"."user" = "a"."number"
    """
  }

  private static func account(_ row: borrowing Row) -> Account {
    Account(
      number: row.integer(0), signIn: row.text(1), name: row.text(2), party: row.textIfAny(3),
      language: Language(rawValue: row.text(4)) ?? .zh, mustChangePassword: row.integer(5) != 0,
      hasSecondFactor: row.integer(6) != 0, opened: Moment(microseconds: row.integer(7)),
      closed: row.integerIfAny(8).map(Moment.init(microseconds:)))
  }
}
