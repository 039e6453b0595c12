import Bureau
import Core
import Foundation
import HTTP
import Messages
import Office
import OfficeSupport
import Testing

@testable import People
@testable import Routes

/// Signing in, step by step, as a browser without scripts does it.
@Suite struct SignInTests {
  private let city: SignedSite
  init() throws { city = try SignedSite() }

  private func signIn(
    _ visitor: Visitor, _ name: String, _ password: String = SignedSite.password,
    next: String = ""
  ) throws {
    try visitor.post(
      [("name", name), ("password", password), ("next", next)], to: "/zh/sign-in")
  }

  @Test("a worker needs name and password, and comes to where they wanted to go")
  func worker() throws {
    _ = try city.account("w1", [Grant(.worker)], party: "p1")
    let visitor = Visitor(city.site)
    try visitor.get("/zh/parties/p1/reasons")
    #expect(visitor.path == "/zh/sign-in?next=parties%2Fp1%2Freasons")
    let next = visitor.hidden("next")
    #expect(next == "parties/p1/reasons")
    try signIn(visitor, "w1", next: next)
    #expect(visitor.path == "/zh/parties/p1/reasons")
    #expect(visitor.page.contains("某w1"))
    try visitor.get("/zh/account")
    #expect(visitor.heading == "某w1")
    try visitor.send([], to: "/zh/sign-out")
    #expect(visitor.path == "/zh/sign-in")
    try visitor.get("/zh/account")
    #expect(visitor.path.hasPrefix("/zh/sign-in"))
  }

  @Test(
    "nobody is led away from the site, nor to what is no page of it",
    arguments: [
      ("https://example.cn/", "/zh/https://example.cn/"), ("//example.cn", "/zh///example.cn"),
      ("..%2F..", "/zh/..%2F.."), ("../en/", ""), ("%2e%2e/en", ""), ("a\\b", ""), ("a%5Cb", ""),
      ("a\r\nSet-Cookie: x", ""), ("%0d%0aX: y", ""), ("cases/1?x=%E6%B8%A9&y", "/zh/cases/1?x="),
      (String(repeating: "a", count: 1_001), ""), ("", ""),
    ])
  func next(_ given: String, _ start: String) throws {
    let language = Language.zh
    let checked = SignInReturn(given, language)
    guard !start.isEmpty else {
      #expect(checked == .nowhere)
      return
    }
    let visitor = try city.account("w1", [Grant(.worker)])
    #expect(visitor > 0)
    let body = FormFields([
      ("name", "w1"), ("password", SignedSite.password), ("next", given),
    ]).urlEncoded
    let response = city.site.respond(
      to: try Request(
        .post, "/zh/sign-in", headers: ["Content-Type": "application/x-www-form-urlencoded"],
        body: Array(body.utf8)))
    let location = response.headers["Location"] ?? ""
    #expect(location.hasPrefix("/zh/"))
    #expect(location.hasPrefix(start.replacing(":", with: "%3A")) || location.hasPrefix(start))
    #expect(!location.contains { $0.isNewline || $0 == "\\" })
  }

  @Test("an official enrols, chooses a password, and the next time gives a code")
  func official() throws {
    let clerk = NewAccount(signIn: "clerk", name: "某受理员")
    let people = city.bureau.people
    let first = "handed over at the desk"
    let prepared = try people.prepare(first, for: clerk)
    try city.bureau.office.write { connection in
      let user = try people.open(clerk, prepared, by: .make(.administrator, 900), connection)
      let grant = try people.propose(
        Grant(.clerk, region: "330300"), to: user, because: "test",
        by: .make(.administrator, 901), connection)
      try people.confirm(grant, by: .make(.administrator, 902), connection)
    }
    let visitor = Visitor(city.site)
    try signIn(visitor, "clerk", first, next: "search")
    #expect(visitor.path == "/zh/sign-in/enrol?next=search")
    try visitor.get("/zh/search")
    #expect(visitor.path == "/zh/sign-in/enrol?next=search")
    try visitor.send([("do", "begin"), ("next", "search")], to: "/zh/sign-in/enrol")
    #expect(visitor.page.contains("otpauth://totp/"))
    let secret = try #require(visitor.page.firstMatch(of: /class="secret">([A-Z2-7 ]+)</)?.1)
    try visitor.send(
      [("do", "confirm"), ("code", "000000"), ("next", "search")], to: "/zh/sign-in/enrol")
    #expect(visitor.status == .unprocessableContent)
    #expect(!visitor.page.contains(String(secret)))
    #expect(visitor.page.contains("autofocus"))
    #expect(visitor.page.contains("href=\"#code\""))
    try visitor.send(
      [("do", "confirm"), ("code", city.code(String(secret))), ("next", "search")],
      to: "/zh/sign-in/enrol")
    #expect(visitor.path == "/zh/sign-in/password?next=search")
    let own = "a lamp under the bridge"
    try visitor.send(
      [("old", first), ("new", own), ("again", own + "s")], to: "/zh/sign-in/password")
    #expect(visitor.page.contains("两次输入的新密码不一样"))
    try visitor.send(
      [("old", first), ("new", "short"), ("again", "short")], to: "/zh/sign-in/password")
    #expect(visitor.page.contains("密码太短"))
    #expect(visitor.page.contains("href=\"#new\""))
    try visitor.send(
      [("old", first), ("new", own), ("again", own), ("next", "search")],
      to: "/zh/sign-in/password")
    #expect(visitor.path == "/zh/search")

    city.clock.advance(seconds: 60)
    let again = Visitor(city.site)
    try signIn(again, "clerk", own)
    #expect(again.path == "/zh/sign-in/code")
    try again.get("/zh/account")
    #expect(again.path == "/zh/sign-in/code?next=account")
    try again.send([("code", "abc")], to: "/zh/sign-in/code")
    #expect(again.status == .unprocessableContent)
    #expect(again.page.contains("验证码不对"))
    try again.send([("code", city.code(String(secret)))], to: "/zh/sign-in/code")
    #expect(again.path == "/zh/account")
  }

  @Test("a wrong name and a wrong password look the same; after five failures one waits")
  func failures() throws {
    _ = try city.account("w1", [Grant(.worker)])
    let visitor = Visitor(city.site)
    try signIn(visitor, "nobody", "x")
    let unknown = visitor.page.replacing("nobody", with: "w1")
    try signIn(visitor, "w1", "x")
    #expect(visitor.page == unknown)
    #expect(visitor.status == .unprocessableContent)
    #expect(visitor.page.contains("<title>有误："))
    #expect(visitor.page.contains("登录名或密码不对"))
    #expect(visitor.page.contains("href=\"#name\""))
    #expect(visitor.page.contains("aria-invalid"))
    for _ in 0..<4 { try signIn(visitor, "w1", "x") }
    #expect(visitor.status == .tooManyRequests)
    #expect(visitor.page.contains("才能再试"))
    try signIn(visitor, "w1")
    #expect(visitor.status == .tooManyRequests)
    let english = Visitor(city.site)
    try english.post([("name", "w1"), ("password", "x")], to: "/en/sign-in")
    #expect(english.page.contains("has to wait for"))
  }

  @Test("the frame shows who has signed in, and on pages for all only the way there")
  func frame() throws {
    let visitor = Visitor(city.site)
    for path in ["/zh/", "/zh/policies/", "/zh/policies/wenzhou-2018-242", "/zh/nothing"] {
      try visitor.get(path)
      #expect(visitor.page.contains("<a href=\"/zh/account\">登录 / 我的账户</a>"), "\(path)")
      #expect(visitor.page.contains("登录后办理的和查看的都留有记录"), "\(path)")
      #expect(!visitor.page.contains("本机运行"), "\(path)")
    }
    let worker = try city.visitor("w1", [Grant(.worker)], party: "p1")
    try worker.get("/zh/account")
    #expect(worker.page.contains("<a href=\"/zh/my/messages\">消息</a>"))
    let benefit = Bilingual(zh: "甲", en: "a")
    _ = try city.bureau.office.write { connection in
      try city.bureau.messages.send(
        "case.consent-asked", to: .party("p1"),
        values: .init(benefit: benefit, amount: Money(fen: 100), date: city.clock.clock.today),
        about: CaseNumber("330300-25-1"), key: "k", connection)
    }
    try worker.get("/en/account")
    #expect(worker.page.contains("Messages (1 unread)"))
    let plain = Visitor(Site(try projectModel()))
    try plain.get("/zh/")
    #expect(plain.page.contains("本机运行"))
    #expect(!plain.page.contains("/zh/account"))
  }
}
