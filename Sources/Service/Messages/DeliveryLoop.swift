import Foundation

/// Sends what is due on a thread of its own, again and again, until it is stopped.
// Sendable without a proof: every changing property is touched only while `condition` is locked.
package final class DeliveryLoop: @unchecked Sendable {
  private let outbox: Outbox
  private let milliseconds: Int
  private let report: @Sendable (Result<DeliveryReport, any Error>) -> Void
  private let condition = NSCondition()
  private var isStopped = false
  private var isRunning = false
  private static let atOnce = 100

  /// - Parameters:
  ///   - outbox: what is sent.
  ///   - milliseconds: between looking for letters.
  ///   - report: called on the thread after each look that found something, or failed.
  package init(
    _ outbox: Outbox, every milliseconds: Int = 5_000,
    report: @escaping @Sendable (Result<DeliveryReport, any Error>) -> Void
  ) {
    self.outbox = outbox
    self.milliseconds = milliseconds
    self.report = report
  }

  /// Begins; does nothing where it has begun already.
  package func start() {
    condition.lock()
    defer { condition.unlock() }
    guard !isRunning else { return }
    (isRunning, isStopped) = (true, false)
    Thread { [self] in run() }.start()
  }

  /// Ends, and waits for the letters under way: at most the patience of a sender for each letter
  /// already taken up, which is one.
  package func stop() {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    condition.broadcast()
    while isRunning { condition.wait() }
  }

  private func run() {
    while !isAtEnd(waiting: false) {
      let outcome = Result {
        try outbox.deliverDue(limit: DeliveryLoop.atOnce) { self.isAtEnd(waiting: false) }
      }
      switch outcome {
      case .success(let found) where found.handled == 0: break
      default: report(outcome)
      }
      // A full round may have left more that is due.
      if case .success(let found) = outcome, found.handled >= DeliveryLoop.atOnce { continue }
      if isAtEnd(waiting: true) { break }
    }
    condition.lock()
    defer { condition.unlock() }
    isRunning = false
    condition.broadcast()
  }

  private func isAtEnd(waiting: Bool) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    if waiting, !isStopped {
      _ = condition.wait(until: Date(timeIntervalSinceNow: Double(milliseconds) / 1000))
    }
    return isStopped
  }
}
