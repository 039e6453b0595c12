import Explain
import Vocabulary

/// What open cases wait for, and the question that most speaks for.
struct QuestionVotes {
  /// The cases that wait for it, by the question's key.
  private(set) var waiting: [String: [OpenCase]] = [:]
  private var votes: [String: Int] = [:]
  private let finder: StepFinder

  /// The votes that a case has; every number of questions up to 12 shares them evenly.
  private static let ofCase = 27_720

  init(_ open: OpenCases, _ finder: StepFinder) {
    self.finder = finder
    for one in open.cases {
      let keys = Set(one.lacks.compactMap { finder.step(for: $0)?.key })
      for key in keys {
        waiting[key, default: []].append(one)
        votes[key, default: 0] += QuestionVotes.ofCase / keys.count
      }
    }
  }

  /// The question with most votes: every open case shares its own among all it waits for, so that what
  /// settles many cases at once, or one by itself, comes first. Of equals what there may be none of, for
  /// most have none and are through; then the day on which one of the cases came about, for by that
  /// texts apply or do not; then the first.
  ///
  /// - Parameter steps: without answers, in their order.
  /// - Returns: `nil` when no case waits for any.
  func best(of steps: [Step]) -> Step? {
    var best: (step: Step, rank: (Int, Int))?
    for step in steps {
      guard let votes = votes[step.key] else { continue }
      let rank = (votes, isOptional(step) ? 2 : isEvent(step) ? 1 : 0)
      if let best, best.rank >= rank { continue }
      best = (step, rank)
    }
    return best?.step
  }

  /// Whether it asks for what there may be none of.
  private func isOptional(_ step: Step) -> Bool {
    guard case .field(_, let type, let field) = step.subject else { return false }
    return finder.vocabulary.types[type].fields[field].absence == .none
  }

  /// Whether it asks when what gives rise to one of the cases came about.
  private func isEvent(_ step: Step) -> Bool {
    guard case .field(let record, let type, let field) = step.subject,
      finder.vocabulary.types[type].eventField == field
    else { return false }
    return waiting[step.key]?.contains {
      $0.subject.map { finder.told.records[$0] == record } ?? false
    } ?? false
  }
}
