import Core
import Determination
import Determinations
import Explain
import Facts
import Registry
import TestSupport
import Testing
import Vocabulary

/// Determined from a registry, batch by batch, everybody comes to what they come to in one facts
/// file with everybody in it.
@Suite("The registry agrees with a facts file")
struct AgreementTests {
  private static let day = CivilDate("2020-09-20") ?? CivilDate(dayNumber: 0)

  private func directly(_ facts: FactBase, _ office: Office) -> [String] {
    ExplainEngine(plans: office.plans).assess(facts, Scope(isExplaining: true))
      .flatMap(\.findings).map(\.outline).sorted()
  }

  @Test("in batches of any size", arguments: [1, 7, 1000])
  func batches(_ size: Int) throws {
    let office = try Office()
    var town = RandomTown(seed: 11, persons: 150, office.registry.vocabulary)
    let facts = town.facts(on: Self.day)
    _ = try office.registry.put(facts, source: "town")
    let summary = try office.runner(on: Self.day, of: size).all()
    let expected = directly(facts, office)
    #expect(summary.added == expected.count)
    let ranked = expected.filter { $0.contains("/excellent-") }
    #expect(ranked.contains { !$0.contains("| not-entitled |") }, "some may stand for a quota")
    #expect(try office.outline() == expected)
    let again = try office.runner(on: Self.day, of: size + 3).all()
    #expect(again.added == 0 && again.ended == 0 && again.unchanged == expected.count)
  }

  @Test("in any order", arguments: 0..<2 as Range<UInt64>)
  func order(_ seed: UInt64) throws {
    let office = try Office()
    var town = RandomTown(seed: 20 + seed, persons: 120, office.registry.vocabulary)
    let facts = town.facts(on: Self.day)
    var other = FactBase(vocabulary: facts.vocabulary, on: facts.on)
    for party in town.shuffled(facts.parties) { other.add(party: party) }
    for record in town.shuffled(facts.records) { other.add(record: record) }
    other.catalogues = facts.catalogues
    for party in facts.parties.compactMap(\.id) {
      for type in facts.vocabulary.types.indices where facts.isComplete(type: type, party: party) {
        other.declareComplete(type: type, party: party)
      }
    }
    _ = try office.registry.put(other, source: "town")
    _ = try office.runner(on: Self.day, of: 13).all()
    let (found, expected) = (try office.outline(), directly(facts, office))
    #expect(Set(found).symmetricDifference(expected).sorted() == [])
    #expect(found == expected)
  }

  @Test("for one party asked for alone")
  func single() throws {
    let office = try Office()
    var town = RandomTown(seed: 31, persons: 60, office.registry.vocabulary)
    let facts = town.facts(on: Self.day)
    _ = try office.registry.put(facts, source: "town")
    let all = ExplainEngine(plans: office.plans).assess(facts, Scope(isExplaining: true))
      .flatMap(\.findings)
    let alone = try PartyDeterminer(Rulebook(office.plans), office.registry.snapshot())
    for id in facts.parties.compactMap(\.id) {
      let found = try #require(try alone.findings(of: id, on: Self.day))
      let expected = all.filter { $0.owner == id || $0.determination.party == id }
      #expect(found.map(\.outline).sorted() == expected.map(\.outline).sorted(), "\(id)")
      #expect(
        found.map(\.determination.because.count).sorted()
          == expected.map(\.determination.because.count).sorted(), "\(id)")
    }
    #expect(try alone.findings(of: "stranger", on: Self.day) == nil)
  }

  @Test("without reasons as with them")
  func unexplained() throws {
    let office = try Office()
    var town = RandomTown(seed: 41, persons: 120, office.registry.vocabulary)
    let facts = town.facts(on: Self.day)
    let engine = ExplainEngine(plans: office.plans)
    let plain = engine.assess(facts, Scope(isExplaining: false))
    let explained = engine.assess(facts, Scope(isExplaining: true))
    #expect(
      plain.flatMap(\.findings).map(\.outline) == explained.flatMap(\.findings).map(\.outline))
    #expect(plain.map(\.due) == explained.map(\.due))
    #expect(plain.flatMap(\.findings).allSatisfy { $0.determination.because.isEmpty })
  }
}
