import Core
import Explain
import Facts
import PolicyPlan
import Testing

/// A benefit paid by the month is looked through in stretches while no month counts: the answer to
/// "until when" must be the same on every day before it, also where a stretch ends.
@Suite("Until when no month counts")
struct NextMonthTests {
  struct Case: Sendable {
    let counted: String
    /// The days asked on, and what each must say; "-" for never.
    let expected: [(on: String, until: String)]
  }

  private static let cases = [
    // The first month is June 2019: stretches end with May 2021 and May 2023.
    Case(
      counted: "paid",
      expected: [
        ("2019-05-31", "2021-06-01"), ("2019-06-01", "2021-06-01"), ("2021-03-31", "2021-06-01"),
        ("2021-04-30", "2021-06-01"), ("2021-05-01", "2021-06-01"), ("2021-05-31", "2021-06-01"),
        ("2021-06-01", "2023-06-01"), ("2023-05-31", "2023-06-01"), ("2023-06-01", "2025-06-01"),
      ]),
    // A window of six months is over for good with November.
    Case(
      counted: "window",
      expected: [
        ("2019-05-31", "-"), ("2019-10-31", "-"), ("2019-11-30", "-"), ("2021-05-31", "-"),
      ]),
  ]

  @Test("The same on every day before it", arguments: cases)
  func stable(_ one: Case) throws {
    let counts =
      "(some 工作 in 就业 satisfies 覆盖(工作, 月末(月))) and (some 段 in 参保 satisfies 覆盖(段, 月))"
    let scene = try Scene("monthly", ["COUNTED": one.counted, "CAP": "", "COUNTS": counts])
    let lines = [
      "certificate c1 level=2 issuedOn=2019-05-31",
      "employment - employer=e1 from=2018-01-01 to=2018-06-30",
      "insurance - scheme=pension from=2018-01 to=2018-06",
    ]
    for (on, until) in one.expected {
      let source = FactLines(lines, scene.plan.vocabulary).file(on: on)
      let facts = try FactsFile.read(source, FactsSchema(scene.plan.vocabulary))
      let results = ExplainEngine(plans: [scene.plan]).assess(facts, Scope(isExplaining: false))
      let found = results.flatMap(\.findings).map { $0.until?.description ?? "-" }
      #expect(found == [until], "\(one.counted) on \(on)")
    }
  }
}
