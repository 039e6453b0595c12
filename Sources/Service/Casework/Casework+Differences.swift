import Core
package import Office
import Procedures
package import Store

/// What a later determination gives otherwise than a case did: a proposal, which changes nothing by
/// itself.
package struct Difference: Sendable, Equatable {
  package let key: Int64
  /// The number of the case.
  package let number: String
  /// 分: more that is due, or below zero what was paid too much.
  package let amount: Int64
  package let basis: CaseRecord.Basis
  package let moment: Moment
}

extension Casework {
  /// Writes down that a later determination differs from an ended case.
  ///
  /// - Parameters:
  ///   - number: of the case, which has ended.
  ///   - amount: 分 due beyond what was paid, or below zero what was paid too much; not zero.
  ///   - basis: the later determination's.
  ///   - determination: the determination, as JSON.
  ///   - connection: the transaction.
  /// - Returns: `false` where the same is written down already.
  /// - Throws: `CaseworkProblem`, `StoreError`.
  package func propose(
    _ number: String, amount: Int64, basis: CaseRecord.Basis, determination: String,
    _ connection: borrowing Connection
  ) throws -> Bool {
    guard amount != 0 else { throw CaseworkProblem.nothingDue }
    let key = try CaseTable.find(number, connection).key
    let open = try connection.first(
      """
      SELECT "amount" FROM "case_difference" WHERE "case" = \(key) AND "verdict" IS NULL
      """
    ) { $0.integer(0) }
    if open == amount { return false }
    let now = office.clock.now().microseconds
    // A newer determination takes the place of one that nobody has decided on.
    try connection.run(
      """
      UPDATE "case_difference" SET "verdict" = 'superseded' WHERE "case" = \(key)
        AND "verdict" IS NULL
      """)
    try connection.run(
      """
      INSERT INTO "case_difference" ("case", "amount", "on_day", "plan", "change",
        "determination", "moment")
      VALUES (\(key), \(amount), \(Int64(basis.on.dayNumber)), \(basis.plan), \(basis.change),
        \(determination), \(now))
      """)
    return true
  }

  /// Differences that nobody has decided on, the oldest first.
  ///
  /// - Throws: `StoreError`.
  package func differences(
    for signer: Signer, limit: Int = 100, _ connection: borrowing Connection
  ) throws -> [Difference] {
    try connection.all(
      """
      SELECT "case_difference"."key", "number", "case_difference"."amount",
        "case_difference"."on_day", "case_difference"."plan", "case_difference"."change", "moment"
      FROM "case_difference" JOIN "case_record" ON "case_record"."key" = "case"
      WHERE "verdict" IS NULL AND \(QueueFilter.scope(of: signer))
      ORDER BY "case_difference"."key" LIMIT \(Int64(limit))
      """
    ) { row in
      Difference(
        key: row.integer(0), number: row.text(1), amount: row.integer(2),
        basis: CaseRecord.Basis(
          on: CivilDate(dayNumber: Int(row.integer(3))), plan: row.text(4),
          change: row.integer(5)), moment: Moment(microseconds: row.integer(6)))
    }
  }

  /// Decides that a difference is followed: a case of its own is opened for it, a top-up under the
  /// procedure of the old one, a claw-back under its own.
  ///
  /// - Parameters:
  ///   - difference: its key.
  ///   - reason: why.
  ///   - signer: a clerk of the region.
  ///   - connection: the transaction.
  /// - Returns: the new case.
  /// - Throws: `CaseworkProblem`, `CaseRefusal.notYourRole`, `.notYourRegion`, `StoreError`.
  package func follow(
    _ difference: Int64, reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> CaseRecord {
    let found = try undecided(difference, by: signer, connection)
    let old = found.record
    let isMore = found.amount > 0
    let opened = try open(
      CaseProposal(
        procedure: isMore ? old.procedure : CaseKind.clawBack.rawValue,
        kind: isMore ? .topUp : .clawBack, entitlement: old.entitlement, partyName: old.partyName,
        region: old.region, amount: abs(found.amount), basis: found.later,
        determination: found.determination, parent: old.number), by: signer, connection)
    try decide(difference, "followed", reason, follows: opened.number, by: signer, connection)
    return opened
  }

  /// Decides that a difference is not followed.
  package func dismiss(
    _ difference: Int64, reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw CaseRefusal.missing(.reason) }
    _ = try undecided(difference, by: signer, connection)
    try decide(difference, "dismissed", reason, follows: nil, by: signer, connection)
  }

  private func undecided(
    _ difference: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws -> (
    record: CaseRecord, amount: Int64, later: CaseRecord.Basis, determination: String
  ) {
    let found = try connection.first(
      """
      SELECT "case", "amount", "on_day", "plan", "change", "determination"
      FROM "case_difference" WHERE "key" = \(difference) AND "verdict" IS NULL
      """
    ) { row in
      (
        row.integer(0), row.integer(1),
        CaseRecord.Basis(
          on: CivilDate(dayNumber: Int(row.integer(2))), plan: row.text(3),
          change: row.integer(4)), row.text(5)
      )
    }
    guard let (key, amount, later, determination) = found else {
      throw CaseworkProblem.unknownDifference
    }
    let record = try record(key: key, connection)
    guard signer.role == .clerk else { throw CaseRefusal.notYourRole }
    guard signer.actor.may(.clerk, region: record.region) else { throw CaseRefusal.notYourRegion }
    return (record, amount, later, determination)
  }

  private func decide(
    _ difference: Int64, _ verdict: String, _ reason: String, follows: String?, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "case_difference" SET "verdict" = \(verdict), "reason" = \(reason),
        "user" = \(signer.actor.user), "follows" = \(follows) WHERE "key" = \(difference)
      """)
    try AuditTrail.append(
      AuditEntry(
        signer, "case.difference-\(verdict)", "difference", "\(difference)",
        detail: follows.map { ["case": $0] } ?? [:]), at: office.clock.now(), connection)
  }
}
