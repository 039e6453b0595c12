@testable import Columns
import Core
import Determination
import Explain
import Facts
import FactsSupport
import PolicyPlan
import Population
import Testing

/// One operation after the other, on operands that are known, unknown and none: what columns settle
/// is what the explain engine says, and they say why they leave the rest to it.
@Suite("Engines agree on every operation")
struct ExpressionTests {
  static let workers = 32
  static let seed: UInt64 = 1

  @Test("Each operation on each operand", arguments: ExpressionKind.all)
  func agreement(_ kind: ExpressionKind) throws {
    try compare(kind) { $0 }
  }

  @Test(
    "Each operation where regions have set the figures",
    arguments: [ExpressionKind.dates, .numbers, .months])
  func locals(_ kind: ExpressionKind) throws {
    try compare(kind) { YardDocument.setLocally($0) }
  }

  private func compare(_ kind: ExpressionKind, _ changed: (Plan) -> Plan) throws {
    let vocabulary = try YardVocabulary.read()
    let asked = kind.asked
    let plan = changed(try YardDocument.plan(asked, vocabulary))
    print("expressions: \(kind), \(asked.count) of them, seed \(Self.seed)")
    let yard = Yard(vocabulary, workers: Self.workers, seed: Self.seed)
    let wanted = explained(yard.facts, plan)
    let engine = PopulationEngine(plans: [plan]).columns(of: yard.facts)
    var differences: [String] = []
    var settled: Set<Int> = []
    for answer in engine.answers().answers {
      settled.insert(answer.benefit)
      let key = Case(
        benefit: plan.benefits[answer.benefit].id, owner: answer.owner, subject: answer.subject)
      let found = Settled(answer)
      if wanted[key] == found { continue }
      let reference = wanted[key]?.description ?? "nothing"
      differences.append(
        "\(asked[answer.benefit]), \(answer.owner): \(found) instead of \(reference)")
    }
    #expect(differences.isEmpty, "\(differences.sorted().prefix(20).joined(separator: "\n"))")
    let left = engine.compiled.left.map { (asked[$0.benefit].description, $0.reason.code) }
    #expect(Dictionary(left, uniquingKeysWith: { first, _ in first }) == kind.left)
    // A test that nothing was settled in would hold of everything.
    let mute = asked.indices.filter { place in
      !settled.contains(place) && kind.left[asked[place].description] == nil
    }
    #expect(mute.map { asked[$0].description } == [])
  }

  @Test("Every field is known, unknown and none")
  func states() throws {
    let yard = Yard(try YardVocabulary.read(), workers: Self.workers, seed: Self.seed)
    for (field, states) in yard.met { #expect(states == Set(Yard.State.allCases), "\(field)") }
  }

  @Test("Every step of programs is met")
  func steps() throws {
    let vocabulary = try YardVocabulary.read()
    let asked = ExpressionKind.all.flatMap { $0.asked(of: Array($0.operands.suffix(1))) }
    let plan = try YardDocument.plan(asked, vocabulary)
    let yard = Yard(vocabulary, workers: 1, seed: Self.seed)
    let compiled = PopulationEngine(plans: [plan]).columns(of: yard.facts).compiled
    var met: Set<String> = []
    for case .step(let instruction) in compiled.programs.flatMap(\.orders) {
      let step = Mirror(reflecting: instruction.operation).children.first?.label
      met.insert(step ?? "\(instruction.operation)")
    }
    // Whether there is a record of the year is in no rule: the published documents have that.
    #expect(
      met.sorted() == [
        "add", "addDays", "addMonths", "and", "compare", "compareConstant", "constantNarrow",
        "constantTruth", "constantWide", "count", "coveredMonths", "covers", "dayOfMonth",
        "divideRounding", "event", "every", "firstOfMonth", "floor", "fold", "greatest", "identity",
        "isListed", "isOneOf", "least", "mayHaveMore", "misses", "month", "monthEnd", "monthNumber",
        "monthOfYear", "multiply", "multiplyConstant", "negate", "nextMonth", "not", "ofYear", "or",
        "owner", "partyNumber", "partyRow", "place", "rank", "ranked", "read", "rows", "sameTruth",
        "scale", "select", "settled", "some", "spellMonth", "spread", "standard", "stepped",
        "subtract", "sumOfHighest", "table", "widen", "year",
      ])
  }

  private func explained(_ facts: FactBase, _ plan: Plan) -> [Case: Settled] {
    var answers: [Case: Settled] = [:]
    let found = ExplainEngine(plans: [plan]).assess(facts, Scope(isExplaining: false))
    for one in found.flatMap(\.findings) {
      let key = Case(
        benefit: one.determination.benefit, owner: one.owner, subject: one.determination.subject)
      answers[key] = Settled(one.determination)
    }
    return answers
  }
}

/// What columns settle.
private struct Settled: Equatable, CustomStringConvertible {
  let outcome: Outcome
  let gross: Money?
  let amount: Money?
  let monthly: Monthly?

  init(_ answer: ColumnAnswer) {
    (outcome, gross, amount, monthly) = (
      answer.outcome, answer.gross, answer.amount, answer.monthly
    )
  }

  init(_ one: Determination) {
    (outcome, gross, amount, monthly) = (one.outcome, one.gross, one.amount, one.monthly)
  }

  var description: String {
    let sums = [gross, amount].map { $0?.description ?? "-" }
    let spans = monthly?.spans.map { "\($0.from.monthText)..\($0.to.monthText)×\($0.rate)" } ?? []
    return ([outcome.rawValue] + sums + spans).joined(separator: " ")
  }
}
