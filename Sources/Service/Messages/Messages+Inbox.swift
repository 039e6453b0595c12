package import Office
package import Store

extension Messages {
  /// What somebody was told, the newest first, in one statement.
  ///
  /// - Parameters:
  ///   - actor: who looks; all inboxes they may open are one list.
  ///   - before: only those with a smaller number; `nil` for the newest.
  ///   - limit: how many at most.
  ///   - connection: reads.
  /// - Returns: the messages; fewer than `limit` at the end of the list.
  /// - Throws: `StoreError`.
  package func inbox(
    of actor: Actor, before: Int64? = nil, limit: Int, _ connection: borrowing Connection
  ) throws -> [InboxMessage] {
    let bound = before ?? .max
    // A page of each inbox, straight from the index, and the newest of those.
    let pages = Recipient.all(of: actor).map { recipient -> SQL in
      """
      SELECT * FROM (SELECT \(Self.columns) FROM "message_inbox"
        WHERE "recipient" = \(recipient.text) AND "number" < \(bound)
        ORDER BY "number" DESC LIMIT \(Int64(limit))) AS "page"
      """
    }
    return try connection.all(
      """
      \(SQL.joined(pages, by: " UNION ALL ")) ORDER BY "number" DESC LIMIT \(Int64(limit))
      """, Self.message
    ).compactMap(\.self)
  }

  /// One message, where it is in an inbox that somebody may open.
  ///
  /// - Throws: `MessageProblem.notYours` for any other, also where there is none; `StoreError`.
  package func message(
    _ number: Int64, of actor: Actor, _ connection: borrowing Connection
  ) throws -> InboxMessage {
    let found = try connection.first(
      """
      SELECT \(Self.columns) FROM "message_inbox"
      WHERE "number" = \(number) AND "recipient" IN (\(Self.recipients(of: actor)))
      """, Self.message)
    guard case .some(.some(let message)) = found else { throw MessageProblem.notYours }
    return message
  }

  /// How many messages nobody has read yet.
  ///
  /// - Throws: `StoreError`.
  package func unread(of actor: Actor, _ connection: borrowing Connection) throws -> Int64 {
    try connection.first(
      """
      SELECT COUNT(*) FROM "message_inbox"
      WHERE "read_at" IS NULL AND "recipient" IN (\(Self.recipients(of: actor)))
      """
    ) { $0.integer(0) } ?? 0
  }

  /// Marks a message as read, with an entry in the trail the first time.
  ///
  /// - Throws: `MessageProblem.notYours`, `StoreError`, `CryptographyFailure`.
  package func markRead(
    _ number: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let message = try message(number, of: signer.actor, connection)
    guard message.isUnread else { return }
    let now = clock.now()
    try connection.run(
      "UPDATE \"message_inbox\" SET \"read_at\" = \(now.microseconds) WHERE \"number\" = \(number)")
    try AuditTrail.append(
      AuditEntry(
        signer, "message.read", "message", "\(number)", party: message.recipient.party),
      at: now, connection)
  }

  /// Marks all that somebody could have seen as read, with one entry in the trail.
  ///
  /// - Parameters:
  ///   - newest: the number of the newest message they were shown; what came later stays unread.
  ///   - signer: who read.
  ///   - connection: the transaction.
  /// - Returns: how many were unread.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  @discardableResult
  package func markAllRead(
    upTo newest: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws -> Int {
    let now = clock.now()
    let read = try connection.all(
      """
      UPDATE "message_inbox" SET "read_at" = \(now.microseconds)
      WHERE "read_at" IS NULL AND "number" <= \(newest)
        AND "recipient" IN (\(Self.recipients(of: signer.actor)))
      RETURNING "number"
      """
    ) { $0.integer(0) }
    if !read.isEmpty {
      try AuditTrail.append(
        AuditEntry(
          signer, "message.read-all", "message", "\(newest)", detail: ["count": "\(read.count)"]),
        at: now, connection)
    }
    return read.count
  }

  private static let columns: SQL =
    "\"number\", \"recipient\", \"template\", \"case_number\", \"values\", \"moment\", \"read_at\""

  private static func recipients(of actor: Actor) -> SQL {
    SQL.joined(Recipient.all(of: actor).map { "\($0.text)" })
  }

  private static func message(_ row: borrowing Row) -> InboxMessage? {
    Recipient(row.text(1)).map { recipient in
      InboxMessage(
        number: row.integer(0), recipient: recipient, template: row.text(2),
        case: row.textIfAny(3).flatMap { try? CaseNumber($0) }, values: row.text(4),
        moment: Moment(microseconds: row.integer(5)),
        readAt: row.integerIfAny(6).map { Moment(microseconds: $0) })
    }
  }
}
