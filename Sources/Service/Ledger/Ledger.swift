package import Office
package import Store

/// The room that keeps what was granted, promised, paid and claimed back, in double entry
/// (`Documentation/ledger.md`).
///
/// Everything is done in the transaction of the connection it is handed, so that an approval, its
/// commitment and its entry in the trail are all there or none is. One transaction writes at a time,
/// whatever the thread or process: two that would spend the same money meet one after the other.
package struct Ledger: Sendable {
  let clock: OfficeClock

  package init(clock: OfficeClock) { self.clock = clock }

  /// Does an act, unless its key says that it was done before: the same again gives the same answer
  /// and does nothing.
  ///
  /// - Parameters:
  ///   - act: what is to be done.
  ///   - key: names the act, whoever tries it again; chosen before the first try.
  ///   - signer: who does it.
  ///   - connection: writes.
  /// - Returns: what it did, now or then.
  /// - Throws: `LedgerProblem`, with nothing written; `StoreError`, `CryptographyFailure`.
  @discardableResult
  package func post(
    _ act: LedgerAct, key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> LedgerEntry {
    let now = clock.now()
    return try connection.transaction { connection in
      let posting = Posting(act, key: key, by: signer, at: now)
      var books = try Books.reading(for: posting, connection)
      let lastLine = books.lastLine
      switch try books.apply(posting) {
      case .again(let entry): return entry
      case .first(let entry):
        try LedgerWriter.write(entry, of: posting, after: lastLine, connection)
        try AuditTrail.append(posting.auditEntry(entry, signer), at: now, connection)
        return entry
      }
    }
  }
}
