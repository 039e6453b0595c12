package import Office
import Store

extension Messages {
  /// The tables of messages.
  package static let room = Room("message") { dialect in
    let (integer, bytes, suffix) = (dialect.integer, dialect.bytes, dialect.tableSuffix)
    return [
      Migration(
        1, "inbox, addresses, outbox",
        [
          // Values, not words: these are made when somebody reads, in the language of the page.
          """
          CREATE TABLE "message_inbox" (
            "number" \(dialect.rowNumber), "recipient" TEXT NOT NULL, "key" TEXT NOT NULL,
            "template" TEXT NOT NULL, "case_number" TEXT, "values" TEXT NOT NULL,
            "moment" \(integer) NOT NULL, "read_at" \(integer),
            UNIQUE ("recipient", "key")
          ) \(suffix)
          """,
          "CREATE INDEX \"message_by_recipient\" ON \"message_inbox\" (\"recipient\", \"number\")",
          """
          CREATE INDEX "message_unread" ON "message_inbox" ("recipient", "number")
          WHERE "read_at" IS NULL
          """,
          """
          CREATE TABLE "message_contact" (
            "recipient" TEXT NOT NULL, "channel" TEXT NOT NULL, "address" \(bytes) NOT NULL,
            "language" TEXT NOT NULL, "wanted" \(integer) NOT NULL, "moment" \(integer) NOT NULL,
            PRIMARY KEY ("recipient", "channel")
          ) \(suffix)
          """,
          // No address and no word of the message: both are looked up when the letter is made.
          """
          CREATE TABLE "message_outbox" (
            "number" \(dialect.rowNumber),
            "message" \(integer) NOT NULL REFERENCES "message_inbox" ("number"),
            "channel" TEXT NOT NULL, "token" TEXT NOT NULL,
            "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'sent', 'failed', 'cancelled')),
            "attempts" \(integer) NOT NULL, "due" \(integer) NOT NULL, "lease" TEXT,
            "failure" TEXT, "status" \(integer), "ended_at" \(integer),
            UNIQUE ("message", "channel")
          ) \(suffix)
          """,
          """
          CREATE INDEX "message_outbox_due" ON "message_outbox" ("state", "channel", "due", "number")
          """,
        ])
    ]
  }
}
