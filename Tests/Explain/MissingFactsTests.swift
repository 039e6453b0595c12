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

  @Test("What is wrong with a rule whatever is told is said, and no fact is missing then")
  func defect() throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let line = "delegation d1 @e1 contest=national-1 on=2019-06-01 entryCost=none"
    let source = FactLines([line], plan.vocabulary).file(on: "2020-06-30")
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let report = ExplainEngine(plans: [plan]).determine(facts)
    let found = try #require(
      report.determinations.first { $0.benefit == "wenzhou-2018-242/contest-team" })
    #expect(found.outcome == .undetermined)
    #expect(found.needIDs.isEmpty)
    let open = found.because.filter { $0.verdict == .unknown }
    #expect(open.map { $0.note?.zh } == ["参与运算的值是空值（FEEL-N02）"])
    #expect(open.map { $0.note?.en } == ["an operand is null (FEEL-N02)"])
  }

  @Test("Where nothing may be tried out, an open case lacks what those beside it ask for too")
  func untried() throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let relocation = "fromRegion=310000 contractMonths=36"
    let lines = [
      "certificate c1 level=2 kind=qualification occupation=6-18-01-01 issuedOn=2016-05-15",
      "insurance - scheme=pension from=2016-01 to=none", Self.job,
      "relocation r1 employer=e1 \(relocation) confirmed=true",
      "relocation r2 employer=e1 \(relocation) arrivedOn=2019-04-01", Self.shortage,
    ]
    let source = FactLines(lines, plan.vocabulary).file(on: "2020-06-30")
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    func needs(effort: Int?) -> [String] {
      let scope = Scope(isExplaining: true, narrowsMissing: true, effort: effort)
      return ExplainEngine(plans: [plan]).assess(facts, scope).flatMap(\.findings)
        .map(\.determination).filter { $0.benefit == "wenzhou-2018-242/introduced-allowance" }
        .map { "\($0.subject ?? "-"): " + $0.needIDs.joined(separator: " ") }
    }
    let own = "relocation.arrivedOn relocation.confirmed"
    // The list of the year of an unknown arrival is asked for when the arrival is known.
    let all = "catalogue.shortage-occupations " + own
    #expect(needs(effort: nil) == ["r1: \(all)", "r2: \(all)"])
    #expect(needs(effort: 0) == ["r1: \(own)", "r2: \(own)"])
  }

  @Test(
    "Each missing fact has a proof: all else told, it alone makes a difference",
    arguments: [
      (["certificate c1 level=4 occupation=6-18-01-01 issuedOn=2019-05-03", job, insured], 2),
      (
        [
          "certificate c1 level=4 kind=skill-level occupation=6-18-01-01 issuedOn=2019-05-03",
          shortage,
        ], 2
      ),
      (["certificate c1 level=4 issuedOn=2019-05-03"], 5),
    ])
  func proofs(_ lines: [String], _ count: Int) throws {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let source = FactLines(lines, plan.vocabulary).file(on: "2020-06-30")
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let engine = ExplainEngine(plans: [plan])
    func answer(_ facts: FactBase) -> (finding: Finding, text: String)? {
      let scope = Scope(owners: ["p1"], isExplaining: false)
      return engine.assess(facts, scope).flatMap(\.findings)
        .first { $0.determination.benefit == "wenzhou-2018-242/skill-upgrade" }
        .map { finding in
          let one = finding.determination
          return (finding, "\(one.outcome.rawValue) \(one.amount?.description ?? "")")
        }
    }
    let open = try #require(answer(facts))
    let found = engine.missingFacts(of: open.finding, 0, facts)
    #expect(found.unproven.map(\.id) == [])
    #expect(Set(found.proven.map(\.fact.id)).count == count)
    for proof in found.proven {
      let texts = [proof.one, proof.other].map { answer($0)?.text }
      #expect(texts[0] != texts[1], "\(proof.fact.id)")
      #expect(texts[1] != "undetermined ", "\(proof.fact.id)")
    }
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
