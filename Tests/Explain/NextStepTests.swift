import Core
import Determination
import Explain
import Facts
import FactsSupport
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// What would change a case for the better: and with it told, the case comes to what was promised.
@Suite("Next steps")
struct NextStepTests {
  private static let certificate =
    "certificate c1 level=4 kind=skill-level occupation=6-18-01-01 issuedOn=2019-05-03"
  private static let job = "employment j1 employer=e1 from=2015-01-01"
  private static let shortage = "shortage 330300 2019 4-01-02-03"

  private static func facts(_ lines: [String], on day: String) throws -> FactBase {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let source = FactLines(lines, plan.vocabulary).file(on: day)
    return try FactsFile.read(source, FactsSchema(plan.vocabulary))
  }

  /// `skill-upgrade c1: level 3, 2020-06-30, +500.00`.
  private static func words(_ step: NextStep) -> String {
    let what =
      step.change.map { "\($0.fact.field) \($0.value.text.en)" }
      ?? step.goingOn.map { "\($0.type) again" } ?? "time"
    let gain = step.gain.map { "+\($0)" } ?? "-"
    return "\(step.benefit.split(separator: "/")[1]) \(step.subject ?? "-"): \(what), "
      + "\(step.on), \(gain)"
  }

  @Test(
    "The nearest thing that makes a case better",
    arguments: [
      // Ten months of twelve, and the insurance goes on: two months more.
      (
        [certificate, job, shortage, "insurance - scheme=unemployment from=2019-09"],
        "2020-06-30", "skill-upgrade c1: time, 2020-08-01, +1500.00"
      ),
      // It ended: it has to be taken up again.
      (
        [certificate, job, shortage, "insurance - scheme=unemployment from=2019-01 to=2019-10"],
        "2020-06-30", "skill-upgrade c1: insurance again, 2020-08-01, +1500.00"
      ),
      // A higher level pays more.
      (
        [certificate, job, shortage, "insurance - scheme=unemployment from=2015-01"],
        "2020-06-30", "skill-upgrade c1: level 3 (senior worker), 2020-06-30, +500.00"
      ),
    ])
  func steps(_ lines: [String], _ day: String, _ wanted: String) throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let steps = ExplainEngine(plans: [plan]).nextSteps(try Self.facts(lines, on: day))
      .filter { $0.benefit.hasSuffix("/skill-upgrade") }
    #expect(steps.map(Self.words) == [wanted])
  }

  @Test("What is promised comes", arguments: RandomPlace.all)
  func promises(_ place: RandomPlace) throws {
    let plans = try Published.names().map { try Published.plan($0) }
    let engine = ExplainEngine(plans: plans)
    let words = try #require(plans.first?.vocabulary)
    let seeds = 0..<25 as Range<UInt64>
    print("next steps, \(place.description): seeds \(seeds)")
    var kept = 0
    for seed in seeds {
      var random = RandomFacts(seed: seed, words, in: place)
      let world = random.make(knowing: 100)
      for step in engine.nextSteps(world.facts(words)) where step.goingOn == nil {
        let then = try #require(Self.told(step, world.facts(words), engine))
        #expect(then.outcome == .entitled, "seed \(seed): \(Self.words(step))")
        #expect(then.amount == step.amount, "seed \(seed): \(Self.words(step))")
        kept += 1
      }
    }
    #expect(kept > 0)
  }

  /// The case of a step where its facts, or its day, are what it says.
  private static func told(
    _ step: NextStep, _ facts: FactBase, _ engine: ExplainEngine
  ) -> Determination? {
    var facts = facts
    facts.on = step.on
    if let change = step.change, let type = facts.vocabulary.typeIndex(change.fact.type),
      let field = facts.vocabulary.types[type].fieldIndex(change.fact.field),
      let position = facts.positions(withID: change.fact.record).first
    {
      facts.set(.known(change.value.value), field: field, ofRecord: position)
    }
    return engine.assess(facts, Scope(isExplaining: false)).flatMap(\.findings).first {
      $0.owner == step.owner && $0.determination.subject == step.subject
        && $0.determination.benefit == step.benefit
    }?.determination
  }
}
