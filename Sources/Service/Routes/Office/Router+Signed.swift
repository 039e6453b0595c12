import Core
import HTTP
import Office
import Pages
import People

extension Router {
  /// A route for whoever has signed in in full. Everybody else is sent to sign in, and then comes
  /// back here; what a form would have done is not done. Problems that have words are told in them.
  ///
  /// - Parameters:
  ///   - method: of the route.
  ///   - pattern: the path below the language.
  ///   - desk: what it works with.
  ///   - path: the language.
  ///   - stages: how far the sign-in must have come; other than in full for the sign-in itself.
  ///   - roles: who may come in at all; nobody in particular where it is empty.
  ///   - lane: where it is answered; without one, as its method is.
  ///   - handler: answers.
  mutating func addSigned(
    _ method: Method, _ pattern: String, _ desk: Desk, _ path: LanguagePaths,
    stages: [Signed.Stage] = [.full], roles: [Role] = [], lane: Lane? = nil,
    _ handler: @escaping @Sendable (SignedRequest) throws -> Response
  ) {
    let language = path.language
    add(
      method, path(pattern), lane: lane,
      throwing: { (request) throws(Refusal) in
        try desk.answering { () throws in
          let place = PageLocation(language, of: request)
          guard let signed = try desk.signed(request) else {
            return Desk.toSignIn(place, from: request)
          }
          guard stages.contains(signed.stage) else {
            let next = SignInReturn(to: place, of: request)
            return .seeOther(
              signed.stage == .full
                ? place.link("account") : next.through(Desk.step(signed.stage), place))
          }
          return Reader.$current.withValue(try desk.reader(signed)) {
            // What is refused is told on a page of whoever has signed in.
            do throws(Refusal) {
              return try desk.answering { () throws in
                guard roles.isEmpty || roles.contains(where: signed.actor.holds) else {
                  throw SignedRequest.notForYou
                }
                return try handler(
                  SignedRequest(request: request, signed: signed, place: place, desk: desk))
              }
            } catch {
              return Response(error, language)
            }
          }
        }
      })
  }
}

extension Desk {
  /// Runs what answers a request; what it throws becomes a refusal in words for the reader.
  func answering(_ body: () throws -> Response) throws(Refusal) -> Response {
    do {
      return try body()
    } catch let refusal as Refusal {
      throw refusal
    } catch let problem as any WordedProblem {
      throw Refusal(.unprocessableContent, message: problem.told, advice: problem.advice)
    } catch {
      report(error)
      throw Refusal(
        .serviceUnavailable,
        message: Bilingual(zh: "现在办不了。", en: "This cannot be done at the moment."),
        advice: Bilingual(
          zh: "什么也没有改动。请稍后再试；原因写在启动服务的终端里。",
          en: "Nothing was changed. Try again later; the reason is printed where the service runs.")
      )
    }
  }

  /// To the sign-in, and from there back to where somebody wanted to go. A form is not sent again:
  /// its page is opened anew.
  static func toSignIn(_ place: PageLocation, from request: Request) -> Response {
    .seeOther(SignInReturn(to: place, of: request).through("sign-in", place))
  }

  /// The page of the next step of signing in.
  static func step(_ stage: Signed.Stage) -> String {
    switch stage {
    case .needsCode: "sign-in/code"
    case .mustEnrol: "sign-in/enrol"
    case .mustChangePassword: "sign-in/password"
    case .full: ""
    }
  }
}

extension WordedProblem {
  /// As a sentence of its own.
  fileprivate var told: Bilingual {
    Bilingual(zh: message.zh + "。", en: message.en.capitalisedSentence)
  }
}

extension String {
  fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
