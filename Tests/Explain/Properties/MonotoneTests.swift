import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Testing
import TestSupport

/// More of what a rule pays for never pays less: a fee, a cost, a level, a rank, insured months, a
/// longer window. A thousand random pairs a family, each pair for parties of its own.
@Suite("Monotone money")
struct MonotoneTests {
  struct Family: CustomTestStringConvertible {
    let testDescription: String
    let benefit: String
    /// What grows.
    let range: ClosedRange<Int>
    let day: String
    /// The facts of one case: what grows, a number that makes pairs differ, the case's number.
    let facts: @Sendable (_ value: Int, _ other: Int, _ id: Int) -> [String]
  }

  @Test("More never pays less", arguments: families + ranks)
  func monotone(_ family: Family) throws {
    let document = family.benefit.prefix { $0 != "/" }
    let plan = try Published.plan("Policies/\(document).md")
    let seed: UInt64 = 20_181_219
    print("monotone, \(family.testDescription): seed \(seed), 1000 pairs")
    var random = SeededGenerator(seed: seed)
    var lines = ["330302", "330502", "331083"].map {
      "organisation e-\($0) kind=enterprise region=\($0)"
    }
    lines.append("shortage 330300 2019 6-18-01-01")
    for pair in 0..<1000 {
      let (one, two) = (
        Int.random(in: family.range, using: &random), Int.random(in: family.range, using: &random)
      )
      let other = Int.random(in: 0..<1000, using: &random)
      lines += family.facts(min(one, two), other, 2 * pair)
      lines += family.facts(max(one, two), other, 2 * pair + 1)
    }
    let source = FactLines(lines, plan.vocabulary).file(on: family.day)
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let found = ExplainEngine(plans: [plan]).assess(facts, Scope(isExplaining: false))
    var paid: [String: Money] = [:]
    for answer in found.flatMap(\.findings).map(\.determination)
    where answer.benefit == family.benefit {
      #expect(answer.outcome != .undetermined, "\(answer.answer)")
      paid[answer.subject ?? answer.party] = answer.amount ?? .zero
    }
    for pair in 0..<1000 {
      let less = try #require(paid["s\(2 * pair)"])
      let more = try #require(paid["s\(2 * pair + 1)"])
      #expect(less <= more, "seed \(seed), pair \(pair)")
    }
    // All alike would prove nothing.
    #expect(Set(paid.values.map(\.fen)).count > 1)
  }
}
