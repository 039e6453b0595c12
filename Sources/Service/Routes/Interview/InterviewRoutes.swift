import Core
import HTTP
import Pages
import PolicyDocument
import Questionnaire
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
    interview = Interview(model.vocabulary, model.engine)
  }

  /// A session under way: its id, its answers, and all questions there are with them.
  struct Session {
    let id: String
    let answers: Answers
    let steps: [Step]
    /// Those with an answer, in the order in which they were first answered.
    let answered: [Step]
  }

  func session(of request: Request) -> Session? {
    guard let id = request.cookie(Self.cookie), let given = sessions.answers(of: id) else {
      return nil
    }
    let steps = interview.steps(for: given.answers, today: model.today())
    let byKey = Dictionary(steps.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return Session(
      id: id, answers: given.answers, steps: steps, answered: given.order.compactMap { byKey[$0] })
  }

  func standing(_ session: Session) -> InterviewStanding {
    interview.standing(session.answers, today: model.today())
  }

  // MARK: Beginning and ending

  func begin(_ request: Request, _ language: Language) -> Response {
    let place = PageLocation(language)
    if let session = session(of: request) {
      return .seeOther(place.link(Self.path(to: standing(session).next)))
    }
    let first = interview.standing([:], today: model.today()).next
    var response = Response.seeOther(place.link(Self.path(to: first)))
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
    let step = try step(request, session)
    let question = text(language).question(
      step, session.answers[step.key], today: model.today())
    return page(question, step, session, language, status: .ok)
  }

  func answer(_ request: Request, _ language: Language) throws(Refusal) -> Response {
    guard let session = session(of: request) else { return start(language) }
    let step = try step(request, session)
    let form = try request.form().fields
    do throws(AnswerText.Mistake) {
      let answer = try AnswerReader(step: step).answer(form)
      if let mistake = interview.spellMistake(answer, step, session.answers) { throw mistake }
      sessions.keep(answer, to: step.key, in: session.id)
    } catch {
      let texts = text(language)
      var question = texts.question(step, nil, today: model.today())
      question.given = Dictionary(form.pairs.map { ($0.name, [$0.value]) }) { $0 + $1 }
      question.error = error.message[language]
      return page(question, step, session, language, status: .unprocessableContent)
    }
    // The answer may have changed what comes after it.
    guard let now = self.session(of: request) else { return start(language) }
    return .seeOther(PageLocation(language).link(Self.path(to: standing(now).next)))
  }

  func text(_ language: Language) -> QuestionText {
    QuestionText(language, near: model.documents.map(\.front.region))
  }

  private func step(_ request: Request, _ session: Session) throws(Refusal) -> Step {
    guard let key = request.parameters["step"],
      let step = session.steps.first(where: { $0.key == key })
    else { throw .notFound }
    return step
  }

  private func page(
    _ question: Question, _ step: Step, _ session: Session, _ language: Language, status: Status
  ) -> Response {
    let place = PageLocation(language, Self.path(to: step.key))
    let standing = standing(session)
    var question = question
    question.purpose = QuestionPurpose(
      waiting: standing.waiting[step.key] ?? [], open: standing.open, cases: standing.cases)
    // Back to the question before this one, as they were answered.
    let before = session.answered.prefix { $0.key != step.key }.last
    let back = before.map { Self.path(to: $0.key) } ?? "check/"
    return Response(questionPage(place, question, back: back), status: status)
  }

  // MARK: Addresses

  static func path(to key: String) -> String {
    "check/question/" + PercentEncoding.encode(key)
  }

  /// The question, else the summary.
  static func path(to step: Step?) -> String {
    step.map { path(to: $0.key) } ?? "check/answers"
  }
}
