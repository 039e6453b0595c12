import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Testing
import TestSupport

/// What an open case says is missing: the facts that can still change it, and no others.
@Suite("Missing facts")
struct MissingFactsTests {
  private static func needs(
    _ lines: [String], of benefit: String, on day: String = "2020-06-30"
  ) throws -> String {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let source = FactLines(lines, plan.vocabulary).file(on: day)
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let found = ExplainEngine(plans: [plan]).determine(facts).determinations
    return found.filter { $0.benefit == "wenzhou-2018-242/" + benefit }
      .map { "\($0.outcome.rawValue) " + $0.needIDs.joined(separator: " ") }
      .joined(separator: "; ")
  }

  private static let job = "employment j1 employer=e1 from=2015-01-01"
  private static let insured = "insurance - scheme=unemployment from=2016-01 to=2018-12"
  private static let shortage = "shortage 330300 2019 6-18-01-01"

  @Test(
    "Conditions, and the sum behind them",
    arguments: [
      // The sum goes by the list too, though it is not yet known whether anything is paid.
      (
        ["certificate c1 level=4 occupation=6-18-01-01 issuedOn=2019-05-03", job, insured],
        "undetermined catalogue.shortage-occupations certificate.kind"
      ),
      // One false condition settles it, whatever else is unknown.
      (["certificate c1 level=1 issuedOn=2019-05-03"], "not-entitled "),
      // Of an occupation that is in no list the sum does not depend.
      (
        ["certificate c1 level=4 kind=skill-level issuedOn=2019-05-03", shortage, insured, job],
        "undetermined certificate.occupation"
      ),
      (
        [
          "certificate c1 level=4 kind=skill-level occupation=6-18-01-01 issuedOn=2019-05-03",
          shortage,
        ], "undetermined employment insurance"
      ),
    ])
  func conditions(_ lines: [String], _ wanted: String) throws {
    #expect(try Self.needs(lines, of: "skill-upgrade") == wanted)
  }

  @Test("A list that nobody knows is one fact, whatever is missing of what may stand in it")
  func lists() throws {
    let plan = try Published.plan("Policies/wuxing-2024-32.md")
    let lines = ["organisation e1 kind=enterprise region=330502", "selection s1 @e1 year=2025"]
    let source = FactLines(lines, plan.vocabulary).file(on: "2025-12-31")
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let found = ExplainEngine(plans: [plan]).determine(facts).determinations
    let sheet = try #require(found.first { $0.benefit == "wuxing-2024-32/selection-score" })
    let lists = ["indicator.honours", "indicator.prizes", "indicator.scienceAwards"]
    #expect(Set(lists).isSubset(of: sheet.needIDs))
    #expect(!sheet.needIDs.contains { $0.split(separator: ".").count > 2 })
  }

  @Test("The order of the facts changes nothing")
  func order() throws {
    let lines = [
      "certificate - level=4 issuedOn=2019-05-03", "certificate - occupation=6-18-01-01 level=3",
      "certificate - kind=skill-level issuedOn=2018-05-03",
    ]
    let there = try Self.needs(lines, of: "skill-upgrade").split(separator: "; ").sorted()
    let back = try Self.needs(lines.reversed(), of: "skill-upgrade").split(separator: "; ").sorted()
    #expect(there == back)
  }
}
