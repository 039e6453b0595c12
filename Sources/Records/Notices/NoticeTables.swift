import Store

/// The table of issued notices. A step that was published is never changed.
enum NoticeTables {
  /// Where the steps that were run are remembered, apart from those of the registry itself.
  static let ledger = "_notice_migration"

  static func steps(_ dialect: Dialect) -> [Migration] {
    let integer = dialect.integer
    return [
      Migration(
        1, "notices",
        [
          // What a notice says that has to be confirmed. "receiver" is null for the owner itself;
          // "facts" is the last change of the registry that it rests on; outcomes and sums are those
          // of "_determination"; "digest" is SM3 of the determination as canonical JSON, with its
          // reasons; "code" authenticates all of it.
          """
          CREATE TABLE "_notice" (
            "number" \(dialect.rowNumber), "code" TEXT NOT NULL UNIQUE, "digest" TEXT NOT NULL,
            "owner" \(integer) NOT NULL REFERENCES "_party" ("key"), "receiver" TEXT,
            "benefit" TEXT NOT NULL, "subject" TEXT,
            "on" \(integer) NOT NULL, "facts" \(integer) NOT NULL, "plan" TEXT NOT NULL,
            "outcome" TEXT NOT NULL, "amount" \(integer), "granted" \(integer),
            "issued" \(integer) NOT NULL
          ) \(dialect.tableSuffix)
          """,
          "CREATE INDEX \"_notice_owner\" ON \"_notice\" (\"owner\")",
        ])
    ]
  }
}
