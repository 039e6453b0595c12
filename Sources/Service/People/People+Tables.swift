package import Office
import Store

extension People {
  /// The tables of accounts, grants and sessions.
  package static let room = Room("people") { dialect in
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      Migration(
        1, "accounts, grants, sessions",
        [
          // One person has one account: whoever had two could check their own work.
          """
          CREATE TABLE "people_account" (
            "number" \(dialect.rowNumber), "sign_in" TEXT NOT NULL UNIQUE, "name" TEXT NOT NULL,
            "party" TEXT UNIQUE, "locale" TEXT NOT NULL, "password" TEXT NOT NULL,
            "is_given" \(integer) NOT NULL, "opened" \(integer) NOT NULL, "closed" \(integer)
          ) \(suffix)
          """,
          // `parent`: the grant that a delegation passes on. `until`: the first moment it is over.
          """
          CREATE TABLE "people_grant" (
            "number" \(dialect.rowNumber), "user" \(integer) NOT NULL, "role" TEXT NOT NULL,
            "region" TEXT, "organisation" TEXT, "until" \(integer), "parent" \(integer),
            "proposed" \(integer) NOT NULL, "proposer" \(integer) NOT NULL, "reason" TEXT NOT NULL
          ) \(suffix)
          """,
          "CREATE INDEX \"people_grant_by_user\" ON \"people_grant\" (\"user\")",
          "CREATE INDEX \"people_grant_by_role\" ON \"people_grant\" (\"role\")",
          // What became of it: confirmed, refused, withdrawn; each once.
          """
          CREATE TABLE "people_grant_act" (
            "grant_number" \(integer) NOT NULL, "act" TEXT NOT NULL, "moment" \(integer) NOT NULL,
            "user" \(integer) NOT NULL, "reason" TEXT NOT NULL, PRIMARY KEY ("grant_number", "act")
          ) \(suffix)
          """,
          // Only the hash of the token is kept: whoever reads the table cannot use a session.
          """
          CREATE TABLE "people_session" (
            "id" TEXT NOT NULL PRIMARY KEY, "token" \(bytes) NOT NULL UNIQUE,
            "user" \(integer) NOT NULL, "began" \(integer) NOT NULL, "seen" \(integer) NOT NULL,
            "has_second" \(integer) NOT NULL, "address" TEXT NOT NULL, "device" TEXT NOT NULL
          ) \(suffix)
          """,
          "CREATE INDEX \"people_session_by_user\" ON \"people_session\" (\"user\")",
          // Sealed secrets; `pending` until the first code shows that the device has it.
          """
          CREATE TABLE "people_factor" (
            "user" \(integer) NOT NULL PRIMARY KEY, "secret" \(bytes), "pending" \(bytes),
            "last_step" \(integer) NOT NULL
          ) \(suffix)
          """,
          // Waits for a second administrator.
          """
          CREATE TABLE "people_recovery" (
            "user" \(integer) NOT NULL PRIMARY KEY, "proposer" \(integer) NOT NULL,
            "proposed" \(integer) NOT NULL, "reason" TEXT NOT NULL
          ) \(suffix)
          """,
          // By fingerprint: what is typed as a name may be a password.
          """
          CREATE TABLE "people_failure" (
            "name" \(bytes) NOT NULL PRIMARY KEY, "count" \(integer) NOT NULL,
            "last" \(integer) NOT NULL, "until" \(integer) NOT NULL
          ) \(suffix)
          """,
        ] + Room.appendOnly("people_grant") + Room.appendOnly("people_grant_act"))
    ]
  }
}
