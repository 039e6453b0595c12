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
      diagnostic?.message.zh == "不能在“\(host)”上监听：服务还没有登录功能，别的机器一旦连上就能看到个人信息。")
    #expect(
      diagnostic?.message.en
        == "Refused to listen on “\(host)”: there is no sign-in yet, so any machine that reached "
        + "the service would see personal data.")
    #expect(diagnostic?.advice.zh == "请使用本机地址，例如 127.0.0.1:8080。")
    #expect(
      diagnostic?.advice.en
        == "Use an address of this machine alone, for example 127.0.0.1:8080.")
  }
}
