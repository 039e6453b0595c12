import Core
import Determination
import Explain
import Facts
import Foundation
import HTTP
import PolicyPlan
import Testing
import Vocabulary

@testable import Routes

@Suite struct InterviewTests {
  /// Answers of a senior worker with everything in order, by the key of the question.
  private static let worker: [String: [(String, String)]] = [
    "party": [("value", "person")], "cases-person": [("value", "certificate")],
    "party.region": [("value", "330302")], "certificate.1.occupation": [("value", "6-18-01-01")],
    "certificate.1.level": [("value", "3")], "certificate.1.kind": [("value", "skill-level")],
    "certificate.1.issuedOn": [("year", "2019"), ("month", "5"), ("day", "3")],
    "certificate.1.more": [("value", "false")], "employment.any": [("value", "true")],
    "employment.1~employer.kind": [("value", "enterprise")],
    "employment.1~employer.region": [("value", "330302")],
    "employment.1.from": [("year", "2015"), ("month", "1"), ("day", "1")],
    "employment.1.to": [("escape", "ongoing")], "employment.1.more": [("value", "false")],
    "insurance.any": [("value", "true")], "insurance.1.scheme": [("value", "unemployment")],
    "insurance.1.from": [("year", "2016"), ("month", "1")],
    "insurance.1.to": [("year", "2018"), ("month", "12")],
    "insurance.1.region": [("value", "330300")], "claim.any": [("value", "false")],
    "insurance.1.more": [("value", "false")],
    "shortage.330300.2019.6-18-01-01": [("value", "true")],
  ]

  /// Answers every question until the summary.
  func walk(
    _ visitor: Visitor, _ language: String = "zh",
    changing changes: [String: [(String, String)]] = [:]
  ) throws {
    try visitor.get("/\(language)/check/")
    try visitor.post([])
    var count = 0
    while let key = visitor.question, count < 100 {
      let fields = try #require(changes[key] ?? Self.worker[key], "no answer to \(key)")
      try visitor.post(fields)
      #expect(visitor.status == .ok, "\(key)")
      count += 1
    }
  }

  @Test(arguments: [
    ("zh", "核对您的回答", "您的结果", "技能提升补贴", "3,000.00 元"),
    ("en", "Check your answers", "Your result", "Skill-upgrade subsidy", "3,000.00 yuan"),
  ])
  func answersLeadToAResultWithReasons(
    _ language: String, _ summary: String, _ heading: String, _ benefit: String, _ sum: String
  ) throws {
    let visitor = Visitor(Site(try projectModel()))
    try walk(visitor, language)
    #expect(visitor.heading == summary)
    try visitor.get("/\(language)/check/result")
    #expect(visitor.heading == heading)
    #expect(visitor.page.contains("<h3>\(benefit)</h3>"))
    #expect(visitor.page.contains(sum))
    #expect(visitor.page.contains("温人社发〔2018〕242号"))
  }

  @Test func theResultSaysWhatWouldChangeIt() throws {
    let visitor = Visitor(Site(try projectModel()))
    try walk(visitor, changing: ["certificate.1.level": [("value", "4")]])
    try visitor.get("/zh/check/result")
    #expect(visitor.page.contains("id=\"next-steps\""))
    #expect(visitor.page.contains("<p>证书 1 的等级：3（高级工），现在是 4（中级工）</p>"))
    #expect(visitor.page.contains("多得 750.00 元"))
    #expect(visitor.page.contains("到时 3,000.00 元"))
  }

  @Test func notKnowingAndThereBeingNoneLeadToDifferentAnswers() throws {
    func outcome(_ answer: String) throws -> String {
      let visitor = Visitor(Site(try projectModel()))
      try walk(visitor, "en", changing: ["employment.any": [("value", answer)]])
      try visitor.get("/en/check/result")
      let start = try #require(visitor.page.range(of: "<h3>Skill-upgrade subsidy</h3>"))
      let card = visitor.page[start.upperBound...].prefix(300)
      return String(card.split(separator: ">").dropFirst(2).first?.prefix { $0 != "<" } ?? "")
    }
    #expect(try outcome("true") == "Entitled")
    #expect(try outcome("false") == "Not entitled")
    #expect(try outcome("unknown") == "Cannot say yet")
  }

  @Test func answersStayWhileGoingBackAndForth() throws {
    let visitor = Visitor(Site(try projectModel()))
    try walk(visitor)
    try visitor.get("/zh/check/question/certificate.1.level")
    #expect(visitor.page.contains("value=\"3\" checked"))
    // A changed answer leads on to the summary, since nothing else is open.
    try visitor.post([("value", "4")])
    #expect(visitor.heading == "核对您的回答")
    #expect(visitor.page.contains("4 级（中级工）"))
    try visitor.get("/zh/check/question/certificate.1.issuedOn")
    #expect(visitor.page.contains("value=\"2019\""))
    // Another language shows the same answers.
    try visitor.get("/en/check/question/certificate.1.level")
    #expect(visitor.page.contains("value=\"4\" checked"))
    // One more certificate brings its questions.
    try visitor.get("/zh/check/question/certificate.1.more")
    try visitor.post([("value", "true")])
    #expect(visitor.question == "certificate.2.issuedOn")
  }

  @Test func anAnswerThatIsNotAcceptedIsShownAgainWithWhatIsWrong() throws {
    let visitor = Visitor(Site(try projectModel()))
    try visitor.get("/zh/check/")
    try visitor.post([])
    try visitor.post([])
    #expect(visitor.status == .unprocessableContent)
    #expect(visitor.page.contains("<a href=\"#answer\">请选择一项。</a>"))
    #expect(visitor.page.contains("<title>有误："))
    try visitor.post([("value", "person")])
    try visitor.post([("value", "certificate")])
    try visitor.post([("year", "2020"), ("month", "2"), ("day", "30")])
    #expect(visitor.page.contains("没有 2020 年 2 月 30 日这一天。"))
    #expect(visitor.page.contains("value=\"30\""))
  }

  @Test func aSpellDoesNotEndBeforeItBegins() throws {
    let visitor = Visitor(Site(try projectModel()))
    try walk(visitor)
    try visitor.get("/zh/check/question/insurance.1.to")
    try visitor.post([("year", "2015"), ("month", "12")])
    #expect(visitor.page.contains("结束不能早于开始（2016-01）。"))
  }

  @Test func withoutASessionOneStartsAtTheBeginning() throws {
    for path in ["question/party", "question/nothing", "answers", "result"] {
      let visitor = Visitor(Site(try projectModel()))
      try visitor.get("/zh/check/" + path)
      #expect(visitor.path == "/zh/check/")
    }
  }

  @Test func startingAgainForgetsEverything() throws {
    let visitor = Visitor(Site(try projectModel()))
    try walk(visitor)
    try visitor.post([], to: "/zh/check/restart")
    #expect(visitor.path == "/zh/check/")
    try visitor.get("/zh/check/result")
    #expect(visitor.path == "/zh/check/")
  }

  @Test func questionsThatAreNotAskedAreNotThere() throws {
    let visitor = Visitor(Site(try projectModel()))
    try visitor.get("/zh/check/")
    try visitor.post([])
    try visitor.get("/zh/check/question/award.1.level")
    #expect(visitor.status == .notFound)
  }
}
