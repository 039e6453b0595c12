import Store
import TestSupport

extension TemporaryFolder {
  func database(_ name: String = "a.db") throws -> Database { try Database.sqlite(path(name)) }
}
