import Glibc
import Synchronization

/// One client connection: what it is doing, until when it must be done, and the request that is
/// arriving. The library's thread and the watch both use it, hence the lock.
final class Connection: Sendable {
  private struct State {
    var deadline: ContinuousClock.Instant
    var isResponding = false
    var isCutOff = false
    var target: [UInt8] = []
    var assembly: RequestAssembly?
    /// Has the library take the connection up again, while it waits for its answer.
    var resume: (@Sendable () -> Void)?
    /// The answer that it was taken up again for.
    var answer: Response?
  }

  private let socket: Int32
  /// The address of the other end.
  let peer: IPAddress
  private let limits: ServerLimits
  private let state: Mutex<State>

  init(socket: Int32, peer: IPAddress, limits: ServerLimits) {
    self.socket = socket
    self.peer = peer
    self.limits = limits
    state = Mutex(State(deadline: .now + limits.headTime))
  }

  /// The request line is there. The time for the head runs on.
  func begin(target: [UInt8]) {
    state.withLock {
      $0.target = target
      $0.deadline = min($0.deadline, .now + limits.headTime)
    }
  }

  var target: [UInt8] { state.withLock { $0.target } }

  /// The head is there and the body may come.
  func expectBody(_ assembly: RequestAssembly) {
    state.withLock {
      $0.assembly = assembly
      $0.deadline = .now + limits.bodyTime
    }
  }

  func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { $0.assembly?.receive(bytes) }
  }

  /// The request is complete: hands it over.
  func takeAssembly() -> RequestAssembly? {
    state.withLock { state in
      defer { state.assembly = nil }
      return state.assembly
    }
  }

  /// The answer is being worked out elsewhere, for however long that takes.
  func wait(_ resume: @escaping @Sendable () -> Void) {
    state.withLock {
      $0.resume = resume
      $0.isResponding = true
      $0.deadline = .now + .seconds(24 * 3600)
    }
  }

  /// The answer is there, or will not come (`nil`). Does nothing for a connection that does not wait.
  func goOn(with answer: Response?) {
    // Under the lock: once nobody waits the library may end the connection.
    state.withLock {
      guard let resume = $0.resume else { return }
      $0.resume = nil
      $0.answer = answer
      $0.deadline = .now + limits.responseTime
      resume()
    }
  }

  func takeAnswer() -> Response? {
    state.withLock { state in
      defer { state.answer = nil }
      return state.answer
    }
  }

  /// An answer is about to be written. False when the connection was cut off before.
  func respond() -> Bool {
    state.withLock {
      $0.isResponding = true
      $0.deadline = .now + limits.responseTime
      return !$0.isCutOff
    }
  }

  /// The request is over, in whatever way.
  func end() {
    state.withLock {
      $0.assembly = nil
      $0.answer = nil
      $0.isResponding = false
      $0.deadline = .now + limits.idleTime + limits.headTime
    }
  }

  /// Ends the connection when it is late: with 408 (RFC 9110, 15.5.9) where no answer is under
  /// way. The library closes the socket itself, and says so to the watch before it does.
  func cutOff(ifLateAt now: ContinuousClock.Instant) {
    state.withLock {
      guard !$0.isCutOff, $0.deadline < now else { return }
      $0.isCutOff = true
      if !$0.isResponding {
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
        _ = send(socket, Self.tooLate, Self.tooLate.count, flags)
      }
      shutdown(socket, Int32(SHUT_RDWR))
    }
  }

  private static let tooLate = Array(
    "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8)
}
