import Office

/// Does the service's own work once a minute, on a thread of its own, until it is stopped.
package final class RoundLoop: Sendable {
  private let work: PeriodicWork

  /// - Parameters:
  ///   - bureau: whose work.
  ///   - milliseconds: between two rounds.
  ///   - report: called on the thread with each thing that could not be done.
  package init(
    _ bureau: Bureau, every milliseconds: Int = 60_000,
    report: @escaping @Sendable (any Error) -> Void
  ) {
    work = PeriodicWork(every: milliseconds) { _ in
      for failure in bureau.round().failures { report(failure) }
      return false
    }
  }

  /// Begins; does nothing where it has begun already.
  package func start() { work.start() }

  /// Ends, and waits for the round under way.
  package func stop() { work.stop() }
}
