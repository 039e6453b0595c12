import Core
import Determination
import Questionnaire

/// Asks one question after the other until nothing matters any more, or until somebody has enough.
struct Dialogue {
  private let interview: Interview
  private let day: CivilDate
  private let session: Session
  private let console: Console
  private var answers: Answers = [:]
  /// Keys of the questions, in the order in which they were answered.
  private var order: [String] = []

  init(_ interview: Interview, on day: CivilDate, _ session: Session, _ console: Console) {
    self.interview = interview
    self.day = day
    self.session = session
    self.console = console
    answers["day"] = .value(day.description)
  }

  /// - Returns: what the answers come to.
  mutating func run() -> Report {
    tell(
      Bilingual(
        zh: "按 \(day) 认定。写编号或内容后回车；? 为什么问，< 上一步，q 到此为止。",
        en: "As of \(day). Write a number or a text; ? why this is asked, < back, q enough."))
    while let next = interview.standing(answers, today: day).next {
      guard ask(next) else {
        tell(Bilingual(zh: "到此为止，没有答的算不知道。", en: "Enough; what has no answer counts as not known."))
        break
      }
    }
    let steps = interview.steps(for: answers, today: day)
    let left = steps.filter { answers[$0.key] == nil }.count
    tell(
      Bilingual(
        zh: "问了 \(order.count) 个问题，另有 \(left) 个没有问。",
        en: "\(order.count) questions answered, \(left) more not asked."))
    console.line("")
    return interview.report(on: interview.told(answers, today: day, session.language).facts)
  }

  private func tell(_ text: Bilingual) { console.line(text[session.language]) }

  /// Asks until there is an answer, or one goes back.
  ///
  /// - Returns: whether to go on.
  private mutating func ask(_ first: Step) -> Bool {
    let question = WrittenQuestion(first, session.language)
    console.line("")
    console.write(question.text(emphasised: { console.emphasised($0, .bold) }))
    while let line = session.environment.readLine("> ", false) {
      switch question.read(line) {
      case .answer(let answer):
        if let mistake = outOfOrder(answer, first) {
          tell(mistake)
          continue
        }
        if answers.updateValue(answer, forKey: first.key) == nil { order.append(first.key) }
        return true
      case .mistake(let message): tell(message)
      case .why: tell(why(first))
      case .back:
        guard let last = order.popLast() else {
          tell(Bilingual(zh: "这是第一个问题。", en: "This is the first question."))
          continue
        }
        answers[last] = nil
        return true
      case .enough: return false
      }
    }
    return false
  }

  private func outOfOrder(_ answer: Answer, _ step: Step) -> Bilingual? {
    interview.spellMistake(answer, step, answers)?.message
  }

  private func why(_ step: Step) -> Bilingual {
    let waiting = interview.standing(answers, today: day).waiting[step.key] ?? []
    if waiting.isEmpty {
      return Bilingual(
        zh: "由它决定往下问什么。", en: "It decides what is asked next.")
    }
    return Bilingual(
      zh: "这些待遇要看这个回答：" + waiting.map(\.zh).joined(separator: "、"),
      en: "These wait for the answer: " + waiting.map(\.en).joined(separator: ", "))
  }
}
