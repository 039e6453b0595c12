import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Questionnaire
import Testing
import Vocabulary

/// All the questions there are, in the order of the vocabulary.
@Suite struct StepTests {
  @Test func everyCaseOfEveryPartyHasQuestionsToTheEnd() throws {
    let interview = try projectInterview()
    let today = try projectDay()
    for party in interview.parties {
      let id = interview.vocabulary.types[party].id
      for (type, benefits) in interview.cases(ofParty: party) {
        // Whoever knows nothing at all still gets an answer for each benefit of the case.
        var answers: Answers = [
          "party": .value(id),
          "cases-" + id: .several([interview.vocabulary.types[type].id]),
        ]
        while let step = interview.steps(for: answers, today: today)
          .first(where: { answers[$0.key] == nil })
        {
          answers[step.key] = step.isDay ? .value(today.description) : .unknown
          #expect(step.isDay || step.escapes.contains(.unknown), "\(step.key)")
        }
        let facts = interview.told(answers, today: today, .zh).facts
        let report = interview.engine.determine(facts, narrowsMissing: false)
        let asked = report.determinations.filter { interview.isAbout($0.benefit) }
        #expect(Set(asked.map(\.benefit)).isSubset(of: benefits.map(\.id)))
        #expect(asked.allSatisfy { $0.outcome != .entitled })
      }
    }
  }

  @Test func whoIsMeantIsAskedWhereItMatters() throws {
    let interview = try projectInterview()
    let today = try projectDay()
    var answers: Answers = [
      "party": .value("organisation"), "cases-organisation": .several(["hire"]),
      "day": .value("2020-06-30"), "party.kind": .value("enterprise"),
      "party.region": .value("330302"), "hire.1.person": .value("甲"),
      "hire.1.on": .value("2020-03-01"), "hire.1.preJobHours": .value("40"),
      "hire.1.more": .value("true"), "hire.2.person": .value("甲"),
      "hire.2.on": .value("2020-04-01"), "hire.2.preJobHours": .value("40"),
      "hire.2.more": .value("false"),
    ]
    func amounts() -> [String?] {
      let facts = interview.told(answers, today: today, .zh).facts
      return interview.report(on: facts).determinations.map { $0.amount?.description }
    }
    let keys = interview.steps(for: answers, today: today).map(\.key)
    #expect(keys.contains("hire.1.person"))
    #expect(Set(keys) == Set(answers.keys))
    #expect(amounts() == ["200.00", "200.00"])
    answers["hire.2.person"] = .unknown
    #expect(amounts() == ["200.00", nil])
  }

  @Test func noneOfTheCasesIsAnAnswer() throws {
    let interview = try projectInterview()
    let today = try projectDay()
    let opening: Answers = ["party": .value("person")]
    let step = try #require(interview.standing(opening, today: today).next)
    #expect(step.escapes == [.neither])
    var answers = opening
    answers[step.key] = Answer.none
    #expect(interview.standing(answers, today: today).next == nil)
    let facts = interview.told(answers, today: today, .zh).facts
    #expect(interview.report(on: facts).determinations.isEmpty)
  }
}
