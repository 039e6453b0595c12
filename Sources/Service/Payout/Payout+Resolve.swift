import BankFiles
import Core
package import Office
package import Store

/// What an officer finds where the bank's word alone does not say it.
package enum PayoutVerdict: Sendable, Equatable {
  /// An unmatched entry belongs to this instruction.
  case belongs(entry: Int64, instruction: Int64)
  /// An unmatched entry has to do with no payment of ours.
  case notOurs(entry: Int64)
  /// The bank has said outside of statements that it did not pay, and will not.
  case failed(instruction: Int64)
}

extension Payout {
  /// Proposes how something is to be resolved. Nothing changes until another officer confirms it.
  ///
  /// - Parameters:
  ///   - verdict: what was found.
  ///   - note: what it rests on.
  ///   - key: names the request.
  ///   - signer: a finance officer of the region.
  ///   - connection: the transaction.
  /// - Returns: the number of the proposal.
  /// - Throws: `PayoutProblem`, `OfficeProblem`, `StoreError`.
  package func propose(
    _ verdict: PayoutVerdict, note: String, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    guard !note.allSatisfy(\.isWhitespace) else { throw PayoutProblem.noNote }
    let result = try once("propose", key, by: signer, connection) { connection in
      try check(verdict, by: signer, connection)
      try connection.run(
        """
        INSERT INTO "payout_proposal" ("entry", "instruction", "verdict", "note", "made_by",
          "made_party", "made_at")
        VALUES (\(verdict.entry), \(verdict.instruction), \(verdict.word), \(note),
          \(signer.actor.user), \(signer.actor.party), \(office.clock.now().microseconds))
        """)
      let number = try connection.first(
        "SELECT \"number\" FROM \"payout_proposal\" ORDER BY \"number\" DESC LIMIT 1"
      ) { $0.integer(0) }
      let name = String(number ?? 0)
      try self.note(signer, "propose", "payout-proposal", name, [:], connection)
      return name
    }
    return Int64(result) ?? 0
  }

  /// Confirms a proposal of somebody else, and does what it says.
  ///
  /// - Parameters:
  ///   - number: of the proposal.
  ///   - key: names the request.
  ///   - signer: another finance officer of the region.
  ///   - connection: the transaction.
  /// - Throws: `PayoutProblem`, also where the matter has changed since; `OfficeProblem`,
  ///   `StoreError`, and what listeners throw.
  package func confirm(
    _ number: Int64, key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    _ = try once("confirm", key, by: signer, connection) { connection in
      let proposal = try proposal(number, connection)
      guard !Payout.isSame(signer, user: proposal.madeBy, party: proposal.madeParty) else {
        throw PayoutProblem.ownProposal(number: number)
      }
      guard !proposal.isConfirmed else { throw PayoutProblem.alreadyConfirmed(number: number) }
      try check(proposal.verdict, by: signer, connection)
      try carryOut(proposal.verdict, because: proposal.note, by: signer, connection)
      try connection.run(
        """
        UPDATE "payout_proposal" SET "confirmed_by" = \(signer.actor.user),
          "confirmed_at" = \(office.clock.now().microseconds)
        WHERE "number" = \(number)
        """)
      try self.note(signer, "confirm", "payout-proposal", String(number), [:], connection)
      return ""
    }
  }

  /// Whether it can be so, as things stand.
  private func check(
    _ verdict: PayoutVerdict, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    switch verdict {
    case .notOurs(let number):
      let entry = try entry(number, connection)
      try require(signer, in: entry.region)
      guard entry.place == .unmatched else { throw PayoutProblem.notUnmatched(entry: number) }
    case .failed(let number):
      let instruction = try instruction(number, connection)
      try require(signer, in: instruction.region)
      guard instruction.status == .sent else {
        throw PayoutProblem.notSent(instruction: number)
      }
      if try unresolved("\"new\".\"number\" = \(number)", connection) != nil {
        throw PayoutProblem.unresolved(subject: instruction.subject)
      }
    case .belongs(let number, let target):
      let entry = try entry(number, connection)
      try require(signer, in: entry.region)
      guard entry.place == .unmatched else { throw PayoutProblem.notUnmatched(entry: number) }
      guard try event(entry, instruction(target, connection), connection) != nil else {
        throw PayoutProblem.cannotAssign(entry: number, instruction: target)
      }
    }
  }

  /// What an entry says of an instruction that a person takes it to be about.
  private func event(
    _ entry: KeptEntry, _ instruction: Instruction, _ connection: borrowing Connection
  ) throws -> InstructionEvent? {
    guard entry.amount == instruction.amount, instruction.region.isRegion(within: entry.region)
    else { return nil }
    let said: InstructionEvent? = entry.kind == .receipt ? .returned : entry.kind.event
    guard let said else { return nil }
    if instruction.status.after(said) != nil { return said }
    guard said == .settled, instruction.status.after(.settledAfterAll) != nil else { return nil }
    let attempts = try instructions(for: instruction.subject, connection).map(\.status)
    let history = PaymentHistory(amount: instruction.amount, attempts: attempts)
    return history.mayBegin ? .settledAfterAll : nil
  }

  private func carryOut(
    _ verdict: PayoutVerdict, because note: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    switch verdict {
    case .notOurs(let entry): try place(entry, .notOurs, nil, connection)
    case .failed(let number):
      let instruction = try instruction(number, connection)
      _ = try move(
        instruction, .rejected, reason: note, entry: nil, by: signer, connection)
      try releaseHeld(number, by: signer, connection)
      try refresh(instruction.batch, connection)
    case .belongs(let number, let target):
      let entry = try entry(number, connection)
      let instruction = try instruction(target, connection)
      guard let event = try event(entry, instruction, connection) else { return }
      _ = try move(
        instruction, event, reason: entry.reason, entry: number, by: signer, connection)
      try connection.run(
        """
        UPDATE "payout_entry" SET "place" = 'matched', "cause" = NULL, "instruction" = \(target)
        WHERE "number" = \(number)
        """)
      try releaseHeld(target, by: signer, connection)
      try refresh(instruction.batch, connection)
    }
  }
}
