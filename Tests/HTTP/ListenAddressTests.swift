import Core
import Testing

@testable import HTTP

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("127.0.0.1:8080", "127.0.0.1:8080"), ("localhost:80", "127.0.0.1:80"),
    ("LOCALHOST:0", "127.0.0.1:0"), ("[::1]:65535", "[::1]:65535"), ("9000", "127.0.0.1:9000"),
    ("127.1.2.3:1", "127.1.2.3:1"),
  ])
  func loopbackIsTaken(_ text: String, _ address: String) throws {
    #expect(try ListenAddress(text).description == address)
  }

  @Test(arguments: [
    "", ":", ":8080", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1", "localhost",
    "127.0.0.1:8080x", "127.0.0.1:000080",
  ])
  func whatIsNoAddressIsSaid(_ text: String) {
    let error = #expect(throws: ListenError.self) { try ListenAddress(text) }
    let diagnostic = error?.diagnostic
    #expect(diagnostic?.code == "HTTP001")
    #expect(diagnostic?.message.zh == "监听地址“\(text)”写得不对。")
    #expect(diagnostic?.message.en == "“\(text)” is not an address to listen on.")
    #expect(diagnostic?.advice.zh == "请写成“地址:端口”，端口为 0 到 65535，例如 127.0.0.1:8080。")
    #expect(
      diagnostic?.advice.en
        == "Write address:port with a port from 0 to 65535, for example 127.0.0.1:8080.")
  }

  @Test(arguments: [
    "0.0.0.0", "192.168.1.10", "[::]", "example.org", "127.0.0.1.example.org", "127.0.0.256",
    "0127.0.0.1", "128.0.0.1", "*",
  ])
  func otherAddressesAreRefusedWithTheReason(_ host: String) {
    let error = #expect(throws: ListenError.self) { try ListenAddress(host + ":8080") }
    let diagnostic = error?.diagnostic
    #expect(diagnostic?.code == "HTTP002")
    #expect(
      diagnostic?.message.zh == "不能在“\(host)”上监听：网站没有登录功能，别的机器一旦连上就能看到个人信息。")
    #expect(
      diagnostic?.message.en
        == "Refused to listen on “\(host)”: the site has no sign-in, so any machine that reached "
        + "it would see personal data.")
    #expect(diagnostic?.advice.zh == "请使用本机地址，例如 127.0.0.1:8080。")
    #expect(
      diagnostic?.advice.en
        == "Use an address of this machine alone, for example 127.0.0.1:8080.")
  }

  @Test(
    "with sign-in any address of the machine is taken, and nothing that is no address",
    arguments: [
      ("0.0.0.0:80", "0.0.0.0:80"), ("[::]:443", "[::]:443"), ("192.0.2.1:1", "192.0.2.1:1"),
      ("[2001:DB8:0::1]:1", "[2001:db8::1]:1"), ("9000", "127.0.0.1:9000"), ("example.org:80", nil),
      ("*:80", nil), ("::1:80", nil), ("[192.0.2.1]:80", nil), ("192.0.2:80", nil),
      ("192.0.2.01:80", nil), ("[fe80::1%eth0]:80", nil),
    ] as [(String, String?)]) func beyondLoopback(_ text: String, _ expected: String?)
  {
    let address = try? ListenAddress(text, hasSignIn: true)
    #expect(address?.description == expected)
    if expected == nil {
      let error = #expect(throws: ListenError.self) { try ListenAddress(text, hasSignIn: true) }
      #expect(error?.diagnostic.code == "HTTP001")
    }
  }

  @Test("beyond this machine the public names must be given") func publicNames() throws {
    let address = try ListenAddress("0.0.0.0:0", hasSignIn: true)
    let error = #expect(throws: ListenError.self) {
      try MicrohttpdServer.start(on: address, ServerConfiguration()) { _ in Response(.ok) }
    }
    #expect(error?.diagnostic.code == "HTTP008")
    #expect(error?.diagnostic.message.zh == "在 0.0.0.0:0 上监听，却没有给出对外的主机名。")
    #expect(
      error?.diagnostic.message.en
        == "Asked to listen on 0.0.0.0:0, but under no public host name.")
    #expect(
      error?.diagnostic.advice.zh
        == "请用 --host 写明用户打开网站所用的主机名，例如 --host rencai.example.cn。")
    #expect(
      error?.diagnostic.advice.en
        == "Name the host under which people open the site, for example --host rencai.example.cn.")
  }

  @Test(
    "host names are names or addresses",
    arguments: [
      "example.org", "A-b.example", "xn--fiqs8s", "192.0.2.1", "[2001:db8::1]", "localhost",
    ])
  func hostNames(_ name: String) throws {
    let hosts = try HostPolicy(names: [name])
    #expect(hosts.accepts(authority: name))
    #expect(hosts.accepts(authority: name.uppercased() + ":8443"))
    #expect(!hosts.accepts(authority: "127.0.0.1"))
    #expect(!hosts.accepts(authority: "x" + name))
    #expect(hosts.isLoopback == (name == "localhost"))
  }

  @Test(
    "what is no host name is said",
    arguments: [
      "", "https://example.org", "example.org:443", "a b", "-a.example", "a..b", "例子.cn", "[::1",
      "a_b", ".", "a.example.", String(repeating: "a", count: 64), "*.example.org",
    ]) func noHostName(_ name: String)
  {
    let error = #expect(throws: ListenError.self) { try HostPolicy(names: [name]) }
    #expect(error?.diagnostic.code == "HTTP007")
    #expect(error?.diagnostic.message.zh == "“\(name)”不是主机名。")
    #expect(error?.diagnostic.message.en == "“\(name)” is not a host name.")
    #expect(
      error?.diagnostic.advice.zh
        == "请写浏览器地址栏里的主机名，不带 https:// 和端口，例如 rencai.example.cn；中文域名写成 xn-- 形式。")
    #expect(
      error?.diagnostic.advice.en
        == "Write the name as it stands in the browser's address, without https:// and port, for "
        + "example rencai.example.cn; names in other scripts in their xn-- form.")
  }

  @Test("public names without sign-in are refused in full") func noSignIn() {
    let diagnostic = ListenError.publicWithoutSignIn("example.org").diagnostic
    #expect(diagnostic.code == "HTTP009")
    #expect(
      diagnostic.message.zh == "不能以“example.org”对外提供：网站没有登录功能，别的机器一旦连上就能看到个人信息。")
    #expect(
      diagnostic.message.en
        == "Refused to serve under “example.org”: the site has no sign-in, so any machine that "
        + "reached it would see personal data.")
    #expect(diagnostic.advice.zh == "请去掉 --host，只在本机使用。")
    #expect(
      diagnostic.advice.en == "Leave --host away, and use it on this machine alone.")
  }
}
