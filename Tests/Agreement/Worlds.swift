import Core
import FEEL
import Facts
import FactsSupport
import Foundation
import JSONText
import Testing
import TestSupport
import Vocabulary

/// Facts that engines are held to.
enum Worlds {
  struct World {
    let name: String
    let facts: FactBase
  }

  /// The project's scenarios, and those beside the checkout where they are there.
  static func scenarioFolders() -> [String] {
    ["Tests/scenarios/cases", "../shared/scenarios"].filter { folder in
      (try? ProjectFiles.names(in: folder, suffix: ".json").isEmpty) == false
    }
  }

  static func scenarios(in folder: String) throws -> [World] {
    let schema = FactsSchema(try #require(ProjectFiles.vocabulary))
    return try ProjectFiles.names(in: folder, suffix: ".json").compactMap { name in
      let whole = try ProjectFiles.source(name)
      let facts = try #require(try JSON.parse(whole)["facts"])
      let source = SourceText(name: name, text: whole.slice(facts.range))
      // Some say what is answered to facts that are wrong.
      guard let read = try? FactsFile.read(source, schema) else { return nil }
      return World(name: name, facts: read)
    }
  }

  /// So many workers there are in a random world.
  static let workers = 2

  /// Many small random worlds as one.
  static func random(
    _ seeds: Range<UInt64>, in place: RandomPlace, knowing share: Int
  ) throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: place.on)
    for seed in seeds {
      var random = RandomFacts(seed: seed, vocabulary, in: place, tag: "\(seed)-")
      let world = random.make(knowing: share)
      for party in world.parties { facts.add(party: party) }
      for record in world.records { facts.add(record: record) }
      if facts.catalogues.isEmpty { facts.catalogues = world.catalogues }
    }
    return facts
  }
}
