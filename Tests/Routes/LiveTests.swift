import Core
import HTTP
import TestSupport
import Testing

@testable import Routes

/// The journeys of `InterviewTests` and the rest, through a real server.
@Suite struct LiveTests {
  private func withServer(_ body: (UInt16) throws -> Void) throws {
    let site = Site(try projectModel())
    let server = try MicrohttpdServer.start(
      on: ListenAddress("127.0.0.1:0"), site.serverConfiguration
    ) { site.respond(to: $0) }
    defer { server.stop(within: .seconds(2)) }
    try body(server.address.port)
  }

  @Test func aVisitorGetsTheSameThroughASocket() throws {
    try withServer { port in
      let visitor = Visitor(port: port)
      try InterviewTests().walk(visitor, "en")
      #expect(visitor.heading == "Check your answers")
      try visitor.get("/en/check/result")
      #expect(visitor.page.contains("3,000.00 yuan"))
      try visitor.get("/en/nothing")
      #expect(visitor.status == .notFound)
    }
  }

  @Test func aRefusalByTheServerIsAPageToo() throws {
    try withServer { port in
      let answer = exchange(
        port, "GET /zh/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(statusCode(of: answer) == 400)
      #expect(answer.contains("<h1>地址写得不对："))
      let english = exchange(
        port, "GET /en/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(english.contains("<h1>The address is malformed: "))
      let large = exchange(
        port,
        "POST /zh/facts/ HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
          + "Content-Length: 3000000\r\n\r\n")
      #expect(statusCode(of: large) == 413)
      #expect(large.contains("提交的内容太大，最多 2 MiB。"))
    }
  }
}

extension Visitor {
  /// Somebody who visits a server on a port of this machine.
  convenience init(port: UInt16) {
    self.init { request in
      var head = "\(request.method.rawValue) \(request.path) HTTP/1.1\r\nHost: localhost\r\n"
      for (name, value) in request.headers.fields { head += "\(name): \(value)\r\n" }
      head += "Content-Length: \(request.body.count)\r\nConnection: close\r\n\r\n"
      return Response(answer: exchange(port, head + String(decoding: request.body, as: UTF8.self)))
    }
  }
}

extension Response {
  /// A response out of what came over the wire.
  fileprivate init(answer: String) {
    let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
    let lines = (parts.first ?? "").split(separator: "\r\n")
    var headers = Headers()
    for line in lines.dropFirst() {
      let field = line.split(separator: ": ", maxSplits: 1)
      if field.count == 2 { headers.add(String(field[0]), String(field[1])) }
    }
    self.init(
      Status(rawValue: statusCode(of: answer)) ?? .internalServerError, headers: headers,
      body: Array((parts.dropFirst().first ?? "").utf8))
  }
}
