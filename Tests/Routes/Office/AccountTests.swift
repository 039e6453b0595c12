import Bureau
import Core
import HTTP
import Messages
import Office
import Pages
import Testing

@testable import Routes

@Suite struct AccountTests {
  private let city: SignedSite
  init() throws { city = try SignedSite() }

  @Test("the page says who somebody is, as what, and where they are signed in")
  func page() throws {
    let agent = Grant(.enterpriseAgent, region: "330302", organisation: "e1")
    let visitor = try city.visitor("a1", [Grant(.worker), agent], party: "p1")
    try visitor.get("/zh/account")
    for text in [
      "某a1", "登录名：a1", "劳动者", "全部地区", "企业经办人", "甲厂（鹿城区）", "这台设备", "登记库里与我有关的",
      "<h3>本人</h3>", "<h3>甲厂</h3>",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    #expect(!visitor.page.contains("审计记录"))
    let auditor = try city.visitor("u1", [Grant(.auditor)])
    try auditor.get("/en/account")
    #expect(auditor.page.contains("<a href=\"/en/audit\">Audit trail</a>"))
    #expect(!auditor.page.contains("administration/accounts"))
  }

  @Test("addresses are kept for oneself and for one’s organisation, masked, and nobody else’s")
  func contacts() throws {
    let agent = Grant(.enterpriseAgent, region: "330302", organisation: "e1")
    let visitor = try city.visitor("a1", [Grant(.worker), agent], party: "p1")
    try visitor.get("/zh/account")
    func set(_ recipient: String, _ channel: String, _ address: String) throws {
      let field = AccountView.addressField(channel, of: recipient)
      try visitor.send(
        [("recipient", recipient), ("channel", channel), (field, address), ("do", "set")],
        to: "/zh/account/contacts")
    }
    try set("own", "sms", "13800000000")
    #expect(visitor.path == "/zh/account")
    #expect(visitor.page.contains("138****0000"))
    #expect(!visitor.page.contains("13800000000"))
    try set("e1", "mail", "office@example.cn")
    #expect(visitor.page.contains("o***@example.cn"))
    try set("own", "mail", "not an address")
    #expect(visitor.status == .unprocessableContent)
    #expect(visitor.page.contains("这不是邮箱地址"))
    try visitor.get("/zh/account")
    try set("p2", "mail", "a@example.cn")
    #expect(visitor.status == .unprocessableContent)
    func kept(_ recipient: Recipient) throws -> [Channel] {
      try city.bureau.office.read { connection in
        try city.bureau.messages.contacts(of: recipient, connection).map(\.channel)
      }
    }
    #expect(try kept(.party("p1")) == [.sms])
    #expect(try kept(.party("e1")) == [.mail])
    #expect(try kept(.party("p2")) == [])
    try visitor.get("/zh/account")
    try visitor.send(
      [("recipient", "own"), ("channel", "sms"), ("do", "remove")], to: "/zh/account/contacts")
    #expect(try kept(.party("p1")) == [])
  }

  @Test("a session is ended from another, and all at once")
  func sessions() throws {
    let here = try city.visitor("w1", [Grant(.worker)])
    let there = Visitor(city.site)
    try there.post([("name", "w1"), ("password", SignedSite.password)], to: "/zh/sign-in")
    #expect(there.path == "/zh/account")
    try here.get("/zh/account")
    try here.send(
      [("session", here.hidden("session")), ("do", "end")], to: "/zh/account/sessions")
    #expect(here.path == "/zh/account")
    #expect(here.hidden("session").isEmpty)
    try there.get("/zh/account")
    #expect(there.path.hasPrefix("/zh/sign-in"))
    try here.send([("do", "end-all")], to: "/zh/account/sessions")
    #expect(here.path == "/zh/sign-in")
    try here.get("/zh/account")
    #expect(here.path.hasPrefix("/zh/sign-in"))
  }

  @Test("the language of letters is chosen, and nothing else is taken for one")
  func language() throws {
    let visitor = try city.visitor("w1", [Grant(.worker)])
    try visitor.get("/zh/account")
    try visitor.send([("language", "en")], to: "/zh/account/language")
    #expect(visitor.page.contains("<option value=\"en\" selected>"))
    try visitor.send([("language", "fr")], to: "/zh/account/language")
    #expect(visitor.page.contains("<option value=\"en\" selected>"))
  }
}
