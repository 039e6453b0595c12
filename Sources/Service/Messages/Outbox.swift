package import Core
package import Office
import Store

/// Takes letters out of the outbox and hands them to senders. Any number of processes may do so on
/// one database: a letter is leased to one of them at a time.
///
/// A letter is tried at least once and may arrive twice, when a process ends or a connection breaks
/// between its being taken and that being written down; it carries the same id then.
package struct Outbox: Sendable {
  let messages: Messages
  let office: OfficeStore
  let senders: [any Sender]
  let policy: RetryPolicy
  let link: @Sendable (Int64, Language) -> String
  let random: @Sendable () -> UInt64

  /// - Parameters:
  ///   - messages: the room.
  ///   - office: its database.
  ///   - senders: at most one for each channel; letters of a channel without one wait.
  ///   - policy: when to try again.
  ///   - link: the address of the page that shows a message, by its number.
  ///   - random: spreads the attempts.
  package init(
    _ messages: Messages, _ office: OfficeStore, senders: [any Sender],
    policy: RetryPolicy = .standard, link: @escaping @Sendable (Int64, Language) -> String,
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
  ) {
    self.messages = messages
    self.office = office
    self.senders = senders
    self.policy = policy
    self.link = link
    self.random = random
  }

  /// Sends what is due, one letter after the other. Blocks the thread.
  ///
  /// - Parameters:
  ///   - limit: how many letters at most.
  ///   - isStopped: asked before each letter; no more are taken up once it says so.
  /// - Returns: what became of them.
  /// - Throws: `StoreError`, `CryptographyFailure`; what was sent before stays sent.
  package func deliverDue(
    limit: Int, isStopped: () -> Bool = { false }
  ) throws -> DeliveryReport {
    var report = DeliveryReport()
    try giveUpOld(&report)
    var active = senders
    // In turns, so that no channel waits for the backlog of another.
    while !active.isEmpty {
      var next: [any Sender] = []
      for sender in active {
        guard report.handled < limit, !isStopped() else { return report }
        if try deliverOne(by: sender, &report) { next.append(sender) }
      }
      active = next
    }
    return report
  }

  /// Sends the letter that is due first.
  ///
  /// - Returns: whether to go on with this sender: there was one, and the server can be used. One
  ///   that cannot costs a single letter an attempt, not each of them.
  private func deliverOne(by sender: any Sender, _ report: inout DeliveryReport) throws -> Bool {
    switch try take(for: sender) {
    case nil: return false
    case .ended(let outcome): report.add(outcome)
    case .letter(let letter, let lease):
      var failure: SendingFailure?
      do throws(SendingFailure) { try sender.send(letter) } catch { failure = error }
      report.add(try settle(lease, failure))
      switch failure {
      case .unreachable, .notSecure, .notLoggedIn: return false
      default: break
      }
    }
    return true
  }

  /// What was never tried in all that time: mostly letters of a channel that nobody has set up.
  private func giveUpOld(_ report: inout DeliveryReport) throws {
    let now = messages.clock.now()
    let limit = now.adding(seconds: -policy.oldest).microseconds
    let hasAny = try office.read { connection in
      try Channel.allCases.contains { try Self.hasWaiting($0, before: limit, connection) }
    }
    guard hasAny else { return }
    report.failed += try office.write { connection in
      try Channel.allCases.map { channel in
        try connection.all(
          """
          UPDATE "message_outbox" SET "state" = 'failed', "lease" = NULL,
            "failure" = \(SendingFailure.tooOld.code), "ended_at" = \(now.microseconds)
          WHERE "state" = 'waiting' AND "channel" = \(channel.rawValue) AND "due" < \(limit)
          RETURNING "number"
          """
        ) { $0.integer(0) }.count
      }.reduce(0, +)
    }
  }

  private static func hasWaiting(
    _ channel: Channel, before limit: Int64, _ connection: borrowing Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT "number" FROM "message_outbox"
      WHERE "state" = 'waiting' AND "channel" = \(channel.rawValue) AND "due" < \(limit) LIMIT 1
      """
    ) { $0.integer(0) } != nil
  }
}
