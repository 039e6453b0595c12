package import BankFiles
import Core
import Cryptography
package import Office
package import Store

extension Payout {
  /// Adds payments to a draft. A row that cannot be taken is refused with its reason; the others
  /// are taken.
  ///
  /// - Parameters:
  ///   - items: what is to be paid.
  ///   - number: of the batch.
  ///   - key: names the request; the same again gives the same lines.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: a line for each item, in their order.
  /// - Throws: `PayoutProblem` where the batch as a whole cannot take any; `OfficeProblem`,
  ///   `StoreError`, `CryptographyFailure`.
  package func add(
    _ items: [PayoutItem], to number: Int64, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> [PayoutLine] {
    let result = try once("add", key, by: signer, connection) { connection in
      let batch = try need(number, [.draft], by: signer, connection)
      return try items.map { try add($0, to: batch, by: signer, connection) }.text
    }
    return try [PayoutLine](text: result)
  }

  /// A correction of the payee for another attempt.
  package struct Retry: Sendable, Equatable {
    /// The instruction that failed or came back.
    package var instruction: Int64
    /// Where the money is to go now; `nil` for where it went before.
    package var payee: BankAccount?

    package init(_ instruction: Int64, payee: BankAccount? = nil) {
      self.instruction = instruction
      self.payee = payee
    }
  }

  /// Tries again, in a draft, what has failed or come back for certain: under a new end-to-end id.
  ///
  /// - Parameters:
  ///   - retries: the last attempts of their cases.
  ///   - number: of the batch.
  ///   - key: names the request; the same again gives the same lines.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: a line for each, in their order.
  /// - Throws: as `add`; `PayoutProblem.noSuchInstruction`.
  package func retry(
    _ retries: [Retry], in number: Int64, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> [PayoutLine] {
    let result = try once("retry", key, by: signer, connection) { connection in
      let batch = try need(number, [.draft], by: signer, connection)
      return try retries.map { retry in
        let old = try instruction(retry.instruction, connection)
        guard old.status.isOpenFailure else { return PayoutLine(old.subject, .notFailed) }
        let payee = try retry.payee ?? account(of: old, connection)
        return try add(old.item(payee), to: batch, by: signer, connection)
      }.text
    }
    return try [PayoutLine](text: result)
  }

  private func add(
    _ item: PayoutItem, to batch: PayoutBatch, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> PayoutLine {
    guard item.region.isRegion(within: batch.region) else {
      return PayoutLine(item.subject, .otherRegion, Bilingual(item.region))
    }
    let endToEnd = try Payout.newName(batch.region)
    let transfer = Transfer(
      endToEndID: endToEnd, payee: item.payee, fen: item.amount, purpose: item.purpose)
    if let fault = transfer.faults.first {
      return PayoutLine(item.subject, .unfit, fault.message)
    }
    let earlier = try attempts(for: item.subject, connection)
    if let refusal = Payout.refusal(of: item, after: earlier) {
      let last = earlier.last.map { String($0.batch) } ?? ""
      return PayoutLine(item.subject, refusal, Bilingual(last))
    }
    if try unresolved("\"new\".\"subject\" = \(item.subject)", connection) != nil {
      return PayoutLine(item.subject, .unresolved)
    }
    let other = try connection.first(
      """
      SELECT "subject" FROM "payout_instruction" WHERE "entitlement" = \(item.entitlement)
        AND "status" IN ('pending', 'sent')
      """
    ) { $0.text(0) }
    if let other { return PayoutLine(item.subject, .entitlementUnderWay, Bilingual(other)) }
    try insert(item, endToEnd, attempt: Int64(earlier.count + 1), batch, by: signer, connection)
    return PayoutLine(item.subject)
  }

  /// An attempt that was made before.
  private struct Earlier {
    let status: InstructionStatus
    let batch: Int64
    let amount: Int64
    let party: String
    let entitlement: String
  }

  private func attempts(
    for subject: String, _ connection: borrowing Connection
  ) throws -> [Earlier] {
    try connection.all(
      """
      SELECT "status", "batch", "amount", "party", "entitlement" FROM "payout_instruction"
      WHERE "subject" = \(subject) ORDER BY "attempt"
      """
    ) { row in
      Earlier(
        // A word the program does not know counts as one that may still pay.
        status: InstructionStatus(rawValue: row.text(0)) ?? .sent, batch: row.integer(1),
        amount: row.integer(2), party: row.text(3), entitlement: row.text(4))
    }
  }

  private static func refusal(of item: PayoutItem, after earlier: [Earlier]) -> ItemRefusal? {
    var history = PaymentHistory(amount: item.amount, attempts: earlier.map(\.status))
    guard history.begin() != nil else {
      return history.attempts.contains(.settled) ? .paid : .underWay
    }
    // What was never sent binds nobody.
    let bound = earlier.last { $0.status != .withdrawn }
    let isSame = bound.map {
      $0.amount == item.amount && $0.party == item.party && $0.entitlement == item.entitlement
    }
    return isSame ?? true ? nil : .changed
  }

  private func insert(
    _ item: PayoutItem, _ endToEnd: String, attempt: Int64, _ batch: PayoutBatch,
    by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let payee = item.payee
    let account = try office.seal.seal(payee.number, at: Payout.payeePlace(endToEnd))
    let print = try office.seal.fingerprint(payee.number, of: "payout.account")
    try connection.run(
      """
      INSERT INTO "payout_instruction" ("batch", "subject", "attempt", "entitlement", "party",
        "payee", "bank", "bank_code", "account", "account_print", "amount", "region", "purpose",
        "end_to_end", "status", "added_by", "added_party")
      VALUES (\(batch.number), \(item.subject), \(attempt), \(item.entitlement), \(item.party),
        \(payee.name), \(payee.bank), \(payee.bankCode), \(account), \(print), \(item.amount),
        \(item.region), \(item.purpose), \(endToEnd), \(InstructionStatus.pending.rawValue),
        \(signer.actor.user), \(signer.actor.party))
      """)
    try note(
      signer, "add", "payout-batch", String(batch.number), party: item.party,
      ["subject": item.subject, "attempt": String(attempt)], connection)
  }
}
