import Core
import Office
package import Store

extension People {
  /// All grants an account ever had or was to have, in the order of their proposals.
  package func grants(
    of user: Int64, _ connection: borrowing Connection
  ) throws -> [GrantRecord] {
    try records(where: "\"g\".\"user\" = \(user)", connection)
  }

  /// The same of several accounts, in one statement.
  package func grants(
    of users: [Int64], _ connection: borrowing Connection
  ) throws -> [GrantRecord] {
    try records(
      where: "\"g\".\"user\" IN (\(SQL.joined(users.map { "\($0)" })))", connection)
  }

  /// Grants of official roles that wait for another administrator, the oldest first.
  package func proposals(_ connection: borrowing Connection) throws -> [GrantRecord] {
    try records(
      where: """
        NOT EXISTS (SELECT 1 FROM "people_grant_act" AS "x" WHERE "x"."grant_number" = "g"."number")
        """, connection
    ).filter { $0.state == .proposed }
  }

  /// What an agent has passed on, in the order in which they did.
  package func delegations(
    by user: Int64, _ connection: borrowing Connection
  ) throws -> [GrantRecord] {
    try records(where: "\"g\".\"parent\" IS NOT NULL AND \"g\".\"proposer\" = \(user)", connection)
  }

  func grant(_ number: Int64, _ connection: borrowing Connection) throws -> GrantRecord {
    let found = try records(where: "\"g\".\"number\" = \(number)", connection).first
    guard let found else { throw PeopleProblem.noGrant }
    return found
  }

  /// The grants that hold at a moment; one statement.
  func effectiveGrants(
    of user: Int64, at moment: Moment, _ connection: borrowing Connection
  ) throws -> [Grant] {
    try connection.all(
      """
      SELECT "g"."role", "g"."region", "g"."organisation" FROM "people_grant" AS "g"
      WHERE "g"."user" = \(user) AND \(People.isEffective(at: moment)) ORDER BY "g"."number"
      """, People.grantIfKnown
    ).compactMap(\.self)
  }

  /// The numbers of the accounts, not closed, that hold a role everywhere.
  func holdersEverywhere(
    of role: Role, _ connection: borrowing Connection
  ) throws -> Set<Int64> {
    Set(
      try connection.all(
        """
        SELECT "g"."user" FROM "people_grant" AS "g"
        JOIN "people_account" AS "a" ON "a"."number" = "g"."user"
        WHERE "g"."role" = \(role.rawValue) AND "g"."region" IS NULL
          AND "g"."organisation" IS NULL AND "a"."closed" IS NULL
          AND \(People.isEffective(at: now))
        """
      ) { $0.integer(0) })
  }

  /// Confirmed, not over, and neither withdrawn itself nor passed on from one that was.
  private static func isEffective(at moment: Moment) -> SQL {
    """
    ("g"."until" IS NULL OR "g"."until" > \(moment.microseconds))
      AND EXISTS (SELECT 1 FROM "people_grant_act" AS "c"
        WHERE "c"."grant_number" = "g"."number" AND "c"."act" = 'confirmed')
      AND NOT EXISTS (SELECT 1 FROM "people_grant_act" AS "w"
        WHERE "w"."grant_number" IN ("g"."number", "g"."parent") AND "w"."act" = 'withdrawn')
    """
  }

  /// `nil` for a role of a newer program, which gives no right here.
  private static func grantIfKnown(_ row: borrowing Row) -> Grant? {
    Role(rawValue: row.text(0)).map {
      Grant($0, region: row.textIfAny(1), organisation: row.textIfAny(2))
    }
  }

  private func records(
    where condition: SQL, _ connection: borrowing Connection
  ) throws -> [GrantRecord] {
    let now = now
    var records: [GrantRecord] = []
    try connection.forEach(
      """
      SELECT "g"."role", "g"."region", "g"."organisation", "g"."number", "g"."user", "g"."until",
        "g"."parent", "g"."proposed", "g"."proposer", "g"."reason",
        CASE WHEN \(People.isEffective(at: now)) THEN 1 ELSE 0 END,
        "h"."act", "h"."moment", "h"."user", "h"."reason"
      FROM "people_grant" AS "g"
      LEFT JOIN "people_grant_act" AS "h" ON "h"."grant_number" = "g"."number"
      WHERE \(condition) ORDER BY "g"."number", "h"."moment", "h"."act"
      """
    ) { row in
      guard let grant = People.grantIfKnown(row) else { return }
      if records.last?.number != row.integer(3) {
        let until = row.integerIfAny(5).map(Moment.init(microseconds:))
        records.append(
          GrantRecord(
            number: row.integer(3), user: row.integer(4), grant: grant,
            lastDay: until.map { CivilDate(dayNumber: $0.day.dayNumber - 1) },
            parent: row.integerIfAny(6), proposed: Moment(microseconds: row.integer(7)),
            proposer: row.integer(8), reason: row.text(9), acts: [],
            state: row.integer(10) != 0
              ? .effective : until.map { $0 <= now } == true ? .over : .proposed))
      }
      guard let act = row.textIfAny(11), let kind = GrantRecord.Act.Kind(rawValue: act) else {
        return
      }
      let last = records.count - 1
      records[last].acts.append(
        GrantRecord.Act(
          kind: kind, moment: Moment(microseconds: row.integer(12)), user: row.integer(13),
          reason: row.text(14)))
      switch kind {
      case .refused: records[last].state = .refused
      case .withdrawn: records[last].state = .withdrawn
      // Confirmed, and yet not effective: its time has passed, or that of what it was passed on
      // from.
      case .confirmed: if records[last].state == .proposed { records[last].state = .over }
      }
    }
    return records
  }
}
