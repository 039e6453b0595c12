import Foundation

/// Carries items from a thread that makes them to the thread that uses them, in order. At most so
/// many wait at a time, so that memory follows the depth and not the number of items.
///
/// Hand over some hundreds of things as one item: every handover takes a lock.
package enum Conveyor {
  /// The user has stopped; the maker is to stop too.
  package struct Stopped: Error {}

  /// Runs `make` on a thread of its own and `use` on this one, until both are done.
  ///
  /// - Parameters:
  ///   - depth: how many items may wait.
  ///   - make: hands items to the closure it is given, which throws `Stopped` when no more are
  ///     wanted.
  ///   - use: called with every item, in the order in which they were handed over.
  /// - Throws: what `make` throws, once the items before it were used; what `use` throws.
  package static func run<Item: Sendable>(
    depth: Int = 4, make: @escaping @Sendable (_ handOver: (Item) throws -> Void) throws -> Void,
    use: (Item) throws -> Void
  ) throws {
    let belt = Belt<Item>(depth: max(1, depth))
    let thread = Thread {
      do {
        try make { try belt.put($0) }
        belt.end(nil)
      } catch {
        belt.end(error)
      }
    }
    // Expressions of policies nest: the default of other threads is an eighth of the main one's.
    thread.stackSize = 8 << 20
    thread.start()
    defer { belt.stop() }
    while let item = try belt.take() { try use(item) }
  }
}

/// The items that wait. One thread puts, another takes.
// Sendable without a proof: every property is touched only while `condition` is locked.
private final class Belt<Item: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let depth: Int
  private var items: [Item] = []
  private var isStopped = false
  private var isEnded = false
  private var failure: (any Error)?

  init(depth: Int) { self.depth = depth }

  func put(_ item: Item) throws {
    condition.lock()
    defer { condition.unlock() }
    while items.count >= depth, !isStopped { condition.wait() }
    if isStopped { throw Conveyor.Stopped() }
    items.append(item)
    condition.broadcast()
  }

  func end(_ error: (any Error)?) {
    condition.lock()
    defer { condition.unlock() }
    isEnded = true
    failure = error
    condition.broadcast()
  }

  /// The next item; `nil` when there are no more.
  func take() throws -> Item? {
    condition.lock()
    defer { condition.unlock() }
    while items.isEmpty, !isEnded { condition.wait() }
    if items.isEmpty {
      if let failure { throw failure }
      return nil
    }
    let item = items.removeFirst()
    condition.broadcast()
    return item
  }

  /// Lets the maker go, and waits until it has gone: what it uses may not outlive the caller.
  func stop() {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    items = []
    condition.broadcast()
    while !isEnded { condition.wait() }
  }
}
