import TestSupport
import Testing

@testable import HTTP

@Suite struct ServingTests {
  @Test(arguments: [
    ("GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "\r\n\r\nhello"),
    ("GET /hello HTTP/1.1\r\nHost: 127.0.0.1:80\r\nConnection: close\r\n\r\n", "\r\n\r\nhello"),
    ("GET /hello HTTP/1.1\r\nHost: [::1]:80\r\nConnection: close\r\n\r\n", "\r\n\r\nhello"),
    (
      "GET http://localhost/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "\r\n\r\nhello"
    ),
    (
      "GET /path/%E5%B7%A5%E5%8C%A0%2Fa+b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      "name=工匠/a+b"
    ),
    (
      "GET /query?q=%E5%B7%A5+%E5%8C%A0&q=2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      "q=工 匠"
    ),
    ("GET /query HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "q=-"),
    (
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello",
      "length=5"
    ),
    (
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
        + "\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", "length=5"
    ),
    (
      "POST /form HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
        + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: 5\r\n"
        + "Connection: close\r\n\r\na=1+2", "a=1 2"
    ),
    (
      "POST /form HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nSec-Fetch-Site: same-origin\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n"
        + "Connection: close\r\n\r\na=1", "a=1"
    ),
  ])
  func isAnswered(_ sent: String, _ end: String) throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    let answer = exchange(server.address.port, sent)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix(end), "\(answer)")
  }

  @Test func headSendsTheFieldsAlone() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    let answer = exchange(
      server.address.port, "HEAD /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer.contains("Content-Length: 5\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test func everyAnswerCarriesTheSecurityFields() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    for path in ["/hello", "/nothing", "/%00"] {
      let answer = exchange(
        server.address.port,
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      for field in [
        "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
        "X-Frame-Options: DENY", "Cache-Control: no-store",
      ] {
        #expect(answer.contains(field + "\r\n"))
      }
    }
  }

  @Test func aConnectionServesSeveralRequestsInOrder() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    let client = RawClient(port: server.address.port)
    client.send(
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi"
        + "GET /query?q=2 HTTP/1.1\r\nHost: localhost\r\n\r\n"
        + "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    let bodies = client.receive().split(separator: "\r\n\r\n").dropFirst()
      .map { $0.split(separator: "HTTP/1.1").first ?? "" }
    #expect(bodies == ["length=2", "q=2", "hello"])
  }

  @Test func aHandlerCannotSplitTheAnswer() throws {
    let server = try startServer()
    defer { server.stop(within: .seconds(1)) }
    let answer = exchange(
      server.address.port, "GET /split HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(answer == "")
  }

  @Test func manyClientsAtOnceAreServed() async throws {
    let server = try startServer()
    let port = server.address.port
    let answers = await withTaskGroup(of: String.self) { group in
      for number in 0..<100 {
        group.addTask {
          exchange(
            port,
            "GET /path/\(number) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        }
      }
      return await group.reduce(into: Set<String>()) {
        $0.insert(String($1.split(separator: "\r\n").last ?? ""))
      }
    }
    server.stop(within: .seconds(1))
    #expect(answers == Set((0..<100).map { "name=\($0)" }))
  }
}
