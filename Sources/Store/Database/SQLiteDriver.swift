import CSQLite
import Glibc

/// A connection to a SQLite file.
final class SQLiteDriver: Driver {
  /// Whether the connection may change anything.
  enum Access { case reading, writing }

  static let dialect = Dialect(
    placeholder: { _ in "?" }, rowNumber: "INTEGER PRIMARY KEY", integer: "INTEGER",
    bytes: "BLOB", begin: "BEGIN IMMEDIATE", tableSuffix: "STRICT",
    keyTableSuffix: "STRICT, WITHOUT ROWID")
  var dialect: Dialect { SQLiteDriver.dialect }
  /// Set up by whoever opens the first connection. A library that others use already in this process
  /// refuses, and is as it was.
  private static let isConfigured = gj_sqlite3_configure() == SQLITE_OK
  private let path: String
  private let handle: OpaquePointer
  /// Statements by their text, so that none is compiled twice.
  private var statements: [String: SQLiteStatement] = [:]
  private static let mostStatements = 400

  /// Opens the file; a writing connection makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what the connection may do.
  ///   - patience: how long a statement waits for another process to finish writing.
  /// - Throws: `StoreError`.
  init(path: String, _ access: Access, patience: Duration) throws(StoreError) {
    self.path = path
    _ = SQLiteDriver.isConfigured
    let flags: Int32
    switch access {
    case .reading: flags = SQLITE_OPEN_READONLY
    case .writing: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
    if access == .writing { SQLiteDriver.makePrivateFile(path) }
    var opened: OpaquePointer?
    // The owner of the connection keeps threads apart, so the library need not lock.
    let status = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened, status == SQLITE_OK else {
      let error = StoreError(status: status, path: path, detail: opened.map(SQLiteDriver.words))
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    let (seconds, attoseconds) = patience.components
    sqlite3_busy_timeout(
      handle, Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    guard gj_sqlite3_harden(handle) == SQLITE_OK else { throw failure() }
    try configure(access)
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// Makes an empty file that nobody but the owner may read, where there is none; the library gives
  /// the files beside it the same rights. Whatever fails here fails again when the file is opened.
  private static func makePrivateFile(_ path: String) {
    // Only a file that is new is ever closed here: closing one that another connection of this
    // process has open would drop its locks.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  private func configure(_ access: Access) throws(StoreError) {
    var pragmas = ["PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY"]
    switch access {
    case .reading:
      pragmas.append("PRAGMA query_only = ON")
      // In KiB. There are several readers, and the system's own cache stands behind them.
      pragmas.append("PRAGMA cache_size = -4096")
    case .writing:
      pragmas.append("PRAGMA cache_size = -65536")
      // Of a new file; a load writes fewer pages so, and each row is copied from fewer.
      pragmas.append("PRAGMA page_size = 8192")
      // What is acknowledged must outlast a power cut, hence FULL.
      pragmas += ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"]
      // Indexes are sorted on a second core.
      pragmas.append("PRAGMA threads = 2")
      // The log of a large import is cut back afterwards.
      pragmas.append("PRAGMA journal_size_limit = 67108864")
    }
    for pragma in pragmas {
      let statement = try prepare(pragma)
      defer { statement.reset() }
      while try statement.step() {}
    }
  }

  func releaseMemory() { _ = sqlite3_db_release_memory(handle) }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  func prepare(_ text: String) throws(StoreError) -> any DriverStatement {
    if let known = statements[text], !known.isRunning {
      known.isRunning = true
      return known
    }
    var compiled: OpaquePointer?
    let status = sqlite3_prepare_v3(
      handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard status == SQLITE_OK, let compiled else { throw failure(of: text) }
    let statement = SQLiteStatement(compiled, of: self, text)
    statement.isRunning = true
    if statements.count >= SQLiteDriver.mostStatements { statements = [:] }
    if statements[text] == nil { statements[text] = statement }
    return statement
  }

  /// What the library says of its last failure.
  func failure(of text: String? = nil) -> StoreError {
    // The library calls a disk full only when the device is: a quota and a limit of files are too.
    // It remembers the system's reason, but not of a commit; that is still in `errno`.
    let reasons = [sqlite3_system_errno(handle), errno]
    if sqlite3_extended_errcode(handle) & 0xFF == SQLITE_IOERR,
      reasons.contains(where: [ENOSPC, EDQUOT, EFBIG].contains)
    {
      return .diskFull(path: path)
    }
    return StoreError(
      status: sqlite3_extended_errcode(handle), path: path, detail: SQLiteDriver.words(handle),
      statement: text)
  }

  private static func words(_ handle: OpaquePointer) -> String {
    sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
  }
}
