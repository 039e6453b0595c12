import Cryptography
import Core
package import Office
import Procedures
package import Store

/// An objection to a row of a notice.
package struct Objection: Sendable, Equatable {
  package let row: Int
  /// The number of the case it holds.
  package let number: String
  package let text: String
  package let moment: Moment
  package let verdict: Verdict?
  package let answer: String?

  package enum Verdict: String, Sendable {
    case dismissed, upheld
  }
}

extension Casework {
  /// Objects to rows of a notice: their cases are held, all others go on.
  ///
  /// - Parameters:
  ///   - notice: its number.
  ///   - rows: which; at least one.
  ///   - text: what is wrong with them.
  ///   - contact: how whoever objects is to be answered; kept sealed.
  ///   - signer: who objects.
  ///   - connection: the transaction.
  /// - Throws: `CaseworkProblem.noticeClosed`, `.unknownRow`, `.nothingTicked`, `.noText`;
  ///   `StoreError`, `CryptographyFailure`.
  package func object(
    to notice: String, rows: [Int], text: String, contact: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let (found, key) = try findNotice(notice, connection)
    guard found.closed == nil, office.clock.today <= found.closes else {
      throw CaseworkProblem.noticeClosed(notice)
    }
    guard !rows.isEmpty else { throw CaseworkProblem.nothingTicked }
    guard text.contains(where: { !$0.isWhitespace }) else { throw CaseworkProblem.noText }
    let now = office.clock.now()
    for row in Set(rows).sorted() {
      let caseKey = try connection.first(
        "SELECT \"case\" FROM \"notice_row\" WHERE \"notice\" = \(key) AND \"row\" = \(Int64(row))"
      ) { $0.integer(0) }
      guard let caseKey else { throw CaseworkProblem.unknownRow(row) }
      let contact = try office.seal.seal(contact, at: "notice.objection/\(notice)")
      try connection.run(
        """
        INSERT INTO "notice_objection" ("notice", "row", "case", "text", "contact", "user", "moment")
        VALUES (\(key), \(Int64(row)), \(caseKey), \(text), \(contact), \(signer.actor.user),
          \(now.microseconds))
        """)
      let record = try record(key: caseKey, connection)
      let transition = try shelf.procedure(of: record).transition("object")
      // A second objection to a row that is held already joins the first.
      if transition?.from.contains(record.state) == true {
        _ = try act("object", on: record.number, by: .system, connection)
      }
    }
    try AuditTrail.append(
      AuditEntry(
        signer, "notice.object", "notice", notice,
        detail: ["rows": Set(rows).sorted().map { "\($0)" }.joined(separator: ",")]), at: now,
      connection)
    try publish(found, key, by: signer, connection)
  }

  /// Settles what is still open against a case, and shows so in its notice.
  func settle(
    _ verdict: Objection.Verdict, _ key: Int64, answer: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "notice_objection" SET "verdict" = \(verdict.rawValue), "answer" = \(answer),
        "answered_by" = \(signer.actor.user), "answered" = \(office.clock.now().microseconds)
      WHERE "case" = \(key) AND "verdict" IS NULL
      """)
    let notices = try connection.all(
      """
      SELECT \(Casework.noticeColumns) FROM "notice_record"
      WHERE "closed" IS NULL
        AND "key" IN (SELECT "notice" FROM "notice_row" WHERE "case" = \(key))
      """
    ) { Casework.notice($0) }
    for (notice, key) in notices { try publish(notice, key, by: signer, connection) }
  }

  /// The objections to a case, the first one first.
  package func objections(
    to number: String, _ connection: borrowing Connection
  ) throws -> [Objection] {
    let key = try CaseTable.find(number, connection).key
    return try connection.all(
      """
      SELECT "row", "text", "moment", "verdict", "answer" FROM "notice_objection"
      WHERE "case" = \(key) ORDER BY "key"
      """
    ) { row in
      Objection(
        row: Int(row.integer(0)), number: number, text: row.text(1),
        moment: Moment(microseconds: row.integer(2)),
        verdict: row.textIfAny(3).flatMap(Objection.Verdict.init), answer: row.textIfAny(4))
    }
  }

  func record(key: Int64, _ connection: borrowing Connection) throws -> CaseRecord {
    let found = try connection.first(
      "SELECT \(CaseTable.columns) FROM \"case_record\" WHERE \"key\" = \(key)"
    ) { CaseTable.record($0).record }
    guard let found else { throw CaseworkProblem.unknownCase("\(key)") }
    return found
  }
}
