import Determination
import Testing

/// Where a document applies (catalogue, reading 2): by the region of the employer, else of the
/// person; for an organisation its own.
@Suite("Place and receiver")
struct PlaceTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let facts: [String]
    let answers: [String]

    init(_ name: String, _ facts: [String], _ answers: [String]) {
      testDescription = name
      self.facts = facts
      self.answers = answers
    }
  }

  private static let here = ["r1 entitled 1.00"]
  private static let relocation = "relocation r1 arrivedOn=2020-05-10"
  private static let away = "organisation e2 region=331002"

  private static let cases = [
    Case("by residence", [relocation, "person p1 region=330381"], here),
    Case("elsewhere: no entry", [relocation, "person p1 region=331002"], []),
    Case("known to be nowhere: no entry", [relocation, "person p1 region=none"], []),
    Case("unknown", [relocation, "person p1"], ["r1 undetermined ? person.region"]),
    Case(
      "by the employer rather than the residence",
      [relocation, "person p1 region=331002", "employment j1 employer=e1 from=2019-01-01"], here),
    Case(
      "the employer is elsewhere",
      [relocation, away, "employment j1 employer=e2 from=2019-01-01"], []),
    Case(
      "the employer is of an unknown region",
      [relocation, "organisation e2 kind=enterprise", "employment j1 employer=e2 from=2019-01-01"],
      ["r1 undetermined ? organisation.region"]),
    Case(
      "an employment of the day before one that has ended",
      [
        relocation, away, "employment j1 employer=e2 from=2020-01-01 to=2020-06-30",
        "employment j2 employer=e1 from=2018-01-01",
      ], here),
    Case(
      "of several the one that began last",
      [
        relocation, away, "employment j1 employer=e2 from=2019-01-01",
        "employment j2 employer=e1 from=2020-01-01",
      ], here),
    Case(
      "of those that began on one day the one that ended last",
      [
        relocation, away, "employment j1 employer=e2 from=2014-01-01 to=2015-01-01",
        "employment j2 employer=e1 from=2014-01-01 to=2020-06-14",
      ], here),
    Case(
      "all else equal by the record's id, then the employer's",
      [
        relocation, away, "employment - employer=e2 from=2019-01-01",
        "employment - employer=e1 from=2019-01-01",
      ], here),
    Case(
      "an employment that has not begun",
      [relocation, away, "employment j1 employer=e2 from=2021-01-01"], here),
    Case(
      "an employer nobody describes", [relocation, "employment j1 employer=e9 from=2019-01-01"],
      here),
  ]

  @Test("A document applies in its region", arguments: cases)
  func place(_ one: Case) throws {
    let scene = try Scene("condition", ["CONDITION": "true", "AMOUNT": "1"])
    for facts in [one.facts, one.facts.reversed()] {
      #expect(try scene.answers(facts) == one.answers)
    }
  }

  private static let receivers = [
    Case("named", ["apprenticeship a1 employer=e1 from=2020-01-01"], ["a1 entitled 1.00 → e1"]),
    Case(
      "unknown", ["apprenticeship a1 from=2020-01-01"],
      ["a1 undetermined ? apprenticeship.employer → p1"]),
    Case(
      "here, the person elsewhere",
      ["person p1 region=331002", "apprenticeship a1 employer=e1 from=2020-01-01"],
      ["a1 entitled 1.00 → e1"]),
    Case(
      "elsewhere as the person is",
      [away, "person p1 region=331002", "apprenticeship a1 employer=e2 from=2020-01-01"], []),
    Case(
      "unknown, the person elsewhere",
      ["person p1 region=331002", "apprenticeship a1 from=2020-01-01"],
      ["a1 undetermined ? apprenticeship.employer → p1"]),
    Case(
      "nobody describes it, the person elsewhere",
      ["person p1 region=331002", "apprenticeship a1 employer=e9 from=2020-01-01"],
      ["a1 undetermined ? organisation.region → e9"]),
  ]

  @Test("Who receives", arguments: receivers)
  func receiver(_ one: Case) throws {
    let scene = try Scene(
      "condition",
      [
        "CONDITION": "true", "AMOUNT": "1", "each: 引进": "each: 学徒\nreceiver: 学徒.单位",
        "if 引进.全职 then null else 引进.到岗日期": "null",
      ])
    let found = try scene.report(one.facts).determinations.map { $0.answer + " → " + $0.party }
    #expect(found == one.answers)
  }

  @Test(
    "The date held against the start of application",
    arguments: [
      ("arrivedOn=2020-01-01", "entitled 1.00"), ("arrivedOn=2019-12-31", "not-entitled"),
      ("fullTime=true", "undetermined ? relocation.arrivedOn"), ("arrivedOn=none", "not-entitled"),
    ])
  func start(_ field: String, _ answer: String) throws {
    let scene = try Scene(
      "condition",
      ["CONDITION": "true", "AMOUNT": "1", "each: 引进": "each: 引进\nevents-from: \"2020-01-01\""])
    #expect(try scene.answers(["relocation r1 " + field]) == ["r1 " + answer])
  }
}
