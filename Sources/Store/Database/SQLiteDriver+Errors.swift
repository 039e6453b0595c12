import CSQLite

extension StoreError {
  /// What a result code of SQLite means to whoever uses the store.
  ///
  /// - Parameters:
  ///   - status: the code.
  ///   - path: of the database.
  ///   - detail: what the library says.
  ///   - statement: that failed; told only where it is the statement that is wrong.
  init(status: Int32, path: String, detail: String?, statement: String? = nil) {
    let words = detail ?? ""
    switch status & 0xFF {
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .cannotOpen(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, detail: words)
    case SQLITE_IOERR, SQLITE_NOMEM: self = .device(path: path, detail: words)
    case SQLITE_CONSTRAINT: self = .constraint(detail: words)
    default: self = .defect(statement.map { "\(words): \($0)" } ?? words)
    }
  }
}
