import Core

/// Sums, numbers, levels of certificates and months.
extension MonotoneTests {
  private static func yuan(_ fen: Int) -> String { Money(fen: Int64(fen)).description }

  private static func apprentice(_ fen: Int, _ other: Int, _ id: Int, _ region: String) -> [String]
  {
    [
      "person p\(id) region=\(region)",
      "apprenticeship s\(id) @p\(id) employer=e-\(region) year=\(1 + other % 2) joined=new-hire "
        + "from=2025-0\(1 + other % 9)-01 feePaid=\(yuan(fen))",
    ]
  }

  /// A certificate of a listed occupation, a job since long before, and insurance for a while.
  static func worker(_ level: Int, _ months: Int, _ id: Int) -> [String] {
    let last = CivilDate(year: 2015, month: 1, day: 1)?.adding(months: max(0, months - 1)).monthText
    return [
      "person p\(id) region=330302",
      "certificate s\(id) @p\(id) level=\(level) kind=skill-level occupation=6-18-01-01 "
        + "issuedOn=2019-05-15",
      "employment j\(id) @p\(id) employer=e-330302 from=2014-01-01",
      "insurance - @p\(id) scheme=unemployment from=2015-01 to=\(last ?? "2015-01")",
    ]
  }

  static let families = [
    Family(
      testDescription: "the fee of an apprentice", benefit: "wenzhou-2018-242/apprenticeship",
      range: 0...2_000_000, day: "2026-12-31"
    ) { apprentice($0, $1, $2, "330302") },
    Family(
      testDescription: "the fee of an apprentice in Wuxing",
      benefit: "wuxing-2024-32/apprenticeship", range: 0...2_000_000, day: "2026-12-31"
    ) { apprentice($0, $1, $2, "330502") },
    Family(
      testDescription: "the cost of a class", benefit: "wenzhou-2018-242/leading-school-class",
      range: 0...30_000_000, day: "2020-12-31"
    ) {
      [
        "seminar s\($2) @e-330302 kind=leading-school-class on=2019-06-01 inPlan=true "
          + "participants=\($1 % 80) cost=\(yuan($0))"
      ]
    },
    Family(
      testDescription: "the participants of a class",
      benefit: "wenzhou-2018-242/leading-school-class", range: 0...120, day: "2020-12-31"
    ) {
      [
        "seminar s\($2) @e-330302 kind=leading-school-class on=2019-06-01 inPlan=true "
          + "participants=\($0) cost=\(yuan($1 * 30_000))"
      ]
    },
    Family(
      testDescription: "the cost of a contest", benefit: "wenzhou-2018-242/contest-organiser",
      range: 0...20_000_000, day: "2020-12-31"
    ) {
      let classes = ["provincial-1", "provincial-2", "city"]
      return ["contest s\($2) @e-330302 class=\(classes[$1 % 3]) on=2019-06-01 cost=\(yuan($0))"]
    },
    Family(
      testDescription: "the cost of start-up training",
      benefit: "wenzhou-2018-242/start-up-training", range: 0...2_000_000, day: "2020-12-31"
    ) {
      [
        "person p\($2) region=330302",
        "training s\($2) @p\($2) kind=start-up from=2019-06-01 cost=\(yuan($0))",
      ]
    },
    Family(
      testDescription: "the costs of a team", benefit: "wenzhou-2018-242/contest-team",
      range: 0...2_000_000, day: "2020-12-31"
    ) {
      [
        "delegation s\($2) @e-330302 contest=provincial-1 on=2019-06-01 "
          + "trainingCost=\(yuan($0)) entryCost=\(yuan($1))"
      ]
    },
    Family(
      testDescription: "the level of a certificate", benefit: "wenzhou-2018-242/skill-upgrade",
      range: 0...2, day: "2020-06-30"
    ) { worker(5 - $0, 8 + $1 % 8, $2) },
    Family(
      testDescription: "the level in Taizhou", benefit: "taizhou/skill-allowance", range: 0...3,
      day: "2022-06-30"
    ) {
      [
        "person p\($2) region=331002",
        "certificate s\($2) @p\($2) level=\(5 - $0) issuedOn=2021-0\(1 + $1 % 9)-01",
      ]
    },
    Family(
      testDescription: "insured months", benefit: "wenzhou-2018-242/skill-upgrade", range: 1...72,
      day: "2021-06-30"
    ) { worker(3 + $1 % 3, $0, $2) },
    Family(
      testDescription: "insured months in the window", benefit: "wenzhou-2018-242/post-allowance",
      range: 50...110, day: "2024-12-31"
    ) { worker(1 + $1 % 2, $0, $2) },
    Family(
      testDescription: "months since the arrival", benefit: "wuxing-2024-32/living-rent",
      range: 0...48, day: "2028-12-31"
    ) {
      let day = CivilDate(year: 2028, month: 12, day: 1 + $1 % 28)?.adding(months: -$0)
      return [
        "person p\($2) region=330502",
        "certificate - @p\($2) level=\(1 + $1 % 3) kind=skill-level issuedOn=2020-01-01",
        "relocation s\($2) @p\($2) employer=e-330502 arrivedOn=\(day?.description ?? "")",
      ]
    },
  ]
}
