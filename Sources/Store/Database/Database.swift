import Synchronization

/// A database that lends connections: one that writes, and as many that read as there are readers
/// at a time. Readers see the last committed state and never wait for the writer.
///
/// Work blocks the calling thread, as the library below does; call it from a thread that may wait.
package final class Database: Sendable {
  /// What messages call it.
  package let name: String
  package let dialect: Dialect
  private let open: @Sendable (_ reading: Bool) throws(StoreError) -> ConnectionOwner
  // Before the writer, for they close in this order: only a writing connection that closes last
  // leaves one file behind, without a log beside it.
  private let idleReaders = Mutex<[ConnectionOwner]>([])
  private let writer: ConnectionOwner
  private static let mostIdleReaders = 8

  /// - Parameters:
  ///   - name: what messages call it.
  ///   - dialect: the SQL it takes.
  ///   - open: opens a connection, for reading (`true`) or for writing.
  /// - Throws: `StoreError` when the first, which writes, cannot be opened.
  package init(
    name: String, dialect: Dialect,
    open: @escaping @Sendable (_ reading: Bool) throws(StoreError) -> sending any Driver
  ) throws(StoreError) {
    self.name = name
    self.dialect = dialect
    self.open = { (reading) throws(StoreError) in ConnectionOwner(try open(reading)) }
    writer = ConnectionOwner(try open(false))
  }

  /// Opens a SQLite file, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must exist and be writable, for the log lies beside it.
  ///   - patience: how long to wait for another process to finish writing.
  /// - Returns: the database, open.
  /// - Throws: `StoreError` when it cannot be opened, or is no sound database.
  package static func sqlite(
    _ path: String, patience: Duration = .seconds(5)
  ) throws(StoreError) -> Database {
    try Database(name: path, dialect: SQLiteDriver.dialect) { (reading) throws(StoreError) in
      try SQLiteDriver(path: path, reading ? .reading : .writing, patience: patience)
    }
  }

  /// Lends the connection that writes. One writes at a time; not to be nested.
  ///
  /// - Parameter body: what is to be done; nothing it does is in a transaction of its own.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  package func write<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try writer.use(body)
  }

  /// Lends a connection that reads. All that `body` reads is of one state.
  ///
  /// - Parameter body: what is to be read.
  /// - Returns: what `body` returns.
  /// - Throws: `StoreError`, and what `body` throws.
  package func read<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    let reader = try idleReaders.withLock { $0.popLast() } ?? open(true)
    defer {
      idleReaders.withLock { if $0.count < Database.mostIdleReaders { $0.append(reader) } }
    }
    return try reader.use { connection in
      try connection.run("BEGIN")
      defer { try? connection.run("COMMIT") }
      return try body(connection)
    }
  }
}
