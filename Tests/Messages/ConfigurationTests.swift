import Foundation
import Messages
import TestSupport
import Testing

@testable import Delivery

@Suite struct ConfigurationTests {
  private func configuration(
    _ set: (inout DeliveryConfiguration.Options) -> Void
  ) throws -> DeliveryConfiguration {
    var options = DeliveryConfiguration.Options()
    set(&options)
    return try DeliveryConfiguration(options)
  }

  @Test("nothing said sets up nothing; each channel is set up by its own options") func channels()
    throws
  {
    let folder = try TemporaryFolder()
    let (login, header) = (try secret(folder, "u\np w\n"), try secret(folder, "X-Key: a b\n"))
    #expect(try configuration { _ in }.senders.isEmpty)
    let both = try configuration {
      $0.mailServer = "smtp://mail.example.cn:587"
      $0.mailFrom = "通知 <notice@example.cn>"
      $0.mailLogin = login
      $0.gateway = "https://sms.example.cn/v1/send"
      $0.gatewayHeader = header
    }
    #expect(both.senders.map(\.channel) == [.mail, .sms])
    let mail = try #require(both.senders.first as? SMTPSender)
    #expect(!mail.server.isLoopback && mail.from.name == "通知" && mail.login?.password == "p w")
    let hook = try #require(both.senders.last as? HookSender)
    #expect(hook.header == "X-Key: a b")
  }

  @Test(
    "addresses are those that can be used, and are safe",
    arguments: [
      ("smtp://127.0.0.1:25", true), ("smtp://localhost", true), ("smtp://[::1]:25", true),
      ("smtp://127.0.0.1.example.cn", false), ("smtp://localhost.example.cn", false),
      ("smtps://mail.example.cn", false), ("smtp://127.1", false), ("smtp://1270.0.0.1", false),
    ]) func loopback(_ text: String, _ expected: Bool) throws
  {
    #expect(try ServerAddress.mail(text).isLoopback == expected)
  }

  @Test("localhost is taken by its number") func localhost() throws {
    #expect(try ServerAddress.mail("SMTP://LOCALHOST:25/").text == "smtp://127.0.0.1:25")
  }

  @Test(
    "what is no address, or not safe, is refused",
    arguments: [
      "", "mail.example.cn", "http://mail.example.cn", "smtp://", "smtp://u:p@mail.example.cn",
      "smtp://mail.example.cn/x", "smtp://mail.example.cn:0", "smtp://mail.example.cn:70000",
      "smtp://a b", "smtp://a\r\nb", "file:///etc/passwd",
    ]) func notMail(_ text: String)
  {
    #expect(throws: DeliveryProblem.notAMailServer(text)) { try ServerAddress.mail(text) }
  }

  @Test("a gateway is spoken to in clear on this machine alone") func gateway() throws {
    #expect(throws: DeliveryProblem.gatewayInClear("http://sms.example.cn/")) {
      try ServerAddress.hook("http://sms.example.cn/")
    }
    #expect(throws: DeliveryProblem.notAGateway("ftp://a/")) { try ServerAddress.hook("ftp://a/") }
    #expect(try ServerAddress.hook("http://127.0.0.1:8/").isLoopback)
  }

  @Test("options that lack their other half, and files that hold no secret, are refused")
  func refused() throws {
    let folder = try TemporaryFolder()
    let (one, open) = (try secret(folder, "one"), try secret(folder, "a: b", mode: 0o644))
    let missing = folder.path("missing")
    let cases: [(DeliveryProblem, (inout DeliveryConfiguration.Options) -> Void)] = [
      (.alone("--smtp", needs: "--mail-from"), { $0.mailServer = "smtp://a.cn" }),
      (.alone("--mail-from / --smtp-login", needs: "--smtp"), { $0.mailFrom = "a@b" }),
      (.alone("--sms-header", needs: "--sms"), { $0.gatewayHeader = one }),
      (.notASender("a"), { ($0.mailServer, $0.mailFrom) = ("smtp://a.cn", "a") }),
      (
        .notALogin(path: one),
        { ($0.mailServer, $0.mailFrom, $0.mailLogin) = ("smtp://a.cn", "a@b", one) }
      ),
      (.notAHeader(path: one), { ($0.gateway, $0.gatewayHeader) = ("https://a.cn", one) }),
      (
        .secretOpenToOthers(path: open),
        { ($0.gateway, $0.gatewayHeader) = ("https://a.cn", open) }
      ),
      (
        .secretNotReadable(path: missing),
        { ($0.gateway, $0.gatewayHeader) = ("https://a.cn", missing) }
      ),
    ]
    for (problem, set) in cases {
      #expect(throws: problem) { try configuration(set) }
    }
  }

  private func secret(_ folder: TemporaryFolder, _ text: String, mode: Int = 0o600) throws -> String
  {
    let path = folder.path(UUID().uuidString)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }
}
