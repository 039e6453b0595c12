import Office

/// Sends what is due on a thread of its own, again and again, until it is stopped.
package final class DeliveryLoop: Sendable {
  private let work: PeriodicWork
  private static let atOnce = 100

  /// - Parameters:
  ///   - outbox: what is sent.
  ///   - milliseconds: between looking for letters.
  ///   - report: called on the thread after each look that found something, or failed.
  package init(
    _ outbox: Outbox, every milliseconds: Int = 5_000,
    report: @escaping @Sendable (Result<DeliveryReport, any Error>) -> Void
  ) {
    work = PeriodicWork(every: milliseconds) { isStopped in
      let outcome = Result {
        try outbox.deliverDue(limit: DeliveryLoop.atOnce, isStopped: isStopped)
      }
      guard case .success(let found) = outcome else {
        report(outcome)
        return false
      }
      if found.handled > 0 { report(outcome) }
      // A full round may have left more that is due.
      return found.handled >= DeliveryLoop.atOnce
    }
  }

  /// Begins; does nothing where it has begun already.
  package func start() { work.start() }

  /// Ends, and waits for the letters under way: at most the patience of a sender for each letter
  /// already taken up, which is one.
  package func stop() { work.stop() }
}
