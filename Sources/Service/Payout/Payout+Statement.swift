package import BankFiles
import Core
import Cryptography
package import Office
package import Store

/// What became of one entry of a statement.
package struct EntryLine: Sendable, Equatable {
  /// From 0, as in the file.
  package let position: Int64
  package let reference: String
  package let place: EntryPlace
  /// Where a person must look.
  package let cause: UnmatchedCause?
  package let instruction: Int64?
  /// The number under which the entry is kept; of a duplicate, that of the first.
  package let entry: Int64
}

/// A statement that was taken in.
package struct TakenStatement: Sendable, Equatable {
  package let number: Int64
  /// One for each entry, in the order of the file.
  package let lines: [EntryLine]

  package func count(_ place: EntryPlace) -> Int { lines.count { $0.place == place } }
}

extension Payout {
  /// Takes in a statement: all of it in one transaction. Each entry is known again by the bank's
  /// reference, so a statement may come twice, in parts, and in any order.
  ///
  /// - Parameters:
  ///   - statement: as it was read.
  ///   - name: what the file is called.
  ///   - region: whose account it is of; entries are matched with payments of that region.
  ///   - key: names the request; the same again gives the same lines.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: what became of each entry.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`, `CryptographyFailure`, and what
  ///   listeners throw; nothing is taken in then.
  package func takeIn(
    _ statement: BankStatement, name: String, region: String, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> TakenStatement {
    try require(signer, in: region)
    let result = try once("statement", key, by: signer, connection) { connection in
      let number = try insert(statement, name, region, by: signer, connection)
      let account = try Payout.print(of: statement, office.seal)
      var matcher = EntryMatcher(
        payout: self, statement: number, account: account, region: region, signer: signer)
      // What left is taken in before what came back, whatever the order of the file.
      let order = statement.entries.indices.sorted {
        (statement.entries[$0].kind.rank, $0) < (statement.entries[$1].kind.rank, $1)
      }
      for position in order {
        try matcher.take(statement.entries[position], at: Int64(position), connection)
      }
      for batch in matcher.batches.sorted() { try refresh(batch, connection) }
      let taken = try taken(number, connection)
      let counts = EntryPlace.allCases.map { ($0.rawValue, String(taken.count($0))) }
      try note(
        signer, "statement", "payout-statement", String(number),
        Dictionary(uniqueKeysWithValues: counts), connection)
      return String(number)
    }
    return try taken(Int64(result) ?? 0, connection)
  }

  /// What became of the entries of a statement when it was taken in.
  ///
  /// - Parameters:
  ///   - number: of the statement.
  ///   - connection: reads.
  /// - Returns: a line for each.
  /// - Throws: `StoreError`.
  package func taken(
    _ number: Int64, _ connection: borrowing Connection
  ) throws -> TakenStatement {
    let lines = try connection.all(
      """
      SELECT "position", "reference", "place", "cause", "instruction", "entry"
      FROM "payout_line" WHERE "statement" = \(number) ORDER BY "position"
      """
    ) { row in
      EntryLine(
        position: row.integer(0), reference: row.text(1),
        place: EntryPlace(rawValue: row.text(2)) ?? .unmatched,
        cause: row.textIfAny(3).flatMap(UnmatchedCause.init), instruction: row.integerIfAny(4),
        entry: row.integer(5))
    }
    return TakenStatement(number: number, lines: lines)
  }

  /// Brings the status of a batch up to what the bank has said of its instructions.
  func refresh(_ number: Int64, _ connection: borrowing Connection) throws {
    let batch = try batch(number, connection)
    let open: [BatchStatus] = [.exported, .partly, .settled]
    guard open.contains(batch.status) else { return }
    try set(.from(batch.counts), number, connection)
  }

  private func insert(
    _ statement: BankStatement, _ name: String, _ region: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    let account = try Payout.print(of: statement, office.seal)
    try connection.run(
      """
      INSERT INTO "payout_statement" ("name", "bank_id", "account", "region", "user", "moment")
      VALUES (\(name), \(statement.id), \(account), \(region), \(signer.actor.user),
        \(office.clock.now().microseconds))
      """)
    return try connection.first(
      "SELECT \"number\" FROM \"payout_statement\" ORDER BY \"number\" DESC LIMIT 1"
    ) { $0.integer(0) } ?? 0
  }

  /// The account by a keyed hash: its number is kept nowhere in the open.
  private static func print(of statement: BankStatement, _ seal: Seal) throws -> [UInt8] {
    try statement.account.map { try seal.fingerprint($0, of: "payout.account") } ?? []
  }
}

extension StatementEntry.Kind {
  /// What is taken in first.
  fileprivate var rank: Int {
    switch self {
    case .payment: 0
    case .rejection: 1
    case .return, .receipt, .pending: 2
    }
  }

  /// What it says of an instruction.
  var event: InstructionEvent? {
    switch self {
    case .payment: .settled
    case .rejection: .rejected
    case .return: .returned
    case .receipt, .pending: nil
    }
  }
}
