import Core
import HTTP
import Pages

extension Router {
  /// Search, and the pages of workers and organisations; without a registry, a page that says how
  /// to get one.
  ///
  /// - Parameters:
  ///   - model: what is served.
  ///   - overview: of the registry that is served, one for all languages.
  ///   - desk: where there is one, people are seen by those who have signed in alone.
  ///   - path: the language.
  mutating func addRegistry(
    _ model: ServiceModel, _ overview: Overview?, _ desk: Desk?, _ path: LanguagePaths
  ) {
    let language = path.language
    guard let served = model.registry else {
      for item in [NavigationItem.search, .overview] {
        add(.get, path(item.rawValue)) { request in
          Response(noRegistryPage(PageLocation(language, of: request), active: item))
        }
      }
      return
    }
    let search = SearchRoutes(served: served, today: model.today)
    let parties = PartyRoutes(served: served, model: model)
    if let desk {
      addSignedRegistry(served, search, parties, desk, path)
    } else {
      addReading(.get, path("search"), served) { try search.page($0, language) }
      addReading(.post, path("search"), served) { try search.search($0.form(), language) }
      addReading(.get, path("parties/{id}"), served) { try parties.party($0, language) }
      addReading(.get, path("parties/{id}/workers"), served) { try parties.workers($0, language) }
      addReading(.get, path("parties/{id}/reasons"), lane: .aside, served) {
        try parties.reasons($0, language)
      }
      addReading(.get, path("parties/{id}/notice"), lane: .aside, served) {
        try parties.notice($0, language)
      }
      addReading(.get, path("parties/{id}/determinations/{number}"), lane: .aside, served) {
        try parties.replay($0, language)
      }
      addReading(.get, path("parties/{id}/compare"), lane: .aside, served) {
        try parties.compare($0, language)
      }
    }
    addVerification(VerifyRoutes(served: served), path)
    let scripts = model.chartLibrary.map { [$0.path, ChartScript.path] } ?? []
    addReading(.get, path("overview"), served) { request in
      let place = PageLocation(language, of: request)
      guard let view = try overview?.view() else { return Response(overviewPendingPage(place)) }
      return Response(overviewPage(place, view, scripts: scripts)).allowingScripts
    }
  }

  /// A route that reads the registry, and may fail in doing so.
  mutating func addReading(
    _ method: Method, _ pattern: RoutePattern, lane: Lane? = nil, _ served: ServedRegistry,
    _ handler: @escaping @Sendable (Request) throws -> Response
  ) {
    add(
      method, pattern, lane: lane,
      throwing: { (request) throws(Refusal) in
        try served.reading { try handler(request) }
      })
  }
}

extension Response {
  /// The same, with scripts of the service itself allowed; no others, and none within the page.
  var allowingScripts: Response {
    var response = self
    response.headers["Content-Security-Policy"] =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    return response
  }
}
