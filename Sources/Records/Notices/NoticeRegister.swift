import Core
import Cryptography
import Determination
package import Determinations
import Registry
import Store

/// The notices that were issued, beside the determinations of a registry.
package struct NoticeRegister: Sendable {
  package let store: DeterminationStore

  /// Makes the table where it is missing.
  ///
  /// - Parameter store: of the determinations.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package init(_ store: DeterminationStore) throws {
    self.store = store
    let database = store.registry.database
    try database.migrate(NoticeTables.steps(database.dialect), ledger: NoticeTables.ledger)
  }

  /// The code of a notice: the same for the same notice.
  ///
  /// - Throws: `CryptographyFailure`.
  func code(of notice: IssuedNotice) throws -> NoticeCode {
    NoticeCode(try store.registry.authentication(of: notice.canonical, as: "notice"))
  }

  /// Keeps a notice. One that is kept already is left as it is, so that a page may be loaded again.
  ///
  /// - Parameter notice: what it says.
  /// - Returns: its code.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  func keep(_ notice: IssuedNotice) throws -> NoticeCode {
    let code = try code(of: notice)
    let database = store.registry.database
    // Nothing is locked where nothing is to be done.
    if try database.read({ try find(code, $0) }) != nil { return code }
    try database.write { connection in
      try connection.run(
        """
        INSERT INTO "_notice" ("code", "digest", "owner", "receiver", "benefit", "subject", "on",
          "facts", "plan", "outcome", "amount", "granted", "issued")
        SELECT \(code.text), \(notice.digest), "key",
          \(notice.party == notice.owner ? nil : notice.party), \(notice.benefit),
          \(notice.subject), \(Int64(notice.on.dayNumber)), \(notice.facts), \(notice.plan),
          \(notice.outcome.rawValue), \(notice.amount?.fen), \(notice.granted?.fen),
          \(Int64(notice.issued.dayNumber))
        FROM "_party" WHERE "id" = \(notice.owner)
        ON CONFLICT ("code") DO NOTHING
        """)
    }
    return code
  }

  /// The notice with a code; `nil` where none was issued, and where what is kept is not what the code
  /// was made from: somebody has altered the database.
  ///
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func notice(_ code: NoticeCode) throws -> IssuedNotice? {
    guard let found = try store.registry.database.read({ try find(code, $0) }) else { return nil }
    return try self.code(of: found) == code ? found : nil
  }

  private func find(
    _ code: NoticeCode, _ connection: borrowing Connection
  ) throws -> IssuedNotice? {
    try connection.first(
      """
      SELECT p."id", n."receiver", n."benefit", n."subject", n."on", n."facts", n."plan",
        n."digest", n."outcome", n."amount", n."granted", n."issued"
      FROM "_notice" AS n JOIN "_party" AS p ON p."key" = n."owner" WHERE n."code" = \(code.text)
      """, Self.notice)
  }

  private static func notice(_ row: borrowing Row) throws -> IssuedNotice {
    guard let outcome = Outcome(rawValue: row.text(8)) else {
      throw StoreError.defect("outcome of a notice: \(row.text(8))")
    }
    let owner = row.text(0)
    return IssuedNotice(
      owner: owner, party: row.textIfAny(1) ?? owner, benefit: row.text(2),
      subject: row.textIfAny(3), on: CivilDate(dayNumber: Int(row.integer(4))),
      facts: row.integer(5), plan: row.text(6), digest: row.text(7), outcome: outcome,
      amount: row.integerIfAny(9).map { Money(fen: $0) },
      granted: row.integerIfAny(10).map { Money(fen: $0) },
      issued: CivilDate(dayNumber: Int(row.integer(11))))
  }
}
