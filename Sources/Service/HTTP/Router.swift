/// Finds the handler of a request: pure, and the same with and without a socket.
package struct Router: Sendable {
  /// Answers one request, on a thread of its route's lane: in `Lane.here` it must not block.
  package typealias Handler = @Sendable (Request) -> Response

  private struct Route: Sendable {
    let method: Method
    let pattern: RoutePattern
    let lane: Lane
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

  /// Adds a route; GET answers HEAD as well. The first that matches wins. Without a lane that of the
  /// method holds.
  package mutating func add(
    _ method: Method, _ pattern: RoutePattern, lane: Lane? = nil, _ handler: @escaping Handler
  ) {
    routes.append(
      Route(method: method, pattern: pattern, lane: lane ?? Lane(of: method), handler: handler))
  }

  /// Adds a route whose handler may refuse.
  package mutating func add(
    _ method: Method, _ pattern: RoutePattern, lane: Lane? = nil,
    throwing handler: @escaping @Sendable (Request) throws(Refusal) -> Response
  ) {
    add(method, pattern, lane: lane) { [refuse] request in
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

  /// Where the request is answered; what no route answers is refused at once.
  package func lane(of request: Request) -> Lane {
    let method = request.method == .head ? .get : request.method
    return routes.first {
      $0.method == method && $0.pattern.match(request.segments) != nil
    }?.lane ?? .here
  }

  private static func withHead(_ methods: [Method]) -> [Method] {
    methods.flatMap { $0 == .get ? [.get, .head] : [$0] }
  }
}
