import Columns
import Core
import Determination
import Facts
import FactsSupport
import PolicyPlan
import Population
import Testing
import TestSupport

@Suite("What runs on columns")
struct CoverageTests {
  @Test("What is left is named, with its reason")
  func left() throws {
    let plans = try Published.plans()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let compiled = CompiledColumns(
      plans, for: ColumnBuilder(for: plans, vocabulary).finish().on(RandomFacts.on))
    let left = compiled.left.map {
      "\(plans[$0.plan].benefits[$0.benefit].id) \($0.reason.code)"
    }
    #expect(left == [])
  }

  @Test("In which integers it is paid")
  func ranges() throws {
    let plans = try Published.plans()
    let position = try #require(plans.firstIndex { $0.id == "wenzhou-2018-242" })
    let text = try #require(CompiledColumns(plans, on: RandomFacts.on)).text(ofPlan: position)
    #expect(
      text.hasPrefix(
        "engines\n  columns wenzhou-2018-242/apprenticeship pays 0 … 600000000 as 64-bit integers "
          + "of 10^-7 yuan\n"))
    #expect(text.contains("\n  columns wenzhou-2018-242/excellent-base\n"))
  }

  @Test("Where everything is known, columns settle most of it", arguments: RandomPlace.all)
  func settled(_ place: RandomPlace) throws {
    let plans = try Published.plans()
    let facts = try Worlds.random(0..<8, in: place, knowing: 100)
    let report = PopulationEngine(plans: plans).determine(facts)
    #expect(report.settled * 2 > report.count)
  }

  @Test("Columns say yes to every benefit that they run", arguments: RandomPlace.all)
  func entitled(_ place: RandomPlace) throws {
    let plans = try Published.plans()
    let columns = PopulationEngine(plans: plans).columns(
      of: try Worlds.random(0..<150, in: place, knowing: 100))
    let paid = columns.answers().answers.filter { $0.outcome == .entitled }
      .map { plans[$0.plan].benefits[$0.benefit].id }
    let left = columns.compiled.left.map { plans[$0.plan].benefits[$0.benefit].id }
    #expect(place.pays.subtracting(paid).subtracting(left) == [])
  }

  @Test("Scores and selections are settled where every indicator is known")
  func scores() throws {
    let plans = try Published.plans()
    let columns = PopulationEngine(plans: plans).columns(
      of: try Worlds.scored(0..<60, knowing: 100))
    let settled = columns.answers().answers
    for name in ["selection-score", "selected-enterprise"] {
      let own = settled.filter {
        plans[$0.plan].benefits[$0.benefit].id == "wuxing-2024-32/" + name
      }
      #expect(own.contains { $0.outcome == .entitled }, "\(name)")
      #expect(own.contains { $0.outcome == .notEntitled }, "\(name)")
    }
    let items = settled.compactMap(\.score).flatMap(\.items)
    let worth = Dictionary(grouping: items, by: \.id).mapValues { Set($0.map(\.points)).count }
    // An item that is always worth the same would be tested by nothing.
    #expect(worth.count > 20)
    #expect(worth.filter { $0.value < 2 } == [:])
  }

  @Test(
    "Quotas are settled, also beside competitors of whom something is open", arguments: [0, 10])
  func quotas(_ open: Int) throws {
    let plans = try Published.plans()
    let facts = try Worlds.quotas(seed: 7, owners: 60, open: open)
    let columns = PopulationEngine(plans: plans).columns(of: facts)
    for name in ["excellent-base", "excellent-studio"] {
      let own = columns.answers().answers.filter {
        plans[$0.plan].benefits[$0.benefit].id == "wenzhou-2018-242/" + name
      }
      #expect(own.contains { $0.outcome == .entitled }, "\(name)")
      // Who is cut off by the quota had been found entitled before.
      #expect(own.contains { $0.outcome == .notEntitled && $0.gross != nil }, "\(name)")
    }
  }

  @Test(
    "Values that regions have set run on columns, and change what is paid",
    arguments: RandomPlace.all)
  func locals(_ place: RandomPlace) throws {
    let own = try Published.plans()
    let plans = LocallySet.plans(own, seed: 2, share: 100)
    let facts = try Worlds.random(0..<60, in: place, knowing: 100)
    let columns = PopulationEngine(plans: plans).columns(of: facts)
    #expect(
      columns.compiled.left.map { "\(plans[$0.plan].benefits[$0.benefit].id) \($0.reason.code)" }
        == [])
    let (local, issued) = (
      columns.answers().answers, PopulationEngine(plans: own).columns(of: facts).answers().answers
    )
    #expect(local.count * 2 > issued.count)
    #expect(Set(local.map(\.amount)) != Set(issued.map(\.amount)))
  }

  @Test(
    "Amended documents run on columns, by each of their texts",
    arguments: [
      (AmendedPolicies.Change.stacking, [String]()),
      (AmendedPolicies.Change.ties, ["excellent-base COL001", "excellent-studio COL001"]),
    ])
  func amended(_ change: AmendedPolicies.Change, _ left: [String]) throws {
    let plan = try AmendedPolicies.plan(change)
    let columns = PopulationEngine(plans: [plan]).columns(
      of: try Worlds.random(0..<60, in: .wenzhou, knowing: 100))
    let names = columns.compiled.left.map { plan.benefits[$0.benefit].id + " " + $0.reason.code }
    #expect(names == left.map { "wenzhou-2018-242/" + $0 })
    let paid = columns.answers().answers.filter { $0.outcome == .entitled }
    #expect(paid.contains { $0.text == 0 })
    #expect(paid.contains { $0.text > 0 })
  }

  @Test("Cases of another document are counted on columns")
  func counting() throws {
    let plans = try #require(try CountingPolicies.plans().first)
    let facts = try Worlds.random(0..<60, in: .wenzhou, knowing: 100)
    let columns = PopulationEngine(plans: plans).columns(of: facts)
    #expect(columns.compiled.left.map(\.reason) == [])
    let alone = PopulationEngine(plans: [plans[0]]).columns(of: facts)
    func paid(_ engine: ColumnEngine) -> [String: Int64] {
      var sums: [String: Int64] = [:]
      for answer in engine.answers().answers
      where engine.compiled.plans[answer.plan].id == "counting" {
        let id = engine.compiled.plans[answer.plan].benefits[answer.benefit].id
        sums[id, default: 0] += answer.amount?.fen ?? 0
      }
      return sums
    }
    let (together, apart) = (paid(columns), paid(alone))
    for id in ["certified", "trained", "won"].map({ "counting/" + $0 }) {
      #expect(together[id, default: 0] > 0)
      #expect(together[id, default: 0] < apart[id, default: 0], "\(id)")
    }
  }
}
