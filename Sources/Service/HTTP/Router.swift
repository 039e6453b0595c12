/// Finds the handler of a request: pure, and the same with and without a socket.
package struct Router: Sendable {
  /// Answers one request. Called on a server thread, so it must not block.
  package typealias Handler = @Sendable (Request) -> Response

  private struct Route: Sendable {
    let method: Method
    let pattern: RoutePattern
    let handler: Handler
  }

  private var routes: [Route] = []

  /// Every route there is, in the order they were added: for tests that walk all of them.
  package var listing: [(method: Method, pattern: String)] {
    routes.map { ($0.method, $0.pattern.text) }
  }

  /// How refusals look to the reader.
  private let refuse: Refusal.Page

  package init(
    refuse: @escaping Refusal.Page = { refusal, _ in refusal.plainResponse }
  ) {
    self.refuse = refuse
  }

  /// Adds a route; GET answers HEAD as well. The first that matches wins.
  package mutating func add(
    _ method: Method, _ pattern: RoutePattern, _ handler: @escaping Handler
  ) {
    routes.append(Route(method: method, pattern: pattern, handler: handler))
  }

  /// Adds a route whose handler may refuse.
  package mutating func add(
    _ method: Method, _ pattern: RoutePattern,
    throwing handler: @escaping @Sendable (Request) throws(Refusal) -> Response
  ) {
    add(method, pattern) { [refuse] request in
      do throws(Refusal) {
        return try handler(request)
      } catch {
        return refuse(error, RefusedRequest(request))
      }
    }
  }

  /// The handler's answer; 404 when no pattern has the path, 405 when none of those that have it
  /// takes the method.
  package func respond(to request: Request) -> Response {
    let method = request.method == .head ? .get : request.method
    var allowed: [Method] = []
    for route in routes {
      guard let parameters = route.pattern.match(request.segments) else { continue }
      guard route.method == method else {
        allowed.append(route.method)
        continue
      }
      var request = request
      request.parameters = parameters
      return route.handler(request)
    }
    if allowed.isEmpty { return refuse(.notFound, RefusedRequest(request)) }
    return refuse(
      .methodNotAllowed(request.method, allowed: Self.withHead(allowed)), RefusedRequest(request))
  }

  private static func withHead(_ methods: [Method]) -> [Method] {
    methods.flatMap { $0 == .get ? [.get, .head] : [$0] }
  }
}
