import Dispatch
import Synchronization

/// Work in shares, which threads take one after the other.
struct Shares {
  let count: Int
  let threads: Int

  init(of count: Int, on threads: Int) {
    self.count = count
    self.threads = threads
  }

  /// - Returns: what each share came to, in their order.
  func run<Result: Sendable>(_ work: @Sendable (_ share: Int) -> Result) -> [Result] {
    if threads == 1 { return (0..<count).map(work) }
    let next = Atomic(0)
    let found = Mutex([(share: Int, result: Result)]())
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let share = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if share >= count { return }
        let result = work(share)
        found.withLock { $0.append((share, result)) }
      }
    }
    return found.withLock { $0.sorted { $0.share < $1.share }.map(\.result) }
  }
}
