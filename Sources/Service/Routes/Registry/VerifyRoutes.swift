import Casework
import Core
import Determination
import Determinations
import Facts
import HTTP
import Notices
import Pages
import Registry
import Vocabulary

/// Whether a notice that somebody holds is genuine, and still holds. Open to everybody: whoever knows
/// the code has seen the paper, and is told no more than stands on it.
struct VerifyRoutes: Sendable {
  let served: ServedRegistry

  /// Where the code is typed.
  func form(_ request: Request, _ language: Language) -> Response {
    let place = PageLocation(language, of: request)
    guard let typed = request.query["code"] else { return Response(verifyFormPage(place)) }
    guard let code = NoticeCode(typed: typed) else {
      return Response(
        verifyFormPage(
          PageLocation(language, "verify"), typed: String(typed.prefix(80)), isWrong: true),
        status: .unprocessableContent)
    }
    return .seeOther(place.link("verify/\(code.text)"))
  }

  func result(_ request: Request, _ language: Language) throws -> Response {
    let place = PageLocation(language, of: request)
    let register = served.notices.register
    guard let code = NoticeCode(typed: request.parameters["code"] ?? ""),
      let notice = try register.notice(code)
    else { return Response(verifyPage(place, nil), status: .notFound) }
    return Response(
      verifyPage(place, try view(notice, code, register.standing(of: notice).shown)))
  }

  private func view(
    _ notice: IssuedNotice, _ code: NoticeCode, _ standing: VerifiedNotice.Standing
  ) throws -> VerifiedNotice {
    let paper = VerifiedNotice.Result(
      outcome: notice.outcome, amount: notice.amount, granted: notice.granted)
    return VerifiedNotice(
      code: code.grouped, name: try name(of: notice.party, on: notice.on),
      benefit: served.label(of: notice.benefit), on: notice.on, issued: notice.issued,
      paper: paper, standing: standing)
  }

  /// What the paper's receiver is called, a person with most of the name hidden.
  private func name(of id: String, on day: CivilDate) throws -> String? {
    let facts = try served.registry.files(of: [id], types: [], on: day)
    guard let party = facts.party(id) else { return nil }
    let name = served.name(of: id, in: facts)
    // The id is no name, and stands on the paper.
    if name == id { return id }
    return served.vocabulary.types[party.type].id == "organisation" ? name : NameMask.mask(name)
  }
}

extension NoticeStanding {
  /// Without what it comes to now, which the paper does not say.
  fileprivate var shown: VerifiedNotice.Standing {
    switch self {
    case .same(let on): .same(on: on)
    case .changed(let on, _): .changed(on: on)
    case .notSince: .notSince
    }
  }
}

extension Router {
  /// The address that a QR code holds: it leads on to the reader's language.
  mutating func addShortVerification() {
    add(.get, RoutePattern("/verify/{code}")) { request in
      let language = Language(accepting: request.headers["Accept-Language"])
      let code = PercentEncoding.encode(request.parameters["code"] ?? "")
      var response = Response.seeOther(PageLocation(language).link("verify/" + code))
      response.headers["Vary"] = "Accept-Language"
      return response
    }
  }

  mutating func addVerification(_ routes: VerifyRoutes, _ path: LanguagePaths) {
    let language = path.language
    add(.get, path("verify")) { routes.form($0, language) }
    addReading(.get, path("verify/{code}"), routes.served) { try routes.result($0, language) }
  }
}
