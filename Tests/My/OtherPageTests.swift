import BankFiles
import Bureau
import Casework
import Core
import HTTP
import Ledger
import Office
import OfficeSupport
import Payout
import People
import Testing

/// Messages, payments, agents, and what is claimed back.
@Suite struct OtherPageTests {
  private let quarter: Quarter

  init() throws { quarter = try Quarter() }

  @Test("a message is read by opening it, all of them at once by a button") func messages() throws {
    let number = try quarter.find()
    let worker = try quarter.signIn("chen")
    try worker.get("/zh/my/messages")
    worker.sees("您可以领取技能提升补贴", "未读", "全部标为已读")
    try worker.get("/zh/my/messages/1")
    worker.sees("请在 2025-05-26 前确认是否领取", "看办件 \(number)")
    try worker.get("/zh/my/messages")
    #expect(!worker.page.contains("未读"))
    try worker.get("/zh/my/cases/\(number)/steps/decline")
    try worker.get("/zh/my/cases/\(number)/account")
    try worker.submit("account?step=consent", [("bank", "甲"), ("holder", "乙")])
    try worker.submit("steps/consent", with: "confirm", [("do", "confirm")])
    try worker.get("/en/my/messages")
    worker.sees("Unread")
    try worker.submit("messages/read")
    #expect(!worker.page.contains("Unread"))
    let other = try quarter.signIn("wu")
    for message in ["1", "2", "77", "x"] {
      try other.get("/zh/my/messages/\(message)")
      #expect(other.status == .notFound)
    }
    try other.get("/zh/my/messages")
    other.sees("没有消息。")
  }

  @Test("an agent lets somebody act, sees who it is first, and takes it back") func agents() throws
  {
    let user = try quarter.account("xin", "新经办")
    let agent = try quarter.signIn("jia")
    try agent.get("/zh/my/agents")
    agent.sees("您没有委托过别人。", "委托一位经办人")
    try agent.get("/zh/my/agents/new")
    let (year, month, day) = (("year", "2025"), ("month", "12"), ("day", "31"))
    try agent.submit("agents/new", [("name", "nobody"), year, month, day])
    #expect(agent.status == .unprocessableContent)
    agent.sees("<a href=\"#name\">没有这个登录名的账户。", "value=\"nobody\"")
    try agent.submit("agents/new", [("name", "xin"), year, ("month", "13"), day])
    agent.sees("<a href=\"#year\">请用数字填写年、月、日")
    try agent.submit("agents/new", [("name", "xin"), ("year", "2024"), month, day])
    agent.sees("最后一天不能早于今天。")
    try agent.submit("agents/new", [("name", "xin"), year, month, day])
    agent.sees("核对委托", "新经办（xin）", "2025-12-31")
    try agent.submit("my/agents")
    agent.sees("新经办", "到 2025-12-31 为止", "撤回")
    let other = try quarter.signIn("xin")
    try other.get("/zh/my/")
    other.sees("甲厂", "本单位的待遇和办件")
    try other.get("/zh/my/agents")
    other.sees("您自己是受托的，不能再委托别人。")
    let number = try #require(
      try quarter.bureau.office.read {
        try quarter.bureau.people.grants(of: user, $0).first?.number
      })
    // Nobody withdraws what another has passed on.
    try other.get("/zh/my/agents/\(number)")
    #expect(other.status == .notFound)
    try agent.get("/zh/my/agents/\(number)")
    agent.sees("确定撤回对“新经办”的委托吗？")
    try agent.submit("agents/\(number)")
    agent.sees("已结束")
    try other.get("/zh/my/")
    #expect(other.status == .forbidden)
  }

  @Test("what was paid, when and where to, stands with its case") func payments() throws {
    let number = try quarter.find()
    let worker = try quarter.signIn("chen")
    try worker.get("/zh/my/payments")
    worker.sees("还没有发给您的款项。")
    let later = try pay(number, worker)
    try later.get("/zh/my/payments")
    later.sees(number, "已到账</span> 2025-04-29", "3,000.00 元", "甲银行 ", "5678")
    #expect(!later.page.contains("12345678"))
  }

  @Test("a claw-back shows its instalments, and is answered") func clawBack() throws {
    let number = try quarter.find()
    let worker = try pay(number, quarter.signIn("chen"))
    let basis = try quarter.record(number).basis
    let claim = try quarter.bureau.office.write { connection in
      _ = try quarter.bureau.casework.propose(
        number, amount: -75_000, basis: basis, determination: "{}", connection)
      let found = try #require(
        try quarter.bureau.casework.differences(for: quarter.clerk, connection).first)
      return try quarter.bureau.casework.follow(
        found.key, reason: "等级更正", by: quarter.clerk, connection
      ).number
    }
    try quarter.act("tell", on: claim, reason: "等级更正", by: quarter.clerk)
    try worker.get("/zh/my/cases/\(claim)")
    worker.sees("（追回）", "等级更正", "陈述意见", "原办件", number)
    try worker.get("/zh/my/cases/\(claim)/steps/answer")
    try worker.submit("steps/answer", [("do", "give"), ("reason", "分两次交")])
    try worker.submit("steps/answer", with: "value=\"confirm\"", [("do", "confirm")])
    #expect(try quarter.record(claim).state == "considered")
    try quarter.act("review", on: claim, reason: "属实", by: quarter.reviewer)
    try quarter.bureau.office.write { connection in
      _ = try quarter.bureau.casework.take(claim, by: quarter.approver, connection)
      try quarter.bureau.casework.set(
        [
          CaseInstalment(due: CivilDate(dayNumber: 20_300), amount: 25_000),
          CaseInstalment(due: CivilDate(dayNumber: 20_330), amount: 50_000),
        ], of: claim, by: quarter.approver, connection)
    }
    try worker.get("/zh/my/cases/\(claim)")
    worker.sees("还要交回的", "250.00 元", "500.00 元", "2025-07-31")
    // What officials note for one another is not shown.
    #expect(!worker.page.contains("属实"))
    try quarter.act("decide", on: claim, reason: "决定", by: quarter.approver)
    let cashier = try Signer.make(.financeOfficer, 904, region: nil)
    try quarter.bureau.office.write { connection in
      try quarter.bureau.recover(25_000, of: claim, key: "r", by: cashier, connection)
    }
    try worker.get("/zh/my/cases/\(claim)")
    worker.sees("500.00 元")
    #expect(!worker.page.contains("250.00 元"))
  }

  /// From what was found to money that arrived some days later; the worker signs in again then.
  private func pay(_ number: String, _ worker: Guest) throws -> Guest {
    let bureau = quarter.bureau
    let cashier = try Signer.make(.financeOfficer, 904, region: nil)
    let controller = try Signer.make(.financeOfficer, 905, region: nil)
    try worker.get("/zh/my/cases/\(number)/account")
    try worker.submit(
      "account?step=consent", [("bank", "甲银行"), ("holder", "寅卯辰"), ("number", "622202 12345678")])
    try worker.submit("steps/consent", with: "confirm", [("do", "confirm")])
    try bureau.office.write { connection in
      for region in ["330300", "330302"] {
        let budget = Budget(fund: bureau.setup.funding.fund(of: region), year: 2025)
        let entry = try bureau.ledger.post(
          .propose(budget, change: 1_000_000), key: "p\(region)", by: cashier, connection)
        try bureau.ledger.post(
          .confirm(proposal: entry.number), key: "c\(region)", by: controller, connection)
      }
      _ = try bureau.casework.take(number, by: quarter.clerk, connection)
      _ = try bureau.casework.announce(
        [number], title: Bilingual(zh: "第一批", en: "first"), region: "330300", days: 3,
        isPerson: { _ in true }, by: quarter.clerk, connection)
    }
    try worker.get("/zh/my/cases/\(number)")
    worker.sees("公示 N2025-1", "到 2025-04-28 为止", "系统自动往下走")
    quarter.clock.set(try #require(CivilDate("2025-04-29")))
    #expect(bureau.round().failures.isEmpty)
    try quarter.act("approve", on: number, by: quarter.approver)
    let id = try bureau.office.write { connection in
      let batch = try bureau.payout.draft(
        region: "330300", payer: BankAccount(name: "财政局", number: "3300000000001", bank: "甲银行"),
        day: quarter.clock.clock.today, key: "d", by: cashier, connection)
      _ = try bureau.collect([number], into: batch, key: "a", by: cashier, connection)
      try bureau.payout.release(batch, key: "r", by: controller, connection)
      _ = try bureau.export(batch, as: .table(.utf8), by: cashier, connection)
      return try #require(try bureau.payout.instructions(for: number, connection).last?.endToEndID)
    }
    let entry = StatementEntry(
      reference: "r1", kind: .payment, fen: 300_000, endToEndID: id,
      day: quarter.clock.clock.today, reason: nil)
    try bureau.office.write { connection in
      _ = try bureau.payout.takeIn(
        BankStatement(entries: [entry]), name: "a.csv", region: "330300", key: "s", by: cashier,
        connection)
    }
    #expect(bureau.round().failures.isEmpty)
    return try quarter.signIn("chen")
  }
}
