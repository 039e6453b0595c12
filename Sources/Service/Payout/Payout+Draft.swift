package import BankFiles
package import Core
import Cryptography
package import Office
package import Store

extension Payout {
  /// Begins a batch.
  ///
  /// - Parameters:
  ///   - region: whose money it is.
  ///   - payer: the account it is paid from.
  ///   - day: when the bank is to pay.
  ///   - key: names the request; the same again gives the same batch.
  ///   - signer: its maker, a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: the number of the batch.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`, `CryptographyFailure`.
  package func draft(
    region: String, payer: BankAccount, day: CivilDate, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    try require(signer, in: region)
    if let fault = payer.faults.first { throw PayoutProblem.unfitPayer(fault) }
    let result = try once("draft", key, by: signer, connection) { connection in
      let message = try Payout.newName(region, "B")
      try connection.run(
        """
        INSERT INTO "payout_batch" ("region", "status", "message", "payer", "payer_bank",
          "payer_code", "payer_account", "day", "made_by", "made_party", "made_at")
        VALUES (\(region), \(BatchStatus.draft.rawValue), \(message), \(payer.name),
          \(payer.bank), \(payer.bankCode),
          \(office.seal.seal(payer.number, at: Payout.payerPlace(message))),
          \(Int64(day.dayNumber)), \(signer.actor.user), \(signer.actor.party),
          \(office.clock.now().microseconds))
        """)
      let number = try connection.first(
        "SELECT \"number\" FROM \"payout_batch\" WHERE \"message\" = \(message)"
      ) { $0.integer(0) }
      let name = String(number ?? 0)
      try note(signer, "draft", "payout-batch", name, [:], connection)
      return name
    }
    return Int64(result) ?? 0
  }

  /// Takes payments out of a draft; their cases may be paid in another batch.
  ///
  /// - Parameters:
  ///   - subjects: the cases.
  ///   - number: of the batch.
  ///   - key: names the request.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: a line for each, in their order.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`.
  package func remove(
    _ subjects: [String], from number: Int64, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> [PayoutLine] {
    let result = try once("remove", key, by: signer, connection) { connection in
      try need(number, [.draft], by: signer, connection)
      return try subjects.map { subject in
        let found = try connection.first(
          """
          SELECT "number" FROM "payout_instruction" WHERE "batch" = \(number)
            AND "subject" = \(subject) AND "status" = \(InstructionStatus.pending.rawValue)
          """
        ) { $0.integer(0) }
        guard let found else { return PayoutLine(subject, .notInDraft) }
        try moveAll(.withdrawn, by: signer, "\"number\" = \(found)", connection)
        try note(signer, "remove", "payout-instruction", String(found), [:], connection)
        return PayoutLine(subject)
      }.text
    }
    return try [PayoutLine](text: result)
  }

  /// Gives up a batch that has not gone to the bank; its cases may be paid in another.
  ///
  /// - Parameters:
  ///   - number: of the batch.
  ///   - key: names the request.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`.
  package func cancel(
    _ number: Int64, key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    _ = try once("cancel", key, by: signer, connection) { connection in
      try need(number, [.draft, .released], by: signer, connection)
      try moveAll(
        .withdrawn, by: signer,
        "\"batch\" = \(number) AND \"status\" = \(InstructionStatus.pending.rawValue)", connection)
      try set(.cancelled, number, connection)
      try note(signer, "cancel", "payout-batch", String(number), [:], connection)
      return ""
    }
  }

  static func payerPlace(_ message: String) -> String { "payout.payer/\(message)" }
  static func payeePlace(_ endToEnd: String) -> String { "payout.account/\(endToEnd)" }

  /// The batch, if the signer may act on it and it is as far as it must be.
  @discardableResult
  func need(
    _ number: Int64, _ statuses: [BatchStatus], by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> PayoutBatch {
    let batch = try batch(number, connection)
    try require(signer, in: batch.region)
    guard statuses.contains(batch.status) else {
      throw PayoutProblem.wrongStatus(batch: number, batch.status)
    }
    return batch
  }

  func set(_ status: BatchStatus, _ number: Int64, _ connection: borrowing Connection) throws {
    try connection.run(
      "UPDATE \"payout_batch\" SET \"status\" = \(status.rawValue) WHERE \"number\" = \(number)")
  }
}
