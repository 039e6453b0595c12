import Core
import FEEL
import Facts
import Foundation
import JSONText
import Registry
import TestSupport
import Testing
import Vocabulary

/// The sample and scenario facts: what goes through the registry is what was there.
@Suite struct ScenarioTests {
  static let files: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL
    let folders = ["Samples", "Tests/scenarios/cases", "../shared/scenarios"]
    return folders.flatMap { folder -> [URL] in
      let url = root.appending(path: folder).standardizedFileURL
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".json") }.sorted().map { url.appending(path: $0) }
    }
  }()

  @Test("facts are the same behind the registry", arguments: files)
  func roundTrip(_ file: URL) throws {
    let town = try Town()
    let registry = try town.open()
    let facts = try facts(of: file, town.vocabulary)
    #expect(try registry.put(facts, source: file.lastPathComponent).change != nil)
    #expect(try registry.put(facts, source: file.lastPathComponent).change == nil)
    var found: [FactBase] = []
    try registry.eachBatch(of: 100_000, on: facts.on) { found.append($0.facts) }
    let expected = try withRegion(facts).outline
    #expect(found.map(\.outline) == [expected])
  }

  /// A scenario holds its facts beside what is expected of them.
  private func facts(of file: URL, _ vocabulary: Vocabulary) throws -> FactBase {
    let text = try String(contentsOf: file, encoding: .utf8)
    let source = SourceText(name: file.lastPathComponent, text: text)
    guard let inner = try JSON.parse(source)["facts"] else {
      return try FactsFile.read(source, FactsSchema(vocabulary))
    }
    return try FactsFile.read(
      SourceText(name: source.name, text: source.slice(inner.range)), FactsSchema(vocabulary))
  }

  /// The facts with their region written into the parties that state none.
  private func withRegion(_ facts: FactBase) throws -> FactBase {
    guard let region = facts.region else { return facts }
    var result = FactBase(vocabulary: facts.vocabulary, on: facts.on)
    for var party in facts.parties {
      let field = try #require(facts.vocabulary.types[party.type].fieldIndex("region"))
      if case .missing = party.values[field] { party.values[field] = .known(.string(region)) }
      result.add(party: party)
    }
    for record in facts.records { result.add(record: record) }
    result.catalogues = facts.catalogues
    return result
  }
}
