import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Questionnaire
import Testing
import Vocabulary

/// What is asked next, and when nothing is.
@Suite struct StandingTests {
  /// Answers of a senior worker with everything in order, by the key of the question.
  private static let worker: Answers = [
    "party": .value("person"), "cases-person": .several(["certificate"]),
    "party.region": .value("330302"), "certificate.1.occupation": .value("6-18-01-01"),
    "certificate.1.level": .value("3"), "certificate.1.kind": .value("skill-level"),
    "certificate.1.issuedOn": .value("2019-05-03"), "certificate.1.more": .value("false"),
    "employment.any": .value("true"), "employment.1~employer.kind": .value("enterprise"),
    "employment.1~employer.region": .value("330302"), "employment.1.from": .value("2015-01-01"),
    "employment.1.to": .ongoing, "employment.1.more": .value("false"),
    "insurance.any": .value("true"), "insurance.1.scheme": .value("unemployment"),
    "insurance.1.from": .value("2016-01"), "insurance.1.to": .value("2018-12"),
    "insurance.1.region": .value("330300"), "insurance.1.more": .value("false"),
    "shortage.330300.2019.6-18-01-01": .value("true"), "claim.any": .value("false"),
  ]

  /// Asks until nothing matters.
  private func walk(
    _ answers: Answers, changing changes: Answers = [:], on today: CivilDate? = nil
  ) throws -> (asked: [String], answers: Answers) {
    let interview = try projectInterview()
    let day = try today ?? projectDay()
    var (asked, given): ([String], Answers) = ([], [:])
    while let step = interview.standing(given, today: day).next, asked.count < 100 {
      asked.append(step.key)
      let answer: Answer = try #require(
        changes[step.key] ?? answers[step.key], "no answer to \(step.key)")
      given[step.key] = answer
    }
    return (asked, given)
  }

  private func results(_ answers: Answers) throws -> [String] {
    let interview = try projectInterview()
    let facts = interview.told(answers, today: try projectDay(), .zh).facts
    return interview.engine.determine(facts, narrowsMissing: false).determinations
      .filter { interview.isAbout($0.benefit) && $0.outcome != .notEntitled }
      .map { "\($0.benefit) \($0.outcome.rawValue) \($0.amount?.description ?? "-")" }
  }

  @Test func onlyWhatMattersIsAsked() throws {
    let walk = try walk(Self.worker)
    #expect(walk.asked.first == "party")
    #expect(!walk.asked.contains("day"))
    #expect(try results(walk.answers) == ["wenzhou-2018-242/skill-upgrade entitled 3000.00"])
    // Everything else that could be asked would not change that.
    #expect(try results(Self.worker) == results(walk.answers))
    #expect(walk.asked.count < Self.worker.count, "\(walk.asked)")
  }

  @Test func whoeverIsElsewhereIsAskedLittle() throws {
    let walk = try walk(
      Self.worker, changing: ["employment.1~employer.region": .value("110000")])
    #expect(!walk.asked.contains("insurance.any"))
    #expect(try results(walk.answers) == [])
  }

  @Test func aSpellThatIsNotAskedForIsNotTakenForOneThatGoesOn() throws {
    let interview = try projectInterview()
    var answers = Self.worker
    answers["employment.1.to"] = nil
    let open = interview.standing(answers, today: try projectDay())
    #expect(open.next?.key == "employment.1.to")
    #expect(open.open == 1)
    #expect(try results(answers).contains("wenzhou-2018-242/skill-upgrade undetermined -"))
    answers["employment.1.to"] = .unknown
    #expect(interview.standing(answers, today: try projectDay()).next == nil)
    #expect(try results(answers).contains("wenzhou-2018-242/skill-upgrade undetermined -"))
  }

  @Test func notKnowingOfARecordIsNotThatThereIsNone() throws {
    func outcome(_ answer: Answer) throws -> [String] {
      try results(walk(Self.worker, changing: ["employment.any": answer]).answers)
    }
    #expect(try outcome(.value("false")) == [])
    #expect(try outcome(.unknown) == ["wenzhou-2018-242/skill-upgrade undetermined -"])
  }

  @Test func aListThatWasReadForOneOccupationSaysNothingOfAnother() throws {
    var answers = Self.worker
    answers["certificate.1.more"] = .value("true")
    for (field, value) in [
      ("occupation", "4-01-02-03"), ("level", "4"), ("kind", "skill-level"),
      ("issuedOn", "2019-11-01"),
    ] { answers["certificate.2." + field] = .value(value) }
    answers["certificate.2.more"] = .value("false")
    let interview = try projectInterview()
    let next = interview.standing(answers, today: try projectDay()).next
    #expect(next?.key == "shortage.330300.2019.4-01-02-03")
  }

  @Test func ofEqualsWhatThereMayBeNoneOfIsAskedFirst() throws {
    let walk = try walk(
      [:],
      changing: [
        "party": .value("person"), "cases-person": .several(["employment"]),
        "employment.1.ladderGrade": Answer.none, "employment.1.more": .value("false"),
      ], on: CivilDate(year: 2026, month: 6, day: 30))
    // Without a grade nobody is asked since when and until when.
    #expect(
      walk.asked == ["party", "cases-person", "employment.1.ladderGrade", "employment.1.more"])
  }

  @Test func whyItIsAskedNamesTheBenefitsThatWait() throws {
    let interview = try projectInterview()
    var answers = Self.worker
    answers["insurance.1.scheme"] = nil
    let standing = interview.standing(answers, today: try projectDay())
    #expect(standing.next?.key == "insurance.1.scheme")
    #expect(standing.waiting["insurance.1.scheme"]?.map(\.zh) == ["技能提升补贴"])
  }

  @Test(
    "An end before the beginning, whichever is asked first",
    arguments: [
      (
        "insurance.1.to", "2015-12", "结束不能早于开始（2016-01）。",
        "The end cannot be before the beginning (2016-01)."
      ),
      (
        "insurance.1.from", "2019-01", "开始不能晚于结束（2018-12）。",
        "The beginning cannot be after the end (2018-12)."
      ),
    ])
  func spells(_ key: String, _ value: String, _ zh: String, _ en: String) throws {
    let interview = try projectInterview()
    let steps = interview.steps(for: Self.worker, today: try projectDay())
    let step = try #require(steps.first { $0.key == key })
    let mistake = interview.spellMistake(.value(value), step, Self.worker)
    #expect(mistake?.message == Bilingual(zh: zh, en: en))
    #expect(interview.spellMistake(.value("2017-01"), step, Self.worker)?.message == nil)
  }
}
