import Core
import Determination
import Testing

/// What regions have set in the place of a document's figures, as determinations see it. The party
/// lives in 330302 and the document is that of 330300 unless a case says otherwise.
@Suite("Local values")
struct LocalFigureTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let values: [String]
    var facts = ["training t1 hours=36 from=2020-05-01"]
    var on = "2020-12-31"
    let answers: [String]
  }

  private static let cases = [
    Case(testDescription: "without any", values: [], answers: ["t1 not-entitled"]),
    Case(
      testDescription: "in the party's district", values: ["课时 330302 .. 36"],
      answers: ["t1 entitled 600.00"]),
    Case(
      testDescription: "in another district", values: ["课时 330303 .. 36"],
      answers: ["t1 not-entitled"]),
    Case(
      testDescription: "in the whole prefecture", values: ["课时 330300 .. 36"],
      answers: ["t1 entitled 600.00"]),
    Case(
      testDescription: "the most specific wins",
      values: ["课时 330300 .. 30", "课时 330302 .. 37"], answers: ["t1 not-entitled"]),
    Case(
      testDescription: "by the subject's own day, not that of the determination",
      values: ["课时 330302 2020-05-01..2020-05-01 36"], answers: ["t1 entitled 600.00"]),
    Case(
      testDescription: "a gap falls back", values: ["课时 330302 2020-05-02.. 36"],
      answers: ["t1 not-entitled"]),
    Case(
      testDescription: "a parameter on the day that its rule names",
      values: ["课时 330300 .. 36", "标准 330302 2020-05-01..2020-05-31 700"],
      answers: ["t1 entitled 700.00"]),
    Case(
      testDescription: "where the document has no value that day",
      values: ["课时 330300 .. 36", "标准 330302 ..2018-12-31 200"],
      facts: ["training t1 hours=36 from=2018-05-01"], answers: ["t1 entitled 200.00"]),
    Case(
      testDescription: "an unknown day that may matter",
      values: ["课时 330302 2020-01-01.. 36"], facts: ["training t1 hours=36"],
      answers: ["t1 undetermined ? training.from"]),
    Case(
      testDescription: "an unknown day that cannot: the value is the same",
      values: ["课时 330302 2020-01-01.. 40"], facts: ["training t1 hours=36"],
      answers: ["t1 not-entitled"]),
    Case(
      testDescription: "an unknown day that cannot: another district's",
      values: ["课时 330303 2020-01-01.. 36"], facts: ["training t1 hours=36"],
      answers: ["t1 not-entitled"]),
    Case(
      testDescription: "an unknown place that may matter", values: ["课时 330302 .. 36"],
      facts: ["person p2", "training t1 @p2 hours=36 from=2020-05-01"],
      answers: ["t1 undetermined ? person.region"]),
    Case(
      testDescription: "by the employer's district",
      values: ["课时 330303 .. 36"],
      facts: [
        "organisation e2 kind=enterprise region=330303",
        "employment j1 employer=e2 from=2019-01-01", "training t1 hours=36 from=2020-05-01",
      ],
      answers: ["t1 entitled 600.00"]),
    Case(
      testDescription: "a rule by the day of the determination",
      values: ["奖金额 330302 2020-12-31.. 150"],
      facts: ["award a1 series=contest grantedOn=2020-01-01"], answers: ["a1 entitled 150.00"]),
    Case(
      testDescription: "a rule by the day before",
      values: ["奖金额 330302 2020-12-31.. 150"],
      facts: ["award a1 series=contest grantedOn=2020-01-01"], on: "2020-12-30",
      answers: ["a1 entitled 100.00"]),
    Case(
      testDescription: "a stacking rule that holds", values: ["课时 330302 .. 36"],
      facts: [
        "training t1 hours=36 from=2020-05-01", "training t2 hours=36 from=2020-05-02",
      ],
      answers: ["t1 entitled 600.00", "t2 not-entitled"]),
    Case(
      testDescription: "and one that a district has put out of force",
      values: ["课时 330302 .. 36", "一次 330302 .. false"],
      facts: [
        "training t1 hours=36 from=2020-05-01", "training t2 hours=36 from=2020-05-02",
      ],
      answers: ["t1 entitled 600.00", "t2 entitled 400.00"]),
    Case(
      testDescription: "for one of the two only: the other counts by itself",
      values: ["课时 330302 .. 36", "一次 330302 2020-05-02.. false"],
      facts: [
        "training t1 hours=36 from=2020-05-01", "training t2 hours=36 from=2020-05-02",
      ],
      answers: ["t1 entitled 600.00", "t2 entitled 400.00"]),
    Case(
      testDescription: "whether it holds depends on an unknown day",
      values: ["课时 330302 .. 36", "一次 330302 2020-05-02.. false"],
      facts: ["training t1 hours=36"], answers: ["t1 undetermined ? training.from"]),
    Case(
      testDescription: "the figure of a cap",
      values: ["课时 330302 .. 36", "每年至多 330302 2020-01-01.. 800"],
      facts: [
        "training t1 hours=36 from=2020-05-01", "training t2 hours=36 from=2020-06-02",
      ],
      answers: ["t1 entitled 600.00", "t2 entitled 200.00"]),
  ]

  @Test("Region and day say which value holds", arguments: cases)
  func value(_ one: Case) throws {
    let scene = try Scene("local").setting(one.values)
    #expect(try scene.answers(one.facts, on: one.on) == one.answers)
    let other = try Scene("local").setting(one.values.reversed())
    #expect(try other.answers(one.facts.reversed(), on: one.on) == one.answers, "in another order")
  }

  @Test("The original stands beside it in text and in data")
  func shown() throws {
    let scene = try Scene("local").setting(["课时 330302 2020-01-01.. 36"])
    let report = try scene.report(["training t1 hours=36 from=2020-05-01"])
    let zh = report.text(.zh, style: .plain)
    #expect(
      zh.contains(
        "· 最少课时：36 课时  第一条\n     地方取值（鹿城区 330302，2020-01-01 起），文件原值 40 课时。试点（局，1970-01-01 登记）\n"),
      "\(zh)")
    let en = report.text(.en, style: .plain)
    #expect(
      en.contains(
        "local value (Lucheng 330302, from 2020-01-01); the document's own: 40 hours. a trial (局, recorded 1970-01-01)"
      ), "\(en)")
    #expect(
      report.json().contains(
        #""local":{"original":{"is":40,"zh":"40 课时","en":"40 hours"},"region":"330302","from":"2020-01-01","to":null,"reason":{"zh":"试点","en":"a trial"},"by":"局","cites":null,"since":"1970-01-01"}"#
      ), "\(report.json())")
  }

  @Test("A rule that does not hold says so")
  func notInForce() throws {
    let scene = try Scene("local").setting(["一次 330302 .. false"])
    let report = try scene.report(["training t1 hours=40 from=2020-05-01"])
    let notes = report.determinations[0].because.compactMap { $0.note?.en }
    #expect(notes.contains("this rule does not apply here (“once a person” is false)"), "\(notes)")
    #expect(
      report.determinations[0].because.contains { $0.id == "一次" && $0.local?.region == "330302" })
  }
}
