import Core
import HTTP
import Pages
import PolicyDocument
import Vocabulary

/// What happens on the pages of “What can I get?”.
struct InterviewRoutes: Sendable {
  let model: ServiceModel
  let interview: Interview
  let sessions: SessionStore

  private static let cookie = "gongjiang"
  private static let lifetime = 7_200

  init(_ model: ServiceModel, _ sessions: SessionStore) {
    self.model = model
    self.sessions = sessions
    interview = Interview(model)
  }

  /// A session under way: its id, its answers, and the questions they lead to.
  struct Session {
    let id: String
    let answers: Answers
    let steps: [Step]
  }

  func session(of request: Request) -> Session? {
    guard let id = request.cookie(Self.cookie), let answers = sessions.answers(of: id) else {
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
    response.setCookie(Self.cookie, sessions.begin(), maxAge: Self.lifetime, answering: request)
    return response
  }

  func restart(_ request: Request, _ language: Language) -> Response {
    if let id = request.cookie(Self.cookie) { sessions.end(id) }
    var response = Response.seeOther(PageLocation(language).link("check/"))
    response.setCookie(Self.cookie, "", maxAge: 0, answering: request)
    return response
  }

  /// Where somebody without a session is sent.
  func start(_ language: Language) -> Response {
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

  func text(_ language: Language) -> QuestionText {
    QuestionText(language, near: model.documents.map(\.front.region))
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
