import Core
import Foundation
import Store
import TestSupport
import Testing

@Suite struct StoreErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a folder that is not there") func nowhere() {
    let path = folder.path("none/a.db")
    #expect(throws: StoreError.cannotOpen(path: path)) { try Database.sqlite(path) }
  }

  @Test("a file that is no database is told, and left as it was") func otherFile() throws {
    let path = folder.path("a.db")
    let bytes = Data(String(repeating: "a facts file, say\n", count: 100).utf8)
    try bytes.write(to: URL(filePath: path))
    let problem = StoreError.damaged(path: path, detail: "file is not a database")
    #expect(throws: problem) { try Database.sqlite(path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test("a file that was cut short is told") func truncated() throws {
    let path = folder.path("a.db")
    try folder.database().write {
      try $0.run("CREATE TABLE a (x TEXT) STRICT")
      for _ in 1...100 {
        try $0.run("INSERT INTO a VALUES (\(String(repeating: "x", count: 900)))")
      }
      try $0.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
    do {
      try folder.database().read { try $0.run("SELECT count(x) FROM a") }
      Issue.record("the damage was not noticed")
    } catch let error as StoreError {
      #expect(error.code == "STO005")
    }
  }

  @Test("a database that another one keeps locked is told after a while") func locked() throws {
    let database = try folder.database()
    try database.write { try $0.run("CREATE TABLE a (x TEXT) STRICT") }
    let other = try Database.sqlite(folder.path("a.db"), patience: .milliseconds(20))
    try database.write {
      try $0.transaction { _ in
        _ = #expect(throws: StoreError.locked(path: folder.path("a.db"))) {
          try other.write { try $0.run("INSERT INTO a VALUES ('b')") }
        }
      }
    }
  }

  @Test("a full disk is told, the transaction is undone, and work goes on when there is room")
  func full() throws {
    let database = try folder.database()
    let large = String(repeating: "x", count: 1_000_000)
    try database.write { connection in
      try connection.run("CREATE TABLE a (x TEXT) STRICT")
      try connection.run("INSERT INTO a VALUES ('before')")
      try connection.run("PRAGMA max_page_count = 100")
      #expect(throws: StoreError.diskFull(path: folder.path("a.db"))) {
        try connection.transaction { try $0.run("INSERT INTO a VALUES (\(large))") }
      }
      try connection.run("PRAGMA max_page_count = 1000000")
      try connection.transaction { try $0.run("INSERT INTO a VALUES (\(large))") }
    }
    #expect(try database.read { try $0.first("SELECT count(*) FROM a") { $0.integer(0) } } == 2)
  }

  @Test("a folder that may not be written, for whoever the system holds to that") func readOnly()
    throws
  {
    let path = folder.path("a.db")
    _ = try folder.database().write { try $0.run("CREATE TABLE a (x TEXT) STRICT") }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    // The superuser writes everywhere.
    guard !FileManager.default.isWritableFile(atPath: path) else { return }
    do {
      try folder.database().write { try $0.run("INSERT INTO a VALUES ('b')") }
      Issue.record("a read-only database was written")
    } catch let error as StoreError {
      #expect(["STO001", "STO003"].contains(error.code))
    }
  }

  static let texts: [(StoreError, String, String)] = [
    (
      .cannotOpen(path: "a.db"), "STO001 无法打开数据库 a.db。请检查路径、目录是否存在以及权限。",
      """
      STO001 the database a.db cannot be opened. Check the path, that its folder exists, and its \
      permissions.
      """
    ),
    (
      .locked(path: "a.db"), "STO002 数据库 a.db 正被另一个程序占用。请等那个程序结束后重试；数据没有改动。",
      """
      STO002 another program keeps the database a.db locked. Try again when that program has \
      finished; no data was changed.
      """
    ),
    (
      .readOnly(path: "a.db"), "STO003 数据库 a.db 或其目录只读。请给目录和文件写入权限；数据没有改动。",
      """
      STO003 the database a.db or its folder is read-only. Give the folder and the file write \
      permission; no data was changed.
      """
    ),
    (
      .diskFull(path: "a.db"), "STO004 磁盘已满，未写入 a.db。请腾出空间后重试；已确认的数据完好。",
      """
      STO004 the disk is full; nothing was written to a.db. Free some space and try again; what was \
      acknowledged is safe.
      """
    ),
    (
      .damaged(path: "a.db", detail: "malformed"),
      "STO005 a.db 不是完好的数据库（malformed）。请从备份恢复；程序没有改动这个文件。",
      """
      STO005 a.db is not a sound database (malformed). Restore it from a backup; the program has not \
      changed the file.
      """
    ),
    (
      .newer(path: "a.db", version: 3, known: 2),
      "STO006 数据库 a.db 的版本 3 高于本程序所识的 2。请使用写入它的新版程序；数据没有改动。",
      """
      STO006 the database a.db has version 3; this program knows versions up to 2. Use the newer \
      program that wrote it; no data was changed.
      """
    ),
    (
      .migrationChanged(number: 1, name: "a"),
      "STO007 迁移 1（a）与当初执行的不一致。请使用与数据库同源的程序；数据没有改动。",
      """
      STO007 migration 1 (a) is not what was once run under this number. Use a program of the same \
      origin as the database; no data was changed.
      """
    ),
    (
      .device(path: "a.db", detail: "disk I/O error"),
      "STO008 读写 a.db 失败（disk I/O error）。请检查磁盘和系统日志后重试。",
      """
      STO008 reading or writing a.db failed (disk I/O error). Check the disk and the system log, then \
      try again.
      """
    ),
    (
      .constraint(detail: "UNIQUE"),
      "STO009 数据违反数据库的约束（UNIQUE）。请把这段文字报告给维护者；数据没有改动。",
      """
      STO009 the data breaks a rule of the database (UNIQUE). Report this text to the maintainers; no \
      data was changed.
      """
    ),
    (
      .defect("syntax error"),
      "STO010 程序的数据库语句有误（syntax error）。请把这段文字报告给维护者；数据没有改动。",
      """
      STO010 a database statement of the program is wrong (syntax error). Report this text to the \
      maintainers; no data was changed.
      """
    ),
  ]

  @Test("every error is told in full, in both languages", arguments: texts)
  func words(_ error: StoreError, _ zh: String, _ en: String) {
    #expect("\(error.code) \(error.message.zh)。\(error.advice.zh)" == zh)
    #expect("\(error.code) \(error.message.en). \(error.advice.en)" == en)
  }
}
