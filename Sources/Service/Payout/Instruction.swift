import BankFiles
import Cryptography
import Office
package import Store

/// One attempt to pay, as it stands.
package struct Instruction: Sendable, Equatable {
  package let number: Int64
  package let batch: Int64
  package let subject: String
  /// 1 for the first.
  package let attempt: Int64
  package let entitlement: String
  package let party: String
  package let payee: String
  package let bank: String
  package let bankCode: String?
  /// 分.
  package let amount: Int64
  package let region: String
  package let purpose: String
  package let endToEndID: String
  package let status: InstructionStatus
  /// A code of ISO 20022 or the bank's words, where it failed or came back.
  package let reason: String?

  /// The same to be paid again.
  func item(_ payee: BankAccount) -> PayoutItem {
    PayoutItem(
      subject: subject, entitlement: entitlement, party: party, payee: payee, amount: amount,
      region: region, purpose: purpose)
  }
}

extension Payout {
  /// An attempt to pay.
  ///
  /// - Parameters:
  ///   - number: of the instruction.
  ///   - connection: reads.
  /// - Returns: it.
  /// - Throws: `PayoutProblem.noSuchInstruction`, `StoreError`.
  package func instruction(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> Instruction {
    let found = try connection.first(
      "\(Payout.instructionColumns) WHERE \"number\" = \(number)", Payout.instruction)
    guard let found else { throw PayoutProblem.noSuchInstruction(number: number) }
    return found
  }

  /// The attempts in a batch.
  ///
  /// - Parameters:
  ///   - batch: its number.
  ///   - after: only those with a greater number.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: them in the order they were added.
  /// - Throws: `StoreError`.
  package func instructions(
    of batch: Int64, after: Int64 = 0, limit: Int, _ connection: borrowing Connection
  ) throws -> [Instruction] {
    try connection.all(
      """
      \(Payout.instructionColumns) WHERE "batch" = \(batch) AND "number" > \(after)
      ORDER BY "number" LIMIT \(Int64(limit))
      """, Payout.instruction)
  }

  /// All attempts for a case, the first one first.
  package func instructions(
    for subject: String, _ connection: borrowing Connection
  ) throws -> [Instruction] {
    try connection.all(
      "\(Payout.instructionColumns) WHERE \"subject\" = \(subject) ORDER BY \"attempt\"",
      Payout.instruction)
  }

  /// That an attempt for a case is under way, as a condition of a statement.
  ///
  /// - Parameter subject: the column that has the number of the case.
  /// - Returns: the condition.
  package static func isUnderWay(_ subject: SQL) -> SQL {
    """
    EXISTS (SELECT 1 FROM "payout_instruction" AS "live"
      WHERE "live"."subject" = \(subject) AND "live"."status" IN ('pending', 'sent'))
    """
  }

  /// Where an attempt sends its money, as it may be shown: the number with stars.
  package func maskedAccount(
    of instruction: Instruction, _ connection: borrowing Connection
  ) throws -> String {
    try Mask.number(account(of: instruction, connection).number)
  }

  /// The account, opened: for files and for the next attempt.
  func account(
    of instruction: Instruction, _ connection: borrowing Connection
  ) throws -> BankAccount {
    let sealed = try connection.first(
      "SELECT \"account\" FROM \"payout_instruction\" WHERE \"number\" = \(instruction.number)"
    ) { $0.bytes(0) }
    let place = Payout.payeePlace(instruction.endToEndID)
    guard let sealed, let number = try office.seal.open(sealed, at: place) else {
      throw PayoutProblem.unreadableAccount(batch: instruction.batch)
    }
    return BankAccount(
      name: instruction.payee, number: number, bank: instruction.bank,
      bankCode: instruction.bankCode)
  }

  static var instructionColumns: SQL {
    """
    SELECT "number", "batch", "subject", "attempt", "entitlement", "party", "payee", "bank",
      "bank_code", "amount", "region", "purpose", "end_to_end", "status", "reason"
    FROM "payout_instruction"
    """
  }

  static func instruction(_ row: borrowing Row) -> Instruction {
    Instruction(
      number: row.integer(0), batch: row.integer(1), subject: row.text(2), attempt: row.integer(3),
      entitlement: row.text(4), party: row.text(5), payee: row.text(6), bank: row.text(7),
      bankCode: row.textIfAny(8), amount: row.integer(9), region: row.text(10),
      purpose: row.text(11), endToEndID: row.text(12),
      // A word the program does not know counts as one that may still pay.
      status: InstructionStatus(rawValue: row.text(13)) ?? .sent, reason: row.textIfAny(14))
  }
}
