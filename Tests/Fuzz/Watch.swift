import Foundation
import Synchronization

/// Ends the process when one case takes too long, and keeps the name of the case in a file.
final class Watch: Sendable {
  /// A case takes milliseconds, on a crowded machine seconds; what has not ended by now never will.
  private static let limit = Duration.seconds(60)

  private let state: URL
  private let current = Mutex((name: "", began: ContinuousClock.now))

  init(state: String) { self.state = URL(fileURLWithPath: state) }

  func begin(_ name: String) {
    try? Data(name.utf8).write(to: state)
    current.withLock { $0 = (name, .now) }
  }

  func start() {
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: 1)
        let (name, began) = self.current.withLock { $0 }
        if ContinuousClock.now - began > Watch.limit {
          print("hang: \(name)")
          exit(1)
        }
      }
    }
  }
}
