import Core
import TestSupport
import Testing

@testable import HTTP

/// Who sends a request, what stands in it, and who it is taken for.
struct Forwarded: Sendable, CustomTestStringConvertible {
  let peer: String
  let fields: [(String, String)]
  let client: String
  let isSecure: Bool

  init(_ peer: String, _ fields: [(String, String)], _ client: String, _ isSecure: Bool = false) {
    self.peer = peer
    self.fields = fields
    self.client = client
    self.isSecure = isSecure
  }

  var testDescription: String { "\(peer) \(fields)" }
}

private let by = "X-Forwarded-For"
private let scheme = "X-Forwarded-Proto"

@Suite struct ProvenanceTests {
  @Test(
    "a proxy is believed, and nobody else",
    arguments: [
      Forwarded("203.0.113.9", [], "203.0.113.9"),
      Forwarded("203.0.113.9", [(by, "198.51.100.1"), (scheme, "https")], "203.0.113.9"),
      Forwarded("127.0.0.1", [(by, "198.51.100.1"), (scheme, "https")], "127.0.0.1"),
      Forwarded("10.0.0.1", [(by, "198.51.100.1"), (scheme, "https")], "198.51.100.1", true),
      Forwarded("10.0.0.1", [("x-FORWARDED-for", "198.51.100.1")], "198.51.100.1"),
      Forwarded("10.0.0.1", [(by, "2001:db8::7"), (scheme, "HTTPS")], "2001:db8::7", true),
      Forwarded("2001:db8::1", [(by, "198.51.100.1")], "198.51.100.1"),
      // What the client has written itself stands further to the left.
      Forwarded("10.0.0.1", [(by, "192.0.2.66, 198.51.100.1")], "198.51.100.1"),
      Forwarded("10.0.0.1", [(by, "192.0.2.66"), (by, "198.51.100.1")], "198.51.100.1"),
      Forwarded("10.0.0.1", [(by, "192.0.2.66, 198.51.100.1,10.0.0.1")], "198.51.100.1"),
      Forwarded("10.0.0.1", [(by, "unknown")], "10.0.0.1"),
      Forwarded("10.0.0.1", [(by, "198.51.100.1, ")], "10.0.0.1"),
      Forwarded("10.0.0.1", [(by, "198.51.100.1:4711")], "10.0.0.1"),
      Forwarded("10.0.0.1", [(by, "")], "10.0.0.1"),
      Forwarded("10.0.0.1", [], "10.0.0.1"),
      Forwarded("10.0.0.1", [(scheme, "https, http")], "10.0.0.1"),
      Forwarded("10.0.0.1", [(scheme, "http, https")], "10.0.0.1", true),
      Forwarded("10.0.0.1", [(scheme, "https\u{e9}")], "10.0.0.1"),
      Forwarded("10.0.0.1", [("Forwarded", "for=198.51.100.1;proto=https")], "10.0.0.1"),
      Forwarded("::ffff:10.0.0.1", [(by, "::ffff:198.51.100.1")], "198.51.100.1"),
    ]) func origin(_ given: Forwarded) throws
  {
    let fields = given.fields.map { (name: Array($0.0.utf8), value: Array($0.1.utf8)) }
    let origin = Provenance(
      peer: try #require(IPAddress(given.peer)), fields: fields,
      trusting: try TrustedProxies(["10.0.0.1", "2001:db8::1"]))
    #expect(origin.client.description == given.client)
    #expect(origin.isSecure == given.isSecure)
  }

  @Test(
    "what a limit counts",
    arguments: [
      ("198.51.100.1", "198.51.100.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
      ("::ffff:198.51.100.1", "198.51.100.1"), ("::1", "::/64"),
    ]) func network(_ text: String, _ expected: String)
  {
    #expect(IPAddress(text)?.network == expected)
  }

  @Test(
    "what is no address of a proxy is said",
    arguments: ["", "proxy", "10.0.0.0/8", "[::1]", "10.1"])
  func noProxy(_ text: String) {
    let error = #expect(throws: ListenError.self) { try TrustedProxies([text]) }
    #expect(error?.diagnostic.code == "HTTP010")
    #expect(error?.diagnostic.message.zh == "“\(text)”不是反向代理的地址。")
    #expect(error?.diagnostic.message.en == "“\(text)” is not the address of a reverse proxy.")
    #expect(
      error?.diagnostic.advice.zh
        == "请写反向代理连接本服务时所用的 IP 地址，例如 127.0.0.1；不能写主机名或网段。")
    #expect(
      error?.diagnostic.advice.en
        == "Write the IP address from which the proxy connects, for example 127.0.0.1; no host name "
        + "and no range.")
  }

  /// The lines of a request to a server that trusts this machine or nobody.
  private func answer(
    trusting proxies: [String], _ fields: String, _ line: String = "GET /whence"
  ) throws -> String {
    let proxies = try TrustedProxies(proxies)
    let hosts = try HostPolicy(names: ["rencai.example.cn"])
    let server = try startServer {
      $0.proxies = proxies
      $0.hosts = hosts
    }
    defer { server.stop(within: .seconds(1)) }
    return exchange(
      server.address.port,
      "\(line) HTTP/1.1\r\nHost: rencai.example.cn\r\n\(fields)Connection: close\r\n\r\n")
  }

  private let forwarded = "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-Proto: https\r\n"

  @Test("over a socket: the proxy's word, HSTS and cookies of this host alone") func trusted()
    throws
  {
    let answer = try answer(trusting: ["127.0.0.1"], forwarded)
    #expect(answer.hasSuffix("198.51.100.1 true"), "\(answer)")
    #expect(answer.contains("Strict-Transport-Security: max-age=31536000\r\n"))
    #expect(
      answer.contains("Set-Cookie: __Host-a=b; Path=/; Max-Age=1; HttpOnly; SameSite=Lax; Secure"))
    let missing = try self.answer(trusting: ["127.0.0.1"], forwarded, "GET /%00")
    #expect(statusCode(of: missing) == 400)
    #expect(missing.contains("Strict-Transport-Security"))
  }

  @Test("over a socket: anybody else's word counts for nothing") func untrusted() throws {
    let answer = try answer(trusting: ["192.0.2.1"], forwarded)
    #expect(answer.hasSuffix("127.0.0.1 false"), "\(answer)")
    #expect(!answer.contains("Strict-Transport-Security"))
    #expect(answer.contains("Set-Cookie: a=b; Path=/; Max-Age=1; HttpOnly; SameSite=Lax\r\n"))
  }

  @Test("under another name than the public ones the site does not answer") func wrongHost() throws
  {
    let answer = try answer(trusting: [], "", "GET http://localhost/whence")
    #expect(statusCode(of: answer) == 421)
    #expect(
      answer.hasSuffix(
        """
        本网站不认识请求中的主机名。请打开 https://rencai.example.cn/。
        This site does not answer under that host name. Open https://rencai.example.cn/.

        """))
  }

  @Test(
    "by HTTPS a form from the same name without it is another site's",
    arguments: [("https", 200), ("http", 403)]) func crossSite(_ scheme: String, _ status: Int)
    throws
  {
    let answer = try answer(
      trusting: ["127.0.0.1"],
      forwarded + "Origin: \(scheme)://rencai.example.cn\r\nContent-Length: 0\r\n", "POST /echo")
    #expect(statusCode(of: answer) == status)
  }

  @Test("too many requests are told when to come again") func tooMany() {
    let refusal = Refusal.tooManyRequests(
      message: Bilingual("m"), advice: Bilingual("a"), retryAfter: 7)
    #expect(refusal.plainResponse.status.rawValue == 429)
    #expect(refusal.plainResponse.headers["Retry-After"] == "7")
  }
}
