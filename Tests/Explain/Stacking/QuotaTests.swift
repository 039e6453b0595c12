import Testing

@Suite("Stacking: quota")
struct QuotaTests {
  private static func bases(_ count: Int, _ year: Int = 2019) -> [String] {
    (1...count).map { "base b\($0) level=city foundedOn=\(year)-05-01" }
  }

  private static func score(_ id: String, _ score: Int?, _ more: String = "rating=合格") -> String {
    "evaluation \(id) year=2020 \(more)" + (score.map { " score=\($0)" } ?? "")
  }

  /// Half of all bases, so that four bases make two places.
  private static let quotaCases = [
    StackingCase(
      "the best", bases(4) + [score("v1", 90), score("v2", 80), score("v3", 70)],
      ["v1 entitled 1000.00", "v2 entitled 1000.00", "v3 not-entitled"]),
    StackingCase(
      "rounded down", bases(3) + [score("v1", 90), score("v2", 80)],
      ["v1 entitled 1000.00", "v2 not-entitled"]),
    StackingCase(
      "a tie across the cut", bases(4) + [score("v1", 90), score("v2", 80), score("v3", 80)],
      ["v1 entitled 1000.00", "v2 not-entitled", "v3 not-entitled"]),
    StackingCase(
      "founded later",
      bases(3) + [
        "base b9 level=city foundedOn=2021-01-01", score("v1", 90),
        score("v2", 80),
      ],
      ["v1 entitled 1000.00", "v2 not-entitled"]),
    StackingCase(
      "of another level",
      bases(3) + [
        "base b9 level=province foundedOn=2019-01-01",
        score("v1", 90), score("v2", 80),
      ],
      ["v1 entitled 1000.00", "v2 not-entitled"]),
    StackingCase(
      "of another region",
      bases(3) + [
        "organisation e2 region=331000 kind=enterprise",
        "base b9 @e2 level=city foundedOn=2019-01-01", score("v1", 90), score("v2", 80),
      ],
      ["v1 entitled 1000.00", "v2 not-entitled"]),
    StackingCase(
      "of an unknown region",
      bases(3) + [
        "organisation e2 kind=enterprise",
        "base b9 @e2 level=city foundedOn=2019-01-01", score("v1", 90), score("v2", 80),
        score("v3", 70),
      ],
      ["v1 entitled 1000.00", "v2 undetermined ? organisation.region", "v3 not-entitled"]),
    StackingCase(
      "founded on an unknown day",
      bases(3) + ["base b9 level=city", score("v1", 90), score("v2", 80)],
      ["v1 entitled 1000.00", "v2 undetermined ? base.foundedOn"]),
    StackingCase(
      "an unknown score moves only those at the cut",
      bases(4) + [score("v1", 90), score("v2", 80), score("v3", 70), score("v4", nil)],
      [
        "v1 entitled 1000.00", "v2 undetermined ? evaluation.score", "v3 not-entitled",
        "v4 undetermined ? evaluation.score",
      ]),
    StackingCase(
      "an unknown score when all fit in", bases(4) + [score("v1", 90), score("v2", nil)],
      ["v1 entitled 1000.00", "v2 entitled 1000.00"]),
    StackingCase(
      "an open rival",
      bases(4)
        + [score("v1", 90), score("v2", 80), score("v3", 85, "open=1")]
        .map { $0.replacing("open=1", with: "") },
      [
        "v1 entitled 1000.00", "v2 undetermined ? evaluation.rating",
        "v3 undetermined ? evaluation.rating",
      ]),
    StackingCase(
      "a rival of an unknown year",
      bases(4) + [score("v1", 90), score("v2", 80), "evaluation v3 score=85 rating=合格"],
      [
        "v1 entitled 1000.00", "v2 undetermined ? evaluation.year",
        "v3 undetermined ? evaluation.year",
      ]),
    StackingCase(
      "an unknown score beside a rival of an unknown year",
      bases(2) + [score("v1", nil), "evaluation v2 score=85 rating=合格"],
      [
        "v1 undetermined ? evaluation.score evaluation.year",
        "v2 undetermined ? evaluation.score evaluation.year",
      ]),
    StackingCase(
      "an unknown score beside an open rival",
      bases(2) + [score("v1", nil), score("v2", 70, "")],
      [
        "v1 undetermined ? evaluation.rating evaluation.score",
        "v2 undetermined ? evaluation.rating evaluation.score",
      ]),
    StackingCase(
      "the score of the only one does not matter",
      bases(1) + ["base b9 level=city", score("v1", nil)], ["v1 undetermined ? base.foundedOn"]),
    StackingCase("no place", bases(1) + [score("v1", nil)], ["v1 not-entitled"]),
  ]

  @Test("The best of a year", arguments: quotaCases)
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
        ties: out
      """
    try one.check(rule, of: ["excellent"], on: "2021-06-30")
  }
}
