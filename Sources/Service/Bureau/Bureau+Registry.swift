import Casework
import Core
import Facts
import JSONText
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
      let facts = try FactsFile.read(facts(of: post), schema)
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

  /// A facts file with the record of a post, and with the party that it is about.
  private func facts(of post: RegistryPost) throws -> SourceText {
    let snapshot = try registry.snapshot()
    let type = try snapshot.key(of: post.party).flatMap { try snapshot.type(of: $0) }
    guard let type else { throw RegistryProblem.unknownParty(id: post.party) }
    let record = try JSON.parse(SourceText(name: post.number, text: post.content))
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("on", office.clock.today.description)
      writer.key("parties")
      writer.array { writer in
        writer.object { writer in
          writer.member("type", type)
          writer.member("id", post.party)
        }
      }
      writer.key("records")
      writer.array { $0.value(record) }
    }
    return SourceText(name: "case \(post.number)", text: writer.text)
  }
}
