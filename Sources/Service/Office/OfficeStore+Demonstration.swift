import Store

extension OfficeStore {
  /// The seed of the demonstration that this office is; `nil` for every office in which people work.
  ///
  /// - Throws: `StoreError`.
  package func demonstrationSeed() throws -> String? {
    try read { connection in
      try connection.first("SELECT \"seed\" FROM \"office_demonstration\"") { $0.text(0) }
    }
  }

  /// Makes a demonstration of an office in which nothing was ever done. There is no way back, and no
  /// way there once anything was: the trail would know of it.
  ///
  /// - Parameter seed: what the demonstration is drawn from.
  /// - Throws: `OfficeProblem.notEmpty` where the trail has an entry; `StoreError`.
  package func becomeDemonstration(seed: String) throws {
    try write { connection in
      let entry = try connection.first("SELECT 1 FROM \"audit_entry\" LIMIT 1") { _ in true }
      guard entry == nil else { throw OfficeProblem.notEmpty(database: database.name) }
      try connection.run(
        """
        INSERT INTO "office_demonstration" ("seed", "moment")
        VALUES (\(seed), \(clock.now().microseconds))
        """)
    }
  }
}
