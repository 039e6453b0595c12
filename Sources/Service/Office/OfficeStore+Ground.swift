import Store

extension OfficeStore {
  /// The tables that every room uses.
  static let ground = Room("office") { dialect in
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      Migration(
        1, "key, requests, trail",
        [
          "CREATE TABLE \"office_key\" (\"check\" \(bytes) NOT NULL) \(suffix)",
          // What was asked for once is not done twice.
          """
          CREATE TABLE "office_request" (
            "key" TEXT NOT NULL PRIMARY KEY, "user" \(integer) NOT NULL, "moment" \(integer) NOT NULL,
            "result" TEXT NOT NULL
          ) \(suffix)
          """,
          // Each entry carries the hash of the one before it.
          """
          CREATE TABLE "audit_entry" (
            "number" \(dialect.rowNumber), "moment" \(integer) NOT NULL, "user" \(integer) NOT NULL,
            "name" TEXT NOT NULL, "role" TEXT NOT NULL, "action" TEXT NOT NULL,
            "object_kind" TEXT NOT NULL, "object" TEXT NOT NULL, "party" TEXT,
            "detail" TEXT NOT NULL, "hash" \(bytes) NOT NULL
          ) \(suffix)
          """,
          "CREATE INDEX \"audit_by_object\" ON \"audit_entry\" (\"object_kind\", \"object\", \"number\")",
          "CREATE INDEX \"audit_by_user\" ON \"audit_entry\" (\"user\", \"number\")",
          "CREATE INDEX \"audit_by_party\" ON \"audit_entry\" (\"party\", \"number\")",
        ] + Room.appendOnly("audit_entry")),
      // A row only where everybody in the office is invented.
      Migration(
        2, "demonstration",
        [
          """
          CREATE TABLE "office_demonstration" (
            "seed" TEXT NOT NULL PRIMARY KEY, "moment" \(integer) NOT NULL
          ) \(suffix)
          """
        ] + Room.appendOnly("office_demonstration")),
    ]
  }
}
