import Office
import Casework
import Core
import Testing

@Suite struct CaseworkProblemTests {
  @Test(
    "every problem says what is wrong and what to do",
    arguments: [
      (
        .unknownCase("A-1"), "没有编号为 A-1 的办件。请核对编号。",
        "CWK001 there is no case A-1. Check the number."
      ),
      (
        .unknownProcedure("A-1"), "没有办事流程“A-1”。请检查 Procedures 目录。",
        "CWK002 there is no procedure “A-1”. Check the folder Procedures."
      ),
      (
        .alreadyOpen("A-1"), "这项待遇已在办件 A-1 中办理。请在办件 A-1 里继续。",
        "CWK003 this benefit is being dealt with in case A-1. Go on in case A-1."
      ),
      (
        .nothingDue, "没有应付的金额。请先核定，看应付多少。",
        "CWK004 nothing is due. Determine first what is due."
      ),
      (
        .notYetRecorded, "这项待遇上一笔支付还没有记入登记库。请过几分钟再试。",
        "CWK005 the registry has not been told of the last payment of this benefit. Try again in a few minutes."
      ),
      (
        .notTaken("A-1"), "办件 A-1 还没有人领办。请先领办 A-1。",
        "CWK006 nobody has taken case A-1 yet. Take case A-1 first."
      ),
      (
        .takenByOther("A-1"), "办件 A-1 由别的同事领办了。请与同事商量，或办别的。",
        "CWK007 a colleague has taken case A-1. Ask the colleague, or work on another."
      ),
      (
        .nothingToDo("A-1"), "办件 A-1 现在没有您能办的步骤。请刷新页面。",
        "CWK008 there is nothing for you to do in case A-1 now. Open the page anew."
      ),
      (
        .notYourTurn("A-1"), "办件 A-1 现在不由您补充。请看办件现在办到哪一步。",
        "CWK009 it is not your turn to add to case A-1. See where the case stands now."
      ),
      (
        .emptyFile("A-1"), "文件 A-1 是空的。请另选一个文件。",
        "CWK010 the file A-1 is empty. Choose another file."
      ),
      (
        .largeFile("A-1"), "文件 A-1 超过 10 MB。请缩小后再上传。",
        "CWK011 the file A-1 is larger than 10 MB. Make it smaller and try again."
      ),
      (
        .strangeFile("A-1"), "文件 A-1 不是 PDF、JPEG 或 PNG。请另选一个文件。",
        "CWK012 the file A-1 is no PDF, JPEG or PNG. Choose another file."
      ),
      (
        .tooManyFiles, "一件事最多上传 20 个文件。请先移除不用的文件。",
        "CWK013 a case takes 20 files at most. Remove one that is not needed."
      ),
      (
        .unknownFile, "没有这个文件。请核对编号。",
        "CWK014 there is no such file. Check the number."
      ),
      (
        .badAccount, "收款账户没有填对。请填写开户行、户名，以及 8 到 34 位数字的账号。",
        "CWK015 the account is not filled in as it should be. Give the bank, the holder, and an account number of 8 to 34 digits."
      ),
      (
        .unreadableAccount("A-1"), "办件 A-1 的账号读不出来，数据被人改动过。请让当事人重新填写，并报告审计部门。",
        "CWK016 the account of case A-1 cannot be read: somebody has changed the data. Ask the party for it anew, and tell the auditors."
      ),
      (
        .unknownItem("A-1"), "评分表没有“A-1”这一项。请按评分表填写。",
        "CWK017 the score sheet has no item “A-1”. Follow the score sheet."
      ),
      (
        .notInNotice("A-1"), "办件 A-1 不在公示里。请从“公示”页发起。",
        "CWK018 case A-1 stands in no public notice. Begin on the page of notices."
      ),
      (
        .unknownNotice("A-1"), "没有编号为 A-1 的公示。请核对编号。",
        "CWK019 there is no notice A-1. Check the number."
      ),
      (
        .noticeClosed("A-1"), "公示 A-1 已经结束。对结果不服的，可以在办件里申请复核。",
        "CWK020 notice A-1 is closed. Who disagrees with a result may appeal in the case."
      ),
      (
        .unknownRow(7), "公示里没有第 7 行。请核对行号。",
        "CWK021 the notice has no row 7. Check the number of the row."
      ),
      (
        .noText, "没有写内容。请写明是什么问题。",
        "CWK022 nothing is written. Say what is wrong."
      ),
      (
        .nothingTicked, "一件也没有选。请至少选一件。",
        "CWK023 nothing is ticked. Tick at least one."
      ),
      (
        .tooManyRows, "一次最多办 10000 件。请分几次办。",
        "CWK024 10,000 cases at once are the most. Do it in several turns."
      ),
      (
        .unknownBulk, "没有这次批量办理。请核对编号。",
        "CWK025 there is no such bulk act. Check the number."
      ),
      (
        .unknownDifference, "这项差额已经处理过了。请刷新页面。",
        "CWK026 this difference has been decided on already. Open the page anew."
      ),
      (
        .badInstalments, "分期之和不等于应追回的金额。请改每期的金额，每期大于零。",
        "CWK027 the instalments do not add up to the amount. Change the parts, each above zero."
      ),
      (
        .pastInstalment, "有一期的日期已过。请写今天或以后的日期。",
        "CWK028 the day of an instalment is over. Give today or a later day."
      ),
      (
        .noInstalmentsNow, "这件现在不能商定分期。分期在决定追回之前商定。",
        "CWK029 no instalments can be agreed on in this case now. They are agreed on before it is "
          + "decided to collect."
      ),
    ] as [(CaseworkProblem, String, String)])
  func words(_ problem: CaseworkProblem, _ zh: String, _ en: String) {
    #expect(problem.sentence.zh == zh)
    #expect("\(problem.code) \(problem.sentence.en)" == en)
  }
}
