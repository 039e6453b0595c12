import Foundation

/// Work that is done on a thread of its own, again and again, until it is stopped.
// Sendable without a proof: every changing property is touched only while `condition` is locked.
package final class PeriodicWork: @unchecked Sendable {
  private let milliseconds: Int
  private let work: @Sendable (_ isStopped: () -> Bool) -> Bool
  private let condition = NSCondition()
  private var isStopped = false
  private var isRunning = false

  /// - Parameters:
  ///   - milliseconds: from the end of one turn to the next.
  ///   - work: one turn; says whether there is more that does not bear waiting. It may ask whether it
  ///     is to stop.
  package init(
    every milliseconds: Int, _ work: @escaping @Sendable (_ isStopped: () -> Bool) -> Bool
  ) {
    self.milliseconds = milliseconds
    self.work = work
  }

  /// Begins with a turn at once; does nothing where it has begun already.
  package func start() {
    condition.lock()
    defer { condition.unlock() }
    guard !isRunning else { return }
    (isRunning, isStopped) = (true, false)
    Thread { [self] in run() }.start()
  }

  /// Ends, and waits for the turn under way.
  package func stop() {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    condition.broadcast()
    while isRunning { condition.wait() }
  }

  private func run() {
    while !isAtEnd(waiting: false) {
      if work({ self.isAtEnd(waiting: false) }) { continue }
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
