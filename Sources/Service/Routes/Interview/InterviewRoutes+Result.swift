import Core
import Determination
import HTTP
import Pages
import PolicyPlan
import Questionnaire
import Vocabulary

/// The end of an interview: all answers to be checked, and what they come to.
extension InterviewRoutes {
  func summary(_ request: Request, _ language: Language) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let texts = text(language)
    let place = PageLocation(language, "check/answers")
    var groups: [(title: String, lines: [AnswerLine])] = []
    for step in session.steps where session.answers[step.key] != nil || step.isDay {
      let title = step.caption?[language] ?? place("基本情况", "In general")
      let line = AnswerLine(
        question: step.title[language],
        answer: step.isDay && session.answers[step.key] == nil
          ? texts.today(model.today()) : texts.answer(session.answers[step.key], to: step),
        link: Self.path(to: step.key))
      if groups.last?.title == title {
        groups[groups.count - 1].lines.append(line)
      } else {
        groups.append((title, [line]))
      }
    }
    let standing = standing(session)
    let rest = session.steps.filter {
      session.answers[$0.key] == nil && !$0.isDay && $0.key != standing.next?.key
    }
    let back = session.answered.last.map { Self.path(to: $0.key) } ?? "check/"
    return Response(
      answersPage(
        place, groups, next: standing.next.map { Self.path(to: $0.key) },
        notAsked: rest.map { step in
          let caption = step.caption.map { $0[language] + place("：", ": ") } ?? ""
          return (question: caption + step.title[language], link: Self.path(to: step.key))
        }, back: back))
  }

  func result(_ request: Request, _ language: Language) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let today = model.today()
    let outlook = sessions.outlook(of: session.id, session.answers, today: today, language) {
      interview.outlook(on: interview.told(session.answers, today: today, language).facts)
    }
    let place = PageLocation(language, "check/result")
    let questions = self.questions(session.steps)
    let context = ResultContext(
      place, model.vocabulary, subject: subjectName(),
      question: { need in questions[need].map { place.link($0) } })
    return Response(checkResultPage(outlook, context))
  }

  /// The page that asks for a missing fact, by `type.field`, or by the type alone.
  private func questions(_ steps: [Step]) -> [String: String] {
    var pages: [String: String] = [:]
    func note(_ need: String, _ step: Step) {
      if pages[need] == nil { pages[need] = Self.path(to: step.key) }
    }
    for step in steps {
      switch step.subject {
      case .field(_, let type, let field):
        let type = model.vocabulary.types[type]
        note(type.id + "." + type.fields[field].id, step)
      case .any(let type): note(model.vocabulary.types[type].id, step)
      case .shortage: note("catalogue.shortage-occupations", step)
      case .party, .cases, .day, .more: break
      }
    }
    return pages
  }

  /// “证书 1 · 发给单位”: the type by the benefit, the number by which it was asked for, and who
  /// receives where that is another.
  private func subjectName() -> @Sendable (Determination) -> Bilingual? {
    let benefits = Dictionary(
      model.plans.flatMap(\.benefits).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let vocabulary = model.vocabulary
    return { determination in
      guard let subject = determination.subject, let benefit = benefits[determination.benefit]
      else { return nil }
      let type = vocabulary.types[benefit.subject]
      let name = type.name.capitalised
      guard let receiver = benefit.receiver.map({ type.fields[$0].name }) else {
        return Bilingual(zh: "\(name.zh) \(subject)", en: "\(name.en) \(subject)")
      }
      return Bilingual(
        zh: "\(name.zh) \(subject) · 发给\(receiver.zh)",
        en: "\(name.en) \(subject) · paid to the \(receiver.en)")
    }
  }
}
