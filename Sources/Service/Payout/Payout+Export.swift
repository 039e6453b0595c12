import BankFiles
import Core
import Cryptography
package import Office
package import Store

/// A file for the bank.
package struct ExportedFile: Sendable, Equatable {
  /// What to call it on a disk.
  package let name: String
  package let bytes: [UInt8]
  /// SM3 of the bytes, in hexadecimal; for the bank's receipt and the auditors.
  package let digest: String
}

extension Payout {
  /// Makes the file of a released batch. Made again it is the same to the byte, and goes to the bank
  /// once: a batch has one file, in one format.
  ///
  /// - Parameters:
  ///   - number: of the batch.
  ///   - format: of the file; with the first one the choice is made.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: the file.
  /// - Throws: `PayoutProblem`, `StoreError`, `CryptographyFailure`.
  package func export(
    _ number: Int64, as format: BankFormat, by signer: Signer, _ connection: borrowing Connection
  ) throws -> ExportedFile {
    let sendable: [BatchStatus] = [.released, .exported, .partly, .settled, .closed]
    let batch = try need(number, sendable, by: signer, connection)
    let known = try connection.first(
      "SELECT \"format\", \"digest\" FROM \"payout_file\" WHERE \"batch\" = \(number)"
    ) { (format: $0.text(0), digest: $0.bytes(1)) }
    if let known, known.format != format.name {
      throw PayoutProblem.otherFormat(batch: number, format: known.format)
    }
    let bytes: [UInt8]
    let order = try order(batch, connection)
    do throws(BankFileFault) {
      bytes = try format.bytes(order)
    } catch {
      throw PayoutProblem.unfitOrder(batch: number, error)
    }
    let digest = try SM3.digest(bytes)
    if let known {
      guard known.digest == digest else { throw PayoutProblem.fileDiffers(batch: number) }
    } else {
      try send(batch, by: signer, connection)
      try connection.run(
        """
        INSERT INTO "payout_file" ("batch", "format", "digest", "size", "moment")
        VALUES (\(number), \(format.name), \(digest), \(Int64(bytes.count)),
          \(office.clock.now().microseconds))
        """)
    }
    let file = ExportedFile(
      name: batch.message + format.suffix, bytes: bytes, digest: Hexadecimal.text(digest))
    try note(
      signer, "export", "payout-batch", String(number),
      ["format": format.name, "digest": file.digest, "again": known == nil ? "no" : "yes"],
      connection)
    return file
  }

  /// From here on the bank may pay, whether or not the file reaches it.
  private func send(
    _ batch: PayoutBatch, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let doubtful = try unresolved(
      "\"new\".\"batch\" = \(batch.number) AND \"new\".\"status\" = 'pending'", connection)
    if let doubtful { throw PayoutProblem.unresolved(subject: doubtful) }
    try moveAll(
      .replaced, by: signer,
      """
      "status" IN ('failed', 'returned') AND "subject" IN (SELECT "subject"
        FROM "payout_instruction" WHERE "batch" = \(batch.number) AND "status" = 'pending')
      """, connection)
    try moveAll(
      .exported, by: signer, "\"batch\" = \(batch.number) AND \"status\" = 'pending'", connection)
    try set(.exported, batch.number, connection)
  }

  private func order(
    _ batch: PayoutBatch, _ connection: borrowing Connection
  ) throws -> TransferOrder {
    let payer = try connection.first(
      "SELECT \"payer_account\", \"payer_code\" FROM \"payout_batch\" WHERE \"number\" = \(batch.number)"
    ) { (account: $0.bytes(0), code: $0.textIfAny(1)) }
    let place = Payout.payerPlace(batch.message)
    guard let payer, let account = try office.seal.open(payer.account, at: place) else {
      throw PayoutProblem.unreadableAccount(batch: batch.number)
    }
    let transfers = try connection.all(
      """
      SELECT "end_to_end", "payee", "account", "bank", "bank_code", "amount", "purpose"
      FROM "payout_instruction" WHERE "batch" = \(batch.number) AND "status" <> 'withdrawn'
      ORDER BY "number"
      """
    ) { row in
      let id = row.text(0)
      guard let number = try office.seal.open(row.bytes(2), at: Payout.payeePlace(id)) else {
        throw PayoutProblem.unreadableAccount(batch: batch.number)
      }
      return Transfer(
        endToEndID: id,
        payee: BankAccount(
          name: row.text(1), number: number, bank: row.text(3), bankCode: row.textIfAny(4)),
        fen: row.integer(5), purpose: row.text(6))
    }
    let made = batch.releasedAt ?? batch.madeAt
    return TransferOrder(
      id: batch.message, createdAt: made.text.split(separator: " ").joined(separator: "T"),
      payer: BankAccount(
        name: batch.payer, number: account, bank: batch.payerBank, bankCode: payer.code),
      executionDay: batch.day, transfers: transfers)
  }
}
