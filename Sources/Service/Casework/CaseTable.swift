import Core
import Office
import Procedures
import Store

/// Reads and writes rows of `case_record`, and keeps `case_count` right.
enum CaseTable {
  /// Stands behind every day that is set, for those that have none.
  static let noUrgency = Int64(Int32.max)

  static var columns: SQL {
    """
    "number", "kind", "procedure", "procedure_hash", "benefit", "owner", "party", "subject",
    "party_name", "region", "amount", "state", "opened", "entered", "due", "assigned", "on_day",
    "plan", "change", "parent", "key"
    """
  }

  /// A row, and its key.
  static func record(_ row: borrowing Row) -> (record: CaseRecord, key: Int64) {
    let subject = row.text(7)
    let record = CaseRecord(
      number: row.text(0), kind: CaseKind(rawValue: row.text(1)) ?? .first, procedure: row.text(2),
      procedureHash: row.text(3),
      entitlement: Entitlement(
        benefit: row.text(4), owner: row.text(5), party: row.text(6),
        subject: subject.isEmpty ? nil : subject),
      partyName: row.text(8), region: row.text(9), amount: row.integer(10), state: row.text(11),
      opened: Moment(microseconds: row.integer(12)),
      entered: Moment(microseconds: row.integer(13)),
      due: row.integerIfAny(14).map { CivilDate(dayNumber: Int($0)) },
      assigned: row.integerIfAny(15),
      basis: CaseRecord.Basis(
        on: CivilDate(dayNumber: Int(row.integer(16))), plan: row.text(17),
        change: row.integer(18)),
      parent: row.textIfAny(19))
    return (record, row.integer(20))
  }

  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  static func find(
    _ number: String, _ connection: borrowing Connection
  ) throws -> (record: CaseRecord, key: Int64) {
    let found = try connection.first(
      "SELECT \(columns) FROM \"case_record\" WHERE \"number\" = \(number)", record)
    guard let found else { throw CaseworkProblem.unknownCase(number) }
    return found
  }

  static func insert(
    _ record: CaseRecord, turn: Turn, _ connection: borrowing Connection
  ) throws -> Int64 {
    let entitlement = record.entitlement
    let key = try connection.first(
      """
      INSERT INTO "case_record" ("number", "kind", "procedure", "procedure_hash", "benefit",
        "owner", "party", "subject", "party_name", "region", "amount", "state", "turn", "is_open",
        "opened", "entered", "due", "urgency", "assigned", "on_day", "plan", "change", "parent")
      VALUES (\(record.number), \(record.kind.rawValue), \(record.procedure),
        \(record.procedureHash), \(entitlement.benefit), \(entitlement.owner),
        \(entitlement.party), \(entitlement.subject ?? ""), \(record.partyName),
        \(record.region), \(record.amount), \(record.state), \(turn.word),
        \(Int64(turn == .nobody ? 0 : 1)), \(record.opened.microseconds),
        \(record.entered.microseconds), \(day(record.due)),
        \(day(record.due) ?? noUrgency), \(record.assigned), \(Int64(record.basis.on.dayNumber)),
        \(record.basis.plan), \(record.basis.change), \(record.parent))
      RETURNING "key"
      """
    ) { $0.integer(0) }
    try count(record, turn, 1, connection)
    return key ?? 0
  }

  /// Brings a row to its next state.
  static func move(
    _ old: CaseRecord, from: Turn, to new: CaseRecord, turn: Turn, key: Int64,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "case_record" SET "state" = \(new.state), "turn" = \(turn.word),
        "is_open" = \(Int64(turn == .nobody ? 0 : 1)), "entered" = \(new.entered.microseconds),
        "due" = \(day(new.due)), "urgency" = \(day(new.due) ?? noUrgency),
        "assigned" = \(new.assigned)
      WHERE "key" = \(key)
      """)
    try count(old, from, -1, connection)
    try count(new, turn, 1, connection)
  }

  static func assign(_ user: Int64?, key: Int64, _ connection: borrowing Connection) throws {
    try connection.run(
      "UPDATE \"case_record\" SET \"assigned\" = \(user) WHERE \"key\" = \(key)")
  }

  private static func day(_ date: CivilDate?) -> Int64? { date.map { Int64($0.dayNumber) } }

  private static func count(
    _ record: CaseRecord, _ turn: Turn, _ change: Int64, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "case_count" ("procedure", "state", "turn", "region", "benefit", "count", "amount")
      VALUES (\(record.procedure), \(record.state), \(turn.word), \(record.region),
        \(record.entitlement.benefit), \(change), \(change * record.amount))
      ON CONFLICT ("turn", "state", "procedure", "region", "benefit") DO UPDATE
      SET "count" = "case_count"."count" + excluded."count",
        "amount" = "case_count"."amount" + excluded."amount"
      """)
  }
}
