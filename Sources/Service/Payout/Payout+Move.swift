import Office
import Store

extension Payout {
  /// Moves all instructions of a condition by one event, with a line of history for each. The
  /// condition must choose only such as the event fits.
  func moveAll(
    _ event: InstructionEvent, by signer: Signer, _ condition: SQL,
    _ connection: borrowing Connection
  ) throws {
    let from: [InstructionStatus] = InstructionStatus.allCases.filter { $0.after(event) != nil }
    guard let next = from.first?.after(event) else { return }
    let moment = office.clock.now().microseconds
    try connection.run(
      """
      INSERT INTO "payout_event" ("instruction", "event", "moment", "user")
      SELECT "number", \(event.rawValue), \(moment), \(signer.actor.user)
      FROM "payout_instruction" WHERE \(condition) ORDER BY "number"
      """)
    try connection.run(
      "UPDATE \"payout_instruction\" SET \"status\" = \(next.rawValue) WHERE \(condition)")
  }

  /// Moves one instruction by what the bank said, and tells the listeners.
  ///
  /// - Parameters:
  ///   - instruction: as it stands now.
  ///   - event: what happened to it.
  ///   - reason: the bank's, where it failed or came back.
  ///   - entry: of the statement that said so, if one did.
  ///   - signer: who took the word in.
  ///   - connection: the transaction.
  /// - Returns: whether it fits; if not, nothing was done.
  /// - Throws: `StoreError`, and what listeners throw.
  func move(
    _ instruction: Instruction, _ event: InstructionEvent, reason: String?, entry: Int64?,
    by signer: Signer, _ connection: borrowing Connection
  ) throws -> Bool {
    guard let next = instruction.status.after(event) else { return false }
    let number = instruction.number
    try connection.run(
      """
      INSERT INTO "payout_event" ("instruction", "event", "moment", "user", "entry", "reason")
      VALUES (\(number), \(event.rawValue), \(office.clock.now().microseconds),
        \(signer.actor.user), \(entry), \(reason))
      """)
    try connection.run(
      """
      UPDATE "payout_instruction" SET "status" = \(next.rawValue), "reason" = \(reason)
      WHERE "number" = \(number)
      """)
    try note(
      signer, event.rawValue, "payout-instruction", String(number), party: instruction.party,
      ["subject": instruction.subject], connection)
    try tell(instruction, event, reason, by: signer, connection)
    return true
  }

  private func tell(
    _ instruction: Instruction, _ event: InstructionEvent, _ reason: String?, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let outcome = PayoutOutcome(
      subject: instruction.subject, party: instruction.party, amount: instruction.amount,
      instruction: instruction.number, reason: reason,
      key: "payout/\(instruction.endToEndID)/\(event.rawValue)")
    for listener in listeners {
      switch event {
      case .settled, .settledAfterAll: try listener.settled(outcome, by: signer, connection)
      case .rejected: try listener.failed(outcome, by: signer, connection)
      case .returned: try listener.returned(outcome, by: signer, connection)
      case .exported, .replaced, .withdrawn: break
      }
    }
  }
}
