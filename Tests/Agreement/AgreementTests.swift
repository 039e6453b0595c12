import Core
import Determination
import Explain
import Facts
import FactsSupport
import Foundation
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// Every engine gives the answers of the reference: outcome, sums, months, points and needs.
@Suite("Engines agree")
struct AgreementTests {
  static let others: [any AgreeingEngine] = [ColumnAnswersOfAll()]

  /// Holds every other engine to the reference.
  private func compare(_ facts: FactBase, _ plans: [Plan], _ world: String) {
    let wanted = ExplainAnswers().answers(to: facts, under: plans)
    for engine in Self.others {
      let found = engine.answers(to: facts, under: plans)
      var differences: [String] = []
      for (one, answer) in wanted where found[one] != answer {
        let instead = found[one]?.description ?? "nothing"
        differences.append("\(one): \(instead) instead of \(answer)")
      }
      for one in found.keys where wanted[one] == nil { differences.append("\(one): too many") }
      let text = differences.sorted().prefix(5).joined(separator: "\n")
      #expect(differences.isEmpty, "\(world), \(engine.name):\n\(text)")
    }
  }

  @Test("Scenarios", arguments: Worlds.scenarioFolders())
  func scenarios(_ folder: String) throws {
    let plans = try Published.plans()
    let worlds = try Worlds.scenarios(in: folder)
    #expect(!worlds.isEmpty)
    for world in worlds { compare(world.facts, plans, world.name) }
  }

  @Test("Random parties", .timeLimit(.minutes(60)), arguments: RandomPlace.all)
  func random(_ place: RandomPlace) throws {
    let shares = [70, 95, 100]
    let worlds = UInt64(Self.workersAPlace / Worlds.workers / shares.count)
    for (part, share) in shares.enumerated() {
      let first = UInt64(part) * worlds
      print(
        "agreement: \(place), seeds \(first)..<\(first + worlds), \(share) of 100 fields known")
      for start in stride(from: first, to: first + worlds, by: 8) {
        let seeds = start..<min(start + 8, first + worlds)
        compare(
          try Worlds.random(seeds, in: place, knowing: share), try Published.plans(),
          "\(place), seeds \(seeds)")
      }
    }
  }

  /// How many workers are made up in each place: a few, or as many as `make agreement` says.
  private static let workersAPlace =
    ProcessInfo.processInfo.environment["GONGJIANG_AGREEMENT_WORKERS"].flatMap { Int($0) } ?? 48

  @Test("Scores: indicators known, unknown, none, told twice", arguments: [100, 98])
  func scores(_ share: Int) throws {
    let seeds = UInt64(share)..<UInt64(share) + 24
    print("agreement: scores, seeds \(seeds), \(share) of 100 known")
    let facts = try Worlds.scored(seeds, knowing: share)
    compare(facts, try Published.plans(), "scores, \(share) of 100 known")
  }

  @Test("Quotas: ties, unknown competitors, unknown populations", arguments: [0, 2, 10, 60])
  func quotas(_ open: Int) throws {
    for seed in UInt64(open)..<UInt64(open) + 12 {
      let owners = 3 + Int(seed % 12) * 5
      let facts = try Worlds.quotas(seed: seed, owners: owners, open: open)
      compare(facts, try Published.plans(), "\(owners) owners, seed \(seed), \(open) of 1000 open")
    }
  }

  @Test("Local values: figures that regions have set, by place and day", arguments: RandomPlace.all)
  func locals(_ place: RandomPlace) throws {
    for seed in 0..<2 as Range<UInt64> {
      print("agreement: \(place), local values and seeds \(seed)")
      let plans = LocallySet.plans(
        try Published.plans(), seed: seed, share: [40, 100][Int(seed)])
      for share in [95, 100] {
        compare(
          try Worlds.random(seed * 5..<seed * 5 + 5, in: place, knowing: share), plans,
          "\(place), local values of seed \(seed), \(share) of 100 known")
      }
    }
  }

  @Test("Local values: scores and quotas")
  func localScores() throws {
    for seed in 0..<4 as Range<UInt64> {
      let plans = LocallySet.plans(try Published.plans(), seed: seed, share: 50)
      compare(
        try Worlds.scored(seed..<seed + 4, knowing: 100), plans, "scores, local values \(seed)")
      for open in [0, 10] {
        compare(
          try Worlds.quotas(seed: seed, owners: 30, open: open), plans,
          "quotas, local values \(seed), \(open) of 1000 open")
      }
    }
  }

  @Test("Amended documents", arguments: AmendedPolicies.Change.allCases)
  func amended(_ name: AmendedPolicies.Change) throws {
    let plan = try AmendedPolicies.plan(name)
    for (part, share) in [90, 97, 100].enumerated() {
      let seeds = UInt64(part * 4)..<UInt64(part * 4 + 4)
      print("agreement: amended (\(name)), seeds \(seeds), \(share) of 100 fields known")
      let facts = try Worlds.random(seeds, in: .wenzhou, knowing: share)
      compare(facts, [plan], "amended (\(name)), seeds \(seeds)")
      compare(
        facts, LocallySet.plans([plan], seed: UInt64(part), share: 40),
        "amended (\(name)) with local values, seeds \(seeds)")
    }
    compare(try Worlds.quotas(seed: 3, owners: 40, open: 2), [plan], "amended (\(name)), quotas")
  }

  @Test("Cases of another document count, in whichever order the documents stand")
  func counting() throws {
    for (number, plans) in try CountingPolicies.plans().enumerated() {
      for (part, share) in [90, 97, 100].enumerated() {
        let seeds = UInt64(part * 8)..<UInt64(part * 8 + 8)
        print("agreement: cases of another document, seeds \(seeds), \(share) of 100 known")
        compare(
          try Worlds.random(seeds, in: .wenzhou, knowing: share), plans,
          "cases of another document, order \(number), seeds \(seeds)")
      }
    }
  }

  @Test("What another document pays above a limit counts in full when the limit is higher")
  func countingInFull() throws {
    let source = SourceText(
      name: "facts.json",
      text: """
        {"on": "2021-06-30", "parties": [{"type": "person", "id": "p1", "region": "330302"}],
         "records": [
          {"type": "award", "party": "p1", "id": "w1", "series": "contest", "contest": "national-1",
           "rank": 1, "level": "nation", "grantedOn": "2019-06-10", "achievement": "w1"},
          {"type": "award", "party": "p1", "id": "w2", "series": "contest", "contest": "city",
           "rank": 1, "level": "city", "grantedOn": "2020-06-10", "achievement": "w2"}]}
        """)
    let facts = try FactsFile.read(source, FactsSchema(try #require(ProjectFiles.vocabulary)))
    for plans in try CountingPolicies.plans() {
      let won = ExplainEngine(plans: plans).determine(facts).determinations.filter {
        $0.benefit == "counting/won"
      }
      // The other document's 50,000 of 2019 leave nothing of 3,000 that year, nor of 22,000 in 2020.
      #expect(won.map(\.amount?.description) == ["0.00", "0.00"])
      compare(facts, plans, "counted in full")
    }
  }

  @Test("Edges: month ends, leap days, bounds, no records, a thousand records")
  func edges() throws {
    for world in try Worlds.edges() { compare(world.facts, try Published.plans(), world.name) }
  }
}
