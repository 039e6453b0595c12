import Core
import Office
import Procedures
package import Store

extension Casework {
  /// Notices, the newest first.
  ///
  /// - Parameters:
  ///   - isOpen: only those that are (`true`) or are not (`false`) closed yet.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the notices.
  /// - Throws: `StoreError`.
  package func notices(
    isOpen: Bool? = nil, limit: Int = 50, _ connection: borrowing Connection
  ) throws -> [Notice] {
    let condition: SQL =
      switch isOpen {
      case nil: "1 = 1"
      case true?: "\"closed\" IS NULL"
      case false?: "\"closed\" IS NOT NULL"
      }
    return try connection.all(
      """
      SELECT \(Casework.noticeColumns) FROM "notice_record" WHERE \(condition)
      ORDER BY "key" DESC LIMIT \(Int64(limit))
      """
    ) { Casework.notice($0).notice }
  }

  /// A notice and every edition of it, the first one first.
  ///
  /// - Throws: `CaseworkProblem.unknownNotice`, `StoreError`.
  package func notice(
    _ number: String, _ connection: borrowing Connection
  ) throws -> (notice: Notice, editions: [NoticeEdition]) {
    let (notice, key) = try findNotice(number, connection)
    let editions = try connection.all(
      """
      SELECT "edition", "moment", "content", "hash" FROM "notice_edition" WHERE "notice" = \(key)
      ORDER BY "edition"
      """
    ) { row in
      NoticeEdition(
        edition: Int(row.integer(0)), moment: Moment(microseconds: row.integer(1)),
        content: row.text(2), hash: row.bytes(3))
    }
    return (notice, editions)
  }

  /// Closes notices whose last day is over. Their cases are moved on one by one by `passTime`.
  func closeNotices(_ connection: borrowing Connection) throws {
    let today = Int64(office.clock.today.dayNumber)
    let due = try connection.all(
      """
      SELECT \(Casework.noticeColumns) FROM "notice_record"
      WHERE "closed" IS NULL AND "closes" < \(today) ORDER BY "key"
      """
    ) { Casework.notice($0) }
    for (notice, key) in due {
      try connection.run(
        """
        UPDATE "notice_record" SET "closed" = \(office.clock.now().microseconds)
        WHERE "key" = \(key)
        """)
      try AuditTrail.append(
        AuditEntry(.system, "notice.close", "notice", notice.number), at: office.clock.now(),
        connection)
    }
  }

  /// Cases whose notice has run its course and whose procedure lets the service take them on.
  func announcedUntilYesterday(limit: Int) throws -> [String] {
    try office.write { connection in
      try closeNotices(connection)
      let records = try connection.all(
        """
        SELECT \(CaseTable.columns) FROM "case_record"
        WHERE "is_open" = 1 AND "turn" = \(Turn.service.word)
          AND EXISTS (SELECT 1 FROM "notice_row" WHERE "case" = "case_record"."key")
          AND NOT EXISTS (
            SELECT 1 FROM "notice_row" JOIN "notice_record" ON "notice_record"."key" = "notice"
            WHERE "case" = "case_record"."key" AND "closed" IS NULL)
        ORDER BY "key" LIMIT \(Int64(limit))
        """
      ) { CaseTable.record($0).record }
      return try records.filter { record in
        try shelf.procedure(of: record).transition(Casework.closingTransition)?
          .from.contains(record.state) == true
      }.map(\.number)
    }
  }

  static var noticeColumns: SQL {
    "\"number\", \"title_zh\", \"title_en\", \"region\", \"opens\", \"closes\", \"closed\", \"key\""
  }

  static func notice(_ row: borrowing Row) -> (notice: Notice, key: Int64) {
    let notice = Notice(
      number: row.text(0), title: Bilingual(zh: row.text(1), en: row.text(2)),
      region: row.text(3), opens: CivilDate(dayNumber: Int(row.integer(4))),
      closes: CivilDate(dayNumber: Int(row.integer(5))),
      closed: row.integerIfAny(6).map { Moment(microseconds: $0) })
    return (notice, row.integer(7))
  }

  func findNotice(
    _ number: String, _ connection: borrowing Connection
  ) throws -> (notice: Notice, key: Int64) {
    let found = try connection.first(
      """
      SELECT \(Casework.noticeColumns) FROM "notice_record" WHERE "number" = \(number)
      """
    ) { Casework.notice($0) }
    guard let found else { throw CaseworkProblem.unknownNotice(number) }
    return found
  }
}
