package import Core
package import Store

/// A payment that has failed or come back, and has not been tried again.
package struct FollowUp: Sendable, Equatable {
  package let instruction: Instruction
  /// In plain words.
  package let reason: Bilingual
  package let advice: Bilingual
}

extension Payout {
  /// What has to be followed up.
  ///
  /// - Parameters:
  ///   - regions: with all that lies in them.
  ///   - after: only instructions with a greater number.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the oldest first.
  /// - Throws: `StoreError`.
  package func followUps(
    in regions: [String], after: Int64 = 0, limit: Int, _ connection: borrowing Connection
  ) throws -> [FollowUp] {
    try connection.all(
      """
      \(Payout.instructionColumns) AS "failed" WHERE "status" IN ('failed', 'returned')
        AND "number" > \(after) AND \(Payout.within(regions))
        AND NOT EXISTS (SELECT 1 FROM "payout_instruction" AS "live"
          WHERE "live"."subject" = "failed"."subject"
            AND "live"."status" IN ('pending', 'sent', 'settled'))
      ORDER BY "number" LIMIT \(Int64(limit))
      """
    ) { FollowUp(Payout.instruction($0)) }
  }
}

extension FollowUp {
  /// A reason that is not in the table is shown as the bank wrote it.
  init(_ instruction: Instruction) {
    self.instruction = instruction
    let words = instruction.reason ?? ""
    if let known = BankReason(code: words) {
      reason = known.label
      advice = known.advice
    } else {
      reason =
        words.isEmpty
        ? Bilingual(zh: "银行未说明原因", en: "the bank gave no reason") : Bilingual(words)
      advice = Bilingual(
        zh: "请向付款银行问明原因，再决定是否重付。",
        en: "Ask the paying bank why before trying again.")
    }
  }
}
