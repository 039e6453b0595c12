import Bureau
import Core
import Demonstration
import HTTP
import Office
import Pages
import People

/// What follows name and password: the code, the authenticator, a password of one's own.
struct SignInStepRoutes: Sendable {
  // MARK: The code

  func code(_ visit: SignedRequest) throws -> Response {
    Response(codePage(visit.step("sign-in/code", asked(visit)), telling: try told(visit)))
  }

  /// What only a demonstration knows.
  private func told(_ visit: SignedRequest) throws -> (digits: String, seconds: Int64)? {
    try visit.desk.demonstration?.code(of: visit.actor.user)
  }

  func enterCode(_ visit: SignedRequest) throws -> Response {
    let fields = try visit.form().fields
    let next = SignInReturn(fields[SignInReturn.name], visit.place.language)
    do {
      let done = try visit.bureau.people.enterCode(
        fields["code"] ?? "", visit.signed, from: visit.request.client.network)
      return .onwards(done, to: next, visit.place, answering: visit.request)
    } catch let problem as PeopleProblem {
      let step = visit.step("sign-in/code", next, problem, at: "code")
      return Response(
        codePage(step, telling: try told(visit)), status: problem.statusOfSignIn)
    }
  }

  // MARK: The authenticator

  func enrolment(_ visit: SignedRequest) throws -> Response {
    let stage = EnrolmentStage.start(hasDevice: try hasDevice(visit))
    return Response(enrolmentPage(visit.step("sign-in/enrol", asked(visit)), stage))
  }

  func enrol(_ visit: SignedRequest) throws -> Response {
    let fields = try visit.form().fields
    let next = SignInReturn(fields[SignInReturn.name], visit.place.language)
    let isFirst = fields["do"] == "begin"
    do {
      let (people, address) = (visit.bureau.people, visit.request.client.network)
      if isFirst {
        let made = try people.beginEnrolment(visit.signed, code: fields["code"], from: address)
        let step = visit.step("sign-in/enrol", next)
        return Response(enrolmentPage(step, .secret(groups: made.secret, uri: made.uri)))
      }
      let done = try people.confirmEnrolment(fields["code"] ?? "", visit.signed, from: address)
      return .onwards(done, to: next, visit.place, answering: visit.request)
    } catch let problem as PeopleProblem {
      let step = visit.step("sign-in/enrol", next, problem, at: "code")
      let stage = isFirst ? EnrolmentStage.start(hasDevice: try hasDevice(visit)) : .again
      return Response(enrolmentPage(step, stage), status: problem.statusOfSignIn)
    }
  }

  private func hasDevice(_ visit: SignedRequest) throws -> Bool {
    let (people, user) = (visit.bureau.people, visit.actor.user)
    return try visit.bureau.office.read { try people.account(user, $0)?.hasSecondFactor ?? false }
  }

  // MARK: The password

  func password(_ visit: SignedRequest) -> Response {
    let step = visit.step("sign-in/password", asked(visit))
    return Response(passwordPage(step, isGiven: visit.signed.stage == .mustChangePassword))
  }

  func changePassword(_ visit: SignedRequest) throws -> Response {
    let fields = try visit.form().fields
    let next = SignInReturn(fields[SignInReturn.name], visit.place.language)
    let isGiven = visit.signed.stage == .mustChangePassword
    let new = fields["new"] ?? ""
    guard new == fields["again"] else {
      let place = PageLocation(visit.place.language, "sign-in/password")
      let error = FormError(
        field: "again",
        message: place("两次输入的新密码不一样。请再输入一次。", "The two new passwords differ. Type it again."))
      let step = SignInStep(place, csrf: visit.signed.csrf, next: next.path, errors: [error])
      return Response(passwordPage(step, isGiven: isGiven), status: .unprocessableContent)
    }
    do {
      let done = try visit.bureau.people.changePassword(
        from: fields["old"] ?? "", to: new, visit.signed, from: visit.request.client.network)
      return .onwards(done, to: next, visit.place, answering: visit.request)
    } catch let problem as PeopleProblem {
      let step = visit.step("sign-in/password", next, problem, at: problem.passwordField)
      return Response(passwordPage(step, isGiven: isGiven), status: problem.statusOfSignIn)
    }
  }

  private func asked(_ visit: SignedRequest) -> SignInReturn {
    SignInReturn(visit.request.query[SignInReturn.name], visit.place.language)
  }
}

extension SignedRequest {
  /// A step of the sign-in, and what was wrong with what was typed.
  fileprivate func step(
    _ path: String, _ next: SignInReturn, _ problem: PeopleProblem? = nil, at field: String = ""
  ) -> SignInStep {
    let place = PageLocation(place.language, path)
    return SignInStep(
      place, csrf: signed.csrf, next: next.path,
      errors: problem.map { [FormError($0, at: field, place)] } ?? [])
  }
}

extension PeopleProblem {
  /// The field of the page that changes a password which this is about.
  fileprivate var passwordField: String {
    switch self {
    case .passwordTooShort, .passwordTooLong, .passwordGuessable, .samePassword: "new"
    default: "old"
    }
  }
}
