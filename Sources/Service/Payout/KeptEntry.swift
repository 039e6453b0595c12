package import BankFiles
package import Core
package import Store

/// An entry of a statement as it is kept.
package struct KeptEntry: Sendable, Equatable {
  package let number: Int64
  /// What the bank calls it.
  package let reference: String
  package let kind: StatementEntry.Kind
  /// 分.
  package let amount: Int64
  package let endToEndID: String?
  package let day: CivilDate?
  package let reason: String?
  package let region: String
  package let place: EntryPlace
  package let cause: UnmatchedCause?
  /// The instruction it is about, or seems to be.
  package let instruction: Int64?
}

extension Payout {
  /// Entries that have come to rest somewhere: those for a person, or those held.
  ///
  /// - Parameters:
  ///   - place: where.
  ///   - regions: with all that lies in them.
  ///   - after: only those with a greater number.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: them, the oldest first.
  /// - Throws: `StoreError`.
  package func entries(
    _ place: EntryPlace, in regions: [String], after: Int64 = 0, limit: Int,
    _ connection: borrowing Connection
  ) throws -> [KeptEntry] {
    try connection.all(
      """
      \(Payout.entryColumns) WHERE "place" = \(place.rawValue) AND "number" > \(after)
        AND \(Payout.within(regions)) ORDER BY "number" LIMIT \(Int64(limit))
      """, Payout.entry)
  }

  /// An entry.
  ///
  /// - Parameters:
  ///   - number: under which it is kept.
  ///   - connection: reads.
  /// - Returns: it.
  /// - Throws: `PayoutProblem.noSuchEntry`, `StoreError`.
  package func entry(_ number: Int64, _ connection: borrowing Connection) throws -> KeptEntry {
    let found = try connection.first(
      "\(Payout.entryColumns) WHERE \"number\" = \(number)", Payout.entry)
    guard let found else { throw PayoutProblem.noSuchEntry(number: number) }
    return found
  }

  private static var entryColumns: SQL {
    """
    SELECT "number", "reference", "kind", "amount", "end_to_end", "day", "reason", "region",
      "place", "cause", "instruction"
    FROM "payout_entry"
    """
  }

  private static func entry(_ row: borrowing Row) -> KeptEntry {
    KeptEntry(
      number: row.integer(0), reference: row.text(1),
      // A word the program does not know moves nothing.
      kind: StatementEntry.Kind(rawValue: row.text(2)) ?? .pending, amount: row.integer(3),
      endToEndID: row.textIfAny(4),
      day: row.integerIfAny(5).map { CivilDate(dayNumber: Int($0)) }, reason: row.textIfAny(6),
      region: row.text(7), place: EntryPlace(rawValue: row.text(8)) ?? .unmatched,
      cause: row.textIfAny(9).flatMap(UnmatchedCause.init), instruction: row.integerIfAny(10))
  }
}
