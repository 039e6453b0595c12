import Determination
import Testing

/// The other values of settings that a document, or an assumption of it, may choose.
@Suite("Stacking: settings")
struct SettingTests {
  private static func bases(_ count: Int) -> [String] {
    (1...count).map { "base b\($0) level=city foundedOn=2019-05-01" }
  }

  private static func score(_ id: String, _ score: Int?) -> String {
    "evaluation \(id) year=2020 rating=合格" + (score.map { " score=\($0)" } ?? "")
  }

  private static let quotaCases = [
    StackingCase(
      "a tie across the cut is taken",
      bases(4) + [score("v1", 90), score("v2", 80), score("v3", 80)],
      ["v1 entitled 1000.00", "v2 entitled 1000.00", "v3 entitled 1000.00"]),
    StackingCase(
      "a tie behind the cut is not",
      bases(4) + [score("v1", 90), score("v2", 85), score("v3", 80), score("v4", 80)],
      ["v1 entitled 1000.00", "v2 entitled 1000.00", "v3 not-entitled", "v4 not-entitled"]),
    StackingCase(
      "rounded to the nearest", bases(3) + [score("v1", 90), score("v2", 80), score("v3", 70)],
      ["v1 entitled 1000.00", "v2 entitled 1000.00", "v3 not-entitled"]),
    StackingCase(
      "half a place is one", bases(1) + [score("v1", 90)], ["v1 entitled 1000.00"]),
    StackingCase(
      "an unknown score at the cut",
      bases(4) + [score("v1", 90), score("v2", 80), score("v3", 80), score("v4", nil)],
      [
        "v1 entitled 1000.00", "v2 undetermined ? evaluation.score",
        "v3 undetermined ? evaluation.score", "v4 undetermined ? evaluation.score",
      ]),
  ]

  @Test("Ties taken in, rounded to the nearest", arguments: quotaCases)
  func quota(_ one: StackingCase) throws {
    let rule = """
        kind: quota
        over: [excellent]
        share: 比例
        of: 实训基地
        where: { 级别: 市 }
        founded: 设立日期
        rank: 考评.分数
        year: 考评.年度
        rounding: nearest
        ties: in
      """
    try one.check(rule, of: ["excellent"], on: "2021-06-30")
  }

  private static func award(_ id: String, _ series: String, _ rank: Int, _ day: String) -> String {
    "award \(id) series=\(series) rank=\(rank) grantedOn=\(day) level=city"
  }

  private static let highestCases = [
    StackingCase(
      "higher than an earlier one: in full",
      [award("a1", "leading-talent", 3, "2019-05-02"), award("a2", "contest", 5, "2020-05-01")],
      ["a1 entitled 3000.00", "a2 entitled 5000.00"]),
    StackingCase(
      "not higher: nothing",
      [award("a1", "leading-talent", 5, "2019-05-02"), award("a2", "contest", 5, "2020-05-01")],
      ["a1 entitled 5000.00", "a2 entitled 0.00"]),
    StackingCase(
      "a series that does not count against itself",
      [award("a1", "contest", 5, "2019-05-02"), award("a2", "contest", 3, "2020-05-01")],
      ["a1 entitled 5000.00", "a2 entitled 3000.00"]),
    StackingCase(
      "a series that does",
      [
        award("a1", "leading-talent", 5, "2019-05-02"),
        award("a2", "leading-talent", 3, "2020-05-01"),
      ],
      ["a1 entitled 5000.00", "a2 entitled 0.00"]),
    StackingCase(
      "the window by the numbers of the years",
      [award("a1", "leading-talent", 5, "2018-12-31"), award("a2", "contest", 3, "2020-01-01")],
      ["a1 entitled 5000.00", "a2 entitled 3000.00"]),
    StackingCase(
      "an earlier one of unknown rank leaves the sum open",
      [
        "award a1 series=leading-talent grantedOn=2019-05-02 level=city",
        award("a2", "contest", 5, "2020-05-01"),
      ],
      ["a1 undetermined ? award.rank", "a2 undetermined ? award.rank"]),
  ]

  @Test("Awards: paid in full, by calendar years, one series for itself", arguments: highestCases)
  func highest(_ one: StackingCase) throws {
    let rule = """
        kind: highest
        over: [prize, talent]
        per: [人]
        same-series: [talent]
        other-series: P2Y
        years: calendar
        pay: full
      """
    let scene = try Scene("stacking", ["STACKING": rule])
    for facts in [one.facts, one.facts.reversed()] {
      let answers = try scene.report(facts).determinations
        .filter { $0.gross != nil || $0.outcome == .undetermined }.map(\.answer)
      #expect(Set(answers) == Set(one.answers))
    }
  }
}
