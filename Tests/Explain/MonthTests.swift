import Testing

/// Benefits paid by the month: at most six months from the month after the certificate, 500 a month
/// for level 2 (600 from September 2019), 1000 for level 1.
@Suite("Months")
struct MonthTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let facts: [String]
    let answer: String
    var counted = "window"
    var cap = ""
    var on = "2020-12-31"

    init(
      _ name: String, _ facts: [String], _ answer: String, counted: String = "window",
      cap: String = "", on: String = "2020-12-31"
    ) {
      testDescription = name
      self.facts = facts
      self.answer = answer
      self.counted = counted
      self.cap = cap
      self.on = on
    }
  }

  private static let counts =
    "(some 工作 in 就业 satisfies 覆盖(工作, 月末(月))) and (some 段 in 参保 satisfies 覆盖(段, 月))"
  private static let certificate = "certificate c1 level=2 issuedOn=2019-05-31"
  private static let job = "employment - employer=e1 from=2019-01-01"
  private static let insured = "insurance - scheme=pension from=2019-01"
  private static let gap = [
    "insurance - scheme=pension from=2019-01 to=2019-07",
    "insurance - scheme=medical from=2019-10",
  ]

  private static let cases = [
    Case(
      "six months, two rates", [certificate, job, insured],
      "entitled 3300.00 2019-06..2019-08×500.00 2019-09..2019-11×600.00"),
    Case(
      "through the month of the day, which counts whole", [certificate, job, insured],
      "entitled 1000.00 2019-06..2019-07×500.00", on: "2019-07-01"),
    Case("before the first month", [certificate, job, insured], "not-entitled", on: "2019-05-31"),
    Case(
      "a gap uses up the window", [certificate, job] + gap,
      "entitled 2200.00 2019-06..2019-07×500.00 2019-10..2019-11×600.00"),
    Case(
      "a gap does not use up paid months", [certificate, job] + gap,
      "entitled 3400.00 2019-06..2019-07×500.00 2019-10..2020-01×600.00", counted: "paid"),
    Case(
      "a month counts by its last day",
      [certificate, "employment - employer=e1 from=2019-01-01 to=2019-07-30", insured],
      "entitled 500.00 2019-06..2019-06×500.00"),
    Case(
      "the last month by the day itself",
      [certificate, "employment - employer=e1 from=2019-01-01 to=2019-07-30", insured],
      "entitled 1000.00 2019-06..2019-07×500.00", on: "2019-07-30"),
    Case(
      "no month at all",
      [certificate, job] + ["insurance - scheme=injury from=2018-01 to=2018-05"],
      "not-entitled"),
    Case("insurance unknown", [certificate, job], "undetermined ? insurance"),
    Case("employment unknown", [certificate, insured], "undetermined ? employment"),
    Case(
      "a rate unknown", ["certificate c1 issuedOn=2019-05-31", job, insured],
      "undetermined ? certificate.level"),
    Case(
      "the first month unknown", ["certificate c1 level=2", job, insured],
      "undetermined ? certificate.issuedOn"),
    Case(
      "a false condition settles it", ["certificate c1 level=3", job], "not-entitled"),
    Case(
      "months unknown before the sixth that is sure",
      [
        certificate, job, "insurance - scheme=pension from=2019-09",
        "insurance - scheme=medical to=2019-07",
      ],
      "undetermined ? insurance.from", counted: "paid"),
    Case(
      "a cap on the sum", [certificate, job, insured],
      "entitled 2000.00 2019-06..2019-09×500.00",
      cap: "| 上限 | `most` | 最高 | at most | `2000` |"),
    Case(
      "a cap that is not reached", [certificate, job, insured],
      "entitled 3300.00 2019-06..2019-08×500.00 2019-09..2019-11×600.00",
      cap: "| 上限 | `most` | 最高 | at most | `4000` |"),
  ]

  @Test("Months that count, and what each pays", arguments: cases)
  func months(_ one: Case) throws {
    let words = ["COUNTED": one.counted, "CAP": one.cap, "COUNTS": Self.counts]
    let scene = try Scene("monthly", words)
    #expect(try scene.answers(one.facts, on: one.on) == ["c1 " + one.answer])
  }
}
