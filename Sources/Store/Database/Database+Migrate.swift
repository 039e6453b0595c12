extension Database {
  /// Brings the schema up to date: runs the steps that this database has not seen, each as a whole.
  /// Where there are none nothing is locked, so that a database can be opened while another process
  /// writes to it.
  ///
  /// - Parameters:
  ///   - steps: all steps there ever were, numbered from 1.
  ///   - ledger: the table that remembers which were run.
  /// - Throws: `StoreError.newer` and `.migrationChanged` before anything is touched; `StoreError`
  ///   and `CryptographyFailure` otherwise, with the step that failed undone.
  package func migrate(_ steps: [Migration], ledger: String = "_migration") throws {
    try write { connection in
      try connection.run(
        """
        CREATE TABLE IF NOT EXISTS \(name: ledger) (
          "number" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "checksum" TEXT NOT NULL
        ) \(unchecked: connection.dialect.tableSuffix)
        """)
      if try unseen(steps, ledger, connection).isEmpty { return }
      try connection.transaction { connection in
        // Another process may have run some meanwhile.
        for step in try unseen(steps, ledger, connection) {
          for statement in step.statements { try connection.run("\(unchecked: statement)") }
          try connection.run(
            """
            INSERT INTO \(name: ledger) ("number", "name", "checksum")
            VALUES (\(Int64(step.number)), \(step.name), \(try step.checksum()))
            """)
        }
      }
    }
  }

  /// The steps that are still to be run.
  private func unseen(
    _ steps: [Migration], _ ledger: String, _ connection: borrowing Connection
  ) throws -> ArraySlice<Migration> {
    let done = try connection.all(
      "SELECT \"number\", \"checksum\" FROM \(name: ledger) ORDER BY \"number\""
    ) { row in (number: Int(row.integer(0)), checksum: row.text(1)) }
    if let last = done.last?.number, last > steps.count {
      throw StoreError.newer(path: name, version: last, known: steps.count)
    }
    for (step, seen) in zip(steps, done) where try step.checksum() != seen.checksum {
      throw StoreError.migrationChanged(number: step.number, name: step.name)
    }
    return steps.dropFirst(done.count)
  }
}
