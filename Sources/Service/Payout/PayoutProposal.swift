import Office
package import Store

/// A proposal how something is to be resolved.
package struct PayoutProposal: Sendable, Equatable {
  package let number: Int64
  package let verdict: PayoutVerdict
  /// What it rests on.
  package let note: String
  package let madeBy: Int64
  package let isConfirmed: Bool
  let madeParty: String?
}

extension PayoutVerdict {
  var word: String {
    switch self {
    case .belongs: "belongs"
    case .notOurs: "not-ours"
    case .failed: "failed"
    }
  }

  var entry: Int64? {
    switch self {
    case .belongs(let entry, _), .notOurs(let entry): entry
    case .failed: nil
    }
  }

  var instruction: Int64? {
    switch self {
    case .belongs(_, let instruction), .failed(let instruction): instruction
    case .notOurs: nil
    }
  }

  fileprivate init(_ word: String, entry: Int64?, instruction: Int64?) {
    switch word {
    case "belongs": self = .belongs(entry: entry ?? 0, instruction: instruction ?? 0)
    case "failed": self = .failed(instruction: instruction ?? 0)
    default: self = .notOurs(entry: entry ?? 0)
    }
  }
}

extension Payout {
  /// A proposal.
  ///
  /// - Parameters:
  ///   - number: of the proposal.
  ///   - connection: reads.
  /// - Returns: it.
  /// - Throws: `PayoutProblem.noSuchProposal`, `StoreError`.
  package func proposal(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> PayoutProposal {
    let found = try connection.first(
      "\(Payout.proposalColumns) WHERE \"number\" = \(number)", Payout.proposal)
    guard let found else { throw PayoutProblem.noSuchProposal(number: number) }
    return found
  }

  /// Proposals that wait for a second officer, the oldest first.
  package func openProposals(
    limit: Int, _ connection: borrowing Connection
  ) throws -> [PayoutProposal] {
    try connection.all(
      """
      \(Payout.proposalColumns) WHERE "confirmed_by" IS NULL ORDER BY "number"
      LIMIT \(Int64(limit))
      """, Payout.proposal)
  }

  private static var proposalColumns: SQL {
    """
    SELECT "number", "verdict", "entry", "instruction", "note", "made_by", "confirmed_by",
      "made_party"
    FROM "payout_proposal"
    """
  }

  private static func proposal(_ row: borrowing Row) -> PayoutProposal {
    PayoutProposal(
      number: row.integer(0),
      verdict: PayoutVerdict(
        row.text(1), entry: row.integerIfAny(2), instruction: row.integerIfAny(3)),
      note: row.text(4), madeBy: row.integer(5), isConfirmed: !row.isNull(6),
      madeParty: row.textIfAny(7))
  }
}
