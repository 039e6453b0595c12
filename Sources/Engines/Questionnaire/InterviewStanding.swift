package import Core
import Explain
import Facts

/// Where an interview stands: what to ask next, and what it is asked for.
package struct InterviewStanding: Sendable {
  /// `nil` when no answer to any question left would change anything.
  package let next: Step?
  /// The benefits that wait for an answer, each once, by the key of the question.
  package let waiting: [String: [Bilingual]]
  /// Cases that are open, and cases there are.
  package let open: Int
  package let cases: Int
}

extension Interview {
  /// What still matters: what no rule goes by any more is not asked, and the day is not asked at all,
  /// where today will do.
  ///
  /// - Parameters:
  ///   - answers: so far.
  ///   - today: the day of determination unless another was answered.
  /// - Returns: where the interview stands with these answers.
  package func standing(_ answers: Answers, today: CivilDate) -> InterviewStanding {
    let steps = steps(for: answers, today: today)
    let unanswered = steps.filter { answers[$0.key] == nil && !$0.isDay }
    // Who asks and what there is decides about everything else.
    if let first = unanswered.first, first.isOpening {
      return InterviewStanding(next: first, waiting: [:], open: 0, cases: 0)
    }
    let told = told(steps, answers, today: today, .zh)
    let open = OpenCases(engine, told.facts, where: isAbout)
    let votes = QuestionVotes(
      open, StepFinder(vocabulary: vocabulary, told: told, unanswered: unanswered))
    var waiting = votes.waiting
    var next = votes.best(of: unanswered)
    if next == nil, let more = anotherCase(unanswered, told, open) {
      next = more.step
      waiting[more.step.key] = more.waiting
    }
    return InterviewStanding(
      next: next, waiting: waiting.mapValues { $0.map(\.label).uniqued() },
      open: open.cases.count, cases: open.count)
  }

  /// The question whether there is one more of what gives rise to benefits, where one of which nobody
  /// knows anything would not be turned down.
  private func anotherCase(
    _ unanswered: [Step], _ told: ToldFacts, _ open: OpenCases
  ) -> (step: Step, waiting: [OpenCase])? {
    for step in unanswered {
      guard case .more(let type, _) = step.subject else { continue }
      let supposed = OpenCases(engine, told.supposing(type), where: isAbout).cases
      let added = supposed.filter { $0.subject == told.facts.records.count }
      if !added.isEmpty { return (step, added) }
    }
    return nil
  }
}

extension Step {
  /// Whether it asks for the day of the determination.
  package var isDay: Bool { if case .day = subject { true } else { false } }

  /// Whether it decides what the interview is about.
  fileprivate var isOpening: Bool {
    switch subject {
    case .party, .cases: true
    default: false
    }
  }
}
