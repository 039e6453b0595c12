package import Office
import Store

extension Ledger {
  /// The tables of the ledger. None is ever changed, only added to.
  package static let room = Room("ledger") { dialect in
    let (integer, suffix) = (dialect.integer, dialect.tableSuffix)
    return [
      Migration(
        1, "budgets, entries, lines",
        [
          """
          CREATE TABLE "ledger_budget" (
            "number" \(dialect.rowNumber), "fund" TEXT NOT NULL, "year" \(integer) NOT NULL,
            "unit" TEXT NOT NULL, UNIQUE ("year", "fund", "unit")
          ) \(suffix)
          """,
          // `about` is the entry of the proposal or claim that this one answers. The lines of an entry
          // follow each other; where there are none, `last_line` is one less than `first_line`.
          """
          CREATE TABLE "ledger_entry" (
            "number" \(dialect.rowNumber), "key" TEXT NOT NULL UNIQUE, "kind" TEXT NOT NULL,
            "content" TEXT NOT NULL, "subject" TEXT, "party" TEXT,
            "about" \(integer) REFERENCES "ledger_entry" ("number"),
            "moment" \(integer) NOT NULL, "user" \(integer) NOT NULL,
            "first_line" \(integer) NOT NULL, "last_line" \(integer) NOT NULL
          ) \(suffix)
          """,
          """
          CREATE INDEX "ledger_entry_by_about" ON "ledger_entry" ("about", "number")
          WHERE "about" IS NOT NULL
          """,
          """
          CREATE INDEX "ledger_entry_by_subject" ON "ledger_entry" ("subject", "number")
          WHERE "kind" = 'demand'
          """,
          // A proposal is decided on once, whatever the program does.
          """
          CREATE UNIQUE INDEX "ledger_entry_decides" ON "ledger_entry" ("about")
          WHERE "kind" IN ('confirm', 'decline')
          """,
          // The last two checks hold whatever the program does.
          """
          CREATE TABLE "ledger_line" (
            "number" \(dialect.rowNumber),
            "entry" \(integer) NOT NULL REFERENCES "ledger_entry" ("number"),
            "budget" \(integer) NOT NULL REFERENCES "ledger_budget" ("number"),
            "account" TEXT NOT NULL, "amount" \(integer) NOT NULL CHECK ("amount" <> 0),
            "balance" \(integer) NOT NULL, "subject" TEXT, "party" TEXT,
            "subject_balance" \(integer) NOT NULL,
            CHECK ("balance" >= 0 OR "account" IN ('granted', 'carried', 'claimed')),
            CHECK ("subject_balance" >= 0
              OR "account" NOT IN ('committed', 'paid', 'receivable'))
          ) \(suffix)
          """,
          "CREATE INDEX \"ledger_line_by_budget\" ON \"ledger_line\" (\"budget\", \"number\")",
          """
          CREATE INDEX "ledger_line_by_account"
          ON "ledger_line" ("budget", "account", "number", "balance")
          """,
          """
          CREATE INDEX "ledger_line_by_subject" ON "ledger_line" ("subject", "number")
          WHERE "subject" IS NOT NULL
          """,
          """
          CREATE INDEX "ledger_line_by_part"
          ON "ledger_line" ("subject", "budget", "account", "number", "subject_balance")
          WHERE "subject" IS NOT NULL
          """,
          """
          CREATE TABLE "ledger_proposal" (
            "entry" \(integer) NOT NULL PRIMARY KEY REFERENCES "ledger_entry" ("number"),
            "fund" TEXT NOT NULL, "year" \(integer) NOT NULL, "unit" TEXT NOT NULL,
            "change" \(integer) NOT NULL
          ) \(suffix)
          """,
          """
          CREATE TABLE "ledger_instalment" (
            "demand" \(integer) NOT NULL REFERENCES "ledger_entry" ("number"),
            "place" \(integer) NOT NULL, "due" TEXT NOT NULL, "amount" \(integer) NOT NULL,
            PRIMARY KEY ("demand", "place")
          ) \(suffix)
          """,
          """
          CREATE TABLE "ledger_closing" (
            "budget" \(integer) NOT NULL PRIMARY KEY REFERENCES "ledger_budget" ("number"),
            "successor" \(integer) NOT NULL REFERENCES "ledger_budget" ("number"),
            "entry" \(integer) NOT NULL REFERENCES "ledger_entry" ("number")
          ) \(suffix)
          """,
        ] + tables.flatMap(Room.appendOnly))
    ]
  }

  static let tables = [
    "ledger_budget", "ledger_entry", "ledger_line", "ledger_proposal", "ledger_instalment",
    "ledger_closing",
  ]
}
