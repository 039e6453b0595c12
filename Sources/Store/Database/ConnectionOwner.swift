import Synchronization

/// Owns a connection and lends it to one closure at a time, whatever the thread.
// Sendable without a proof: `connection` is touched only while `lock` is held, and being not
// copyable it cannot leave the closure it is lent to.
final class ConnectionOwner: @unchecked Sendable {
  private let lock = Mutex(())
  private let connection: Connection

  init(_ driver: sending any Driver) { connection = Connection(driver) }

  /// Lends the connection; other threads wait. Not to be called from within `body`.
  func use<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try lock.withLock { _ in try body(connection) }
  }
}
