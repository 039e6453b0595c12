import Foundation

/// Work in numbered pieces: made on several threads at once, finished one after the other in their
/// order. No more pieces are in memory than there are threads.
package final class OrderedWork<Piece>: @unchecked Sendable {
  // Every variable is read and written under the condition's lock only.
  private let condition = NSCondition()
  private let count: Int
  private var taken = 0
  private var finished = 0
  private var running = 0
  private var failure: (any Error)?
  private let make: @Sendable (Int) throws -> Piece
  private let finish: @Sendable (Int, Piece) throws -> Void

  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - make: makes a piece; called on any thread.
  ///   - finish: takes it; called for one at a time, in order.
  package init(
    _ count: Int, make: @escaping @Sendable (Int) throws -> Piece,
    finish: @escaping @Sendable (Int, Piece) throws -> Void
  ) {
    self.count = count
    self.make = make
    self.finish = finish
  }

  /// Does all of it.
  ///
  /// - Parameter threads: how many work at it.
  /// - Throws: what went wrong first; what was finished before stays so.
  package func run(threads: Int) throws {
    running = min(threads, count)
    for _ in 0..<running {
      let thread = Thread { [self] in
        work()
        condition.lock()
        running -= 1
        condition.broadcast()
        condition.unlock()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    condition.lock()
    defer { condition.unlock() }
    while running > 0 { condition.wait() }
    if let failure { throw failure }
  }

  private func work() {
    while let number = next() {
      do {
        let piece = try make(number)
        guard waitForTurn(number) else { return }
        try finish(number, piece)
        done()
      } catch {
        fail(error)
        return
      }
    }
  }

  private func next() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard failure == nil, taken < count else { return nil }
    taken += 1
    return taken - 1
  }

  /// - Returns: whether it is still wanted.
  private func waitForTurn(_ number: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while finished < number, failure == nil { condition.wait() }
    return failure == nil
  }

  private func done() {
    condition.lock()
    finished += 1
    condition.broadcast()
    condition.unlock()
  }

  private func fail(_ error: any Error) {
    condition.lock()
    failure = failure ?? error
    condition.broadcast()
    condition.unlock()
  }
}
