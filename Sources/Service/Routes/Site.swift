import Core
package import HTTP
import Pages

/// The whole site: every request and its answer, without a socket.
package struct Site: Sendable {
  private let router: Router
  /// Who reads a page that is the same for all.
  private let reader: Reader
  /// What the site is there for.
  private let occasion: Occasion
  /// The largest file that a form may bring.
  private let mostBytes: Int

  package init(_ model: ServiceModel) {
    self.init(model, sessions: SessionStore())
  }

  init(_ model: ServiceModel, sessions: SessionStore) {
    let desk = model.desk
    let reader = desk == nil ? Reader.anybody : .visitor
    self.reader = reader
    // Evidence comes only where there are cases.
    mostBytes =
      desk == nil
      ? FactsForm.mostBytes : max(FactsForm.mostBytes, MyEvidenceRoutes.mostBytes)
    let occasion = model.demonstration == nil ? Occasion.service : .demonstration
    self.occasion = occasion
    // Pages that are made once are made for that reader too.
    router = Site.reading(reader, occasion) { Site.router(model, desk, sessions) }
  }

  private static func router(
    _ model: ServiceModel, _ desk: Desk?, _ sessions: SessionStore
  ) -> Router {
    var router = Router(refuse: Self.refuse)
    router.add(.get, "/") { request in
      let language = Language(accepting: request.headers["Accept-Language"])
      var response = Response.seeOther(PageLocation(language).link(""))
      response.headers["Vary"] = "Accept-Language"
      return response
    }
    if model.registry != nil { router.addShortVerification() }
    router.addAssets(model)
    router.addOriginals(model)
    let overview = model.registry.map { served in
      let figures = OverviewFigures(served: served, plans: model.plans)
      return Overview(served, today: model.today, make: figures.view)
    }
    // Whoever opens the overview first shall not wait.
    overview?.prepare()
    let desk = model.desk
    for language in Language.allCases {
      let paths = LanguagePaths(language)
      router.add(.get, paths.bare) { _ in
        Response(.permanentRedirect, headers: ["Location": PageLocation(language).link("")])
      }
      router.addStart(model, paths)
      router.addPolicies(model, paths)
      router.addFacts(model, paths)
      router.addScores(model, desk, paths)
      router.addRegistry(model, overview, desk, paths)
      router.addInterview(InterviewRoutes(model, sessions), paths)
      if let desk {
        router.addOffice(desk, paths)
        router.addDesk(desk, paths)
        router.addMy(desk, paths)
        router.addTour(desk, paths)
      }
    }
    return router
  }

  package func respond(to request: Request) -> Response {
    Site.reading(reader, occasion) { router.respond(to: request) }
  }

  /// Makes pages for a reader.
  private static func reading<Made>(
    _ reader: Reader, _ occasion: Occasion, _ make: () -> Made
  ) -> Made {
    Occasion.$current.withValue(occasion) { Reader.$current.withValue(reader) { make() } }
  }

  /// Every route there is: for tests that walk all of them.
  var listing: [(method: Method, pattern: String)] { router.listing }

  /// How the server that carries the site treats its clients.
  package var serverConfiguration: ServerConfiguration {
    var configuration = ServerConfiguration()
    // The file and, around it, what the form adds.
    configuration.limits.body = mostBytes + (64 << 10)
    configuration.refuse = { [reader, occasion] refusal, request in
      Site.reading(reader, occasion) { Site.refuse(refusal, request) }
    }
    configuration.lane = { [router] in router.lane(of: $0) }
    return configuration
  }

  /// A refusal as a page, in the language of the address where that is known.
  private static func refuse(_ refusal: Refusal, _ request: RefusedRequest) -> Response {
    let language =
      Language.allCases.first { request.target.hasPrefix("/\($0.rawValue)/") }
      ?? Language(accepting: request.acceptLanguage)
    return Response(refusal, language)
  }
}

/// Addresses below a language.
struct LanguagePaths: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  var bare: RoutePattern { RoutePattern("/" + language.rawValue) }

  func callAsFunction(_ path: String) -> RoutePattern {
    RoutePattern(PageLocation(language).link(path))
  }
}

extension Response {
  /// A page as it is sent.
  init(_ page: Page, status: Status = .ok) {
    self.init(
      status,
      headers: [
        "Content-Type": Response.ContentType.html.rawValue,
        "Content-Language": page.place.language.tag,
      ], body: page.html.bytes)
  }
}

extension Response {
  /// A refusal as a page for whoever reads.
  init(_ refusal: Refusal, _ language: Language) {
    let page = refusalPage(
      PageLocation(language), message: refusal.message, advice: refusal.advice)
    self.init(page, status: refusal.status)
    for (name, value) in refusal.headers.fields { headers[name] = value }
  }
}

extension PageLocation {
  /// Where a request is, so that the language switch keeps the place.
  init(_ language: Language, of request: Request) {
    let path = request.path.dropFirst(language.rawValue.utf8.count + 2)
    self.init(language, String(path), query: request.query.urlEncoded)
  }
}
