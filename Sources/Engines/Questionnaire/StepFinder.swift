import Explain
import Facts
import Vocabulary

/// Finds the question that would tell what is lacking, among those that have no answer.
struct StepFinder {
  let vocabulary: Vocabulary
  let told: ToldFacts
  private let unanswered: [Step]
  private let byKey: [String: Step]

  init(vocabulary: Vocabulary, told: ToldFacts, unanswered: [Step]) {
    self.vocabulary = vocabulary
    self.told = told
    self.unanswered = unanswered
    byKey = Dictionary(unanswered.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func step(for lack: OpenCase.Lack) -> Step? {
    switch lack {
    case .record(let position, let field):
      self.field(field, of: told.records[position], told.facts.records[position].type)
    case .party(let position, let field):
      self.field(field, of: told.parties[position], told.facts.parties[position].type)
    case .type(let type): ofType(type)
    case .entry(let entry):
      unanswered.first {
        if case .shortage(let asked) = $0.subject { asked == entry } else { false }
      }
    }
  }

  private func field(_ field: Int, of path: String, _ type: Int) -> Step? {
    byKey[path + "." + vocabulary.types[type].fields[field].id]
  }

  /// Whether there are records, or more of them; else what is not known yet of those there are.
  private func ofType(_ type: Int) -> Step? {
    unanswered.first {
      switch $0.subject {
      case .any(type), .more(type, _): true
      default: false
      }
    }
      ?? unanswered.first {
        if case .field(_, type, _) = $0.subject { true } else { false }
      }
  }
}
