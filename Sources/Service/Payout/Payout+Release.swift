import Core
package import Office
package import Store

extension Payout {
  /// Signs a draft, so that its file may be made. Whoever made it or added to it cannot, in no role
  /// and under no second account of the same person; nor whoever is paid by it.
  ///
  /// - Parameters:
  ///   - number: of the batch.
  ///   - key: names the request.
  ///   - signer: another finance officer of the region.
  ///   - connection: the transaction.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`.
  package func release(
    _ number: Int64, key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    _ = try once("release", key, by: signer, connection) { connection in
      let batch = try need(number, [.draft], by: signer, connection)
      if try isMaker(signer, of: batch, connection) { throw PayoutProblem.ownWork(batch: number) }
      if let party = signer.actor.party, let own = try matter(of: party, in: number, connection) {
        throw PayoutProblem.ownMatter(batch: number, subject: own)
      }
      guard batch.count > 0 else { throw PayoutProblem.emptyBatch(batch: number) }
      guard batch.day >= office.clock.today else {
        throw PayoutProblem.dayPassed(batch: number, day: batch.day.description)
      }
      try connection.run(
        """
        UPDATE "payout_batch" SET "status" = \(BatchStatus.released.rawValue),
          "released_by" = \(signer.actor.user),
          "released_at" = \(office.clock.now().microseconds)
        WHERE "number" = \(number)
        """)
      try note(
        signer, "release", "payout-batch", String(number),
        ["count": String(batch.count), "amount": Money(fen: batch.amount).description], connection)
      return ""
    }
  }

  /// Ends a batch for which the bank has nothing more to say.
  ///
  /// - Parameters:
  ///   - number: of the batch.
  ///   - key: names the request.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`.
  package func close(
    _ number: Int64, key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    _ = try once("close", key, by: signer, connection) { connection in
      let batch = try need(number, [.exported, .partly, .settled], by: signer, connection)
      let open = batch.counts[.sent, default: 0]
      guard open == 0 else { throw PayoutProblem.stillOpen(batch: number, count: open) }
      try set(.closed, number, connection)
      try note(signer, "close", "payout-batch", String(number), [:], connection)
      return ""
    }
  }

  private func isMaker(
    _ signer: Signer, of batch: PayoutBatch, _ connection: borrowing Connection
  ) throws -> Bool {
    if Payout.isSame(signer, user: batch.madeBy, party: batch.madeParty) { return true }
    return try connection.first(
      """
      SELECT 1 FROM "payout_instruction" WHERE "batch" = \(batch.number)
        AND ("added_by" = \(signer.actor.user) OR "added_party" = \(signer.actor.party)) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  private func matter(
    of party: String, in batch: Int64, _ connection: borrowing Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT "subject" FROM "payout_instruction" WHERE "batch" = \(batch)
        AND "party" = \(party) AND "status" = \(InstructionStatus.pending.rawValue) LIMIT 1
      """
    ) { $0.text(0) }
  }

  /// Whether the signer is the one who made something, be it under another account.
  static func isSame(_ signer: Signer, user: Int64, party: String?) -> Bool {
    signer.actor.user == user || (party != nil && signer.actor.party == party)
  }
}
