import Store

extension Payout {
  /// A case for which the bank says that money left, in an entry that awaits a person: until it is
  /// resolved nothing more is sent for the case, and nothing is declared failed.
  ///
  /// - Parameters:
  ///   - condition: which instructions, called `"new"`.
  ///   - connection: reads.
  /// - Returns: the first such case, if any.
  /// - Throws: `StoreError`.
  func unresolved(
    _ condition: SQL, _ connection: borrowing Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT "new"."subject" FROM "payout_instruction" AS "new"
      JOIN "payout_instruction" AS "old" ON "old"."subject" = "new"."subject"
      JOIN "payout_entry" ON "payout_entry"."instruction" = "old"."number"
        AND "payout_entry"."place" = 'unmatched' AND "payout_entry"."kind" = 'payment'
      WHERE \(condition) ORDER BY "new"."number" LIMIT 1
      """
    ) { $0.text(0) }
  }
}
