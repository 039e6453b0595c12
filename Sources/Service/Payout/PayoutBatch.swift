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
  package fileprivate(set) var counts: [InstructionStatus: Int64]
  /// 分 by status.
  package fileprivate(set) var amounts: [InstructionStatus: Int64]
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
    let batch = try batches(where: "\"number\" = \(number)", limit: 1, connection).first
    guard let batch else { throw PayoutProblem.noSuchBatch(number: number) }
    return batch
  }

  /// Batches, the newest first, in one statement.
  ///
  /// - Parameters:
  ///   - regions: with all that lies in them.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: them.
  /// - Throws: `StoreError`.
  package func batches(
    in regions: [String], limit: Int, _ connection: borrowing Connection
  ) throws -> [PayoutBatch] {
    try batches(where: Payout.within(regions), limit: limit, connection)
  }

  /// That a row lies in one of the regions.
  static func within(_ regions: [String]) -> SQL {
    let conditions = regions.map { "\"region\" LIKE \($0.regionPrefix + "%")" as SQL }
    return conditions.isEmpty ? "1 = 0" : "(\(SQL.joined(conditions, by: " OR ")))"
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

  /// Batches with what stands in them: a row for every status of instructions in a batch.
  private func batches(
    where condition: SQL, limit: Int, _ connection: borrowing Connection
  ) throws -> [PayoutBatch] {
    var batches: [PayoutBatch] = []
    try connection.forEach(
      """
      SELECT "b"."number", "b"."region", "b"."status", "message", "payer", "payer_bank", "day",
        "made_by", "made_at", "released_by", "released_at", "made_party",
        "i"."status", COUNT("i"."number"), SUM("i"."amount")
      FROM (SELECT * FROM "payout_batch" WHERE \(condition)
        ORDER BY "number" DESC LIMIT \(Int64(limit))) AS "b"
      LEFT JOIN "payout_instruction" AS "i" ON "i"."batch" = "b"."number"
      GROUP BY "b"."number", "i"."status" ORDER BY "b"."number" DESC
      """
    ) { row in
      if batches.last?.number != row.integer(0) { batches.append(Payout.batch(row)) }
      guard let status = row.textIfAny(12).flatMap(InstructionStatus.init) else { return }
      batches[batches.count - 1].counts[status] = row.integer(13)
      batches[batches.count - 1].amounts[status] = row.integer(14)
    }
    return batches
  }

  private static func batch(_ row: borrowing Row) -> PayoutBatch {
    PayoutBatch(
      number: row.integer(0), region: row.text(1),
      // The program writes no other word; of one it does not know it says nothing can be done.
      status: BatchStatus(rawValue: row.text(2)) ?? .closed, message: row.text(3),
      payer: row.text(4), payerBank: row.text(5), day: CivilDate(dayNumber: Int(row.integer(6))),
      madeBy: row.integer(7), madeAt: Moment(microseconds: row.integer(8)),
      releasedBy: row.integerIfAny(9),
      releasedAt: row.integerIfAny(10).map(Moment.init(microseconds:)), counts: [:],
      amounts: [:], madeParty: row.textIfAny(11))
  }
}
