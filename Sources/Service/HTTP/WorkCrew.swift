import Foundation

/// Threads that take jobs from a queue, in order.
// Sendable without a proof: every property that changes is touched only while `condition` is locked.
final class WorkCrew: @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [@Sendable () -> Void] = []
  private var taken = 0
  private var isEnded = false

  /// - Parameters:
  ///   - name: of the threads, for whoever looks at the process.
  ///   - threads: how many.
  init(_ name: String, threads: Int) {
    for _ in 0..<threads {
      let thread = Thread { [weak self] in
        while let job = self?.next() { job() }
      }
      thread.name = name
      // Expressions of policies nest: the default of other threads is an eighth of the main one's.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func add(_ job: @escaping @Sendable () -> Void) {
    condition.lock()
    defer { condition.unlock() }
    jobs.append(job)
    condition.signal()
  }

  /// Takes no more of what waits. A job that has begun goes on to its end.
  func end() {
    condition.lock()
    defer { condition.unlock() }
    isEnded = true
    jobs = []
    condition.broadcast()
  }

  /// The next job; `nil` when there will be none.
  private func next() -> (@Sendable () -> Void)? {
    condition.lock()
    defer { condition.unlock() }
    while taken == jobs.count, !isEnded { condition.wait() }
    if isEnded { return nil }
    let job = jobs[taken]
    taken += 1
    if taken == jobs.count {
      jobs = []
      taken = 0
    }
    return job
  }
}
