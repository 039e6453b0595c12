import Core
import Pages
import Questionnaire
import Vocabulary

/// Steps and answers in the words and controls of a page.
struct QuestionText {
  private let language: Language
  /// The regions whose places are offered first.
  private let regions: [String]

  init(_ language: Language, near regions: [String]) {
    self.language = language
    self.regions = regions
  }

  func question(_ step: Step, _ answer: Answer?, today: CivilDate) -> Question {
    Question(
      title: step.title[language], caption: step.caption?[language], hint: step.hint?[language],
      control: control(step), escapes: step.escapes.map { Choice($0.rawValue, $0.label[language]) },
      given: given(answer ?? (step.isDay ? .value(today.description) : nil), to: step))
  }

  private func control(_ step: Step) -> Question.Control {
    switch step.form {
    case .yesOrNo:
      .choices([Choice("true", Bilingual.yes[language]), Choice("false", Bilingual.no[language])])
    case .choices(let values): .choices(values.map { Choice($0.id, $0.name.capitalised[language]) })
    case .several(let options):
      .many(
        options.map { Choice($0.id, $0.name[language], hint: $0.hint[language]) })
    case .number(_, _, let unit): .text(.short, unit: unit?[language] ?? "")
    case .text: .text(.long, unit: nil)
    case .occupation: .text(.medium, unit: nil)
    case .region: .places(Region.groups(near: regions))
    case .date: .date
    case .month: .month
    }
  }

  /// An answer as the fields of the form show it.
  private func given(_ answer: Answer?, to step: Step) -> Question.Given {
    switch answer {
    case nil: return [:]
    case .several(let ids): return ["value": ids]
    case .unknown, .some(.none), .ongoing:
      // A radio button is shown again as chosen; a button beside a field is not.
      guard step.isChoice else { return [:] }
      return ["value": step.escapes.filter { $0.answer == answer }.map(\.rawValue)]
    case .value(let text):
      switch step.form {
      case .date, .month:
        let parts = text.split(separator: "-").map { part in
          String(part.drop { $0 == "0" })
        }
        let names = ["year", "month", "day"]
        return Dictionary(zip(names, parts.map { [$0] }), uniquingKeysWith: { $1 })
      default: return ["value": [text]]
      }
    }
  }

  /// The day that counts where nobody chose another.
  func today(_ day: CivilDate) -> String {
    Bilingual(zh: "今天（\(day)）", en: "today (\(day))")[language]
  }

  /// An answer as the summary tells it.
  func answer(_ answer: Answer?, to step: Step) -> String {
    switch answer {
    case nil: Bilingual(zh: "还没有回答", en: "Not answered yet")[language]
    case .unknown: Step.Escape.unknown.label[language]
    case .some(.none): step.escapes.first { $0.answer == Answer.none }?.label[language] ?? ""
    case .ongoing: Step.Escape.ongoing.label[language]
    case .several(let ids):
      ids.map { name(of: $0, in: step) }.joined(separator: language == .zh ? "、" : ", ")
    case .value(let text): name(of: text, in: step)
    }
  }

  private func name(of text: String, in step: Step) -> String {
    switch step.form {
    case .yesOrNo: (text == "true" ? Bilingual.yes : Bilingual.no)[language]
    case .choices(let values):
      values.first { $0.id == text }?.name.capitalised[language] ?? text
    case .several(let options): options.first { $0.id == text }?.name[language] ?? text
    case .region: Region.name(of: text)[language]
    case .number(_, _, let unit?): text + " " + unit[language]
    default: text
    }
  }
}
