import Bureau
import Core
import HTTP
import Office
import Store
import Testing

@testable import People
@testable import Routes

@Suite struct AdministrationTests {
  private let city: SignedSite
  private let first: Visitor
  private let second: Visitor

  init() throws {
    city = try SignedSite()
    first = try city.visitor("admin-a", [Grant(.administrator)])
    second = try city.visitor("admin-b", [Grant(.administrator)])
  }

  private static let accounts = "/zh/administration/accounts"

  private func open(_ name: String) throws -> (path: String, password: String) {
    try first.get(Self.accounts)
    try first.send(
      [("name", "新\(name)"), ("sign-in", name), ("party", ""), ("language", "zh")],
      to: Self.accounts)
    let password = try #require(first.page.firstMatch(of: /class="secret">([a-z0-9-]+)</)?.1)
    let number = try #require(
      first.page.firstMatch(of: /administration\/accounts\/([0-9]+)"/)?.1)
    return ("\(Self.accounts)/\(number)", String(password))
  }

  @Test("an account is opened with a password that is shown once and works once")
  func opening() throws {
    let opened = try open("newcomer")
    #expect(opened.password.count == 23)
    try first.get(opened.path)
    #expect(first.heading == "新newcomer")
    #expect(!first.page.contains(opened.password))
    let visitor = Visitor(city.site)
    try visitor.post(
      [("name", "newcomer"), ("password", opened.password)], to: "/zh/sign-in")
    #expect(visitor.path == "/zh/sign-in/password")
    try first.get(Self.accounts + "?q=NEWCOM")
    #expect(first.page.contains("新newcomer"))
    #expect(!first.page.contains("某admin-b"))
    try first.get(Self.accounts + "?q=%25")
    #expect(first.page.contains("没有找到账户"))
  }

  @Test(
    "what is wrong with a new account stands beside its field, and what was typed stays",
    arguments: [
      ("甲", "a b", "", "sign-in", "登录名不符合要求"), ("", "ab", "", "name", "姓名要有"),
      ("甲", "admin-b", "", "sign-in", "已经有人用"), ("甲", "ab", "nobody", "party", "没有这个编号"),
    ])
  func refused(_ name: String, _ signIn: String, _ party: String, _ field: String, _ text: String)
    throws
  {
    try first.get(Self.accounts)
    try first.send(
      [("name", name), ("sign-in", signIn), ("party", party), ("language", "en")],
      to: Self.accounts)
    #expect(first.status == .unprocessableContent)
    #expect(first.page.contains(text))
    #expect(first.page.contains("href=\"#\(field)\""))
    if !signIn.isEmpty { #expect(first.page.contains("value=\"\(signIn)\"")) }
    #expect(first.page.contains("<option value=\"en\" selected>"))
  }

  @Test("an official role waits for the other administrator, and is withdrawn by one")
  func grants() throws {
    let path = try open("clerk").path
    try first.get(path)
    try first.send(
      [("role", "clerk"), ("region", "330302"), ("reason", "调入"), ("last-day", "2026-12-31")],
      to: path + "/grants")
    #expect(first.path == path)
    #expect(first.page.contains("待确认"))
    #expect(first.page.contains("鹿城区，到 2026-12-31 为止"))
    let number = try #require(
      first.page.firstMatch(of: /administration\/grants\/([0-9]+)"/)?.1)
    let decide = "/zh/administration/grants/\(number)"
    try first.send([("do", "confirm")], to: decide)
    #expect(first.status == .unprocessableContent)
    #expect(first.page.contains("自己提出的授权不能自己确认"))
    try second.get("/zh/administration/grants")
    #expect(second.page.contains("新clerk"))
    try second.send([("do", "confirm"), ("account", second.hidden("account"))], to: decide)
    #expect(second.path == path)
    #expect(second.page.contains("有效"))
    try second.send([("do", "withdraw"), ("reason", "调出")], to: decide)
    try second.get(path)
    #expect(second.page.contains("已撤销"))
    #expect(second.page.contains("调出"))
    #expect(try city.trail("people.withdraw-grant").count == 1)
  }

  @Test(
    "what is wrong with a grant stands beside its field",
    arguments: [
      ("clerk", "33", "", "", "x", "region"),
      ("enterprise-agent", "330302", "", "", "x", "organisation"),
      ("clerk", "330302", "", "2024-01-01", "x", "last-day"),
      ("clerk", "330302", "", "31.12.2027", "x", "last-day"),
      ("clerk", "330302", "", "", " ", "reason"),
      ("enterprise-agent", "330302", "e9", "", "x", "organisation"),
    ])
  func refusedGrant(
    _ role: String, _ region: String, _ organisation: String, _ day: String, _ reason: String,
    _ field: String
  ) throws {
    let path = try open("somebody").path
    try first.get(path)
    try first.send(
      [
        ("role", role), ("region", region), ("organisation", organisation), ("last-day", day),
        ("reason", reason),
      ], to: path + "/grants")
    #expect(first.status == .unprocessableContent)
    #expect(first.page.contains("href=\"#\(field)\""))
    try first.get(path)
    #expect(first.page.contains("还没有授权"))
  }

  @Test("a worker gets a new password from one administrator, an official from two")
  func recoveries() throws {
    let worker = try city.account("w1", [Grant(.worker)])
    let clerk = try city.account("c1", [Grant(.clerk, region: "330300")])
    try first.get("\(Self.accounts)/\(worker)")
    try first.send([("recovery-reason", "")], to: "\(Self.accounts)/\(worker)/recovery")
    #expect(first.page.contains("href=\"#recovery-reason\""))
    try first.send([("recovery-reason", "身份证")], to: "\(Self.accounts)/\(worker)/recovery")
    #expect(first.page.contains("class=\"secret\""))
    try first.get("\(Self.accounts)/\(clerk)")
    try first.send([("recovery-reason", "工作证")], to: "\(Self.accounts)/\(clerk)/recovery")
    #expect(first.path == "/zh/administration/grants")
    #expect(first.page.contains("某admin-a 提出：工作证"))
    let confirm = "\(Self.accounts)/\(clerk)/recovery/confirm"
    try first.send([], to: confirm)
    #expect(first.status == .unprocessableContent)
    try second.get("/zh/administration/grants")
    try second.send([], to: confirm)
    #expect(second.page.contains("class=\"secret\""))
    #expect(try city.trail("people.recover").count == 2)
  }

  @Test("who somebody is in the registry is said once; a closed account stays to be seen")
  func identifyAndClose() throws {
    let worker = try city.account("w1", [Grant(.worker)])
    let path = "\(Self.accounts)/\(worker)"
    try first.get(path)
    try first.send([("party", "nobody")], to: path + "/identify")
    #expect(first.page.contains("没有这个编号"))
    try first.send([("party", "p1")], to: path + "/identify")
    #expect(first.page.contains("<dd>p1</dd>"))
    #expect(!first.page.contains(path + "/identify"))
    try first.send([("close-reason", "退休")], to: path + "/close")
    #expect(first.page.contains("注销"))
    #expect(!first.page.contains(path + "/close"))
    try first.get("\(Self.accounts)/999")
    #expect(first.status == .notFound)
  }

  @Test("the trail is filtered, paged and verified") func audit() throws {
    let auditor = try city.visitor("u1", [Grant(.auditor)])
    for _ in 0..<60 { try first.get(Self.accounts) }
    try auditor.get("/zh/audit")
    #expect(auditor.page.ranges(of: "<tr ").count == 51)
    let older = try #require(auditor.page.firstMatch(of: /audit\?before=([0-9]+)"/)?.1)
    try auditor.get("/zh/audit?before=\(older)")
    #expect(!auditor.page.contains(">\(older)</td>"))
    try auditor.get("/zh/audit?action=people.open-account&user=900")
    #expect(auditor.page.ranges(of: "<tr ").count == 4)
    #expect(auditor.page.contains("value=\"people.open-account\""))
    try auditor.get("/zh/audit?party=nobody")
    #expect(auditor.page.contains("没有这样的记录"))
    try auditor.get("/zh/audit?user=x")
    #expect(auditor.status == .unprocessableContent)
    #expect(try city.trail("audit.see").count == 5)
    try auditor.send([], to: "/zh/audit/verify")
    #expect(auditor.page.ranges(of: "对得上").count == 2)
    let count = try city.trail().count - 1
    #expect(auditor.page.contains("\(count) 条，最后一条的 SM3 散列是"))
    try auditor.get(Self.accounts)
    #expect(auditor.status == .forbidden)
  }

  @Test("a trail that was altered is said to be") func altered() throws {
    let auditor = try city.visitor("u1", [Grant(.auditor)])
    try city.bureau.office.write { connection in
      try connection.run("DROP TRIGGER \"audit_entry_no_update\"")
      try connection.run("UPDATE \"audit_entry\" SET \"object\" = 'x' WHERE \"number\" = 2")
    }
    try auditor.get("/zh/audit")
    try auditor.send([], to: "/zh/audit/verify")
    #expect(auditor.page.contains("对不上"))
    #expect(auditor.page.contains("从第 2 条起对不上"))
  }
}
