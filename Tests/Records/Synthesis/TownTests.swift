import Core
import Cryptography
import FEEL
import Facts
import Foundation
import Registry
import Synthesis
import TestSupport
import Testing
import Vocabulary

@testable import Synthesis

@Suite struct TownTests {
  private let vocabulary: Vocabulary
  private let folder: TemporaryFolder

  init() throws {
    vocabulary = try #require(ProjectFiles.vocabulary)
    folder = try TemporaryFolder()
  }

  private func open(_ name: String = "town") throws -> Registry {
    try Registry.open(
      at: folder.url.appending(path: "\(name).db").path,
      keyFile: KeyFile(path: folder.url.appending(path: "\(name).key").path),
      vocabulary: vocabulary)
  }

  /// The tables of a town, by the name of the file.
  private func tables(_ workers: Int, seed: UInt64, in name: String) throws -> [String: Data] {
    let path = folder.url.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let town = try Town(workers, seed: seed)
    let files = try TableSynthesis(of: town, vocabulary).write(to: path).map(\.file)
    return try Dictionary(
      uniqueKeysWithValues: files.map { file in
        let url = URL(filePath: file)
        return (url.lastPathComponent, try Data(contentsOf: url))
      })
  }

  @Test("one seed gives the same bytes, another seed other ones") func seeds() throws {
    let first = try tables(400, seed: 5, in: "a")
    #expect(try tables(400, seed: 5, in: "b") == first)
    let other = try tables(400, seed: 6, in: "c")
    for name in ["person.csv", "certificate.csv", "wage.csv", "organisation.csv"] {
      #expect(other[name] != first[name])
    }
  }

  @Test("the bytes are those of this edition, on any machine") func edition() throws {
    let files = try tables(400, seed: 1, in: "edition").sorted { $0.key < $1.key }
    let all = files.reduce(into: [UInt8]()) { $0 += Array($1.value) }
    #expect(Town.edition == 2)
    let digest = try SM3.digest(all).prefix(8).map { String($0, radix: 16) }.joined()
    #expect(digest == "f4cc9c9583d2164b")
  }

  @Test("tables that are there are not written over") func exists() throws {
    _ = try tables(20, seed: 1, in: "twice")
    let file = folder.url.appending(path: "twice/person.csv").path
    let before = try Data(contentsOf: URL(filePath: file))
    #expect(throws: SynthesisProblem.exists(file: file)) {
      try tables(20, seed: 2, in: "twice")
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
  }

  @Test("a town is put in once; the second time finds it there") func twice() throws {
    let registry = try open()
    let work = RegistrySynthesis(of: try Town(120), into: registry)
    #expect(try work.run() > 800)
    let change = try registry.lastChange()
    #expect(try work.run() == 0)
    #expect(try registry.lastChange() == change)
  }

  @Test("who is stopped in between leaves nothing behind") func stopped() throws {
    let registry = try open()
    let work = RegistrySynthesis(of: try Town(300), into: registry)
    #expect(throws: CancellationError.self) {
      _ = try registry.change(source: "stopped") { recorder in
        for fact in Town.batch(work.town)(.workers(0..<50)).facts {
          _ = try recorder.put(registry.encoded(fact))
        }
        throw CancellationError()
      }
    }
    #expect(try work.run() > 2000)
    #expect(try registry.changes().count == 1)
  }

  @Test("what came in beside a town is no obstacle to finding it there") func beside() throws {
    let registry = try open()
    let work = RegistrySynthesis(of: try Town(60), into: registry)
    _ = try work.run()
    try put(registry)
    #expect(try work.run() == 0)
  }

  @Test("a town mixes neither with other facts nor with another town") func mixing() throws {
    let registry = try open()
    try put(registry)
    #expect(throws: SynthesisProblem.otherFacts(registry: registry.name)) {
      try RegistrySynthesis(of: Town(60), into: registry).run()
    }
    let other = try open("other")
    _ = try RegistrySynthesis(of: Town(60), into: other).run()
    let change = try other.lastChange()
    #expect(
      throws: SynthesisProblem.otherTown(registry: other.name, town: "2 60 1")
    ) {
      try RegistrySynthesis(of: Town(60, seed: 2), into: other).run()
    }
    #expect(try other.lastChange() == change)
  }

  private func put(_ registry: Registry) throws {
    let facts = try FactsFile.read(
      SourceText(
        name: "facts.json",
        text: #"{"on": "2020-06-30", "parties": [{"type": "person", "id": "p1"}]}"#),
      FactsSchema(vocabulary))
    _ = try registry.put(facts, source: "facts.json")
  }

  @Test("what a town refers to is there, and of the right type") func references() throws {
    let town = try Town(1000)
    var ids: [String: Set<String>] = [:]
    var wanted: [(field: String, targets: [String], id: String)] = []
    town.each { batch in
      for fact in batch.facts {
        let type = vocabulary.types[fact.type]
        if let id = fact.id { ids[type.id, default: []].insert(id) }
        for (field, value) in zip(type.fields, fact.values) {
          if case .reference(let targets) = field.type, case .known(.string(let id)) = value {
            wanted.append(("\(type.id).\(field.id)", targets, id))
          }
        }
      }
    }
    #expect(wanted.count > 1000)
    for (field, targets, id) in wanted {
      #expect(targets.contains { ids[$0]?.contains(id) ?? false }, "\(field) \(id)")
    }
  }

  @Test("a worker is the same made alone and in a run") func alone() throws {
    let town = try Town(500)
    let whole = town.batch(.workers(0..<500)).facts
    let one = town.batch(.workers(321..<322)).facts
    let there = whole.filter { $0.id == "W0000322" || $0.party == "W0000322" }
    #expect(one.map(\.id) == there.map(\.id))
    #expect("\(one)" == "\(there)")
  }
}
