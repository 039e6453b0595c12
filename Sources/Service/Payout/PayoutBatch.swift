package import Core
package import Office
package import Store

/// A batch as it stands.
package struct PayoutBatch: Sendable, Equatable {
  package let number: Int64
  package let region: String
  package let status: BatchStatus
  /// What the message to the bank is called.
  package let message: String
  /// Who pays, and through which bank; the number of the account is sealed.
  package let payer: String
  package let payerBank: String
  /// The day the bank is to pay on.
  package let day: CivilDate
  package let madeBy: Int64
  package let madeAt: Moment
  package let releasedBy: Int64?
  package let releasedAt: Moment?
  /// How many instructions have each status.
  package let counts: [InstructionStatus: Int64]
  /// 分 by status.
  package let amounts: [InstructionStatus: Int64]
  /// The person in the registry who made it, for the rule that makers do not check.
  let madeParty: String?

  /// Payments in it, without those taken out again.
  package var count: Int64 { counts.reduce(0) { $1.key == .withdrawn ? $0 : $0 + $1.value } }
  /// Their sum in 分.
  package var amount: Int64 { amounts.reduce(0) { $1.key == .withdrawn ? $0 : $0 + $1.value } }
}

extension Payout {
  /// A batch.
  ///
  /// - Parameters:
  ///   - number: of the batch.
  ///   - connection: reads.
  /// - Returns: it.
  /// - Throws: `PayoutProblem.noSuchBatch`, `StoreError`.
  package func batch(_ number: Int64, _ connection: borrowing Connection) throws -> PayoutBatch {
    let (counts, amounts) = try tally(of: number, connection)
    let batch = try connection.first(
      """
      SELECT "number", "region", "status", "message", "payer", "payer_bank", "day", "made_by",
        "made_at", "released_by", "released_at", "made_party"
      FROM "payout_batch" WHERE "number" = \(number)
      """
    ) { row in Payout.batch(row, counts, amounts) }
    guard let batch else { throw PayoutProblem.noSuchBatch(number: number) }
    return batch
  }

  /// The numbers of batches, the newest first.
  ///
  /// - Parameters:
  ///   - statuses: which; all where it is empty.
  ///   - region: with all that lies in it.
  ///   - before: only those with a smaller number; `nil` for the newest.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: their numbers.
  /// - Throws: `StoreError`.
  package func batches(
    _ statuses: [BatchStatus] = [], region: String, before: Int64? = nil, limit: Int,
    _ connection: borrowing Connection
  ) throws -> [Int64] {
    var conditions: [SQL] = ["\"region\" LIKE \(region.regionPrefix + "%")"]
    if !statuses.isEmpty {
      let list = SQL.joined(statuses.map { "\($0.rawValue)" as SQL })
      conditions.append("\"status\" IN (\(list))")
    }
    if let before { conditions.append("\"number\" < \(before)") }
    return try connection.all(
      """
      SELECT "number" FROM "payout_batch" WHERE \(SQL.joined(conditions, by: " AND "))
      ORDER BY "number" DESC LIMIT \(Int64(limit))
      """
    ) { $0.integer(0) }
  }

  func tally(
    of batch: Int64, _ connection: borrowing Connection
  ) throws -> (counts: [InstructionStatus: Int64], amounts: [InstructionStatus: Int64]) {
    var counts: [InstructionStatus: Int64] = [:]
    var amounts: [InstructionStatus: Int64] = [:]
    try connection.forEach(
      """
      SELECT "status", COUNT(*), SUM("amount") FROM "payout_instruction"
      WHERE "batch" = \(batch) GROUP BY "status"
      """
    ) { row in
      guard let status = InstructionStatus(rawValue: row.text(0)) else { return }
      counts[status] = row.integer(1)
      amounts[status] = row.integer(2)
    }
    return (counts, amounts)
  }

  private static func batch(
    _ row: borrowing Row, _ counts: [InstructionStatus: Int64],
    _ amounts: [InstructionStatus: Int64]
  ) -> PayoutBatch {
    PayoutBatch(
      number: row.integer(0), region: row.text(1),
      // The program writes no other word; of one it does not know it says nothing can be done.
      status: BatchStatus(rawValue: row.text(2)) ?? .closed, message: row.text(3),
      payer: row.text(4), payerBank: row.text(5), day: CivilDate(dayNumber: Int(row.integer(6))),
      madeBy: row.integer(7), madeAt: Moment(microseconds: row.integer(8)),
      releasedBy: row.integerIfAny(9),
      releasedAt: row.integerIfAny(10).map(Moment.init(microseconds:)), counts: counts,
      amounts: amounts, madeParty: row.textIfAny(11))
  }
}
