import Core
import HTTP
import Pages

extension Router {
  /// “What can I get?”: a page per question, the summary, the result. Every form is posted and
  /// answered with a redirection, so that going back and reloading never sends anything twice.
  mutating func addInterview(_ routes: InterviewRoutes, _ path: LanguagePaths) {
    let language = path.language
    add(.get, path("check/")) { request in
      Response(checkStartPage(PageLocation(language, of: request)))
    }
    add(.post, path("check/")) { request in routes.begin(request, language) }
    add(.post, path("check/restart")) { request in routes.restart(request, language) }
    add(.get, path("check/answers")) { request in routes.summary(request, language) }
    add(.get, path("check/result"), lane: .aside) { request in routes.result(request, language) }
    add(
      .get, path("check/question/{step}"),
      throwing: { (request) throws(Refusal) in
        try routes.question(request, language)
      })
    add(
      .post, path("check/question/{step}"),
      throwing: { (request) throws(Refusal) in
        try routes.answer(request, language)
      })
  }
}
