import Casework
import Core
import Facts
import Office
import Registry
import Store

extension Bureau {
  /// Tells the registry what cases have brought about. The same told twice changes nothing there, so
  /// that it does not matter where the last time ended.
  ///
  /// - Returns: how many were told.
  /// - Throws: `RegistryProblem`, `StoreError`, `DiagnosticsError`.
  package func tellRegistry() throws -> Int {
    let posts = try office.read { try casework.posts($0) }
    let schema = FactsSchema(registry.vocabulary)
    for post in posts {
      let facts = try FactsFile.read(SourceText(name: post.number, text: post.content), schema)
      let source = "case \(post.number)"
      switch post.kind {
      case .put: _ = try registry.put(facts, source: source)
      case .withdraw:
        do {
          _ = try registry.change(source: source) { recorder in
            for record in facts.records { try recorder.withdraw(nameless: record) }
          }
        } catch RegistryProblem.unknownRecord {
          // Withdrawn the last time, which ended before that was noted here.
        }
      }
      let change = try registry.snapshot().change
      try office.write { try casework.told(post, change: change, $0) }
    }
    return posts.count
  }
}
