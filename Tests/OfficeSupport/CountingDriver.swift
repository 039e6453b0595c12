import Synchronization

@testable package import Store

/// What statements were run, without those that begin and end transactions.
package final class StatementLog: Sendable {
  private let texts = Mutex<[String]>([])

  package init() {}

  func add(_ text: String) {
    if !["BEGIN", "COMMIT", "ROLLBACK"].contains(where: text.hasPrefix) {
      texts.withLock { $0.append(text) }
    }
  }

  /// Those since the last call.
  package func take() -> [String] {
    texts.withLock { texts in
      defer { texts = [] }
      return texts
    }
  }
}

/// A connection to SQLite that writes down what it is asked.
final class CountingDriver: Driver {
  private let inner: SQLiteDriver
  private let log: StatementLog

  init(_ inner: SQLiteDriver, _ log: StatementLog) {
    self.inner = inner
    self.log = log
  }

  var dialect: Dialect { inner.dialect }
  var isInTransaction: Bool { inner.isInTransaction }
  func releaseMemory() { inner.releaseMemory() }

  func prepare(_ text: String) throws(StoreError) -> any DriverStatement {
    log.add(text)
    return try inner.prepare(text)
  }
}

extension Database {
  /// A SQLite file of which every statement is written down.
  package static func counting(_ path: String, _ log: StatementLog) throws -> Database {
    try Database(name: path, dialect: SQLiteDriver.dialect) { (reading) throws(StoreError) in
      CountingDriver(
        try SQLiteDriver(path: path, reading ? .reading : .writing, patience: .seconds(5)), log)
    }
  }
}
