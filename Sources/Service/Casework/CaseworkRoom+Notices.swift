import Office
import Store

extension Casework {
  static func notices(_ dialect: Dialect) -> [String] {
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      """
      CREATE TABLE "notice_record" (
        "key" \(dialect.rowNumber), "number" TEXT NOT NULL UNIQUE, "title_zh" TEXT NOT NULL,
        "title_en" TEXT NOT NULL, "region" TEXT NOT NULL, "opens" \(integer) NOT NULL,
        "closes" \(integer) NOT NULL, "user" \(integer) NOT NULL, "closed" \(integer)
      ) \(suffix)
      """,
      "CREATE INDEX \"notice_by_closing\" ON \"notice_record\" (\"closes\", \"key\")",
      """
      CREATE TABLE "notice_row" (
        "notice" \(integer) NOT NULL REFERENCES "notice_record" ("key"), "row" \(integer) NOT NULL,
        "case" \(integer) NOT NULL REFERENCES "case_record" ("key"), "name" TEXT NOT NULL,
        PRIMARY KEY ("notice", "row")
      ) \(suffix)
      """,
      "CREATE INDEX \"notice_row_by_case\" ON \"notice_row\" (\"case\")",
      // What was shown from which moment on, byte for byte.
      """
      CREATE TABLE "notice_edition" (
        "notice" \(integer) NOT NULL REFERENCES "notice_record" ("key"),
        "edition" \(integer) NOT NULL, "moment" \(integer) NOT NULL, "content" TEXT NOT NULL,
        "hash" \(bytes) NOT NULL, PRIMARY KEY ("notice", "edition")
      ) \(suffix)
      """,
      """
      CREATE TABLE "notice_objection" (
        "key" \(dialect.rowNumber), "notice" \(integer) NOT NULL REFERENCES "notice_record" ("key"),
        "row" \(integer) NOT NULL, "case" \(integer) NOT NULL, "text" TEXT NOT NULL,
        "contact" \(bytes) NOT NULL, "user" \(integer) NOT NULL, "moment" \(integer) NOT NULL,
        "verdict" TEXT, "answer" TEXT, "answered_by" \(integer), "answered" \(integer)
      ) \(suffix)
      """,
      "CREATE INDEX \"notice_objection_by_case\" ON \"notice_objection\" (\"case\")",
    ] + Room.appendOnly("notice_row") + Room.appendOnly("notice_edition")
  }

  static func bulk(_ dialect: Dialect) -> [String] {
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      """
      CREATE TABLE "case_bulk" (
        "key" TEXT NOT NULL PRIMARY KEY, "act" TEXT NOT NULL, "note" TEXT NOT NULL,
        "user" \(integer) NOT NULL, "role" TEXT NOT NULL, "moment" \(integer) NOT NULL,
        "total" \(integer) NOT NULL
      ) \(suffix)
      """,
      """
      CREATE TABLE "case_bulk_row" (
        "bulk" TEXT NOT NULL REFERENCES "case_bulk" ("key"), "row" \(integer) NOT NULL,
        "case" TEXT NOT NULL, "code" TEXT, "zh" TEXT, "en" TEXT, PRIMARY KEY ("bulk", "row")
      ) \(suffix)
      """,
      // Filters that somebody has kept under a name.
      """
      CREATE TABLE "case_filter" (
        "key" \(dialect.rowNumber), "user" \(integer) NOT NULL, "name" TEXT NOT NULL,
        "query" TEXT NOT NULL, UNIQUE ("user", "name")
      ) \(suffix)
      """,
    ]
  }

  /// What has still to be told to the registry, and what later determinations differ in.
  static func later(_ dialect: Dialect) -> [String] {
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      """
      CREATE TABLE "case_post" (
        "key" \(dialect.rowNumber), "case" \(integer) NOT NULL REFERENCES "case_record" ("key"),
        "kind" TEXT NOT NULL, "content" TEXT NOT NULL, "moment" \(integer) NOT NULL,
        "change" \(integer)
      ) \(suffix)
      """,
      "CREATE INDEX \"case_post_open\" ON \"case_post\" (\"key\") WHERE \"change\" IS NULL",
      "CREATE INDEX \"case_post_by_case\" ON \"case_post\" (\"case\")",
      """
      CREATE TABLE "case_difference" (
        "key" \(dialect.rowNumber), "case" \(integer) NOT NULL REFERENCES "case_record" ("key"),
        "amount" \(integer) NOT NULL, "on_day" \(integer) NOT NULL, "plan" TEXT NOT NULL,
        "change" \(integer) NOT NULL, "determination" TEXT NOT NULL,
        "moment" \(integer) NOT NULL, "verdict" TEXT, "reason" TEXT, "user" \(integer),
        "follows" TEXT
      ) \(suffix)
      """,
      """
      CREATE UNIQUE INDEX "case_difference_open" ON "case_difference" ("case")
      WHERE "verdict" IS NULL
      """,
    ]
  }
}
