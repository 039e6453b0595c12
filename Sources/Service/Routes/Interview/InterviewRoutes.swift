import Core
import PolicyPlan
import Explain
import Determination
import HTTP
import Pages
import PolicyDocument
import Vocabulary

/// What happens on the pages of “What can I get?”.
struct InterviewRoutes: Sendable {
  private let model: ServiceModel
  private let interview: Interview
  private let sessions: SessionStore

  private static let cookie = "gongjiang"
  private static let lifetime = 7_200

  init(_ model: ServiceModel, _ sessions: SessionStore) {
    self.model = model
    self.sessions = sessions
    interview = Interview(model)
  }

  /// A session under way: its id, its answers, and the questions they lead to.
  private struct Session {
    let id: String
    let answers: Answers
    let steps: [Step]
  }

  private func session(of request: Request) -> Session? {
    guard let id = request.cookies[Self.cookie], let answers = sessions.answers(of: id) else {
      return nil
    }
    return Session(
      id: id, answers: answers, steps: interview.steps(for: answers, today: model.today()))
  }

  // MARK: Beginning and ending

  func begin(_ request: Request, _ language: Language) -> Response {
    let place = PageLocation(language)
    if let session = session(of: request) {
      return .seeOther(place.link(Self.path(after: nil, session.steps, session.answers)))
    }
    let steps = interview.steps(for: [:], today: model.today())
    var response = Response.seeOther(place.link(Self.path(after: nil, steps, [:])))
    response.setCookie(Self.cookie, sessions.begin(), maxAge: Self.lifetime)
    return response
  }

  func restart(_ request: Request, _ language: Language) -> Response {
    if let id = request.cookies[Self.cookie] { sessions.end(id) }
    var response = Response.seeOther(PageLocation(language).link("check/"))
    response.setCookie(Self.cookie, "", maxAge: 0)
    return response
  }

  /// Where somebody without a session is sent.
  private func start(_ language: Language) -> Response {
    .seeOther(PageLocation(language).link("check/"))
  }

  // MARK: Questions

  func question(_ request: Request, _ language: Language) throws(Refusal) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let index = try step(request, session)
    let question = text(language).question(
      session.steps[index], session.answers[session.steps[index].key], today: model.today())
    return page(question, index, session, language, status: .ok)
  }

  func answer(_ request: Request, _ language: Language) throws(Refusal) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let index = try step(request, session)
    let step = session.steps[index]
    let form = try request.form().fields
    do throws(AnswerReader.Mistake) {
      let answer = try AnswerReader(step: step).answer(form)
      try checkOrder(answer, step, session.answers)
      sessions.keep(answer, to: step.key, in: session.id)
    } catch {
      let texts = text(language)
      var question = texts.question(step, nil, today: model.today())
      question.given = Dictionary(form.pairs.map { ($0.name, [$0.value]) }) { $0 + $1 }
      question.error = error.message[language]
      return page(question, index, session, language, status: .unprocessableContent)
    }
    // The answer may have changed what comes after it.
    guard let now = self.session(of: request) else { return start(language) }
    let next = Self.path(after: step.key, now.steps, now.answers)
    return .seeOther(PageLocation(language).link(next))
  }

  private func text(_ language: Language) -> QuestionText {
    QuestionText(language, near: model.documents.first?.front.region ?? "")
  }

  private func step(_ request: Request, _ session: Session) throws(Refusal) -> Int {
    guard let key = request.parameters["step"],
      let index = session.steps.firstIndex(where: { $0.key == key })
    else { throw .notFound }
    return index
  }

  private func page(
    _ question: Question, _ index: Int, _ session: Session, _ language: Language, status: Status
  ) -> Response {
    let place = PageLocation(language, Self.path(to: session.steps[index].key))
    let back = index == 0 ? "check/" : Self.path(to: session.steps[index - 1].key)
    return Response(questionPage(place, question, back: back), status: status)
  }

  /// A spell does not end before it begins.
  private func checkOrder(
    _ answer: Answer, _ step: Step, _ answers: Answers
  ) throws(AnswerReader.Mistake) {
    guard case .field(let record, let type, let field) = step.subject,
      let spell = model.vocabulary.types[type].spell,
      model.vocabulary.types[type].fields[field].id == spell.to, let to = answer.text,
      let from = answers["\(record).\(spell.from)"]?.text, to < from
    else { return }
    throw AnswerReader.Mistake(
      "结束不能早于开始（\(from)）。", "The end cannot be before the beginning (\(from)).")
  }

  // MARK: Summary and result

  func summary(_ request: Request, _ language: Language) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let texts = text(language)
    let place = PageLocation(language, "check/answers")
    var groups: [(title: String, lines: [AnswerLine])] = []
    for step in session.steps {
      let title = step.caption?[language] ?? place("基本情况", "In general")
      let line = AnswerLine(
        question: step.title[language],
        answer: texts.answer(session.answers[step.key], to: step),
        link: Self.path(to: step.key))
      if groups.last?.title == title {
        groups[groups.count - 1].lines.append(line)
      } else {
        groups.append((title, [line]))
      }
    }
    let back = session.steps.last.map { Self.path(to: $0.key) } ?? "check/"
    return Response(answersPage(place, groups, back: back))
  }

  func result(_ request: Request, _ language: Language) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let today = model.today()
    let facts = interview.facts(from: session.answers, today: today, language)
    let report = interview.report(on: facts, model.engine)
    let place = PageLocation(language, "check/result")
    let questions = self.questions(session.steps)
    let context = ResultContext(
      place, model.vocabulary, subject: subjectName(),
      question: { need in questions[need].map { place.link($0) } })
    return Response(checkResultPage(report, context))
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

  // MARK: Addresses

  static func path(to key: String) -> String {
    "check/question/" + PercentEncoding.encode(key)
  }

  /// The first question after `key` that has no answer, else the first one at all without, else
  /// the summary.
  private static func path(after key: String?, _ steps: [Step], _ answers: Answers) -> String {
    let position = key.flatMap { key in steps.firstIndex { $0.key == key } } ?? -1
    let open = steps.indices.filter { answers[steps[$0].key] == nil }
    let next = open.first { $0 > position } ?? open.first
    return next.map { path(to: steps[$0].key) } ?? "check/answers"
  }
}
