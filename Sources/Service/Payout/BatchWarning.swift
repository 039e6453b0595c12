package import Core
package import Store

/// Something about a batch that whoever releases it should have seen.
package enum BatchWarning: Sendable, Equatable {
  case severalRows(party: String, count: Int64)
  /// One account stands under several names.
  case sharedAccount(names: [String])
  /// The same entitlement was paid before, for another case.
  case paidBefore(subject: String, other: String)

  package var message: Bilingual {
    switch self {
    case .severalRows(let party, let count):
      Bilingual(zh: "\(party) 在这一批里有 \(count) 笔", en: "\(party) has \(count) payments in it")
    case .sharedAccount(let names):
      Bilingual(
        zh: "\(names.joined(separator: "、")) 用的是同一个账号",
        en: "\(names.joined(separator: ", ")) have one account number")
    case .paidBefore(let subject, let other):
      Bilingual(
        zh: "\(subject) 的待遇已由 \(other) 付过",
        en: "the entitlement of \(subject) was paid before, for \(other)")
    }
  }
}

extension Payout {
  /// What is remarkable about a batch.
  ///
  /// - Parameters:
  ///   - batch: its number.
  ///   - connection: reads.
  /// - Returns: by kind, and within it in the order of the batch.
  /// - Throws: `StoreError`.
  package func warnings(
    _ batch: Int64, _ connection: borrowing Connection
  ) throws -> [BatchWarning] {
    var warnings = try connection.all(
      """
      SELECT "party", COUNT(*) FROM "payout_instruction"
      WHERE "batch" = \(batch) AND "status" <> 'withdrawn'
      GROUP BY "party" HAVING COUNT(*) > 1 ORDER BY MIN("number")
      """
    ) { BatchWarning.severalRows(party: $0.text(0), count: $0.integer(1)) }
    let accounts = try connection.all(
      """
      SELECT "account_print" FROM "payout_instruction"
      WHERE "batch" = \(batch) AND "status" <> 'withdrawn'
      GROUP BY "account_print" HAVING COUNT(DISTINCT "payee") > 1 ORDER BY MIN("number")
      """
    ) { $0.bytes(0) }
    for account in accounts {
      let names = try connection.all(
        """
        SELECT "payee" FROM "payout_instruction" WHERE "batch" = \(batch)
          AND "account_print" = \(account) AND "status" <> 'withdrawn'
        GROUP BY "payee" ORDER BY MIN("number")
        """
      ) { $0.text(0) }
      warnings.append(.sharedAccount(names: names))
    }
    warnings += try connection.all(
      """
      SELECT "new"."subject", MIN("old"."subject") FROM "payout_instruction" AS "new"
      JOIN "payout_instruction" AS "old" ON "old"."entitlement" = "new"."entitlement"
        AND "old"."subject" <> "new"."subject" AND "old"."status" = 'settled'
      WHERE "new"."batch" = \(batch) AND "new"."status" <> 'withdrawn'
      GROUP BY "new"."number", "new"."subject" ORDER BY "new"."number"
      """
    ) { BatchWarning.paidBefore(subject: $0.text(0), other: $0.text(1)) }
    return warnings
  }
}
