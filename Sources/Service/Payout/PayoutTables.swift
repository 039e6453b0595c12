package import Office
import Store

extension Payout {
  /// The room's tables.
  package static let room = Room("payout") { dialect in
    [Migration(1, "batches, instructions, statements", PayoutTables(dialect).statements)]
  }
}

private struct PayoutTables {
  let dialect: Dialect

  init(_ dialect: Dialect) { self.dialect = dialect }

  var statements: [String] {
    batches + instructions + entries + proposals
      + ["payout_file", "payout_event", "payout_statement", "payout_line"]
      .flatMap(Room.appendOnly)
  }

  private var key: String { "\"number\" \(dialect.rowNumber)" }

  private func table(_ name: String, _ columns: String) -> String {
    "CREATE TABLE \"\(name)\" (\(columns)) \(dialect.tableSuffix)"
  }

  private var batches: [String] {
    let (integer, bytes) = (dialect.integer, dialect.bytes)
    return [
      table(
        "payout_batch",
        """
        \(key), "region" TEXT NOT NULL, "status" TEXT NOT NULL, "message" TEXT NOT NULL UNIQUE,
        "payer" TEXT NOT NULL, "payer_bank" TEXT NOT NULL, "payer_code" TEXT,
        "payer_account" \(bytes) NOT NULL, "day" \(integer) NOT NULL,
        "made_by" \(integer) NOT NULL, "made_party" TEXT, "made_at" \(integer) NOT NULL,
        "released_by" \(integer), "released_at" \(integer)
        """),
      "CREATE INDEX \"payout_batch_by_status\" ON \"payout_batch\" (\"status\", \"number\")",
      // One file a batch: two formats of it would be two orders to the bank.
      table(
        "payout_file",
        """
        "batch" \(integer) NOT NULL PRIMARY KEY REFERENCES "payout_batch", "format" TEXT NOT NULL,
        "digest" \(bytes) NOT NULL, "size" \(integer) NOT NULL, "moment" \(integer) NOT NULL
        """),
    ]
  }

  private var instructions: [String] {
    let (integer, bytes) = (dialect.integer, dialect.bytes)
    return [
      table(
        "payout_instruction",
        """
        \(key), "batch" \(integer) NOT NULL REFERENCES "payout_batch", "subject" TEXT NOT NULL,
        "attempt" \(integer) NOT NULL, "entitlement" TEXT NOT NULL, "party" TEXT NOT NULL,
        "payee" TEXT NOT NULL, "bank" TEXT NOT NULL, "bank_code" TEXT,
        "account" \(bytes) NOT NULL, "account_print" \(bytes) NOT NULL,
        "amount" \(integer) NOT NULL CHECK ("amount" > 0), "region" TEXT NOT NULL,
        "purpose" TEXT NOT NULL, "end_to_end" TEXT NOT NULL UNIQUE, "status" TEXT NOT NULL,
        "reason" TEXT, "added_by" \(integer) NOT NULL, "added_party" TEXT,
        UNIQUE ("subject", "attempt")
        """),
      // Whatever the program does, no two attempts for a case are live, and none follows a success.
      """
      CREATE UNIQUE INDEX "payout_one_live" ON "payout_instruction" ("subject")
      WHERE "status" IN ('pending', 'sent', 'settled')
      """,
      """
      CREATE UNIQUE INDEX "payout_one_entitlement" ON "payout_instruction" ("entitlement")
      WHERE "status" IN ('pending', 'sent')
      """,
      "CREATE INDEX \"payout_by_batch\" ON \"payout_instruction\" (\"batch\", \"number\")",
      "CREATE INDEX \"payout_by_status\" ON \"payout_instruction\" (\"status\", \"number\")",
      "CREATE INDEX \"payout_by_entitlement\" ON \"payout_instruction\" (\"entitlement\")",
      """
      CREATE TRIGGER "payout_instruction_fixed" BEFORE UPDATE OF "batch", "subject", "attempt",
        "entitlement", "party", "payee", "bank", "bank_code", "account", "amount", "region",
        "purpose", "end_to_end" ON "payout_instruction"
      BEGIN SELECT RAISE(ABORT, 'an instruction is not changed'); END
      """,
      """
      CREATE TRIGGER "payout_instruction_kept" BEFORE DELETE ON "payout_instruction"
      BEGIN SELECT RAISE(ABORT, 'an instruction is not deleted'); END
      """,
      table(
        "payout_event",
        """
        \(key), "instruction" \(integer) NOT NULL REFERENCES "payout_instruction",
        "event" TEXT NOT NULL, "moment" \(integer) NOT NULL, "user" \(integer) NOT NULL,
        "entry" \(integer), "reason" TEXT
        """),
      "CREATE INDEX \"payout_event_of\" ON \"payout_event\" (\"instruction\", \"number\")",
    ]
  }

  private var entries: [String] {
    let (integer, bytes) = (dialect.integer, dialect.bytes)
    return [
      table(
        "payout_statement",
        """
        \(key), "name" TEXT NOT NULL, "bank_id" TEXT, "account" \(bytes), "region" TEXT NOT NULL,
        "user" \(integer) NOT NULL, "moment" \(integer) NOT NULL
        """),
      // What the bank said, once each: what it calls it, and what kind of word it is.
      table(
        "payout_entry",
        """
        \(key), "account" \(bytes) NOT NULL, "reference" TEXT NOT NULL, "kind" TEXT NOT NULL,
        "content" TEXT NOT NULL, "statement" \(integer) NOT NULL REFERENCES "payout_statement",
        "amount" \(integer) NOT NULL, "end_to_end" TEXT, "day" \(integer), "reason" TEXT,
        "region" TEXT NOT NULL, "place" TEXT NOT NULL, "cause" TEXT,
        "instruction" \(integer) REFERENCES "payout_instruction",
        UNIQUE ("account", "reference", "kind", "content")
        """),
      "CREATE INDEX \"payout_entry_by_place\" ON \"payout_entry\" (\"place\", \"number\")",
      "CREATE INDEX \"payout_entry_of\" ON \"payout_entry\" (\"instruction\", \"place\")",
      table(
        "payout_line",
        """
        "statement" \(integer) NOT NULL REFERENCES "payout_statement",
        "position" \(integer) NOT NULL, "reference" TEXT NOT NULL, "place" TEXT NOT NULL,
        "cause" TEXT, "instruction" \(integer), "entry" \(integer) NOT NULL,
        PRIMARY KEY ("statement", "position")
        """),
    ]
  }

  private var proposals: [String] {
    let integer = dialect.integer
    return [
      table(
        "payout_proposal",
        """
        \(key), "entry" \(integer) REFERENCES "payout_entry",
        "instruction" \(integer) REFERENCES "payout_instruction", "verdict" TEXT NOT NULL,
        "note" TEXT NOT NULL, "made_by" \(integer) NOT NULL, "made_party" TEXT,
        "made_at" \(integer) NOT NULL, "confirmed_by" \(integer), "confirmed_at" \(integer)
        """)
    ]
  }
}
