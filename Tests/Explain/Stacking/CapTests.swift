import Core
import Determination
import Testing

@Suite("Stacking: cap")
struct CapTests {
  private static let capAmountCases = [
    StackingCase(
      "up to the sum, in order of time",
      [
        StackingCase.course("t1", 4000, "2020-01-01"),
        StackingCase.course("t2", 4000, "2020-02-01"),
        StackingCase.course("t3", 4000, "2020-03-01"),
      ],
      ["t1 entitled 4000.00", "t2 entitled 2000.00", "t3 entitled 0.00"]),
    StackingCase(
      "each year by itself",
      [
        StackingCase.course("t1", 6000, "2019-12-31"),
        StackingCase.course("t2", 6000, "2020-01-01"),
      ],
      ["t1 entitled 6000.00", "t2 entitled 6000.00"]),
    StackingCase(
      "open earlier, and it matters",
      ["training t1 cost=4000 from=2020-01-01", StackingCase.course("t2", 4000, "2020-02-01")],
      ["t1 undetermined ? training.kind", "t2 undetermined ? training.kind"]),
    StackingCase(
      "open earlier, of a sum that fits in",
      [
        "training t1 cost=0 from=2020-01-01", StackingCase.course("t2", 6000, "2020-02-01"),
      ],
      ["t1 undetermined ? training.kind", "t2 entitled 6000.00"]),
    StackingCase(
      "open earlier, and both fit",
      ["training t1 cost=2000 from=2020-01-01", StackingCase.course("t2", 4000, "2020-02-01")],
      ["t1 undetermined ? training.kind", "t2 entitled 4000.00"]),
    StackingCase(
      "open of the same day, and lower: it comes later",
      ["training t1 cost=4000 from=2020-02-01", StackingCase.course("t2", 5000, "2020-02-01")],
      ["t1 undetermined ? training.kind", "t2 entitled 5000.00"]),
    StackingCase(
      "open earlier, of unknown sum",
      ["training t1 kind=skill from=2020-01-01", StackingCase.course("t2", 1000, "2020-02-01")],
      ["t1 undetermined ? training.cost", "t2 undetermined ? training.cost"]),
    StackingCase(
      "open later",
      [StackingCase.course("t1", 4000, "2020-01-01"), "training t2 kind=skill from=2020-02-01"],
      ["t1 entitled 4000.00", "t2 undetermined ? training.cost"]),
    StackingCase(
      "an unknown day, and both fit",
      ["training t1 kind=skill cost=1000", StackingCase.course("t2", 5000, "2020-02-01")],
      ["t1 entitled 1000.00", "t2 entitled 5000.00"]),
    StackingCase(
      "an unknown day, and both do not fit",
      ["training t1 kind=skill cost=2000", StackingCase.course("t2", 5000, "2020-02-01")],
      ["t1 undetermined ? training.from", "t2 undetermined ? training.from"]),
    StackingCase(
      "used up whatever is open",
      [
        StackingCase.course("t1", 6000, "2020-01-01"), "training t2 from=2020-02-01",
        StackingCase.course("t3", 1000, "2020-03-01"),
      ],
      [
        "t1 entitled 6000.00", "t2 undetermined ? training.cost training.kind",
        "t3 entitled 0.00",
      ]),
  ]

  @Test("At most a sum a year", arguments: capAmountCases)
  func capAmount(_ one: StackingCase) throws {
    try one.check(
      "  kind: cap\n  over: [course]\n  per: [人]\n  period: year\n  amount: 6000", of: ["course"])
  }

  private static let capCountCases = [
    StackingCase(
      "up to the number",
      [
        StackingCase.course("t1", 100, "2020-01-01"), StackingCase.course("t2", 200, "2020-02-01"),
        StackingCase.course("t3", 300, "2020-03-01"),
      ],
      ["t1 entitled 100.00", "t2 entitled 200.00", "t3 entitled 0.00"]),
    StackingCase(
      "an open one that fits in",
      ["training t1 from=2020-01-01 cost=5", StackingCase.course("t2", 200, "2020-02-01")],
      ["t1 undetermined ? training.kind", "t2 entitled 200.00"]),
    StackingCase(
      "an open one too many",
      [
        "training t1 from=2020-01-01 cost=5", StackingCase.course("t2", 200, "2020-02-01"),
        StackingCase.course("t3", 300, "2020-03-01"),
      ],
      ["t1 undetermined ? training.kind", "t2 entitled 200.00", "t3 undetermined ? training.kind"]),
  ]

  @Test("At most a number of cases", arguments: capCountCases)
  func capCount(_ one: StackingCase) throws {
    try one.check("  kind: cap\n  over: [course]\n  per: [人]\n  count: 2", of: ["course"])
  }

  private static let capFigureCases = [
    StackingCase(
      "the figure of the day",
      [
        StackingCase.course("t1", 5000, "2019-06-01"),
        StackingCase.course("t2", 5000, "2020-06-01"),
      ],
      ["t1 entitled 3000.00", "t2 entitled 5000.00"]),
    StackingCase(
      "no figure of the day", [StackingCase.course("t1", 5000, "2018-06-01")], ["t1 undetermined"]),
    StackingCase(
      "an unknown day", ["training t1 kind=skill cost=5000"],
      ["t1 undetermined ? training.from"]),
  ]

  @Test("At most a figure of the document", arguments: capFigureCases)
  func capFigure(_ one: StackingCase) throws {
    try one.check(
      "  kind: cap\n  over: [course]\n  per: [人]\n  period: year\n  amount: 年度上限",
      of: ["course"])
  }

  private static let post = "certificate c1 level=1 issuedOn=2019-09-15 kind=skill-level"

  private static let monthlyCases = [
    StackingCase(
      "the months go with the sum", [post],
      ["c1 entitled 2500.00 2019-10..2019-11×1000.00 2019-12..2019-12×500.00"])
  ]

  @Test("A monthly benefit that is cut loses its last months", arguments: monthlyCases)
  func monthly(_ one: StackingCase) throws {
    try one.check(
      "  kind: cap\n  over: [post]\n  per: [人]\n  amount: 2500", of: ["post"], on: "2020-06-30")
  }

  private static let yearlyCases = [
    StackingCase(
      "each year by its own months", [post],
      [
        "c1 entitled 5000.00 2019-10..2019-11×1000.00 2019-12..2019-12×500.00 "
          + "2020-01..2020-02×1000.00 2020-03..2020-03×500.00"
      ]),
    StackingCase(
      "two in one year",
      [post, "certificate c2 level=2 issuedOn=2019-11-15 kind=skill-level"],
      [
        "c1 entitled 5000.00 2019-10..2019-11×1000.00 2019-12..2019-12×500.00 "
          + "2020-01..2020-02×1000.00 2020-03..2020-03×500.00", "c2 entitled 0.00",
      ]),
  ]

  @Test("A yearly cap of a monthly benefit counts its months", arguments: yearlyCases)
  func yearly(_ one: StackingCase) throws {
    try one.check(
      "  kind: cap\n  over: [post]\n  per: [人]\n  period: year\n  amount: 2500", of: ["post"],
      on: "2020-06-30")
  }

  @Test("Ten thousand cases of one party take no quadratic time", .timeLimit(.minutes(1)))
  func large() throws {
    let scene = try Scene(
      "stacking",
      ["STACKING": "  kind: cap\n  over: [course]\n  per: [人]\n  period: year\n  amount: 6000"])
    let facts = (0..<10_000).map { number in
      StackingCase.course(
        "t\(number)", 1, CivilDate(dayNumber: 15_000 + number % 3000).description)
    }
    let total = try scene.report(facts).determinations.filter { $0.benefit == "test/course" }
      .compactMap(\.amount).reduce(Int64(0)) { $0 + $1.fen }
    #expect(total == 10_000 * 100)
  }

  @Test("At most a number of cases that are not money")
  func capInKind() throws {
    let one = StackingCase(
      "not money",
      [
        "relocation r1 arrivedOn=2020-01-01 confirmed=true",
        "relocation r2 arrivedOn=2020-02-01 confirmed=true",
      ],
      ["r1 entitled", "r2 not-entitled"])
    try one.check(
      "  kind: cap\n  over: [registration]\n  per: [人]\n  count: 1", of: ["registration"])
  }
}
