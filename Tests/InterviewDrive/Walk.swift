import Core
import Determination
import Explain
import Facts
import Questionnaire

/// One way through an interview, and what it comes to.
struct Walk {
  /// Without the day, which nobody is asked where today will do.
  private(set) var asked: [String] = []
  private var answers: Answers = [:]

  /// More questions than any way has.
  private static let most = 2000

  /// Asks everything, in the order of the vocabulary.
  static func everything(_ interview: Interview, _ respondent: Respondent) -> Walk {
    var walk = Walk(respondent)
    let today = respondent.facts.on
    while walk.asked.count < most,
      let step = interview.steps(for: walk.answers, today: today)
        .first(where: { walk.answers[$0.key] == nil })
    { walk.take(step, respondent) }
    return walk
  }

  /// Asks what still matters, until nothing does.
  static func shortest(_ interview: Interview, _ respondent: Respondent) -> Walk {
    var walk = Walk(respondent)
    while walk.asked.count < most,
      let next = interview.standing(walk.answers, today: respondent.facts.on).next
    { walk.take(next, respondent) }
    return walk
  }

  private init(_ respondent: Respondent) {
    answers["day"] = .value(respondent.facts.on.description)
  }

  private mutating func take(_ step: Step, _ respondent: Respondent) {
    asked.append(step.key)
    answers[step.key] = respondent.answer(step)
  }

  /// What is due and what is open, in order; what is turned down counts as much as what there is no
  /// case of.
  func result(_ interview: Interview, _ engine: ExplainEngine, on day: CivilDate) -> [String] {
    let facts = interview.told(answers, today: day, .zh).facts
    return engine.determine(facts, narrowsMissing: false).determinations
      .filter { interview.isAbout($0.benefit) && $0.outcome != .notEntitled }
      .map {
        "\($0.benefit) \($0.subject ?? "") \($0.outcome.rawValue) \($0.amount?.description ?? "")"
      }.sorted()
  }
}
