import Bureau
import Casework
import Foundation
import Office
import Synchronization

/// Goes on with bulk acts beside the requests, a few rows at a time, so that nobody waits in front of
/// a browser and other writers get their turn. What is left when the service ends is gone on with from
/// the page of the act.
final class BulkWorker: Sendable {
  private struct Running {
    let start: ContinuousClock.Instant
    let done: Int
  }

  private let bureau: Bureau
  private let report: @Sendable (any Error) -> Void
  private let running = Mutex<[String: Running]>([:])
  private static let rowsAtATime = 50

  init(_ bureau: Bureau, report: @escaping @Sendable (any Error) -> Void) {
    self.bureau = bureau
    self.report = report
  }

  /// Goes on with an act, unless somebody does already.
  func start(_ key: String, by signer: Signer) {
    let isNew = running.withLock { running in
      if running[key] != nil { return false }
      running[key] = Running(start: .now, done: 0)
      return true
    }
    guard isNew else { return }
    let thread = Thread { [self] in
      defer { running.withLock { $0[key] = nil } }
      do {
        while true {
          let act = try bureau.casework.proceed(key, limit: Self.rowsAtATime, by: signer)
          running.withLock { running in
            let start = running[key]?.start ?? .now
            running[key] = Running(start: start, done: act.done + act.refused)
          }
          if act.isFinished { return }
        }
      } catch { report(error) }
    }
    thread.start()
  }

  /// Seconds that the rest will take at the pace so far.
  func secondsLeft(_ act: BulkAct) -> Int? {
    guard let run = running.withLock({ $0[act.key] }), run.done > 0 else { return nil }
    let (seconds, attoseconds) = (ContinuousClock.now - run.start).components
    let spent = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return Int(spent) * (act.total - act.done - act.refused) / run.done / 1000 + 1
  }
}
