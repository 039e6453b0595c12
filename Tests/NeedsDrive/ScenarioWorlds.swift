import Core
import FEEL
import Facts
import FactsSupport
import Foundation
import JSONText
import TestSupport
import Vocabulary

/// The facts of the scenario files: the project's own, and those beside the checkout where there are
/// any.
struct ScenarioWorlds {
  let name: String
  let world: RandomFacts.World
  /// Whose values are told there.
  let place: RandomPlace

  /// - Throws: what is wrong with a file.
  static func all(_ vocabulary: Vocabulary) throws -> [ScenarioWorlds] {
    let schema = FactsSchema(vocabulary)
    return try ["Tests/scenarios/cases", "../shared/scenarios"].flatMap { folder in
      let names = (try? ProjectFiles.names(in: folder, suffix: ".json")) ?? []
      return try names.map { name in
        let source = try ProjectFiles.source(name)
        let inner = try JSON.parse(source)["facts"]
        let facts = try FactsFile.read(
          inner.map { SourceText(name: name, text: source.slice($0.range)) } ?? source, schema)
        return ScenarioWorlds(
          name: URL(filePath: name).deletingPathExtension().lastPathComponent,
          world: RandomFacts.World(facts), place: place(of: facts))
      }
    }
  }

  /// Where most of its parties are.
  private static func place(of facts: FactBase) -> RandomPlace {
    var regions = [facts.region].compactMap { $0 }
    for party in facts.parties {
      guard let field = facts.vocabulary.types[party.type].regionField,
        case .known(.string(let code)) = party.values[field]
      else { continue }
      regions.append(code)
    }
    let counts = Dictionary(regions.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return RandomPlace.near(most ?? "").on(facts.on)
  }
}

extension RandomFacts.World {
  /// A payment of no sum or on no day is one of which nobody knows that yet.
  mutating func askWhatClaimsAre(_ vocabulary: Vocabulary) {
    for position in records.indices where vocabulary.types[records[position].type].id == "claim" {
      for field in records[position].values.indices {
        if case .none = records[position].values[field] {
          records[position].values[field] = .missing
        }
      }
    }
  }

  /// The same with one to four things that are known no longer told: fields, all records of an open type
  /// of a party, or a list.
  func part(_ vocabulary: Vocabulary, _ random: inout RandomFacts) -> RandomFacts.World {
    var part = self
    for _ in 0...random.index(below: 4) {
      switch random.index(below: 6) {
      case 0: part.forgetRecords(vocabulary, &random)
      case 1: part.forgetList(&random)
      default: part.forgetField(vocabulary, &random)
      }
    }
    return part
  }

  private mutating func forgetField(_ vocabulary: Vocabulary, _ random: inout RandomFacts) {
    func known(_ record: Record) -> [Int] {
      record.values.indices.filter { field in
        guard case .known = record.values[field] else { return false }
        return vocabulary.types[record.type].fields[field].absence == .unknown
      }
    }
    let places =
      parties.indices.flatMap { at in known(parties[at]).map { (isParty: true, at: at, field: $0) }
      }
      + records.indices.flatMap { at in
        known(records[at]).map { (isParty: false, at: at, field: $0) }
      }
    if places.isEmpty { return }
    let place = places[random.index(below: places.count)]
    if place.isParty {
      parties[place.at].values[place.field] = .missing
    } else {
      records[place.at].values[place.field] = .missing
    }
  }

  private mutating func forgetRecords(_ vocabulary: Vocabulary, _ random: inout RandomFacts) {
    let open = records.filter { vocabulary.types[$0.type].source != .complete }
    if open.isEmpty { return }
    let one = open[random.index(below: open.count)]
    records.removeAll { $0.type == one.type && $0.party == one.party }
  }

  private mutating func forgetList(_ random: inout RandomFacts) {
    let names = catalogues.keys.sorted()
    if names.isEmpty { return }
    catalogues[names[random.index(below: names.count)]] = nil
  }
}
