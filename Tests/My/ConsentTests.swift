import Bureau
import Casework
import Core
import HTTP
import Office
import Testing

/// A worker who is offered something without having asked.
@Suite struct ConsentTests {
  private let quarter: Quarter
  private let number: String
  private let worker: Guest

  init() throws {
    quarter = try Quarter()
    number = try quarter.find()
    worker = try quarter.signIn("chen")
  }

  @Test("is told, gives an account, checks, confirms, and learns what comes next") func consent()
    throws
  {
    try worker.get("/zh/my/")
    worker.sees("请您办理", "技能提升补贴", "3,000.00 元", "待本人确认", "轮到您：请在 2025-05-26 前办理。", "1 条未读消息")
    try worker.get("/zh/my/cases/\(number)")
    worker.sees("同意领取", "放弃", "依据", "办理过程", "account?step=consent")
    try worker.get("/zh/my/cases/\(number)/account?step=consent")
    worker.sees("登记库里有您的账户", "value=\"乙银行\"", "***************4567")
    #expect(!worker.page.contains("6222020000001234567"))
    try worker.submit("account?step=consent", [("bank", "乙银行"), ("holder", "寅卯辰"), ("number", "")])
    #expect(worker.path.hasSuffix("/steps/consent"))
    worker.sees("核对后同意领取", "***************4567", "修改", "3,000.00 元")
    try worker.submit("steps/consent", with: "confirm", [("do", "confirm")])
    #expect(worker.path.hasSuffix("/done/consent"))
    worker.sees(number, "待公示", "由受理员办理，最晚 2025-04-30。")
    #expect(try quarter.record(number).state == "consented")
    let kept = try quarter.bureau.office.read {
      try quarter.bureau.casework.account(of: number, $0)
    }
    #expect(kept == PayeeAccount(bank: "乙银行", holder: "寅卯辰", number: "6222020000001234567"))
  }

  @Test("what is sent twice is done once, and says what came of it") func twice() throws {
    try worker.get("/zh/my/cases/\(number)/account?step=consent")
    try worker.submit("account?step=consent", [("bank", "乙银行"), ("holder", "寅卯辰")])
    let before = worker.page
    try worker.submit("steps/consent", with: "confirm", [("do", "confirm")])
    let events = try quarter.trail().count { $0.action == "case.consent" }
    let again = try quarter.signIn("chen")
    _ = before
    try again.get("/zh/my/cases/\(number)/steps/consent")
    #expect(again.path.hasSuffix("/cases/\(number)"))
    try again.get("/zh/my/cases/\(number)/done/consent")
    again.sees("已办理：同意领取")
    try again.get("/zh/my/cases/\(number)/done/decline")
    #expect(again.path.hasSuffix("/cases/\(number)"))
    #expect(try quarter.trail().count { $0.action == "case.consent" } == events)
  }

  @Test(
    "what is wrong with an account is said at its field",
    arguments: [
      (["", "寅卯辰", "62220212345678"], "bank", "请填写开户行。"),
      (["甲银行", "", "62220212345678"], "holder", "请填写户名。"),
      (["甲银行", "寅卯辰", "1234567"], "number", "账号应为 8 到 34 位数字。"),
      (["甲银行", "寅卯辰", "12345678a"], "number", "账号应为 8 到 34 位数字。"),
      ([String(repeating: "甲", count: 71), "寅卯辰", ""], "bank", "开户行最多 70 个字。"),
    ])
  func wrongAccount(_ typed: [String], _ field: String, _ message: String) throws {
    try worker.get("/zh/my/cases/\(number)/account?step=consent")
    try worker.submit(
      "account?step=consent", [("bank", typed[0]), ("holder", typed[1]), ("number", typed[2])])
    #expect(worker.status == .unprocessableContent)
    worker.sees(
      "<a href=\"#\(field)\">\(message)</a>", "<title>有误：", "aria-invalid", "autofocus",
      "id=\"\(field)\"")
    #expect(try quarter.record(number).state == "found")
  }

  @Test("a number with blanks and full-width digits is taken") func written() throws {
    try worker.get("/zh/my/cases/\(number)/account")
    try worker.submit(
      "account?step=consent",
      [("bank", "甲银行"), ("holder", "寅卯辰"), ("number", "６２２２ 0212 3456-7890")])
    worker.sees("************7890")
  }

  @Test("who declines is asked once more") func decline() throws {
    try worker.get("/zh/my/cases/\(number)/steps/decline")
    worker.sees("确定要“放弃”吗？", "这一步不能撤销。")
    #expect(try quarter.record(number).state == "found")
    try worker.submit("steps/decline", [("do", "confirm")])
    #expect(try quarter.record(number).state == "declined")
    worker.sees("已办理：放弃", "本人放弃", "已经结束。")
    try worker.get("/zh/my/")
    worker.sees("现在没有要您办的事。", "本人放弃")
  }

  @Test("every look leaves an entry in the trail, under the reader's name") func trail() throws {
    let paths = [
      "", "ended", "payments", "apply", "messages", "cases/\(number)", "cases/\(number)/account",
      "cases/\(number)/steps/decline", "messages/1",
    ]
    for path in paths {
      let before = try quarter.trail().count
      try worker.get("/en/my/" + path)
      #expect(worker.status == .ok)
      let after = try quarter.trail()
      #expect(after.count > before, "\(path)")
      #expect(after.first?.name == "寅卯辰")
    }
  }

  @Test("the same in English") func english() throws {
    try worker.get("/en/my/")
    worker.sees("For you to do", "It is your turn, until 2025-05-26.")
    try worker.get("/en/my/cases/\(number)")
    worker.sees("What comes next", "Consent", "Decline", "Reasons")
  }
}
