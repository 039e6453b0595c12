import Bureau
import Core
import Demonstration
import HTTP
import Office
import Pages
import People

/// Name and password; signing out.
struct SignInRoutes: Sendable {
  let desk: Desk

  func page(_ request: Request, _ language: Language) -> Response {
    let next = SignInReturn(request.query[SignInReturn.name], language)
    let place = PageLocation(language, "sign-in", query: query(of: next))
    return Response(
      signInPage(SignInStep(place, next: next.path), tellingPassword: told))
  }

  func signIn(_ request: Request, _ language: Language) throws -> Response {
    let place = PageLocation(language, "sign-in")
    let fields = try request.form().fields
    let next = SignInReturn(fields[SignInReturn.name], language)
    do {
      let done = try desk.bureau.people.signIn(
        fields["name"] ?? "", password: fields["password"] ?? "", from: request.client.network,
        device: request.headers["User-Agent"] ?? "", replacing: request.cookie(Desk.cookie))
      return .onwards(done, to: next, place, answering: request)
    } catch let problem as PeopleProblem {
      let step = SignInStep(
        place, next: next.path, errors: [FormError(problem, at: "name", place)])
      return Response(
        signInPage(step, name: fields["name"] ?? "", tellingPassword: told),
        status: problem.statusOfSignIn)
    }
  }

  func signOut(_ visit: SignedRequest) throws -> Response {
    _ = try visit.form()
    try visit.bureau.people.signOut(visit.signed)
    return .signedOut(visit)
  }

  /// The password of everybody, where there is one.
  private var told: String? { desk.demonstration == nil ? nil : Demonstration.password }

  private func query(of next: SignInReturn) -> String {
    next.path.isEmpty ? "" : FormFields([(SignInReturn.name, next.path)]).urlEncoded
  }
}

extension Response {
  /// After a step of the sign-in: the cookie with the new token, and the way to the next step, or to
  /// where somebody wanted to go.
  static func onwards(
    _ done: SignIn, to next: SignInReturn, _ place: PageLocation, answering request: Request
  ) -> Response {
    let step = Desk.step(done.signed.stage)
    let goal = next.path.isEmpty ? "account" : next.path
    var response = Response.seeOther(
      step.isEmpty ? place.link(goal) : next.through(step, place))
    response.setCookie(
      Desk.cookie, done.token, maxAge: Int(clamping: done.lifetime), answering: request)
    return response
  }

  /// The cookie is taken away.
  static func signedOut(_ visit: SignedRequest) -> Response {
    var response = Response.seeOther(visit.place.link("sign-in"))
    response.setCookie(Desk.cookie, "", maxAge: 0, answering: visit.request)
    return response
  }
}

extension FormError {
  /// A problem beside the field it is about: what is wrong, and what to do.
  init(_ problem: PeopleProblem, at field: String, _ place: PageLocation) {
    self.init(field: field, message: place(problem.sentence.capitalised))
  }
}

extension PeopleProblem {
  /// Whoever has to wait is told so in the status too (RFC 6585, 4).
  var statusOfSignIn: Status {
    switch self {
    case .waiting, .tooMany: .tooManyRequests
    default: .unprocessableContent
    }
  }
}
