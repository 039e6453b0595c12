import CSQLite

/// A compiled statement of SQLite.
final class SQLiteStatement: DriverStatement {
  private let handle: OpaquePointer
  /// The connection outlives its statements' use, not necessarily the objects: `close_v2` waits.
  private unowned let driver: SQLiteDriver
  private let sql: String
  var isRunning = false

  init(_ handle: OpaquePointer, of driver: SQLiteDriver, _ sql: String) {
    self.handle = handle
    self.driver = driver
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ values: [SQLValue]) throws(StoreError) { try bind(values, []) }

  func bind(_ first: [SQLValue], _ rest: [SQLValue]) throws(StoreError) {
    isRunning = true
    guard first.count + rest.count == Int(sqlite3_bind_parameter_count(handle)) else {
      throw .defect("\(first.count + rest.count) values: \(sql)")
    }
    var index: Int32 = 0
    for value in first {
      index += 1
      try bind(value, at: index)
    }
    for value in rest {
      index += 1
      try bind(value, at: index)
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) throws(StoreError) {
    let status =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let number): sqlite3_bind_int64(handle, index, number)
      case .text(let text): bind(text, at: index)
      case .bytes(let bytes):
        // An empty array may have no address, which would bind null.
        bytes.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : gj_sqlite3_bind_blob(handle, index, bytes, sqlite3_uint64(bytes.count))
      }
    guard status == SQLITE_OK else { throw driver.failure(of: sql) }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    // Safe: the library copies the bytes before the call returns.
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // An empty text may have no address, which would bind null.
        $0.baseAddress.map {
          gj_sqlite3_bind_text(handle, index, $0, sqlite3_uint64(bytes.count))
        } ?? gj_sqlite3_bind_text(handle, index, "", 0)
      }
    }
  }

  func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw driver.failure(of: sql)
    }
  }

  func reset() {
    // The code it gives is that of the step, which was told already.
    _ = sqlite3_reset(handle)
    // Every run sets every value, so the old ones need not be cleared, and keep their memory.
    isRunning = false
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    // Safe: the bytes are the library's until the next step; they are copied.
    return String(
      decoding: UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    // Safe: the bytes are the library's until the next step; they are copied.
    return Array(
      UnsafeRawBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
  }

  func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_BLOB: .bytes(bytes(column))
    default: .text(text(column))
    }
  }
}
