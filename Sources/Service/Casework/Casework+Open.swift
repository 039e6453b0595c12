import Core
package import Office
import Procedures
package import Store

extension Casework {
  /// Opens a case: by the service for what was found, by an official, or by the party itself.
  ///
  /// - Parameters:
  ///   - proposal: what it is about.
  ///   - signer: who opens it.
  ///   - connection: the transaction.
  /// - Returns: the case.
  /// - Throws: `CaseworkProblem.alreadyOpen` with the number of the open case of this entitlement,
  ///   `.nothingDue`, `.unknownProcedure`, `.notYetRecorded`; `StoreError`.
  package func open(
    _ proposal: CaseProposal, by signer: Signer, _ connection: borrowing Connection
  ) throws -> CaseRecord {
    let procedure = try shelf.current(proposal.procedure)
    guard let state = procedure.state(procedure.start) else {
      throw CaseworkProblem.unknownProcedure(proposal.procedure)
    }
    guard proposal.amount > 0 || proposal.kind == .first && proposal.amount == 0 else {
      throw CaseworkProblem.nothingDue
    }
    if let open = try openCase(of: proposal.entitlement, connection) {
      throw CaseworkProblem.alreadyOpen(open)
    }
    if try isPosting(proposal.entitlement, connection) { throw CaseworkProblem.notYetRecorded }
    let now = office.clock.now()
    let record = CaseRecord(
      number: try nextNumber(now.day.year, connection), kind: proposal.kind,
      procedure: procedure.id, procedureHash: procedure.hash, entitlement: proposal.entitlement,
      partyName: proposal.partyName, region: proposal.region, amount: proposal.amount,
      state: state.id, opened: now, entered: now, due: due(state, now.day), assigned: nil,
      basis: proposal.basis, parent: proposal.parent)
    let key = try CaseTable.insert(record, turn: state.turn, connection)
    try connection.run(
      """
      INSERT INTO "case_basis" ("case", "determination", "items")
      VALUES (\(key), \(proposal.determination),
        \(proposal.items.joined(separator: "\n")))
      """)
    try CaseEvents.append(
      CaseEvents.Draft(signer: signer, act: "open", to: state.id), to: key, at: now, connection)
    try trail(signer, "case.open", record, connection)
    return record
  }

  /// The number of the open case of an entitlement, if there is one.
  package func openCase(
    of entitlement: Entitlement, _ connection: borrowing Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT "number" FROM "case_record"
      WHERE "party" = \(entitlement.party) AND "benefit" = \(entitlement.benefit)
        AND "owner" = \(entitlement.owner) AND "subject" = \(entitlement.subject ?? "")
        AND "is_open" = 1
      """
    ) { $0.text(0) }
  }

  /// Whether a payment of this entitlement has still to be told to the registry, so that nobody
  /// could know yet what is due beside it.
  private func isPosting(
    _ entitlement: Entitlement, _ connection: borrowing Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM "case_post" JOIN "case_record" ON "case_record"."key" = "case_post"."case"
      WHERE "case_post"."change" IS NULL AND "party" = \(entitlement.party)
        AND "benefit" = \(entitlement.benefit) AND "owner" = \(entitlement.owner)
        AND "subject" = \(entitlement.subject ?? "")
      """
    ) { _ in true } ?? false
  }

  private func nextNumber(_ year: Int, _ connection: borrowing Connection) throws -> String {
    let next = try connection.first(
      """
      INSERT INTO "case_year" ("year", "last") VALUES (\(Int64(year)), 1)
      ON CONFLICT ("year") DO UPDATE SET "last" = "case_year"."last" + 1 RETURNING "last"
      """
    ) { $0.integer(0) }
    let digits = "\(next ?? 0)"
    return "\(year)-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  func trail(
    _ signer: Signer, _ action: String, _ record: CaseRecord, detail: [String: String] = [:],
    _ connection: borrowing Connection
  ) throws {
    try AuditTrail.append(
      AuditEntry(
        signer, action, "case", record.number, party: record.entitlement.party, detail: detail),
      at: office.clock.now(), connection)
  }
}
