import Core
import Determination
import Testing
import TestSupport

/// One set of facts, whole: text in both languages and JSON, in files for people to read.
@Suite("The whole output")
struct GoldenTests {
  private static let facts = [
    "certificate c1 level=3 issuedOn=2019-05-03 occupation=6-18-01-01 kind=skill-level",
    "certificate c2 level=2 issuedOn=2019-06-10 occupation=6-18-01-01 kind=skill-level",
    "certificate c3 level=1 issuedOn=2020-02-20 occupation=4-01-02-03",
    "relocation r1 arrivedOn=2019-09-01 fullTime=true contractMonths=none confirmed=true",
    "training t1 kind=skill cost=4000.5 from=2020-01-01",
    "claim - benefit=test/grant subject=c1 on=2020-01-01 amount=1000",
    "claim - benefit=test/course subject=t1 on=2020-03-01",
  ]

  @Test("Text and JSON", arguments: ["zh", "en", "json"])
  func output(_ form: String) throws {
    let rule = """
        kind: once
        over: [grant]
        per: [人, 证书.职业]
        keep: earliest
        assumes: [比例]
      - id: monthly
        label: { zh: 每月一份, en: one a month }
        kind: one-per-month
        over: [post, introduced]
        per: [人]
        keep: highest
      """
    let report = try Scene("stacking", ["STACKING": rule]).report(Self.facts)
    let text: String
    switch Language(rawValue: form) {
    case let language?: text = report.text(language)
    case nil: text = report.json(indented: true) + "\n"
    }
    #expect(try text == Corpus("Golden").expected("sample-" + form, now: text))
  }
}
