import Core
import Questionnaire
import Vocabulary

/// A question as lines of text, and what somebody wrote under it.
struct WrittenQuestion {
  private let step: Step
  private let language: Language
  /// What can be chosen by number: the value, its name, and a hint.
  private let choices: [(value: String, name: String, hint: String?)]

  enum Reading {
    case answer(Answer)
    case mistake(Bilingual)
    case why
    case back
    case enough
  }

  init(_ step: Step, _ language: Language) {
    self.step = step
    self.language = language
    choices =
      switch step.form {
      case .yesOrNo:
        [
          ("true", Bilingual.yes[language], nil), ("false", Bilingual.no[language], nil),
        ]
      case .choices(let values):
        values.map { ($0.id, $0.name.capitalised[language], nil) }
      case .several(let options): options.map { ($0.id, $0.name[language], $0.hint[language]) }
      default: []
      }
  }

  /// The letter by which an answer beside a value is given.
  private static func letter(_ escape: Step.Escape) -> String {
    switch escape {
    case .unknown: "u"
    case .none, .otherwise, .neither: "n"
    case .ongoing: "o"
    }
  }

  func text(emphasised: (String) -> String) -> String {
    let caption = step.caption.map { "[\($0[language])] " } ?? ""
    var lines = [caption + emphasised(step.title[language])]
    if let hint = step.hint { lines.append("  " + hint[language]) }
    for (place, choice) in choices.enumerated() {
      lines.append("  \(place + 1)) \(choice.name)" + (choice.hint.map { " – " + $0 } ?? ""))
    }
    for escape in step.escapes {
      lines.append("  \(WrittenQuestion.letter(escape))) \(escape.label[language])")
    }
    if case .number(_, _, let unit?) = step.form { lines.append("  (\(unit[language]))") }
    if case .region = step.form {
      lines.append(
        "  "
          + Bilingual(
            zh: "写名称或六位区划代码，例如 鹿城区 或 330302。",
            en: "A name or a code of six digits, for example Lucheng or 330302.")[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func read(_ line: String) -> Reading {
    let text = AnswerText.tidied(line)
    switch text {
    case "?", "？": return .why
    case "<", "《": return .back
    case "q": return .enough
    default: break
    }
    if let escape = step.escapes.first(where: {
      WrittenQuestion.letter($0) == text || $0.label.zh == text || $0.label.en == text
    }) {
      return .answer(escape.answer)
    }
    do throws(AnswerText.Mistake) {
      return .answer(try AnswerText(step.form).answer(canonical(text)))
    } catch {
      return .mistake(error.message)
    }
  }

  /// With the value in the place of a choice's number or name, and a region's code in that of its
  /// name.
  private func canonical(_ text: String) -> String {
    switch step.form {
    case .several:
      return text.split { " ,，、".contains($0) }.map { chosen(String($0)) }
        .joined(separator: ",")
    case .yesOrNo, .choices: return chosen(text)
    case .region: return RegionNames.code(named: text) ?? text
    default: return text
    }
  }

  private func chosen(_ text: String) -> String {
    if let number = Int(text), choices.indices.contains(number - 1) {
      return choices[number - 1].value
    }
    return choices.first { $0.name == text }?.value ?? text
  }
}
