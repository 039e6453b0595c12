package import Office
package import Store

/// A letter of the outbox, as administrators see it.
package struct OutboxLine: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable { case waiting, sent, failed, cancelled }

  package let number: Int64
  /// The message it announces.
  package let message: Int64
  package let recipient: Recipient
  package let channel: Channel
  package let state: State
  package let attempts: Int64
  /// When it is tried next, while it waits.
  package let due: Moment
  /// Why the last attempt did not succeed.
  package let failure: SendingFailure?
  /// When it was sent, given up or cancelled.
  package let endedAt: Moment?
}

extension Messages {
  /// Letters in one state, the newest first.
  ///
  /// - Parameters:
  ///   - state: which.
  ///   - before: only those with a smaller number; `nil` for the newest.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the letters.
  /// - Throws: `StoreError`.
  package func outbox(
    _ state: OutboxLine.State, before: Int64? = nil, limit: Int,
    _ connection: borrowing Connection
  ) throws -> [OutboxLine] {
    try connection.all(
      """
      SELECT o."number", o."message", m."recipient", o."channel", o."attempts", o."due",
        o."failure", o."status", o."ended_at"
      FROM "message_outbox" AS o JOIN "message_inbox" AS m ON m."number" = o."message"
      WHERE o."state" = \(state.rawValue) AND o."number" < \(before ?? .max)
      ORDER BY o."number" DESC LIMIT \(Int64(limit))
      """
    ) { row -> OutboxLine? in
      guard let recipient = Recipient(row.text(2)), let channel = Channel(rawValue: row.text(3))
      else { return nil }
      let failure = row.textIfAny(6).flatMap { code in
        SendingFailure(code: code, status: Int(row.integerIfAny(7) ?? 0))
      }
      return OutboxLine(
        number: row.integer(0), message: row.integer(1), recipient: recipient, channel: channel,
        state: state, attempts: row.integer(4), due: Moment(microseconds: row.integer(5)),
        failure: failure, endedAt: row.integerIfAny(8).map { Moment(microseconds: $0) })
    }.compactMap(\.self)
  }

  /// How many letters were given up, for the page of an administrator.
  ///
  /// - Throws: `StoreError`.
  package func givenUp(_ connection: borrowing Connection) throws -> Int64 {
    try connection.first(
      "SELECT COUNT(*) FROM \"message_outbox\" WHERE \"state\" = 'failed'"
    ) { $0.integer(0) } ?? 0
  }

  /// Has a letter that was given up tried again from the beginning.
  ///
  /// - Throws: `MessageProblem.notAnAdministrator`, `.notGivenUp`; `StoreError`,
  ///   `CryptographyFailure`.
  package func tryAgain(
    _ number: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard signer.role == .administrator else { throw MessageProblem.notAnAdministrator }
    let now = clock.now()
    let changed = try connection.first(
      """
      UPDATE "message_outbox" SET "state" = 'waiting', "attempts" = 0,
        "due" = \(now.microseconds), "failure" = NULL, "status" = NULL, "ended_at" = NULL
      WHERE "number" = \(number) AND "state" = 'failed' RETURNING "message"
      """
    ) { $0.integer(0) }
    guard let message = changed else { throw MessageProblem.notGivenUp(number) }
    try AuditTrail.append(
      AuditEntry(
        signer, "message.try-again", "letter", "\(number)", detail: ["message": "\(message)"]),
      at: now, connection)
  }
}
