import BankFiles
import Core
import Payout
import Testing

/// Everything the room says, word for word.
@Suite struct WordsTests {
  @Test(
    "every problem says what is wrong and what to do",
    arguments: [
      (
        .notAllowed(region: "330300"), "只有 330300 的财务人员可以这样做。请以本地区财务人员的身份登录。",
        "PAY001: only a finance officer of 330300 may do this. Sign in as a finance officer of that region."
      ),
      (
        .noSuchBatch(number: 7), "没有第 7 批。请从列表中重新选择。",
        "PAY002: there is no batch 7. Choose it from the list again."
      ),
      (
        .noSuchInstruction(number: 7), "没有第 7 笔付款。请从列表中重新选择。",
        "PAY003: there is no payment 7. Choose it from the list again."
      ),
      (
        .noSuchEntry(number: 7), "没有第 7 条对账记录。请从列表中重新选择。",
        "PAY004: there is no statement entry 7. Choose it from the list again."
      ),
      (
        .noSuchProposal(number: 7), "没有第 7 条处理意见。请从列表中重新选择。",
        "PAY005: there is no proposal 7. Choose it from the list again."
      ),
      (
        .wrongStatus(batch: 7, .closed), "第 7 批的状态是“已办结”，不能这样做。请刷新页面，看它现在到了哪一步。",
        "PAY006: batch 7 is closed, so this cannot be done. Open the page anew to see how far it is."
      ),
      (
        .unfitPayer(.wrongBankCode), "付款账户有误：联行号不是 12 位数字。请向开户行核对 12 位联行号，或只填开户行名称。",
        "PAY007: the payer's account is wrong: the code of the bank is not 12 digits. Ask the bank for its 12 digits, or give its name alone."
      ),
      (
        .ownWork(batch: 7), "第 7 批由您制作或加过付款，须由另一位财务人员放行。请转给另一位财务人员。",
        "PAY008: you made batch 7 or added to it, so another finance officer must release it. Hand it to another finance officer."
      ),
      (
        .ownMatter(batch: 7, subject: "C1"), "第 7 批里有付给您本人的一笔（C1）。请由与此无关的财务人员放行。",
        "PAY009: batch 7 holds a payment to yourself (C1). An officer who is not concerned must release it."
      ),
      (
        .emptyBatch(batch: 7), "第 7 批没有一笔付款。请先加入付款，或取消这一批。",
        "PAY010: there is no payment in batch 7. Add payments, or cancel it."
      ),
      (
        .dayPassed(batch: 7, day: "2026-03-02"), "第 7 批的付款日 2026-03-02 已过。请取消这一批，换一个付款日重新制作。",
        "PAY011: the day of batch 7, 2026-03-02, has passed. Cancel it and make it up for another day."
      ),
      (
        .otherFormat(batch: 7, format: "csv-utf8"),
        "第 7 批已按 csv-utf8 出过文件，不能再出另一种。请继续用 csv-utf8；两种文件都交给银行会付两次。",
        "PAY012: the file of batch 7 was made as csv-utf8, and there can be no second kind. Keep to csv-utf8: a bank that gets both would pay twice."
      ),
      (
        .fileDiffers(batch: 7), "第 7 批的文件与当时发出的不一致。请不要发送；保全数据库文件并报告审计部门。",
        "PAY013: the file of batch 7 is not what it was when it was sent. Do not send it; keep the database file as it is and tell the auditors."
      ),
      (
        .unreadableAccount(batch: 7), "第 7 批有账号无法解密。请核对密钥文件是否与数据库配套。",
        "PAY014: an account number in batch 7 cannot be opened. See whether the key file belongs to this database."
      ),
      (
        .stillOpen(batch: 7, count: 3), "第 7 批还有 3 笔没有银行回音。请导入对账单；确认银行没有付出的，由两人认定失败。",
        "PAY015: the bank has not answered for 3 of batch 7. Take in the statements; what the bank surely did not pay, two officers declare failed."
      ),
      (
        .notUnmatched(entry: 7), "第 7 条对账记录已有去处。不用再做什么。",
        "PAY016: statement entry 7 has been dealt with. Nothing is left to do."
      ),
      (
        .cannotAssign(entry: 7, instruction: 8),
        "第 7 条对账记录与第 8 笔付款的金额或状态不符。请核对后选另一笔；多付的钱请先与银行追回，再记为“与我方无关”并写明依据。",
        "PAY017: statement entry 7 fits neither amount nor status of payment 8. Choose another; money paid too much is to be claimed back, then note the entry as not ours."
      ),
      (
        .notSent(instruction: 8), "第 8 笔付款不在等待银行回音。请看这笔付款现在的状态。",
        "PAY018: payment 8 is not waiting for the bank. See what status it has now."
      ),
      (
        .noNote, "没有写明依据。请写明凭什么认定，如银行回执编号。",
        "PAY019: the grounds are missing. Say what it rests on, as the number of the bank's letter."
      ),
      (
        .ownProposal(number: 7), "第 7 条处理意见是您提出的，须由另一位财务人员确认。请转给另一位财务人员。",
        "PAY020: proposal 7 is yours, so another finance officer must confirm it. Hand it to another finance officer."
      ),
      (
        .alreadyConfirmed(number: 7), "第 7 条处理意见已确认。不用再做什么。",
        "PAY021: proposal 7 was confirmed already. Nothing is left to do."
      ),
      (
        .unfitOrder(batch: 7, .noTransfers), "第 7 批不能出文件：没有一笔付款。请重新分批。",
        "PAY022: no file can be made of batch 7: there is no payment in it. Make up the batch anew."
      ),
      (
        .unresolved(subject: "C1"), "银行称 C1 已付过一次，尚待处理。请先处理那条对账记录；要付的批次先不要出文件。",
        "PAY023: the bank says that C1 was paid, and nobody has looked into it. Resolve that statement entry first, and make no file until then."
      ),
    ] as [(PayoutProblem, String, String)]) func problems(
      _ problem: PayoutProblem, _ zh: String, _ en: String
    )
  {
    #expect("\(problem.message.zh)。\(problem.advice.zh)" == zh)
    #expect("\(problem.code): \(problem.message.en). \(problem.advice.en)" == en)
  }

  @Test("every refusal of a row says what is wrong and what to do") func refusals() {
    #expect(
      ItemRefusal.allCases.map { "\($0.code) \($0.message.zh)。\($0.advice.zh)" } == [
        "PAY101 不属于这一批的地区。请加入该地区的批次。",
        "PAY102 收款信息不完整或有误。请改正后再加入。",
        "PAY103 这件事已在付款中。不要再加；请等银行回音。",
        "PAY104 这件事已经付过。不要再付；差额请另立案件。",
        "PAY105 同一项待遇已由另一件事在付款中。不要再加；请等银行回音。",
        "PAY106 金额、对象或待遇与上一次不同。重付只能改收款账户；其余请另立案件。",
        "PAY107 银行称先前一次已付，尚待处理。请先处理那条对账记录，不要重付。",
        "PAY108 上一次还没有确定失败或退回。请先导入对账单，或由两人认定失败。",
        "PAY109 这一批里没有这件事。请刷新页面后再选。",
        "PAY110 这件事现在不是待支付。请刷新页面后再选。",
      ])
    #expect(
      ItemRefusal.allCases.map { "\($0.message.en). \($0.advice.en)" } == [
        "it belongs to another region than the batch. Add it to a batch of its region.",
        "the payee's particulars cannot be sent. Correct it and add it again.",
        "a payment for this case is under way. Do not add it again; wait for the bank's answer.",
        "this case has been paid. Do not pay it again; what is still due is a case of its own.",
        "the same entitlement is under way for another case. Do not add it again; wait for the bank's answer.",
        "amount, person or entitlement differ from the attempt before. Only the payee's account may differ; all else is a case of its own.",
        "the bank says that an earlier attempt was paid, and nobody has looked into it. Resolve that statement entry first; do not try again.",
        "the attempt before has neither failed nor come back for certain. Take in the statements first, or have two officers declare it failed.",
        "the batch does not hold this case. Open the page anew and choose again.",
        "this case is not to be paid now. Open the page anew and choose again.",
      ])
  }

  @Test("every reason of a bank is put in plain words, with what to do next") func reasons() {
    #expect(
      BankReason.all.map { "\($0.code) \($0.label.zh)。\($0.advice.zh)" } == [
        "AC01 账号不正确。请收款人核对并更正账户，再重付。",
        "AC03 收款账号无效。请收款人核对并更正账户，再重付。",
        "AC04 账户已销户。请收款人另报一个可用账户，再重付。",
        "AC06 账户被冻结。请收款人另报一个可用账户，再重付。",
        "AG01 该账户不能收这类款项。请收款人另报一个可用账户，再重付。",
        "AM02 金额超过允许的限额。请向付款银行问明原因，再决定是否重付。",
        "AM04 付款账户余额不足。请补足付款账户，再重付。",
        "AM05 银行认为重复。前一次可能已付：请等对账单，不要重付。",
        "AM09 金额与约定不符。请向付款银行问明原因，再决定是否重付。",
        "BE01 户名与账号不符。请按身份证件核对户名与账号，再重付。",
        "BE06 开户行不认识收款人。请收款人核对并更正账户，再重付。",
        "CNOR 收款银行不在清算系统中。请收款人另报一个可用账户，再重付。",
        "CUST 应客户要求。请问明收款人是否拒收，再决定是否重付。",
        "DT01 付款日不正确。请换一个付款日重付。",
        "FOCR 应我方撤销请求。请向付款银行问明原因，再决定是否重付。",
        "MD07 收款人已去世。不要重付；请按规定处理，并核对待遇资格。",
        "MS02 收款人未说明原因。请问明收款人，再决定是否重付。",
        "MS03 银行未说明原因。请向付款银行问明原因，再决定是否重付。",
        "NARR 原因见银行附言。请向付款银行问明原因，再决定是否重付。",
        "RC01 开户行行号不正确。请收款人核对并更正账户，再重付。",
        "RR04 监管原因。不要重付；请与银行核实后报告。",
        "TM01 过了银行受理时间。请换一个付款日重付。",
      ])
    #expect(
      BankReason.all.map { "\($0.code) \($0.label.en). \($0.advice.en)" } == [
        "AC01 the account number is wrong. Have the payee check and correct the account, then try again.",
        "AC03 the payee's account number is invalid. Have the payee check and correct the account, then try again.",
        "AC04 the account is closed. Have the payee name another account, then try again.",
        "AC06 the account is blocked. Have the payee name another account, then try again.",
        "AG01 the account takes no such payments. Have the payee name another account, then try again.",
        "AM02 the amount is above what is allowed. Ask the paying bank why before trying again.",
        "AM04 the paying account has too little money. Fund the paying account, then try again.",
        "AM05 the bank takes it for a repetition. The first may have been paid: wait for the statement and do not try again.",
        "AM09 the amount is not what was agreed. Ask the paying bank why before trying again.",
        "BE01 name and account number do not belong together. Check name and number against the payee's identity document, then try again.",
        "BE06 the bank does not know the payee. Have the payee check and correct the account, then try again.",
        "CNOR the payee's bank is not in the clearing system. Have the payee name another account, then try again.",
        "CUST a customer asked for it. Ask whether the payee refused it before trying again.",
        "DT01 the day of payment is wrong. Try again for another day.",
        "FOCR we asked for it to be cancelled. Ask the paying bank why before trying again.",
        "MD07 the payee has died. Do not try again; follow the rules for estates and check the entitlement.",
        "MS02 the payee gave no reason. Ask the payee before trying again.",
        "MS03 the bank gave no reason. Ask the paying bank why before trying again.",
        "NARR the reason is in the bank's words. Ask the paying bank why before trying again.",
        "RC01 the code of the payee's bank is wrong. Have the payee check and correct the account, then try again.",
        "RR04 a matter of regulation. Do not try again; ask the bank and report it.",
        "TM01 it came after the bank's hours. Try again for another day.",
      ])
    #expect(BankReason.all.filter { !$0.isConclusive }.map(\.code) == ["AM05"])
    #expect(BankReason(code: "XX99") == nil)
  }

  @Test("statuses, places and causes have names in both languages") func labels() {
    #expect(
      InstructionStatus.allCases.map { "\($0.label.zh) \($0.label.en)" } == [
        "待发送 pending", "已发送 sent", "已到账 settled", "失败 failed", "已退汇 returned", "已重付 replaced",
        "已撤出 withdrawn",
      ])
    #expect(
      BatchStatus.allCases.map { "\($0.label.zh) \($0.label.en)" } == [
        "草稿 draft", "已放行 released", "已出文件 exported", "部分到账 partly settled", "全部到账 settled",
        "已办结 closed", "已取消 cancelled",
      ])
    #expect(
      EntryPlace.allCases.map { "\($0.label.zh) \($0.label.en)" } == [
        "已对上 matched", "重复 duplicate", "等待付款入账 held", "未入账 noted", "待处理 unmatched",
        "与我方无关 not ours",
      ])
    #expect(
      UnmatchedCause.allCases.map { "\($0.label.zh): \($0.label.en)" } == [
        "没有我方流水号: it names no payment of ours",
        "流水号不在本地区的付款中: no payment of the region has that id",
        "金额不符: the amount differs",
        "有款入账而未说明是退汇: money came in that is not said to come back",
        "这笔付款还没有发送: the payment has not been sent",
        "与银行先前所说矛盾: it contradicts what the bank said before",
        "银行流水号曾用于另一笔: the bank's reference stood for something else before",
        "银行称重复，前一次可能已付: refused as a repetition: the first may have been paid",
      ])
  }
}
