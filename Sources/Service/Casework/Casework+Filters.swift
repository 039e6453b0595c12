package import Office
package import Store

extension Casework {
  /// Keeps a filter under a name; the same name again takes its place.
  ///
  /// - Parameters:
  ///   - query: the filter, as the address of the list writes it.
  ///   - name: what its owner calls it.
  ///   - signer: whose it is.
  ///   - connection: the transaction.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func keep(
    filter query: String, as name: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "case_filter" ("user", "name", "query")
      VALUES (\(signer.actor.user), \(name), \(query))
      ON CONFLICT ("user", "name") DO UPDATE SET "query" = excluded."query"
      """)
    try AuditTrail.append(
      AuditEntry(signer, "case.keep-filter", "filter", name), at: office.clock.now(), connection)
  }

  /// The filters that somebody has kept, by name.
  package func filters(
    of signer: Signer, _ connection: borrowing Connection
  ) throws -> [(name: String, query: String)] {
    try connection.all(
      """
      SELECT "name", "query" FROM "case_filter" WHERE "user" = \(signer.actor.user) ORDER BY "name"
      """
    ) { ($0.text(0), $0.text(1)) }
  }
}
