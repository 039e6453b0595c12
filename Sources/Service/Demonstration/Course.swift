import BankFiles
import Office

/// What happens to one case, day by day, so that it stands where it shall at the end.
struct Course {
  /// The state that it stands in at the end.
  let goal: String
  let steps: [(day: Int, step: Step)]

  init(_ goal: String, _ steps: [(day: Int, step: Step)] = []) {
    self.goal = goal
    self.steps = steps
  }

  /// The same, and something more.
  func then(_ goal: String, _ more: [(day: Int, step: Step)]) -> Course {
    Course(goal, steps + more)
  }

  func steps(on day: Int) -> [Step] { steps.filter { $0.day == day }.map(\.step) }
}

/// One thing that somebody does.
enum Step: Sendable {
  /// The party begins an application.
  case apply
  /// Somebody opens a claw-back for what was paid too much.
  case follow
  case account
  case evidence
  case ownScores
  case reviewScores
  /// The party takes a step.
  case party(String, because: String = "")
  /// An official takes the case and makes a step.
  case official(String, Part, because: String = "")
  /// It stands in the notice of that day.
  case notice
  /// Somebody objects to its row.
  case object(String)
  /// It is paid with the batch of that day.
  case batch
  /// The bank says of it, in the statement of that day.
  case bank(StatementEntry.Kind, because: String? = nil)
  /// What is claimed back is to come in three parts.
  case instalments
  /// All that is claimed back comes in.
  case recovered
}
