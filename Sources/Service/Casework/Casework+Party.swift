import Procedures
package import Store

/// One page of the cases of a party.
package struct PartyCases: Sendable {
  package let cases: [CaseRecord]
  /// Behind which the next page begins; `nil` on the last.
  package let next: Int64?
}

extension Casework {
  /// The cases in which somebody receives, the one opened last first.
  ///
  /// - Parameters:
  ///   - party: who receives, a person or an organisation.
  ///   - isOpen: only those that are (`true`) or are not (`false`) open; `nil` for all.
  ///   - position: what the page before ended with; `nil` for the first.
  ///   - limit: how many a page has.
  ///   - connection: reads.
  /// - Returns: the page.
  /// - Throws: `StoreError`.
  package func cases(
    of party: String, isOpen: Bool? = nil, before position: Int64? = nil, limit: Int,
    _ connection: borrowing Connection
  ) throws -> PartyCases {
    let narrowed: SQL = isOpen.map { "\"is_open\" = \(Int64($0 ? 1 : 0))" } ?? "1 = 1"
    let rows = try connection.all(
      """
      SELECT \(CaseTable.columns) FROM "case_record"
      WHERE "party" = \(party) AND "key" < \(position ?? .max) AND \(narrowed)
      ORDER BY "key" DESC LIMIT \(Int64(limit + 1))
      """
    ) { CaseTable.record($0) }
    let shown = rows.prefix(limit)
    return PartyCases(
      cases: shown.map(\.record), next: rows.count > limit ? shown.last?.key : nil)
  }

  /// How many cases of any of these parties are open.
  ///
  /// - Parameters:
  ///   - parties: at most a few hundred.
  ///   - connection: reads.
  /// - Returns: the number.
  /// - Throws: `StoreError`.
  package func openCount(
    of parties: [String], _ connection: borrowing Connection
  ) throws -> Int {
    guard !parties.isEmpty else { return 0 }
    let count = try connection.first(
      """
      SELECT count(*) FROM "case_record"
      WHERE "is_open" = 1 AND "party" IN (\(SQL.joined(parties.map { "\($0)" })))
      """
    ) { $0.integer(0) }
    return Int(count ?? 0)
  }

  /// The parts in which a claw-back is to be paid, the earliest first; empty where none were agreed
  /// on.
  ///
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func instalments(
    of number: String, _ connection: borrowing Connection
  ) throws -> [CaseInstalment] {
    try instalments(CaseTable.find(number, connection).key, connection)
  }

  /// The public notice in which a case stands now.
  ///
  /// - Returns: `nil` where it stands in none that is open.
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func openNotice(
    of number: String, _ connection: borrowing Connection
  ) throws -> Notice? {
    let key = try CaseTable.find(number, connection).key
    return try connection.first(
      """
      SELECT \(Casework.noticeColumns) FROM "notice_record"
      WHERE "closed" IS NULL
        AND "key" IN (SELECT "notice" FROM "notice_row" WHERE "case" = \(key))
      """
    ) { Casework.notice($0).notice }
  }
}
