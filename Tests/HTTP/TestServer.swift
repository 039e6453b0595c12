import Core
import Glibc
import HTTP

/// A server with a few routes that tell back what they got.
func startServer(
  _ configure: (inout ServerConfiguration) -> Void = { _ in }
) throws -> MicrohttpdServer {
  var configuration = ServerConfiguration()
  configure(&configuration)
  var router = Router()
  router.add(.get, "/hello") { _ in Response(type: .plainText, text: "hello") }
  router.add(.get, "/path/{name}") { request in
    Response(type: .plainText, text: "name=" + (request.parameters["name"] ?? ""))
  }
  router.add(.get, "/query") { request in
    Response(type: .plainText, text: "q=" + (request.query["q"] ?? "-"))
  }
  router.add(.post, "/echo") { request in
    Response(type: .plainText, text: "length=\(request.body.count)")
  }
  router.add(.post, "/form") { (request) throws(Refusal) in
    let form = try request.form()
    return Response(type: .plainText, text: "a=" + (form.fields["a"] ?? "-"))
  }
  router.add(.get, "/whence") { request in
    var response = Response(type: .plainText, text: "\(request.client) \(request.isSecure)")
    response.setCookie("a", "b", maxAge: 1, answering: request)
    return response
  }
  router.add(.get, "/slow") { _ in
    usleep(300_000)
    return Response(type: .plainText, text: "slow")
  }
  router.add(.get, "/thread") { _ in
    Response(type: .plainText, text: "thread=\(pthread_self())")
  }
  router.add(.get, "/split") { _ in
    Response(.ok, headers: ["X-Name": "a\r\nSet-Cookie: b=c"])
  }
  let routes = router
  return try MicrohttpdServer.start(
    on: ListenAddress("127.0.0.1:0"), configuration
  ) { routes.respond(to: $0) }
}
