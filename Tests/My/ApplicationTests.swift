import Bureau
import Casework
import Core
import HTTP
import Office
import Testing

/// An enterprise that applies with evidence.
@Suite struct ApplicationTests {
  private let quarter: Quarter
  private let agent: Guest

  init() throws {
    quarter = try Quarter()
    agent = try quarter.signIn("jia")
  }

  private static let pdf = Array("%PDF-1.7 a".utf8)
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

  /// Begins the application for the apprentice; gives its number.
  private func begin() throws -> String {
    try agent.get("/zh/my/apply")
    try agent.submit("my/apply", with: "apprenticeship")
    return try #require(try quarter.records(of: "e1").first?.number)
  }

  private func fill(_ number: String) throws {
    try agent.get("/zh/my/cases/\(number)/files")
    try agent.submit("/files", files: [("协议 1.pdf", Self.pdf)])
    try agent.get("/zh/my/cases/\(number)/account?step=submit")
    try agent.submit(
      "account?step=submit", [("bank", "甲银行"), ("holder", "甲厂"), ("number", "3300 0000 0000")])
  }

  @Test("what can be applied for is shown with what it is about, and all else with its reasons")
  func openings() throws {
    try agent.get("/zh/my/apply")
    agent.sees("可以申请", "新型学徒制补贴", "4,800.00 元", "申酉戌 学徒 2024-09-01", "开始申请", "现在不符合条件", "因为不符合：")
    #expect(!agent.page.contains("class=\"errors\""))
    agent.sees("还差情况", "还需要知道：", "入职方式")
    #expect(agent.page.components("开始申请") == 2)
    _ = try begin()
    try agent.get("/zh/my/apply")
    agent.sees("正在办理")
    #expect(agent.page.components("开始申请") == 1)
  }

  @Test("begun twice there is one case, and both lead to it") func twice() throws {
    try agent.get("/zh/my/apply")
    let other = try quarter.signIn("jia")
    try other.get("/zh/my/apply")
    try agent.submit("my/apply", with: "apprenticeship")
    let first = agent.path
    try other.submit("my/apply", with: "apprenticeship")
    #expect(other.path == first)
    #expect(try quarter.records(of: "e1").count == 1)
  }

  @Test("what is not due, and what is another's, is not begun") func refused() throws {
    let (benefit, key) = ("wenzhou-2018-242/apprenticeship", "k1")
    let signer = try #require(
      Signer(
        Actor(user: 9, name: "x", grants: [Grant(.enterpriseAgent, organisation: "e2")]),
        as: .enterpriseAgent))
    #expect(throws: ApplyProblem.notForThem) {
      try quarter.bureau.apply(
        for: "e1", benefit: benefit, owner: "p3", subject: "l1", key: key, by: signer)
    }
    #expect(throws: ApplyProblem.self) {
      try quarter.bureau.apply(
        for: "e2", benefit: benefit, owner: "p3", subject: "l1", key: key, by: signer)
    }
    try agent.post(
      "/zh/my/apply",
      [
        ("mark", agent.mark), ("for", "e2"), ("benefit", benefit), ("owner", "p3"),
        ("subject", "l1"),
      ])
    #expect(agent.status == .notFound)
    #expect(try quarter.records(of: "e1").isEmpty)
  }

  @Test("evidence and account are a list of things to do; then it is checked and submitted")
  func submit() throws {
    let number = try begin()
    agent.sees("草稿", "上传材料", "填写收款账户", "待填", "先把上面的填完")
    try agent.get("/zh/my/cases/\(number)/steps/submit")
    #expect(agent.path.hasSuffix("/files"))
    try fill(number)
    agent.sees("核对后提交", "协议 1.pdf", "********0000", "修改")
    try agent.submit("steps/submit", with: "confirm", [("do", "confirm")])
    agent.sees("已办理：提交", number, "由受理员办理，最晚 2025-04-28。")
    #expect(try quarter.record(number).state == "submitted")
    // Nothing can be added any more.
    try agent.get("/zh/my/cases/\(number)/files")
    #expect(agent.path.hasSuffix("/cases/\(number)"))
  }

  @Test("files are looked at, saved under their names, and taken away") func files() throws {
    let number = try begin()
    try agent.get("/zh/my/cases/\(number)/files")
    try agent.submit("/files", files: [("a.pdf", Self.pdf), ("照片.png", Self.png)])
    #expect(agent.status == .ok)
    agent.sees("2 / 20", "a.pdf", "照片.png")
    let keys = try quarter.bureau.office.read {
      try quarter.bureau.casework.detail(number, for: .system, $0).files.map(\.key)
    }
    try agent.get("/zh/my/cases/\(number)/files/\(keys[1])")
    #expect(agent.headers["Content-Type"] == "image/png")
    #expect(agent.headers["Content-Disposition"]?.hasPrefix("inline; ") == true)
    try agent.get("/zh/my/cases/\(number)/files/\(keys[1])?download=1")
    #expect(
      agent.headers["Content-Disposition"]
        == "attachment; filename=\"\(keys[1]).png\"; filename*=UTF-8''%E7%85%A7%E7%89%87.png")
    try agent.get("/zh/my/cases/\(number)/files")
    try agent.submit("/files/\(keys[0])/remove")
    agent.sees("1 / 20")
    #expect(!agent.page.contains("a.pdf"))
    try agent.get("/zh/my/cases/\(number)/files/\(keys[0])")
    #expect(agent.status == .notFound)
  }

  @Test("what is wrong with files is said by name; the others are kept") func wrongFiles() throws {
    let number = try begin()
    try agent.get("/zh/my/cases/\(number)/files")
    try agent.submit("/files", [])
    #expect(agent.status == .unprocessableContent)
    agent.sees("请选择至少一个文件。", "<a href=\"#file\">", "autofocus")
    let large = Self.pdf + [UInt8](repeating: 0, count: EvidenceKind.mostBytes)
    try agent.submit(
      "/files",
      files: [
        ("empty.pdf", []), ("table.xlsx", Array("PK".utf8)), ("large.pdf", large),
        ("good.pdf", Self.pdf),
      ])
    #expect(agent.status == .unprocessableContent)
    agent.sees(
      "文件 empty.pdf 是空的", "文件 table.xlsx 不是 PDF、JPEG 或 PNG", "文件 large.pdf 超过 10 MB",
      "good.pdf", "1 / 20")
  }

  @Test("what came back is corrected and submitted again, with the reason in view")
  func returned() throws {
    let number = try begin()
    try fill(number)
    try agent.submit("steps/submit", with: "confirm", [("do", "confirm")])
    try quarter.act("return", on: number, reason: "协议没有签字", by: quarter.clerk)
    try agent.get("/zh/my/cases/\(number)")
    agent.sees("待补正", "协议没有签字", "补正后提交", "已填", "撤回")
    try agent.get("/zh/my/cases/\(number)/steps/resubmit")
    try agent.submit("steps/resubmit", with: "confirm", [("do", "confirm")])
    #expect(try quarter.record(number).state == "submitted")
  }

  @Test("a refusal is appealed against, with a reason that can be changed once more")
  func appeal() throws {
    let number = try begin()
    try fill(number)
    try agent.submit("steps/submit", with: "confirm", [("do", "confirm")])
    try quarter.act("accept", on: number, by: quarter.clerk)
    try quarter.act("refuse-at-review", on: number, reason: "名单对不上", by: quarter.reviewer)
    try agent.get("/zh/my/cases/\(number)")
    agent.sees("不予通过", "名单对不上", "申请复核", "轮到您")
    try agent.get("/zh/my/cases/\(number)/steps/appeal")
    try agent.submit("steps/appeal", [("do", "give"), ("reason", "  ")])
    #expect(agent.status == .unprocessableContent)
    agent.sees("<a href=\"#reason\">请写明理由。</a>")
    let long = String(repeating: "长", count: 2_001)
    try agent.submit("steps/appeal", [("do", "give"), ("reason", long)])
    agent.sees("理由最多 2000 字，现在有 2001 字。")
    try agent.submit("steps/appeal", [("do", "give"), ("reason", "名单是 <新> 的")])
    agent.sees("核对后申请复核", "名单是 &lt;新&gt; 的")
    try agent.submit("steps/appeal", with: "value=\"edit\"", [("do", "edit")])
    agent.sees("“申请复核”的理由", ">名单是 &lt;新&gt; 的</textarea>")
    try agent.submit("steps/appeal", [("do", "give"), ("reason", "名单是新的")])
    try agent.submit("steps/appeal", with: "value=\"confirm\"", [("do", "confirm")])
    #expect(try quarter.record(number).state == "appealed")
    agent.sees("已办理：申请复核", "由工会干部办理")
    // Without a reason nothing is done, whatever is sent.
    try agent.post(
      "/zh/my/cases/\(number)/steps/appeal", [("mark", agent.mark), ("do", "confirm")])
    #expect(try quarter.record(number).state == "appealed")
  }

  @Test("it is withdrawn after one is asked again") func withdraw() throws {
    let number = try begin()
    try agent.get("/en/my/cases/\(number)/steps/withdraw")
    agent.sees("Really “withdraw”?", "This cannot be undone.")
    try agent.submit("steps/withdraw", [("do", "confirm")])
    #expect(try quarter.record(number).state == "withdrawn")
    agent.sees("Done: withdraw", "It has ended.")
  }

  @Test("every problem of applying has its words") func words() {
    #expect(
      [ApplyProblem.notForThem, .notDue(Bilingual(zh: "甲", en: "A"))].map {
        [$0.code, $0.sentence.zh, $0.sentence.en]
      } == [
        [
          "BUR030", "您不能替他们申请。请由本人或其经办人申请。",
          "you cannot apply for them. They, or an agent of theirs, have to apply.",
        ],
        [
          "BUR031", "按今天的记录，现在不能申请甲。请在“我能申请什么”里看哪一条不符合。",
          "by the records of today, this cannot be applied for now: A. “What I can apply for” shows which condition does not hold.",
        ],
      ])
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
