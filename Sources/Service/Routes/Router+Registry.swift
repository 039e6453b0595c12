import Core
import HTTP
import Pages

extension Router {
  /// Search, and the pages of workers and organisations; without a registry, a page that says how
  /// to get one.
  mutating func addRegistry(_ model: ServiceModel, _ path: LanguagePaths) {
    let language = path.language
    guard let served = model.registry else {
      add(.get, path("search")) { request in
        Response(noRegistryPage(PageLocation(language, of: request), active: .search))
      }
      return
    }
    let search = SearchRoutes(served: served, today: model.today)
    addReading(.get, path("search"), served) { try search.page($0, language) }
    addReading(.post, path("search"), served) { try search.search($0, language) }
    let parties = PartyRoutes(served: served, model: model)
    addReading(.get, path("parties/{id}"), served) { try parties.party($0, language) }
    addReading(.get, path("parties/{id}/workers"), served) { try parties.workers($0, language) }
    addReading(.get, path("parties/{id}/reasons"), served) { try parties.reasons($0, language) }
  }

  /// A route that reads the registry, and may fail in doing so.
  private mutating func addReading(
    _ method: Method, _ pattern: RoutePattern, _ served: ServedRegistry,
    _ handler: @escaping @Sendable (Request) throws -> Response
  ) {
    add(
      method, pattern,
      throwing: { (request) throws(Refusal) in
        try served.reading { try handler(request) }
      })
  }
}
