import Foundation
import Office
import Synchronization
import Testing

@Suite struct PeriodicWorkTests {
  @Test("it begins at once, goes on while there is more, and ends when it is told to")
  func turns() {
    let turns = Mutex(0)
    let third = DispatchSemaphore(value: 0)
    let work = PeriodicWork(every: 3_600_000) { isStopped in
      let turn = turns.withLock { turns in
        turns += 1
        return turns
      }
      if turn == 3 { third.signal() }
      // Without waiting for the hour to pass.
      return turn < 3 && !isStopped()
    }
    work.start()
    work.start()
    #expect(third.wait(timeout: .now() + 60) == .success)
    work.stop()
    #expect(turns.withLock { $0 } == 3)
    work.stop()
  }

  @Test("it can be begun again after it has ended") func again() {
    let turn = DispatchSemaphore(value: 0)
    let work = PeriodicWork(every: 3_600_000) { _ in
      turn.signal()
      return false
    }
    for _ in 0..<2 {
      work.start()
      #expect(turn.wait(timeout: .now() + 60) == .success)
      work.stop()
    }
  }
}
