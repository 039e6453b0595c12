import Core
import Determination
import Explain
import FEEL
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
  private static let technician =
    "certificate c1 level=2 kind=skill-level occupation=6-18-01-01 issuedOn=2019-05-03"
  private static let job = "employment j1 employer=e1 from=2015-01-01"
  private static let formerJob = "employment j1 employer=e1 from=2015-01-01 to=2020-02-29"
  private static let insured = "insurance - scheme=unemployment from=2019-09"
  private static let wasInsured = "insurance - scheme=unemployment from=2019-01 to=2019-10"
  private static let shortage = "shortage 330300 2019 4-01-02-03"

  private static func facts(_ lines: [String], on day: String) throws -> FactBase {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let source = FactLines(lines, plan.vocabulary).file(on: day)
    return try FactsFile.read(source, FactsSchema(plan.vocabulary))
  }

  /// `skill-upgrade c1: level 3, 2020-06-30, +500.00`.
  private static func words(_ step: NextStep) -> String {
    var what = [words(step.change, step.goingOn)]
    if let also = step.also { what.append(words(also.change, also.goingOn)) }
    let gain = step.gain.map { "+\($0)" } ?? "-"
    return "\(step.benefit.split(separator: "/")[1]) \(step.subject ?? "-"): "
      + "\(what.joined(separator: " & ")), \(step.on), \(gain)"
  }

  private static func words(_ change: NextStep.Change?, _ goingOn: FactUse?) -> String {
    change.map { "\($0.fact.field) \($0.value.text.en)" } ?? goingOn.map { "\($0.type) again" }
      ?? "time"
  }

  @Test(
    "The nearest thing that makes a case better",
    arguments: [
      // Ten months of twelve, and the insurance goes on: two months more.
      ([certificate, job, shortage, insured], "skill-upgrade c1: time, 2020-08-01, +1500.00"),
      // It ended: it has to be taken up again.
      (
        [certificate, job, shortage, wasInsured],
        "skill-upgrade c1: insurance again, 2020-08-01, +1500.00"
      ),
      // A higher level pays more.
      (
        [certificate, job, shortage, "insurance - scheme=unemployment from=2015-01"],
        "skill-upgrade c1: level 3 (senior worker), 2020-06-30, +500.00"
      ),
      // Two months more, and a level for which it is paid at all.
      (
        [technician, job, shortage, insured],
        "skill-upgrade c1: level 3 (senior worker) & time, 2020-08-01, +2000.00"
      ),
      (
        [technician, job, shortage, wasInsured],
        "skill-upgrade c1: level 3 (senior worker) & insurance again, 2020-08-01, +2000.00"
      ),
      // Neither a job nor insurance any more.
      (
        [certificate, formerJob, shortage, wasInsured],
        "skill-upgrade c1: employment again & insurance again, 2020-08-01, +1500.00"
      ),
      // Time brings what is lacking of the one, a job the other.
      (
        [certificate, formerJob, shortage, insured],
        "skill-upgrade c1: employment again, 2020-08-01, +1500.00"
      ),
    ])
  func steps(_ lines: [String], _ wanted: String) throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let steps = ExplainEngine(plans: [plan]).nextSteps(try Self.facts(lines, on: "2020-06-30"))
      .filter { $0.benefit.hasSuffix("/skill-upgrade") }
    #expect(steps.map(Self.words) == [wanted])
  }

  @Test("Who fails in three things has no step") func threeThings() throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let lines = [Self.technician, Self.formerJob, Self.shortage, Self.wasInsured]
    let steps = ExplainEngine(plans: [plan]).nextSteps(try Self.facts(lines, on: "2020-06-30"))
      .filter { $0.benefit.hasSuffix("/skill-upgrade") }
    #expect(steps.map(Self.words) == [])
  }

  @Test(
    "A threshold on what two numbers come to",
    arguments: [
      // 22 of 40 hours are paid for; 0.6 of them are 24, and 22 of 36 are more than 0.6.
      (
        "培训.课时 / 培训.费用 >= 0.6", "hours=22 cost=40",
        ["hours 24, 2020-12-31, +500.00", "cost 36.66, 2020-12-31, +500.00"]
      ),
      (
        "培训.课时 + 培训.费用 >= 101", "hours=22 cost=40",
        ["hours 61, 2020-12-31, +500.00", "cost 79, 2020-12-31, +500.00"]
      ),
      // Each has to come up to the threshold.
      (
        "min(培训.课时, 培训.费用) >= 30", "hours=22 cost=25",
        ["hours 30 & cost 30, 2020-12-31, +500.00"]
      ),
      (
        "培训.课时 >= 30 and 培训.费用 >= 30", "hours=22 cost=25",
        ["hours 30 & cost 30, 2020-12-31, +500.00"]
      ),
      // One is enough, so no two are offered.
      (
        "max(培训.课时, 培训.费用) >= 30", "hours=22 cost=25",
        ["hours 30, 2020-12-31, +500.00", "cost 30, 2020-12-31, +500.00"]
      ),
    ])
  func numbers(_ condition: String, _ fields: String, _ wanted: [String]) throws {
    let scene = try Scene("threshold", ["CONDITION": condition])
    let facts = try scene.facts(["training t1 from=2020-03-01 \(fields)"])
    let engine = ExplainEngine(plans: [scene.plan])
    let steps = engine.nextSteps(facts)
    #expect(Set(steps.map(Self.words)) == Set(wanted.map { "grant t1: " + $0 }))
    for step in steps {
      let then = try #require(Self.told(step, facts, engine))
      #expect(then.outcome == .entitled && then.amount == step.amount)
    }
  }

  @Test("What is promised comes", arguments: RandomPlace.all)
  func promises(_ place: RandomPlace) throws {
    let plans = try Published.names().map { try Published.plan($0) }
    let engine = ExplainEngine(plans: plans)
    let words = try #require(plans.first?.vocabulary)
    let seeds = 0..<8 as Range<UInt64>
    print("next steps, \(place.description): seeds \(seeds)")
    var (single, double) = (0, 0)
    for seed in seeds {
      var random = RandomFacts(seed: seed, words, in: place)
      let facts = random.make(knowing: 100).facts(words)
      for step in engine.nextSteps(facts) {
        let then = try #require(Self.told(step, facts, engine))
        #expect(then.outcome == .entitled, "seed \(seed): \(Self.words(step))")
        #expect(then.amount == step.amount, "seed \(seed): \(Self.words(step))")
        guard let also = step.also else {
          single += 1
          continue
        }
        double += 1
        let alone = [(step.change, step.goingOn), (also.change, also.goingOn)]
          .compactMap { Self.told([$0], on: step.on, of: step, facts, engine) }
        for one in alone where one.outcome == .entitled {
          #expect(
            (one.amount ?? .zero) < (step.amount ?? .zero), "seed \(seed): \(Self.words(step))")
        }
      }
    }
    print("next steps, \(place.description): \(single) of one thing, \(double) of two")
    #expect(single > 0)
  }

  /// The case of a step where its facts, and its day, are what it says.
  private static func told(
    _ step: NextStep, _ facts: FactBase, _ engine: ExplainEngine
  ) -> Determination? {
    let acts = [(step.change, step.goingOn), (step.also?.change, step.also?.goingOn)]
    return told(acts, on: step.on, of: step, facts, engine)
  }

  private static func told(
    _ acts: [(NextStep.Change?, FactUse?)], on day: CivilDate, of step: NextStep,
    _ facts: FactBase, _ engine: ExplainEngine
  ) -> Determination? {
    var told = facts
    told.on = day
    for (change, goingOn) in acts {
      if let change, let (position, field) = place(of: change.fact, facts) {
        told.set(.known(change.value.value), field: field, ofRecord: position)
      }
      if let goingOn, let (position, field) = place(of: goingOn, facts) {
        resume(position, endingBy: field, after: facts.on, in: &told)
      }
    }
    return engine.assess(told, Scope(isExplaining: false)).flatMap(\.findings).first {
      $0.owner == step.owner && $0.determination.subject == step.subject
        && $0.determination.benefit == step.benefit
    }?.determination
  }

  /// A spell like one that ended, from the month or day after.
  private static func resume(
    _ position: Int, endingBy to: Int, after day: CivilDate, in facts: inout FactBase
  ) {
    let record = facts.records[position]
    let type = facts.vocabulary.types[record.type]
    guard let from = type.spell.flatMap({ type.fieldIndex($0.from) }) else { return }
    var values = record.values
    let isMonthly = if case .month = type.fields[from].type { true } else { false }
    values[from] = .known(
      .date(
        isMonthly
          ? CivilDate(monthNumber: day.monthNumber + 1) : CivilDate(dayNumber: day.dayNumber + 1)))
    values[to] = .none
    facts.add(
      record: Record(
        type: record.type, id: "again-\(position)", party: record.party, values: values))
  }

  private static func place(of use: FactUse, _ facts: FactBase) -> (position: Int, field: Int)? {
    guard let type = facts.vocabulary.typeIndex(use.type),
      let field = facts.vocabulary.types[type].fieldIndex(use.field),
      let position = facts.positions(withID: use.record).first
    else { return nil }
    return (position, field)
  }
}
