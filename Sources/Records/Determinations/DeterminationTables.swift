import Store

/// The tables of stored determinations. A step that was published is never changed.
enum DeterminationTables {
  /// Where the steps that were run are remembered, apart from those of the registry itself.
  static let ledger = "_determination_migration"

  static func steps(_ dialect: Dialect) -> [Migration] {
    [
      Migration(1, "determinations", determinations(dialect)),
      // The points of a score sheet: see `ScoreText`.
      Migration(2, "scores", ["ALTER TABLE \"_determination\" ADD COLUMN \"score\" TEXT"]),
      Migration(3, "texts of the rules", ruleTexts(dialect)),
    ]
  }

  private static func ruleTexts(_ dialect: Dialect) -> [String] {
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      // A document, a file of the vocabulary, or local values: each text once, by its SM3.
      """
      CREATE TABLE "_rule_text" (
        "number" \(dialect.rowNumber), "digest" TEXT NOT NULL UNIQUE, "text" TEXT NOT NULL
      ) \(suffix)
      """,
      // Texts that were compiled together, by the SM3 of their digests.
      """
      CREATE TABLE "_rule_set" (
        "number" \(dialect.rowNumber), "digest" TEXT NOT NULL UNIQUE
      ) \(suffix)
      """,
      """
      CREATE TABLE "_rule_set_text" (
        "set" \(integer) NOT NULL REFERENCES "_rule_set" ("number"),
        "place" \(integer) NOT NULL,
        "role" TEXT NOT NULL CHECK ("role" IN ('vocabulary', 'document', 'counted', 'local')),
        "name" TEXT NOT NULL, "text" \(integer) NOT NULL REFERENCES "_rule_text" ("number"),
        PRIMARY KEY ("set", "place")
      ) \(suffix)
      """,
      // The plans that came of a set. A plan may come of several, which differ in prose.
      """
      CREATE TABLE "_rule_set_plan" (
        "plan" \(integer) NOT NULL REFERENCES "_plan" ("number"),
        "set" \(integer) NOT NULL REFERENCES "_rule_set" ("number"), PRIMARY KEY ("plan", "set")
      ) \(suffix)
      """,
      // What a run went by: null for the runs before this step.
      "ALTER TABLE \"_run\" ADD COLUMN \"rules\" \(integer) REFERENCES \"_rule_set\" (\"number\")",
      "ALTER TABLE \"_run\" ADD COLUMN \"engine\" \(integer)",
      "ALTER TABLE \"_run\" ADD COLUMN \"version\" TEXT",
    ]
  }

  private static func determinations(_ dialect: Dialect) -> [String] {
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      // One pass over the parties: as of which day and which change of the registry, the run it
      // starts from (null for a pass over all), how far it came, and when it was done.
      """
      CREATE TABLE "_run" (
        "number" \(dialect.rowNumber), "moment" \(integer) NOT NULL, "on" \(integer) NOT NULL,
        "facts" \(integer) NOT NULL, "base" \(integer) REFERENCES "_run" ("number"),
        "reached" \(integer) NOT NULL, "finished" \(integer)
      ) \(suffix)
      """,
      // A policy document as it was compiled, known by the hash of all that can change a result.
      """
      CREATE TABLE "_plan" (
        "number" \(dialect.rowNumber), "document" TEXT NOT NULL, "hash" TEXT NOT NULL,
        UNIQUE ("document", "hash")
      ) \(suffix)
      """,
      """
      CREATE TABLE "_run_plan" (
        "run" \(integer) NOT NULL REFERENCES "_run" ("number"),
        "plan" \(integer) NOT NULL REFERENCES "_plan" ("number"), PRIMARY KEY ("run", "plan")
      ) \(suffix)
      """,
      """
      CREATE TABLE "_benefit" (
        "number" \(dialect.rowNumber), "id" TEXT NOT NULL UNIQUE
      ) \(suffix)
      """,
      // What was determined. "receiver" is null for the owner itself; outcomes are 0 not entitled,
      // 1 entitled, 2 undetermined; sums are 分, and null is unknown or none, never zero.
      """
      CREATE TABLE "_determination" (
        "_row" \(dialect.rowNumber),
        "owner" \(integer) NOT NULL REFERENCES "_party" ("key"),
        "benefit" \(integer) NOT NULL REFERENCES "_benefit" ("number"),
        "subject" TEXT, "receiver" TEXT,
        "outcome" \(integer) NOT NULL CHECK ("outcome" IN (0, 1, 2)),
        "gross" \(integer), "amount" \(integer), "granted" \(integer), "months" TEXT,
        "until" \(integer),
        "plan" \(integer) NOT NULL REFERENCES "_plan" ("number"),
        "_from" \(integer) NOT NULL REFERENCES "_run" ("number"),
        "_to" \(integer) REFERENCES "_run" ("number") CHECK ("_to" > "_from")
      ) \(suffix)
      """,
      "CREATE INDEX \"_determination_owner\" ON \"_determination\" (\"owner\")",
      """
      CREATE INDEX "_determination_receiver" ON "_determination" ("receiver")
      WHERE "receiver" IS NOT NULL
      """,
      // When the determinations of a party under a plan can change by themselves, entries that are
      // not there yet included.
      """
      CREATE TABLE "_due" (
        "plan" \(integer) NOT NULL REFERENCES "_plan" ("number"),
        "party" \(integer) NOT NULL REFERENCES "_party" ("key"),
        "until" \(integer) NOT NULL, PRIMARY KEY ("party", "plan")
      ) \(suffix)
      """,
      "CREATE INDEX \"_due_until\" ON \"_due\" (\"until\")",
    ]
  }
}
