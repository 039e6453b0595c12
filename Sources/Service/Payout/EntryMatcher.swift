import BankFiles
import Core
import Office
import Store

/// Takes in the entries of one statement, one after the other.
struct EntryMatcher {
  let payout: Payout
  let statement: Int64
  /// Print of the account's number; empty where the file does not say it.
  let account: [UInt8]
  let region: String
  let signer: Signer
  /// Batches of which something became known.
  private(set) var batches: Set<Int64> = []

  init(payout: Payout, statement: Int64, account: [UInt8], region: String, signer: Signer) {
    self.payout = payout
    self.statement = statement
    self.account = account
    self.region = region
    self.signer = signer
  }

  /// Where an entry goes, and what it is about.
  private struct Finding {
    var place: EntryPlace
    var cause: UnmatchedCause?
    var instruction: Instruction?

    static func unmatched(_ cause: UnmatchedCause, _ instruction: Instruction? = nil) -> Finding {
      Finding(place: .unmatched, cause: cause, instruction: instruction)
    }
  }

  mutating func take(
    _ entry: StatementEntry, at position: Int64, _ connection: borrowing Connection
  ) throws {
    let known = try same(as: entry, connection)
    if let known, known.content == EntryMatcher.content(entry) {
      let finding = Finding(place: .duplicate, instruction: nil)
      try line(entry, position, finding, known.number, connection)
      return
    }
    var finding = try find(entry, connection)
    if known != nil { finding = .unmatched(.conflict, finding.instruction) }
    let number = try insert(entry, finding, connection)
    try line(entry, position, finding, number, connection)
    guard let instruction = finding.instruction, finding.place == .matched,
      let event = entry.kind.event
    else { return }
    _ = try payout.move(
      instruction, event, reason: entry.reason, entry: number, by: signer, connection)
    batches.insert(instruction.batch)
    try payout.releaseHeld(instruction.number, by: signer, connection)
  }

  private func find(
    _ entry: StatementEntry, _ connection: borrowing Connection
  ) throws -> Finding {
    if entry.kind == .pending { return Finding(place: .noted) }
    guard let id = entry.endToEndID, Payout.isOurs(id) else { return .unmatched(.foreign) }
    let found = try connection.first(
      "\(Payout.instructionColumns) WHERE \"end_to_end\" = \(id)", Payout.instruction)
    guard let found, found.region.isRegion(within: region) else { return .unmatched(.unknown) }
    guard let event = entry.kind.event else { return .unmatched(.receipt, found) }
    guard entry.fen == found.amount else { return .unmatched(.amount, found) }
    if found.status == .pending || found.status == .withdrawn {
      return .unmatched(.notSent, found)
    }
    if event == .rejected, let reason = entry.reason.flatMap(BankReason.init),
      !reason.isConclusive
    {
      // Of what the bank has dealt with already it says nothing new.
      return found.status == .sent
        ? .unmatched(.inconclusive, found) : Finding(place: .noted, instruction: found)
    }
    if event == .returned, found.status == .sent {
      return Finding(place: .held, instruction: found)
    }
    return found.status.after(event) == nil
      ? .unmatched(.contradiction, found) : Finding(place: .matched, instruction: found)
  }

  /// What makes two entries with one reference the same.
  private static func content(_ entry: StatementEntry) -> String {
    "\(entry.fen) \(entry.endToEndID ?? "")"
  }

  /// An entry with this reference of the same kind; where there are several, the same one if it is
  /// among them.
  private func same(
    as entry: StatementEntry, _ connection: borrowing Connection
  ) throws -> (number: Int64, content: String)? {
    let known = try connection.all(
      """
      SELECT "number", "content" FROM "payout_entry" WHERE "account" = \(account)
        AND "reference" = \(entry.reference) AND "kind" = \(entry.kind.rawValue)
      """
    ) { (number: $0.integer(0), content: $0.text(1)) }
    return known.first { $0.content == EntryMatcher.content(entry) } ?? known.first
  }

  private func insert(
    _ entry: StatementEntry, _ finding: Finding, _ connection: borrowing Connection
  ) throws -> Int64 {
    let content = EntryMatcher.content(entry)
    try connection.run(
      """
      INSERT INTO "payout_entry" ("account", "reference", "kind", "content", "statement",
        "amount", "end_to_end", "day", "reason", "region", "place", "cause", "instruction")
      VALUES (\(account), \(entry.reference), \(entry.kind.rawValue), \(content), \(statement),
        \(entry.fen), \(entry.endToEndID), \(entry.day.map { Int64($0.dayNumber) }),
        \(entry.reason), \(region), \(finding.place.rawValue), \(finding.cause?.rawValue),
        \(finding.instruction?.number))
      """)
    return try connection.first(
      """
      SELECT "number" FROM "payout_entry" WHERE "account" = \(account)
        AND "reference" = \(entry.reference) AND "kind" = \(entry.kind.rawValue)
        AND "content" = \(content)
      """
    ) { $0.integer(0) } ?? 0
  }

  private func line(
    _ entry: StatementEntry, _ position: Int64, _ finding: Finding, _ number: Int64,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "payout_line" ("statement", "position", "reference", "place", "cause",
        "instruction", "entry")
      VALUES (\(statement), \(position), \(entry.reference), \(finding.place.rawValue),
        \(finding.cause?.rawValue), \(finding.instruction?.number), \(number))
      """)
  }
}

extension Payout {
  /// Takes in what was held for an instruction, now that more is known of it.
  func releaseHeld(
    _ number: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let held = try connection.all(
      """
      SELECT "number", "reason" FROM "payout_entry"
      WHERE "instruction" = \(number) AND "place" = 'held' ORDER BY "number"
      """
    ) { (entry: $0.integer(0), reason: $0.textIfAny(1)) }
    for (entry, reason) in held {
      let fits = try move(
        instruction(number, connection), .returned, reason: reason, entry: entry, by: signer,
        connection)
      try place(entry, fits ? .matched : .unmatched, fits ? nil : .contradiction, connection)
    }
  }

  func place(
    _ entry: Int64, _ place: EntryPlace, _ cause: UnmatchedCause?,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "payout_entry" SET "place" = \(place.rawValue), "cause" = \(cause?.rawValue)
      WHERE "number" = \(entry)
      """)
  }
}
