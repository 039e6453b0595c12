import Core
import Ledger
import Office
import Testing

private let city = LedgerFixture.city

@Suite struct WordTests {
  struct Case: Sendable {
    let problem: LedgerProblem
    let zh: String
    let en: String
    init(_ problem: LedgerProblem, _ zh: String, _ en: String) {
      (self.problem, self.zh, self.en) = (problem, zh, en)
    }
  }

  @Test(
    "every problem says what is wrong and what to do",
    arguments: [
      Case(
        .insufficientFunds(city, free: 123_456, asked: 200_000),
        "LED001：2026 年度“city”指标可用 1234.56 元，不足 2000.00 元。请追加指标、释放不再需要的承诺，或改用其他资金。",
        "LED001: the 2026 budget of “city” has 1234.56 yuan free; 2000.00 yuan was asked. Raise the appropriation, release what is no longer needed, or use another fund."
      ),
      Case(
        .insufficientFunds(LedgerFixture.vouchers, free: 2, asked: 3),
        "LED001：2026 年度“city”指标可用 2 份 voucher:2026-welder，不足 3 份 voucher:2026-welder。请追加指标、释放不再需要的承诺，或改用其他资金。",
        "LED001: the 2026 budget of “city” has 2 of voucher:2026-welder free; 3 of voucher:2026-welder was asked. Raise the appropriation, release what is no longer needed, or use another fund."
      ),
      Case(
        .closedYear(city), "LED002：2026 年度“city”指标已结转关闭。请使用结转后年度的指标。",
        "LED002: the 2026 budget of “city” is closed. Use the budget of the year it was carried over to."
      ),
      Case(
        .unknownBudget(city), "LED003：没有2026 年度“city”指标。请核对资金、年度和单位，或先下达指标。",
        "LED003: there is no such budget: the 2026 budget of “city”. Check fund, year and unit, or have the appropriation made first."
      ),
      Case(
        .keyReused("k1"), "LED004：键 k1 已用于另一笔业务。请重新打开页面，确认后再办。",
        "LED004: the key k1 already stands for another act. Open the page anew and check before you go on."
      ),
      Case(
        .moreThanCommitted(subject: "a", city, committed: 100, asked: 101),
        "LED005：案件 a 在2026 年度“city”指标承诺 1.00 元，少于 1.01 元。请核对案件的承诺和已付金额。",
        "LED005: case a has 1.00 yuan committed in the 2026 budget of “city”; 1.01 yuan was asked. Check what the case has committed and what was paid."
      ),
      Case(
        .moreThanPaid(subject: "a", city, paid: 100, asked: 101),
        "LED006：案件 a 在2026 年度“city”指标已付且未追回 1.00 元，少于 1.01 元。请核对已付金额；已发追回通知的，先核销追回。",
        "LED006: case a was paid 1.00 yuan from the 2026 budget of “city” that is not claimed; 1.01 yuan was asked. Check what was paid; drop a claim on it first where there is one."
      ),
      Case(
        .moreThanDemanded(demand: 7, .money, open: 50, asked: 60),
        "LED007：追回 7 号尚欠 0.50 元，少于 0.60 元。多收的部分请退还付款人。",
        "LED007: of claim 7 0.50 yuan is open; 0.60 yuan was asked. Give back to the payer what is too much."
      ),
      Case(
        .ownAppropriation(proposal: 7), "LED008：指标申请 7 号由您本人提出。请由另一人确认。",
        "LED008: you proposed appropriation 7 yourself. Another person has to confirm it."),
      Case(
        .roleMayNot(.clerk, .confirm), "LED009：受理员无权办理“下达指标”。请由有权的人员办理。",
        "LED009: acting as clerk does not allow this: appropriation. Ask somebody whose role allows it."
      ),
      Case(
        .notPositive, "LED010：金额须大于零。请填写大于零的金额。",
        "LED010: an amount must be above zero. Enter an amount above zero."),
      Case(
        .instalmentsDiffer(.money, instalments: 100, demanded: 200),
        "LED011：分期合计 1.00 元，追回总额 2.00 元，两者不等。请调整分期，使合计等于总额。",
        "LED011: the instalments come to 1.00 yuan, the claim to 2.00 yuan. Change the instalments until they add up."
      ),
      Case(
        .severalUnits, "LED012：一笔追回只能用一种单位。请分开追回。",
        "LED012: a claim is in one unit. Make a claim for each unit."),
      Case(
        .unknownProposal(7), "LED013：没有 7 号指标申请。请刷新列表后再选。",
        "LED013: there is no proposed appropriation 7. Load the list again and choose from it."),
      Case(
        .alreadyDecided(proposal: 7), "LED014：指标申请 7 号已有决定。请刷新列表后再选。",
        "LED014: appropriation 7 was already decided on. Load the list again and choose from it."),
      Case(
        .unknownDemand(7), "LED015：没有 7 号追回。请刷新列表后再选。",
        "LED015: there is no claim 7. Load the list again and choose from it."),
      Case(
        .yearNotLater(city, to: 2026), "LED016：2026 年度“city”指标不能结转到 2026 年度。请选择更晚且未关闭的年度。",
        "LED016: the 2026 budget of “city” cannot be carried over to 2026. Choose a later year that is not closed."
      ),
      Case(
        .unsoundSplit, "LED017：分担比例不成立。各方份额不得为负，每个指标只列一次，单位相同，合计须等于分母。",
        "LED017: the shares of the split are not sound. No share is below zero, each budget stands once, all are in one unit, and the shares add up to the denominator."
      ),
      Case(
        .tooLarge, "LED018：金额超出可记范围。请核对金额。",
        "LED018: the amount is too large to be recorded. Check the amount."),
      Case(
        .unbalanced(entry: 7), "LED019：第 7 号分录不成立。请把这段文字报告给维护者；数据没有改动。",
        "LED019: entry 7 would not be sound. Report this text to the maintainers; no data was changed."
      ),
      Case(
        .broken(.runningBalance, entry: 7),
        "LED020：账本自第 7 号分录起对不上：余额不等于明细之和。请停止支付，保全数据库文件，与备份核对，并报告审计部门。",
        "LED020: the ledger does not hold from entry 7 on: a balance is not the sum of its lines. Stop payments, keep the database file as it is, compare it with backups, and tell the auditors."
      ),
    ]) func words(_ example: Case)
  {
    let problem = example.problem
    #expect("\(problem.code)：\(problem.message.zh)。\(problem.advice.zh)" == example.zh)
    #expect("\(problem.code): \(problem.message.en). \(problem.advice.en)" == example.en)
  }

  @Test("accounts, acts and rules have names of their own in both languages") func labels() {
    let labels =
      BudgetAccount.allCases.map(\.label) + LedgerAct.Kind.allCases.map(\.label)
      + LedgerRule.allCases.map(\.label)
    #expect(Set(labels.map(\.zh)).count == labels.count)
    #expect(Set(labels.map(\.en)).count == labels.count)
  }
}
