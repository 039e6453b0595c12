import Core
import TestSupport
import Testing

@testable import HTTP

/// Requests that must be refused: what is sent, the status, and a part of the answer.
struct BadRequest: CustomTestStringConvertible, Sendable {
  let name: String
  let sent: String
  let status: Int
  let says: String

  init(_ name: String, _ sent: String, _ status: Int, _ says: String = "") {
    self.name = name
    self.sent = sent
    self.status = status
    self.says = says
  }

  var testDescription: String { name }
}

private func get(_ target: String, host: String = "localhost", _ more: String = "") -> String {
  "GET \(target) HTTP/1.1\r\nHost: \(host)\r\n\(more)Connection: close\r\n\r\n"
}

private func post(_ target: String, _ fields: String, _ body: String) -> String {
  "POST \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\nConnection: close\r\n\r\n\(body)"
}

private let form = "Content-Type: application/x-www-form-urlencoded\r\n"

@Suite struct BadInputTests {
  @Test(arguments: [
    BadRequest("unknown route", get("/nothing"), 404, "There is no such page."),
    BadRequest("method", post("/hello", "Content-Length: 0", ""), 405, "Allow: GET, HEAD"),
    BadRequest(
      "unknown method", "BREW /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405,
      "Allow: POST"),
    BadRequest("NUL in the path", get("/path/a%00b"), 400, "percent-encoding"),
    BadRequest("escape cut short", get("/path/a%4"), 400, "percent-encoding"),
    BadRequest("escape not hexadecimal", get("/path/%zz"), 400, "percent-encoding"),
    BadRequest("not UTF-8", get("/path/%ff%fe"), 400, "percent-encoding"),
    BadRequest("overlong UTF-8", get("/path/%c0%af"), 400, "percent-encoding"),
    BadRequest("surrogate", get("/path/%ed%a0%80"), 400, "percent-encoding"),
    BadRequest("line end in the path", get("/path/a%0d%0ab"), 400, "control characters"),
    BadRequest("raw Chinese in the path", get("/path/工匠"), 400, "must be percent-encoded"),
    BadRequest("NUL in the query", get("/query?q=%00"), 400, "what follows “?”"),
    BadRequest("query not UTF-8", get("/query?q=%ff"), 400, "what follows “?”"),
    BadRequest("no path", get("hello"), 400),
    BadRequest(
      "both lengths", post("/echo", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
      400, "both Content-Length and Transfer-Encoding"),
    BadRequest(
      "both lengths, other order",
      post("/echo", "Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"), 400,
      "Connection: close"),
    BadRequest(
      "two lengths", post("/echo", "Content-Length: 5\r\nContent-Length: 6", "hello!"), 400,
      "more than one Content-Length"),
    BadRequest(
      "the same length twice", post("/echo", "Content-Length: 5\r\nContent-Length: 5", "hello"),
      400, "more than one Content-Length"),
    BadRequest("list of lengths", post("/echo", "Content-Length: 5, 5", "hello"), 400),
    BadRequest("negative length", post("/echo", "Content-Length: -5", "hello"), 400),
    BadRequest("signed length", post("/echo", "Content-Length: +5", "hello"), 400),
    BadRequest(
      "length beyond 64 bits", post("/echo", "Content-Length: 99999999999999999999999", "hello"),
      413),
    BadRequest(
      "coding not chunked", post("/echo", "Transfer-Encoding: gzip", "hello"), 400, "not chunked"),
    BadRequest(
      "two codings", post("/echo", "Transfer-Encoding: gzip, chunked", "0\r\n\r\n"), 400,
      "not chunked"),
    BadRequest(
      "coding twice",
      post("/echo", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400,
      "not chunked"),
    BadRequest(
      "chunk size", post("/echo", "Transfer-Encoding: chunked", "zz\r\nhello\r\n0\r\n\r\n"), 400),
    BadRequest("no host", "GET /hello HTTP/1.1\r\n\r\n", 400),
    BadRequest("two hosts", get("/hello", "Host: localhost\r\n"), 400, "exactly one Host"),
    BadRequest("foreign host", get("/hello", host: "attacker.example"), 421, "http://localhost"),
    BadRequest("foreign host with port", get("/hello", host: "attacker.example:8080"), 421),
    BadRequest("host that only begins like ours", get("/hello", host: "127.0.0.1.example"), 421),
    BadRequest("foreign absolute form", get("http://attacker.example/hello"), 421),
    BadRequest(
      "form from another site",
      post("/form", form + "Origin: http://attacker.example\r\nContent-Length: 3", "a=1"), 403,
      "sent from another site"),
    BadRequest(
      "form from another site, newer browser",
      post("/form", form + "Sec-Fetch-Site: cross-site\r\nContent-Length: 3", "a=1"), 403),
    // The library closes the connection without a word.
    BadRequest("not HTTP", "hello\r\n\r\n", 0),
    BadRequest("blank before a colon", get("/hello", "X-A : b\r\n"), 400),
    BadRequest(
      "header of 40 KB", get("/hello", "X-A: \(String(repeating: "a", count: 40_960))\r\n"), 431),
    BadRequest("address of 40 KB", get("/" + String(repeating: "a", count: 40_960)), 414),
    BadRequest(
      "declared body too large",
      post("/echo", "Content-Length: 1025", String(repeating: "a", count: 1_025)), 413,
      "at most 1024 bytes"),
    BadRequest(
      "chunked body too large",
      post(
        "/echo", "Transfer-Encoding: chunked",
        "401\r\n\(String(repeating: "a", count: 1_025))\r\n0\r\n\r\n"), 413, "at most 1024 bytes"),
    BadRequest(
      "body far too large", post("/echo", "Content-Length: 99999999999", ""), 413,
      "Connection: close"),
    BadRequest(
      "waits to send too much", post("/echo", "Expect: 100-continue\r\nContent-Length: 1025", ""),
      413, "Connection: close"),
    BadRequest(
      "form not encoded", post("/form", form + "Content-Length: 5", "a=%zz"), 400, "wrongly encoded"
    ),
    BadRequest(
      "not a form", post("/form", "Content-Type: application/json\r\nContent-Length: 2", "{}"), 415,
      "not “application/json”"),
    BadRequest(
      "parts without boundary",
      post("/form", "Content-Type: multipart/form-data\r\nContent-Length: 2", "--"), 400,
      "no boundary"),
    BadRequest(
      "parts without end",
      post(
        "/form", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5", "--x\r\n"),
      400, "incomplete or malformed"),
  ])
  func isRefusedAndTheServiceGoesOn(_ bad: BadRequest) throws {
    let server = try startServer { $0.limits.body = 1_024 }
    defer { server.stop(within: .seconds(1)) }
    let answer = exchange(server.address.port, bad.sent)
    #expect(statusCode(of: answer) == bad.status, "\(answer)")
    #expect(answer.contains(bad.says), "\(answer)")
    let next = exchange(server.address.port, get("/hello"))
    #expect(next.hasSuffix("\r\n\r\nhello"))
  }
}
