import Store

/// The tables that do not depend on the vocabulary. A step that was published is never changed.
enum RegistryMigrations {
  static func steps(_ dialect: Dialect) -> [Migration] {
    [
      Migration(1, "bookkeeping", bookkeeping(dialect)),
      Migration(2, "touched parties in order of their key", touchedInOrder(dialect)),
      Migration(3, "local values of figures", localValues(dialect)),
      Migration(4, "that there are no more records can be taken back", completeUntil(dialect)),
    ]
  }

  /// That a party has no more records of a type was so from one change to another, as a row is.
  private static func completeUntil(_ dialect: Dialect) -> [String] {
    let integer = dialect.integer
    return [
      """
      CREATE TABLE "_complete_until" (
        "party" \(integer) NOT NULL REFERENCES "_party" ("key"), "type" TEXT NOT NULL,
        "_from" \(integer) NOT NULL REFERENCES "_change" ("number"),
        "_to" \(integer) REFERENCES "_change" ("number") CHECK ("_to" > "_from"),
        PRIMARY KEY ("party", "type", "_from")
      ) \(dialect.tableSuffix)
      """,
      """
      INSERT INTO "_complete_until" ("party", "type", "_from")
      SELECT "party", "type", "_from" FROM "_complete"
      """,
      "DROP TABLE \"_complete\"",
      "ALTER TABLE \"_complete_until\" RENAME TO \"_complete\"",
      """
      CREATE UNIQUE INDEX "_complete_known" ON "_complete" ("party", "type") WHERE "_to" IS NULL
      """,
    ]
  }

  /// What regions have set in the place of the documents' figures, over both times: the days it holds
  /// for, and the changes between which it was known.
  private static func localValues(_ dialect: Dialect) -> [String] {
    let integer = dialect.integer
    return [
      """
      CREATE TABLE "_local_value" (
        "number" \(dialect.rowNumber), "document" TEXT NOT NULL, "name" TEXT NOT NULL,
        "region" TEXT NOT NULL, "first" \(integer), "last" \(integer), "value" TEXT NOT NULL,
        "reason_zh" TEXT NOT NULL, "reason_en" TEXT NOT NULL, "by" TEXT NOT NULL, "cites" TEXT,
        "_from" \(integer) NOT NULL REFERENCES "_change" ("number"),
        "_to" \(integer) REFERENCES "_change" ("number") CHECK ("_to" > "_from")
      ) \(dialect.tableSuffix)
      """
    ]
  }

  /// A large change touches every party: one tree to write is half the work of two.
  private static func touchedInOrder(_ dialect: Dialect) -> [String] {
    [
      """
      CREATE TABLE "_touched_in_order" (
        "change" \(dialect.integer) NOT NULL REFERENCES "_change" ("number"),
        "party" \(dialect.integer) NOT NULL REFERENCES "_party" ("key"), PRIMARY KEY ("change", "party")
      ) \(dialect.keyTableSuffix)
      """,
      """
      INSERT INTO "_touched_in_order" ("change", "party") SELECT "change", "party" FROM "_touched"
      """,
      "DROP TABLE \"_touched\"",
      "ALTER TABLE \"_touched_in_order\" RENAME TO \"_touched\"",
    ]
  }

  private static func bookkeeping(_ dialect: Dialect) -> [String] {
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      // Every party there ever was; its attributes stand in the table of its type.
      """
      CREATE TABLE "_party" (
        "key" \(dialect.rowNumber), "id" TEXT NOT NULL UNIQUE, "type" TEXT NOT NULL
      ) \(suffix)
      """,
      // Recorded time: changes are numbered, and each has its moment in microseconds since 1970,
      // later than the one before it whatever the clock says.
      """
      CREATE TABLE "_change" (
        "number" \(dialect.rowNumber), "moment" \(integer) NOT NULL UNIQUE, "source" TEXT NOT NULL
      ) \(suffix)
      """,
      """
      CREATE TABLE "_touched" (
        "change" \(integer) NOT NULL REFERENCES "_change" ("number"),
        "party" \(integer) NOT NULL REFERENCES "_party" ("key"), PRIMARY KEY ("change", "party")
      ) \(suffix)
      """,
      """
      CREATE TABLE "_touched_catalogue" (
        "change" \(integer) NOT NULL REFERENCES "_change" ("number"),
        "catalogue" TEXT NOT NULL, PRIMARY KEY ("change", "catalogue")
      ) \(suffix)
      """,
      // Somebody said that a party has no more records of an open type.
      """
      CREATE TABLE "_complete" (
        "party" \(integer) NOT NULL REFERENCES "_party" ("key"), "type" TEXT NOT NULL,
        "_from" \(integer) NOT NULL REFERENCES "_change" ("number"), PRIMARY KEY ("party", "type")
      ) \(suffix)
      """,
      // What the tables of the vocabulary look like, and the statements that made them so.
      """
      CREATE TABLE "_column" (
        "table" TEXT NOT NULL, "column" TEXT NOT NULL, "storage" TEXT NOT NULL,
        PRIMARY KEY ("table", "column")
      ) \(suffix)
      """,
      """
      CREATE TABLE "_schema_change" (
        "number" \(dialect.rowNumber), "statement" TEXT NOT NULL, "checksum" TEXT NOT NULL
      ) \(suffix)
      """,
      // Tells whether a key is the one that the sealed values were sealed with.
      "CREATE TABLE \"_key\" (\"check\" \(bytes) NOT NULL) \(suffix)",
    ]
  }
}
