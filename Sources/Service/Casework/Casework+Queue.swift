import Core
package import Office
package import Procedures
package import Store

/// One page of a list of cases.
package struct CasePage: Sendable, Equatable {
  package let cases: [CaseRecord]
  /// Where the next page begins; `nil` on the last.
  package let next: CasePosition?
}

/// Behind which case a page begins: lists go on from there whatever came in meanwhile.
package struct CasePosition: Sendable, Equatable {
  package let urgency: Int64
  package let key: Int64

  package init(urgency: Int64, key: Int64) {
    self.urgency = urgency
    self.key = key
  }

  /// As addresses carry it.
  package var text: String { "\(urgency)-\(key)" }

  package init?(text: String) {
    let parts = text.split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    self.init(urgency: parts[0], key: parts[1])
  }
}

extension Casework {
  /// Cases in the order in which they are due, those without a limit last.
  ///
  /// - Parameters:
  ///   - filter: which.
  ///   - position: behind which one; `nil` from the beginning.
  ///   - limit: how many a page has.
  ///   - signer: who looks: only what lies in their regions is there.
  ///   - connection: reads.
  /// - Returns: the page; three statements, whatever its length.
  /// - Throws: `StoreError`.
  package func list(
    _ filter: QueueFilter, after position: CasePosition? = nil, limit: Int = 25,
    for signer: Signer, _ connection: borrowing Connection
  ) throws -> CasePage {
    let way = try QueueWay.of(filter, limit: limit, for: signer, connection)
    var conditions = filter.conditions(
      for: signer, today: Int64(office.clock.today.dayNumber), way)
    if let position {
      conditions.append(
        "(\(way.urgency), \"key\") > (\(position.urgency), \(position.key))")
    }
    let rows = try connection.all(
      """
      SELECT \(CaseTable.columns), "urgency" FROM "case_record"
      WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY \(way.urgency), "key"
      LIMIT \(Int64(limit + 1))
      """
    ) { row in (CaseTable.record(row), row.integer(21)) }
    let shown = rows.prefix(limit)
    let next = rows.count > limit ? shown.last : nil
    return CasePage(
      cases: shown.map(\.0.record), next: next.map { CasePosition(urgency: $0.1, key: $0.0.key) })
  }

  /// How many open cases stand where, by turn and state, as far as somebody may see.
  package struct Count: Sendable, Equatable {
    package let turn: String
    package let procedure: String
    package let state: String
    package let count: Int
    /// 分 of all of them.
    package let amount: Int64
  }

  /// Counts of what the filter's region, procedure and benefit leave, from sums that every act keeps
  /// right.
  ///
  /// - Throws: `StoreError`.
  package func counts(
    _ filter: QueueFilter = QueueFilter(), for signer: Signer, _ connection: borrowing Connection
  ) throws -> [Count] {
    let conditions = filter.countConditions(for: signer, withTurn: false)
    return try connection.all(
      """
      SELECT "turn", "procedure", "state", SUM("count"), SUM("amount") FROM "case_count"
      WHERE \(SQL.joined(conditions, by: " AND "))
      GROUP BY "turn", "procedure", "state" HAVING SUM("count") > 0
      ORDER BY "turn", "procedure", "state"
      """
    ) { row in
      Count(
        turn: row.text(0), procedure: row.text(1), state: row.text(2), count: Int(row.integer(3)),
        amount: row.integer(4))
    }
  }

  /// How many cases stand in states, as far as somebody may see.
  ///
  /// - Parameters:
  ///   - states: their ids.
  ///   - excluded: a condition on `case_record`, of cases that do not count.
  ///   - signer: who looks.
  ///   - connection: reads.
  /// - Returns: the count.
  /// - Throws: `StoreError`.
  package func count(
    in states: [String], unless excluded: SQL, for signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int {
    let count = try connection.first(
      """
      SELECT COUNT(*) FROM "case_record" WHERE \(QueueFilter.scope(of: signer))
        AND "state" IN (\(SQL.joined(states.map { "\($0)" }))) AND NOT \(excluded)
      """
    ) { $0.integer(0) }
    return Int(count ?? 0)
  }

  /// A case by its number.
  ///
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func record(
    _ number: String, _ connection: borrowing Connection
  ) throws -> CaseRecord { try CaseTable.find(number, connection).record }

  /// Cases by their numbers, in one statement; those that there are not are left out.
  ///
  /// - Throws: `StoreError`.
  package func records(
    _ numbers: [String], _ connection: borrowing Connection
  ) throws -> [String: CaseRecord] {
    let found = try connection.all(
      """
      SELECT \(CaseTable.columns) FROM "case_record"
      WHERE "number" IN (\(SQL.joined(numbers.map { "\($0)" })))
      """
    ) { CaseTable.record($0).record }
    return Dictionary(found.map { ($0.number, $0) }) { first, _ in first }
  }

  /// All that a page shows of a case.
  package struct Detail: Sendable {
    package let record: CaseRecord
    package let procedure: Procedure
    /// The newest first.
    package let events: [CaseEvent]
    package let files: [Evidence]
    /// The determination with its reasons, as JSON.
    package let determination: String
    /// What the reader may do, and in which role.
    package let steps: [(transition: Transition, role: Role)]
    /// How many signatures were given under each transition, in the present state.
    package let signatures: [CaseStanding.Signature]
  }

  /// A case in full, as somebody may act on it.
  ///
  /// - Parameters:
  ///   - number: of the case.
  ///   - actor: who looks.
  ///   - connection: reads.
  /// - Returns: the case.
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func detail(
    _ number: String, for actor: Actor, _ connection: borrowing Connection
  ) throws -> Detail {
    let (record, key) = try CaseTable.find(number, connection)
    let procedure = try shelf.procedure(of: record)
    let standing = try standing(record, key, connection)
    let basis = try connection.first(
      "SELECT \"determination\" FROM \"case_basis\" WHERE \"case\" = \(key)"
    ) { $0.text(0) }
    return Detail(
      record: record, procedure: procedure, events: try CaseEvents.timeline(of: key, connection),
      files: try files(key, connection), determination: basis ?? "",
      steps: CaseMachine.open(standing, procedure, to: actor), signatures: standing.signatures)
  }
}

extension Casework {
  /// The last case of each entitlement that rests on an owner's records and under which money was
  /// paid: those whose claim the registry has been told of.
  ///
  /// - Throws: `StoreError`.
  package func paid(
    ofOwner owner: String, _ connection: borrowing Connection
  ) throws -> [CaseRecord] {
    let records = try connection.all(
      """
      SELECT \(CaseTable.columns) FROM "case_record"
      WHERE "owner" = \(owner) AND "is_open" = 0 AND EXISTS (
        SELECT 1 FROM "case_post" WHERE "case_post"."case" = "case_record"."key"
          AND "case_post"."change" IS NOT NULL)
      ORDER BY "case_record"."key"
      """
    ) { CaseTable.record($0).record }
    var last: [Entitlement: CaseRecord] = [:]
    for record in records { last[record.entitlement] = record }
    return last.values.sorted { $0.number < $1.number }
  }
}
