/// What became of letters.
package struct DeliveryReport: Sendable, Equatable {
  package var sent = 0
  /// Tried without success, and to be tried again.
  package var postponed = 0
  /// Given up: somebody has to look.
  package var failed = 0
  /// Not wanted any more.
  package var cancelled = 0
  /// Took longer than the lease: another process has it now.
  package var lost = 0

  package init(sent: Int = 0, postponed: Int = 0, failed: Int = 0, cancelled: Int = 0) {
    self.sent = sent
    self.postponed = postponed
    self.failed = failed
    self.cancelled = cancelled
  }

  /// Letters that were taken up.
  package var handled: Int { sent + postponed + failed + cancelled + lost }

  enum Outcome { case sent, postponed, failed, cancelled, lost }

  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .sent: sent += 1
    case .postponed: postponed += 1
    case .failed: failed += 1
    case .cancelled: cancelled += 1
    case .lost: lost += 1
    }
  }
}
