import Foundation
import Store

/// A folder of its own for one test.
struct TemporaryFolder {
  let url = FileManager.default.temporaryDirectory
    .appending(path: "gongjiang-store-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func database(_ name: String = "a.db") throws -> Database { try Database.sqlite(path(name)) }
}
