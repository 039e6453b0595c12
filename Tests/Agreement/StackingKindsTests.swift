import Columns
import Core
import Determination
import Facts
import FactsSupport
import PolicyDocument
import PolicyPlan
import Population
import Testing
import TestSupport

/// Every kind of stacking rule in each of its forms, on random records of many persons and
/// organisations: engines agree, and columns settle most of what is known.
@Suite("Engines agree on every kind of stacking")
struct StackingKindsTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let text: String
    /// Why columns leave it.
    var left: String?
    var testDescription: String { text }
  }

  static let forms = [
    Form(text: "kind: once; over: [grant]; per: [人, 证书.等级]"),
    Form(text: "kind: once; over: [grant, course]; per: [人]; period: year"),
    Form(text: "kind: once; over: [grant, course, prize]; per: [人]; period: month"),
    Form(text: "kind: once; over: [grant]; per: [人, 三级]"),
    Form(text: "kind: cap; over: [grant]; per: [人]; where: 三级; count: 1"),
    Form(text: "kind: cap; over: [grant]; per: [人, 三级]; amount: 5000; keep: best"),
    Form(
      text: "kind: cap; over: [grant]; per: [人]; unless: 三级; amount: 4000; keep: best"),
    Form(text: "kind: highest; over: [prize, talent]; per: [人]; other-series: P2Y"),
    Form(
      text: "kind: highest; over: [prize, talent]; per: [人]; other-series: P1Y; pay: full; "
        + "years: calendar; same-series: [talent]"),
    Form(text: "kind: one-per-month; over: [post, introduced]; per: [人]"),
    Form(text: "kind: cap; over: [grant, course]; per: [人]; period: year; amount: 4500"),
    Form(text: "kind: cap; over: [grant, course]; per: [人]; amount: 年度上限"),
    Form(text: "kind: cap; over: [course]; per: [人]; period: month; count: 1"),
    Form(text: "kind: cap; over: [registration]; per: [人]; count: 1"),
    Form(text: "kind: cap; over: [post, introduced]; per: [人]; amount: 9000"),
    Form(text: "kind: cap; over: [post]; per: [人]; period: year; count: 1"),
    Form(text: "kind: cap; over: [post]; per: [人]; period: year; amount: 2500"),
    Form(text: "kind: cap; over: [post, introduced]; per: [人]; period: month; amount: 900"),
    Form(text: "kind: cap; over: [post, introduced, course]; per: [人]; period: year; amount: 5000"),
    Form(text: "kind: cap; over: [post]; per: [人]; period: year; amount: 2500; keep: best"),
    Form(text: "kind: cap; over: [grant, course]; per: [人]; period: year; count: 2; keep: best"),
    Form(text: "kind: cap; over: [grant, course]; per: [人]; amount: 9000; keep: best"),
    Form(text: "kind: blocks; over: [grant]; lower: [course]; per: [人]; period: year"),
    Form(text: "kind: blocks; over: [registration]; lower: [introduced, post]; per: [人]"),
    Form(
      text: "kind: blocks; over: [grant]; level: 证书.等级; higher: smaller; per: [人, 证书.职业]"),
    Form(text: "kind: choice; over: [grant, course]; per: [人]; period: year"),
    Form(text: "kind: choice; over: [grant, course, prize]; per: [人]"),
    Form(
      text: "kind: quota; over: [excellent]; share: 比例; of: 实训基地; founded: 设立日期; "
        + "rank: 考评.分数; year: 考评.年度"),
  ]

  static func plan(_ forms: [Form]) throws -> Plan {
    let rules = forms.enumerated().map { number, form in
      let lines = form.text.split(separator: "; ").map { "  \($0)\n" }.joined()
      return (number == 0 ? "" : "- id: rule\(number)\n  label: { zh: 叠加, en: stacking }\n") + lines
    }
    let source = try ProjectFiles.source("Tests/Explain/Documents/stacking.md").text
      .replacing("STACKING", with: rules.joined())
    let text = SourceText(name: "stacking.md", text: source)
    let (document, faults) = PolicyDocument.read(text)
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let compiled = Plan.compile(try #require(document), vocabulary)
    let problems = (faults + compiled.diagnostics).map(\.message.en)
    try #require(problems.isEmpty, "\(problems)")
    return try #require(compiled.plan)
  }

  private func compare(_ plan: Plan, _ seeds: Range<UInt64>, _ share: Int) throws {
    let facts = try Worlds.stacked(seeds, knowing: share)
    let wanted = ExplainAnswers().answers(to: facts, under: [plan])
    let found = ColumnAnswersOfAll().answers(to: facts, under: [plan])
    let differences = wanted.filter { found[$0.key] != $0.value }.map { one, answer in
      "\(one): \(found[one]?.description ?? "nothing") instead of \(answer)"
    }
    #expect(differences.isEmpty, "\(differences.sorted().prefix(5).joined(separator: "\n"))")
    #expect(found.count == wanted.count)
  }

  @Test("Each form by itself", arguments: forms)
  func one(_ form: Form) throws {
    let plan = try Self.plan([form])
    print("stacking forms: \(form.text), seeds 0..<40")
    try compare(plan, 0..<20, 100)
    try compare(plan, 20..<40, 93)
    let engine = PopulationEngine(plans: [plan])
    let facts = try Worlds.stacked(0..<20, knowing: 100)
    let columns = engine.columns(of: facts)
    let left = Set(columns.compiled.left.map(\.reason.code)).subtracting(["COL012"])
    #expect(left == Set([form.left].compactMap { $0 }))
    let report = engine.determine(facts, columns: columns)
    #expect(form.left != nil || report.settled * 2 > report.count)
  }

  @Test(
    "Beside a quota",
    arguments: [
      (Form(text: "kind: cap; over: [excellent]; per: [机构]; amount: 1500"), [String]()),
      (Form(text: "kind: cap; over: [excellent]; per: [机构]; period: year; count: 1"), []),
      (Form(text: "kind: once; over: [excellent]; per: [机构]"), ["test/excellent COL004"]),
    ])
  func quota(_ form: Form, _ left: [String]) throws {
    let quota = try #require(Self.forms.first { $0.text.contains("quota") })
    let plan = try Self.plan([quota, form])
    print("stacking forms: \(form.text) beside a quota, seeds 0..<40")
    try compare(plan, 0..<20, 100)
    try compare(plan, 20..<40, 97)
    let columns = PopulationEngine(plans: [plan]).columns(
      of: try Worlds.stacked(0..<20, knowing: 100))
    let found = columns.compiled.left.map { plan.benefits[$0.benefit].id + " " + $0.reason.code }
    #expect(found == left)
  }

  @Test("Two forms together", arguments: 0..<48)
  func two(_ number: Int) throws {
    let all = Self.forms.filter { $0.left == nil && !$0.text.contains("quota") }
    let pair = [all[number % all.count], all[(number * 7 + 3) % all.count]]
    print("stacking forms: \(pair.map(\.text)), seeds 40..<52")
    let plan = try Self.plan(pair)
    try compare(plan, 40..<46, 100)
    try compare(plan, 46..<52, 95)
  }
}
