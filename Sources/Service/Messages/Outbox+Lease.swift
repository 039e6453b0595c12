import Core
import Cryptography
import Office
import Store

extension Outbox {
  /// The right to send one letter, until the lease ends.
  struct Lease: Sendable {
    let number: Int64
    let token: String
    let attempts: Int64
  }

  /// What came of looking for a letter.
  enum Next: Sendable {
    case letter(Letter, Lease)
    /// It was settled without being sent.
    case ended(DeliveryReport.Outcome)
  }

  /// A letter of the outbox with the message it announces.
  private struct DueLetter {
    let number: Int64
    let message: Int64
    let token: String
    let attempts: Int64
    let due: Int64
    let recipient: String
    let template: String
    let caseNumber: String?
    let moment: Moment
  }

  /// Leases the letter that has been due the longest. Until the lease ends, or is given back, it is
  /// not due for anybody; a process that dies leaves it to be taken up again then.
  func take(for sender: any Sender) throws -> Next? {
    let now = messages.clock.now()
    let isIdle = try office.read { try due(sender.channel, now, $0) == nil }
    if isIdle { return nil }
    return try office.write { connection in
      guard let due = try due(sender.channel, now, connection) else { return nil }
      guard due.attempts < policy.mostAttempts else {
        return .ended(try end(due.number, .failed, .interrupted, now, connection))
      }
      let (letter, ended) = try letter(due, sender.channel, connection)
      guard let letter else {
        return .ended(
          try end(due.number, ended == nil ? .cancelled : .failed, ended, now, connection))
      }
      let lease = Lease(
        number: due.number, token: try Hexadecimal.text(RandomBytes.make(16)),
        attempts: due.attempts + 1)
      // Half as long again as sending takes, for a machine that is busy.
      let end = now.adding(seconds: sender.patience + max(sender.patience / 2, 30)).microseconds
      let taken = try connection.first(
        """
        UPDATE "message_outbox" SET "attempts" = \(lease.attempts), "lease" = \(lease.token),
          "due" = \(end)
        WHERE "number" = \(due.number) AND "state" = 'waiting' AND "due" = \(due.due)
        RETURNING "number"
        """
      ) { $0.integer(0) }
      return taken == nil ? .ended(.lost) : .letter(letter, lease)
    }
  }

  /// Writes down what came of sending.
  func settle(_ lease: Lease, _ failure: SendingFailure?) throws -> DeliveryReport.Outcome {
    let now = messages.clock.now()
    return try office.write { connection in
      let held = try connection.first(
        """
        SELECT "number" FROM "message_outbox"
        WHERE "number" = \(lease.number) AND "state" = 'waiting' AND "lease" = \(lease.token)
        """
      ) { $0.integer(0) }
      guard held != nil else { return .lost }
      guard let failure else { return try end(lease.number, .sent, nil, now, connection) }
      if failure.isFinal || lease.attempts >= policy.mostAttempts {
        return try end(lease.number, .failed, failure, now, connection)
      }
      let wait = policy.wait(after: lease.attempts, random: random())
      try connection.run(
        """
        UPDATE "message_outbox" SET "lease" = NULL, "failure" = \(failure.code),
          "status" = \(failure.status.map { Int64($0) }),
          "due" = \(now.adding(seconds: wait).microseconds)
        WHERE "number" = \(lease.number)
        """)
      return .postponed
    }
  }

  private func end(
    _ number: Int64, _ state: OutboxLine.State, _ failure: SendingFailure?, _ now: Moment,
    _ connection: borrowing Connection
  ) throws -> DeliveryReport.Outcome {
    try connection.run(
      """
      UPDATE "message_outbox" SET "state" = \(state.rawValue), "lease" = NULL,
        "failure" = \(failure?.code), "status" = \((failure?.status).map { Int64($0) }),
        "ended_at" = \(now.microseconds)
      WHERE "number" = \(number)
      """)
    switch state {
    case .sent: return .sent
    case .cancelled: return .cancelled
    case .failed, .waiting: return .failed
    }
  }

  private func due(
    _ channel: Channel, _ now: Moment, _ connection: borrowing Connection
  ) throws -> DueLetter? {
    try connection.first(
      """
      SELECT o."number", o."message", o."token", o."attempts", o."due", m."recipient",
        m."template", m."case_number", m."moment"
      FROM "message_outbox" AS o JOIN "message_inbox" AS m ON m."number" = o."message"
      WHERE o."state" = 'waiting' AND o."channel" = \(channel.rawValue)
        AND o."due" <= \(now.microseconds)
      ORDER BY o."due", o."number" LIMIT 1
      """
    ) { row in
      DueLetter(
        number: row.integer(0), message: row.integer(1), token: row.text(2),
        attempts: row.integer(3), due: row.integer(4), recipient: row.text(5),
        template: row.text(6), caseNumber: row.textIfAny(7),
        moment: Moment(microseconds: row.integer(8)))
    }
  }

  /// The letter in words; or why there is none, which is `nil` where it is not wanted any more.
  private func letter(
    _ due: DueLetter, _ channel: Channel, _ connection: borrowing Connection
  ) throws -> (Letter?, SendingFailure?) {
    guard let recipient = Recipient(due.recipient),
      let kept = try messages.kept(channel, of: recipient, connection), kept.isWanted
    else { return (nil, nil) }
    guard let address = kept.address else { return (nil, .sealed) }
    guard let template = try? messages.texts.letter(for: due.template) else {
      return (nil, .noText)
    }
    let values = LetterValues(
      case: due.caseNumber.flatMap { try? CaseNumber($0) }, link: link(due.message, kept.language))
    return (
      Letter(
        template, values, in: kept.language, to: address, id: due.token, at: due.moment), nil
    )
  }
}
