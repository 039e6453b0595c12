import Dispatch
import Synchronization

/// Makes items one ahead of who takes them, on a thread of its own: making and writing overlap.
final class Prefetch<Item: Sendable>: Sendable {
  private let make: @Sendable (Int) -> Item
  private let count: Int
  private let queue = DispatchQueue(label: "gongjiang.synthesis")
  private let ready = DispatchSemaphore(value: 0)
  private let items = Mutex<[Item]>([])
  private let taken = Mutex(0)

  /// - Parameters:
  ///   - count: how many items there are.
  ///   - make: makes the item at a position; called once for each, in order.
  init(_ count: Int, _ make: @escaping @Sendable (Int) -> Item) {
    self.count = count
    self.make = make
    begin(0)
    begin(1)
  }

  /// The next item, in order; `nil` after the last.
  func next() -> Item? {
    let position = taken.withLock {
      $0 += 1
      return $0 - 1
    }
    guard position < count else { return nil }
    ready.wait()
    begin(position + 2)
    return items.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  private func begin(_ position: Int) {
    guard position < count else { return }
    queue.async { [self] in
      let item = make(position)
      items.withLock { $0.append(item) }
      ready.signal()
    }
  }
}
