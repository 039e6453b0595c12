import Core
import Cryptography
import Office
package import Store

extension People {
  /// Whose session a token is; two statements. Once a minute a third writes that it was used.
  ///
  /// - Parameter token: from the cookie, whatever it holds.
  /// - Returns: `nil` for a token that was forged, has expired or was signed out.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func signed(_ token: String?) throws -> Signed? {
    guard let token = token.flatMap(SessionToken.init) else { return nil }
    let now = now
    guard let session = try office.read({ try session(token, at: now, $0) }) else { return nil }
    if now.microseconds - session.seen.microseconds >= settings.seenEvery * 1_000_000 {
      // An older clock never sets it back.
      try office.write { connection in
        try connection.run(
          """
          UPDATE "people_session" SET "seen" = \(now.microseconds)
          WHERE "id" = \(session.signed.session) AND "seen" < \(now.microseconds)
          """)
      }
    }
    return session.signed
  }

  /// The sessions of an account that have not expired, the last used first.
  package func sessions(
    of user: Int64, _ connection: borrowing Connection
  ) throws -> [SessionLine] {
    let now = now
    let life = lifetime(try effectiveGrants(of: user, at: now, connection))
    return try connection.all(
      """
      SELECT "id", "began", "seen", "address", "device" FROM "people_session"
      WHERE "user" = \(user) AND "seen" > \(now.adding(seconds: -life.idle).microseconds)
        AND "began" > \(now.adding(seconds: -life.absolute).microseconds)
      ORDER BY "seen" DESC, "id"
      """
    ) { row in
      SessionLine(
        id: row.text(0), began: Moment(microseconds: row.integer(1)),
        seen: Moment(microseconds: row.integer(2)), address: row.text(3), device: row.text(4))
    }
  }

  /// Ends the session; its token is worth nothing from then on.
  package func signOut(_ signed: Signed) throws {
    try office.write { connection in
      try end("\"id\" = \(signed.session)", of: signed, "sign-out", connection)
    }
  }

  /// Ends one of somebody's own sessions, as they pick it from the list.
  package func endSession(_ id: String, by signed: Signed) throws {
    try office.write { connection in
      try end("\"id\" = \(id)", of: signed, "end-session", connection)
    }
  }

  /// Ends every session of the account, this one included.
  package func signOutEverywhere(_ signed: Signed) throws {
    try office.write { connection in
      try end("1 = 1", of: signed, "sign-out-everywhere", connection)
    }
  }

  /// Deletes what has expired: to be called now and then.
  package func sweep() throws {
    let now = now
    let longest = max(settings.official.absolute, settings.other.absolute)
    try office.write { connection in
      try connection.run(
        """
        DELETE FROM "people_session" WHERE "began" < \(now.adding(seconds: -longest).microseconds)
        """)
      try connection.run(
        """
        DELETE FROM "people_failure"
        WHERE "last" < \(now.adding(seconds: -settings.lockOut.memory).microseconds)
          AND "until" < \(now.microseconds)
        """)
    }
  }

  private func end(
    _ which: SQL, of signed: Signed, _ verb: String, _ connection: borrowing Connection
  ) throws {
    let user = signed.actor.user
    guard let account = try account(user, connection) else { return }
    try connection.run("DELETE FROM \"people_session\" WHERE \"user\" = \(user) AND \(which)")
    try recordOwn(
      verb, of: account, [:], connection)
  }

  /// Shorter for whoever acts for the state.
  func lifetime(_ grants: [Grant]) -> PeopleSettings.Lifetime {
    grants.contains { $0.role.isOfficial } ? settings.official : settings.other
  }

  func session(
    _ token: SessionToken, at now: Moment, _ connection: borrowing Connection
  ) throws -> (signed: Signed, seen: Moment)? {
    let found = try connection.first(
      """
      SELECT "s"."id", "s"."began", "s"."seen", "s"."has_second", "a"."number", "a"."name",
        "a"."party", "a"."locale", "a"."is_given", CASE WHEN "f"."secret" IS NULL THEN 0 ELSE 1 END
      FROM "people_session" AS "s" JOIN "people_account" AS "a" ON "a"."number" = "s"."user"
      LEFT JOIN "people_factor" AS "f" ON "f"."user" = "s"."user"
      WHERE "s"."token" = \(try token.hash()) AND "a"."closed" IS NULL
      """
    ) { row in
      (
        id: row.text(0), began: Moment(microseconds: row.integer(1)),
        seen: Moment(microseconds: row.integer(2)), hasSecond: row.integer(3) != 0,
        user: row.integer(4), name: row.text(5), party: row.textIfAny(6),
        language: Language(rawValue: row.text(7)) ?? .zh, mustChange: row.integer(8) != 0,
        canSecond: row.integer(9) != 0
      )
    }
    guard let found else { return nil }
    let grants = try effectiveGrants(of: found.user, at: now, connection)
    let life = lifetime(grants)
    guard now < found.seen.adding(seconds: life.idle),
      now < found.began.adding(seconds: life.absolute)
    else { return nil }
    // Asked at each request, for an official role may have come after the sign-in. Whoever has
    // enrolled is asked for codes whatever they are.
    let needsSecond = found.canSecond || grants.contains { $0.role.isOfficial }
    let stage: Signed.Stage =
      needsSecond && !found.hasSecond
      ? found.canSecond ? .needsCode : .mustEnrol : found.mustChange ? .mustChangePassword : .full
    let actor = Actor(
      user: found.user, name: found.name, party: found.party,
      grants: stage == .full ? grants : [])
    return (
      Signed(
        actor: actor, session: found.id, stage: stage, language: found.language,
        csrf: try token.csrf()), found.seen
    )
  }
}
