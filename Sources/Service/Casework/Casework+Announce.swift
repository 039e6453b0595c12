package import Core
import Cryptography
package import Office
import Procedures
package import Store

/// A public notice as it is kept.
package struct Notice: Sendable, Equatable {
  package let number: String
  package let title: Bilingual
  package let region: String
  package let opens: CivilDate
  package let closes: CivilDate
  /// When the service closed it.
  package let closed: Moment?
}

/// What was shown from a moment on.
package struct NoticeEdition: Sendable, Equatable {
  package let edition: Int
  package let moment: Moment
  /// The canonical bytes.
  package let content: String
  /// SM3 of them.
  package let hash: [UInt8]
}

extension Casework {
  static let announcement = "announce"
  static let closingTransition = "close-notice"

  /// Opens a notice over cases and moves each of them into it, all or none.
  ///
  /// - Parameters:
  ///   - numbers: of the cases, in the order of the rows.
  ///   - title: what the notice is called.
  ///   - region: whose notice it is.
  ///   - days: working days that it is open, the day it opens not counted.
  ///   - isPerson: whether a party's name is a person's, and so masked.
  ///   - signer: the clerk, who has taken all of them.
  ///   - connection: the transaction.
  /// - Returns: the notice.
  /// - Throws: `CalendarUnknown` where the day it closes cannot be told; `CaseRefusal`,
  ///   `CaseworkProblem`, `StoreError`.
  package func announce(
    _ numbers: [String], title: Bilingual, region: String, days: Int,
    isPerson: (String) -> Bool, by signer: Signer, _ connection: borrowing Connection
  ) throws -> Notice {
    guard !numbers.isEmpty else { throw CaseworkProblem.nothingTicked }
    let now = office.clock.now()
    let closes = try calendar().day(days, after: now.day)
    let count = try connection.first("SELECT count(*) FROM \"notice_record\"") { $0.integer(0) }
    let number = "N\(now.day.year)-\((count ?? 0) + 1)"
    let key = try connection.first(
      """
      INSERT INTO "notice_record" ("number", "title_zh", "title_en", "region", "opens", "closes",
        "user")
      VALUES (\(number), \(title.zh), \(title.en), \(region), \(Int64(now.day.dayNumber)),
        \(Int64(closes.dayNumber)), \(signer.actor.user)) RETURNING "key"
      """
    ) { $0.integer(0) }
    for (index, caseNumber) in numbers.enumerated() {
      let (record, caseKey) = try CaseTable.find(caseNumber, connection)
      let name =
        isPerson(record.entitlement.party) ? NameMask.mask(record.partyName) : record.partyName
      try connection.run(
        """
        INSERT INTO "notice_row" ("notice", "row", "case", "name")
        VALUES (\(key ?? 0), \(Int64(index + 1)), \(caseKey), \(name))
        """)
      _ = try act(Casework.announcement, on: caseNumber, by: signer, connection)
    }
    let notice = Notice(
      number: number, title: title, region: region, opens: now.day, closes: closes, closed: nil)
    try publish(notice, key ?? 0, by: signer, connection)
    return notice
  }

  /// Keeps what is shown from now on, and its hash in the trail.
  func publish(
    _ notice: Notice, _ key: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let now = office.clock.now()
    let content = try content(of: notice, key, connection).canonical
    let hash = try SM3.digest(Array(content.utf8))
    try connection.run(
      """
      INSERT INTO "notice_edition" ("notice", "edition", "moment", "content", "hash")
      SELECT \(key), COALESCE(MAX("edition"), 0) + 1, \(now.microseconds), \(content), \(hash)
      FROM "notice_edition" WHERE "notice" = \(key)
      """)
    try AuditTrail.append(
      AuditEntry(
        signer, "notice.publish", "notice", notice.number,
        detail: ["hash": Hexadecimal.text(hash)]), at: now, connection)
  }

  private func content(
    of notice: Notice, _ key: Int64, _ connection: borrowing Connection
  ) throws -> NoticeContent {
    let rows = try connection.all(
      """
      SELECT "notice_row"."row", "notice_row"."name", "benefit", "amount", "region",
        EXISTS (SELECT 1 FROM "notice_objection" WHERE "notice_objection"."notice" = \(key)
          AND "notice_objection"."row" = "notice_row"."row" AND "verdict" IS NULL)
      FROM "notice_row" JOIN "case_record" ON "case_record"."key" = "notice_row"."case"
      WHERE "notice" = \(key) ORDER BY "notice_row"."row"
      """
    ) { row in
      NoticeRow(
        row: Int(row.integer(0)), name: row.text(1), benefit: row.text(2), amount: row.integer(3),
        region: row.text(4), isHeld: row.integer(5) == 1)
    }
    return NoticeContent(
      number: notice.number, title: notice.title, region: notice.region, opens: notice.opens,
      closes: notice.closes, rows: rows)
  }

  /// Whether a case stands in a notice that has not been closed.
  func isAnnounced(_ key: Int64, _ connection: borrowing Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM "notice_row" JOIN "notice_record" ON "notice_record"."key" = "notice"
      WHERE "case" = \(key) AND "closed" IS NULL LIMIT 1
      """
    ) { _ in true } ?? false
  }
}
