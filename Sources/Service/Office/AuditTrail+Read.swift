import Cryptography
package import Store

extension AuditTrail {
  /// What is asked of the trail; what is `nil` is not asked for.
  package struct Filter: Sendable, Equatable {
    package var user: Int64?
    package var party: String?
    package var kind: String?
    package var object: String?
    package var action: String?

    package init() {}
  }

  /// Entries, the newest first.
  ///
  /// - Parameters:
  ///   - filter: which.
  ///   - before: only those with a smaller number; `nil` for the newest.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the entries.
  /// - Throws: `StoreError`.
  package static func entries(
    _ filter: Filter, before: Int64? = nil, limit: Int, _ connection: borrowing Connection
  ) throws -> [AuditLine] {
    var conditions: [SQL] = ["1 = 1"]
    if let user = filter.user { conditions.append("\"user\" = \(user)") }
    if let party = filter.party { conditions.append("\"party\" = \(party)") }
    if let kind = filter.kind { conditions.append("\"object_kind\" = \(kind)") }
    if let object = filter.object { conditions.append("\"object\" = \(object)") }
    if let action = filter.action { conditions.append("\"action\" = \(action)") }
    if let before { conditions.append("\"number\" < \(before)") }
    return try connection.all(
      """
      \(columns) WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY "number" DESC
      LIMIT \(Int64(limit))
      """, line)
  }

  /// Goes over the whole chain.
  ///
  /// - Parameter connection: reads.
  /// - Returns: how many entries there are, and the hash of the last.
  /// - Throws: `OfficeProblem.trailBroken` at the first entry that does not follow from the one
  ///   before it; `StoreError`.
  package static func verify(
    _ connection: borrowing Connection
  ) throws -> (count: Int64, hash: [UInt8]) {
    var previous: [UInt8] = []
    var count: Int64 = 0
    try connection.forEach("\(columns) ORDER BY \"number\"") { row in
      let line = line(row)
      guard line.number == count + 1, try line.chained(to: previous) == line else {
        throw OfficeProblem.trailBroken(number: count + 1)
      }
      count += 1
      previous = line.hash
    }
    return (count, previous)
  }

  private static var columns: SQL {
    """
    SELECT "number", "moment", "user", "name", "role", "action", "object_kind", "object", "party",
      "detail", "hash"
    FROM "audit_entry"
    """
  }

  private static func line(_ row: borrowing Row) -> AuditLine {
    AuditLine(
      number: row.integer(0), moment: Moment(microseconds: row.integer(1)), user: row.integer(2),
      name: row.text(3), role: Role(rawValue: row.text(4)), action: row.text(5), kind: row.text(6),
      object: row.text(7), party: row.textIfAny(8), detail: row.text(9), hash: row.bytes(10))
  }
}
