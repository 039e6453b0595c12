import CSQLite

extension StoreError {
  /// What a result code of SQLite means to whoever uses the store.
  init(status: Int32, path: String, detail: String?) {
    let words = detail ?? ""
    switch status & 0xFF {
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .cannotOpen(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, detail: words)
    case SQLITE_IOERR, SQLITE_NOMEM: self = .device(path: path, detail: words)
    case SQLITE_CONSTRAINT: self = .constraint(detail: words)
    default: self = .defect(words)
    }
  }
}
