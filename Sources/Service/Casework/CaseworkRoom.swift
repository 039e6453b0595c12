package import Office
import Store

extension Casework {
  /// What this room keeps.
  package static let room = Room("case") { dialect in
    [
      Migration(1, "cases", cases(dialect) + material(dialect)),
      Migration(2, "notices and objections", notices(dialect)),
      Migration(3, "bulk acts, filters, later determinations", bulk(dialect) + later(dialect)),
      Migration(4, "lists among a million cases", lists),
    ]
  }

  private static let lists = [
    "CREATE INDEX \"case_by_urgency\" ON \"case_record\" (\"urgency\", \"key\")",
    """
    CREATE INDEX "case_by_region" ON "case_record"
    ("region", "turn", "state", "procedure", "benefit", "is_open", "urgency", "key")
    """,
  ]

  private static func cases(_ dialect: Dialect) -> [String] {
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      // The text that a procedure had; cases go on under it.
      """
      CREATE TABLE "case_procedure" (
        "hash" TEXT NOT NULL PRIMARY KEY, "id" TEXT NOT NULL, "text" TEXT NOT NULL
      ) \(suffix)
      """,
      """
      CREATE TABLE "case_year" ("year" \(integer) NOT NULL PRIMARY KEY, "last" \(integer) NOT NULL)
      \(suffix)
      """,
      """
      CREATE TABLE "case_record" (
        "key" \(dialect.rowNumber), "number" TEXT NOT NULL UNIQUE, "kind" TEXT NOT NULL,
        "procedure" TEXT NOT NULL, "procedure_hash" TEXT NOT NULL,
        "benefit" TEXT NOT NULL, "owner" TEXT NOT NULL, "party" TEXT NOT NULL,
        "subject" TEXT NOT NULL, "party_name" TEXT NOT NULL, "region" TEXT NOT NULL,
        "amount" \(integer) NOT NULL CHECK ("amount" >= 0), "state" TEXT NOT NULL,
        "turn" TEXT NOT NULL, "is_open" \(integer) NOT NULL, "opened" \(integer) NOT NULL,
        "entered" \(integer) NOT NULL, "due" \(integer), "urgency" \(integer) NOT NULL,
        "assigned" \(integer), "on_day" \(integer) NOT NULL, "plan" TEXT NOT NULL,
        "change" \(integer) NOT NULL, "parent" TEXT
      ) \(suffix)
      """,
      // The same entitlement is in one open first case at most; what follows from a first one is
      // opened from a difference, which is decided on once.
      """
      CREATE UNIQUE INDEX "case_open_entitlement"
      ON "case_record" ("party", "benefit", "owner", "subject")
      WHERE "is_open" = 1 AND "kind" = 'first'
      """,
      """
      CREATE INDEX "case_open_by_turn" ON "case_record" ("turn", "urgency", "key")
      WHERE "is_open" = 1
      """,
      "CREATE INDEX \"case_by_state\" ON \"case_record\" (\"state\", \"urgency\", \"key\")",
      "CREATE INDEX \"case_by_party\" ON \"case_record\" (\"party\", \"key\")",
      "CREATE INDEX \"case_by_owner\" ON \"case_record\" (\"owner\", \"key\")",
      """
      CREATE INDEX "case_by_assigned" ON "case_record" ("assigned", "urgency", "key")
      WHERE "assigned" IS NOT NULL
      """,
      """
      CREATE INDEX "case_due" ON "case_record" ("due", "key") WHERE "is_open" = 1
      """,
      // How many cases stand where, kept right by every act.
      """
      CREATE TABLE "case_count" (
        "procedure" TEXT NOT NULL, "state" TEXT NOT NULL, "turn" TEXT NOT NULL,
        "region" TEXT NOT NULL, "benefit" TEXT NOT NULL, "count" \(integer) NOT NULL,
        "amount" \(integer) NOT NULL,
        PRIMARY KEY ("turn", "state", "procedure", "region", "benefit")
      ) \(suffix)
      """,
      """
      CREATE TABLE "case_basis" (
        "case" \(integer) NOT NULL PRIMARY KEY REFERENCES "case_record" ("key"),
        "determination" TEXT NOT NULL, "items" TEXT NOT NULL
      ) \(suffix)
      """,
      """
      CREATE TABLE "case_event" (
        "case" \(integer) NOT NULL REFERENCES "case_record" ("key"), "number" \(integer) NOT NULL,
        "moment" \(integer) NOT NULL, "user" \(integer) NOT NULL, "name" TEXT NOT NULL,
        "role" TEXT NOT NULL, "act" TEXT NOT NULL, "stage" TEXT, "from" TEXT, "to" TEXT,
        "is_signature" \(integer) NOT NULL, "department" TEXT, "note" TEXT NOT NULL,
        PRIMARY KEY ("case", "number")
      ) \(suffix)
      """,
    ] + Room.appendOnly("case_basis") + Room.appendOnly("case_event")
      + Room.appendOnly("case_procedure")
  }

  /// What is handed in: files, accounts, points.
  private static func material(_ dialect: Dialect) -> [String] {
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      """
      CREATE TABLE "case_file" (
        "key" \(dialect.rowNumber), "case" \(integer) NOT NULL REFERENCES "case_record" ("key"),
        "name" TEXT NOT NULL, "media" TEXT NOT NULL, "size" \(integer) NOT NULL,
        "hash" \(bytes) NOT NULL, "content" \(bytes) NOT NULL, "user" \(integer) NOT NULL,
        "moment" \(integer) NOT NULL, "removed" \(integer)
      ) \(suffix)
      """,
      "CREATE INDEX \"case_file_by_case\" ON \"case_file\" (\"case\", \"key\")",
      """
      CREATE TABLE "case_account" (
        "key" \(dialect.rowNumber), "case" \(integer) NOT NULL REFERENCES "case_record" ("key"),
        "bank" TEXT NOT NULL, "holder" TEXT NOT NULL, "number" \(bytes) NOT NULL,
        "user" \(integer) NOT NULL, "moment" \(integer) NOT NULL
      ) \(suffix)
      """,
      "CREATE INDEX \"case_account_by_case\" ON \"case_account\" (\"case\", \"key\")",
      """
      CREATE TABLE "case_score" (
        "key" \(dialect.rowNumber), "case" \(integer) NOT NULL REFERENCES "case_record" ("key"),
        "side" TEXT NOT NULL, "item" TEXT NOT NULL, "points" TEXT NOT NULL, "note" TEXT NOT NULL,
        "user" \(integer) NOT NULL, "moment" \(integer) NOT NULL
      ) \(suffix)
      """,
      "CREATE INDEX \"case_score_by_case\" ON \"case_score\" (\"case\", \"side\", \"item\", \"key\")",
      """
      CREATE TABLE "case_instalment" (
        "case" \(integer) NOT NULL REFERENCES "case_record" ("key"), "number" \(integer) NOT NULL,
        "due" \(integer) NOT NULL, "amount" \(integer) NOT NULL, PRIMARY KEY ("case", "number")
      ) \(suffix)
      """,
    ] + Room.appendOnly("case_account") + Room.appendOnly("case_score")
  }
}
