package import Core
import Office

extension CaseworkProblem: WordedProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .unknownCase: "CWK001"
    case .unknownProcedure: "CWK002"
    case .alreadyOpen: "CWK003"
    case .nothingDue: "CWK004"
    case .notYetRecorded: "CWK005"
    case .notTaken: "CWK006"
    case .takenByOther: "CWK007"
    case .nothingToDo: "CWK008"
    case .notYourTurn: "CWK009"
    case .emptyFile: "CWK010"
    case .largeFile: "CWK011"
    case .strangeFile: "CWK012"
    case .tooManyFiles: "CWK013"
    case .unknownFile: "CWK014"
    case .badAccount: "CWK015"
    case .unreadableAccount: "CWK016"
    case .unknownItem: "CWK017"
    case .notInNotice: "CWK018"
    case .unknownNotice: "CWK019"
    case .noticeClosed: "CWK020"
    case .unknownRow: "CWK021"
    case .noText: "CWK022"
    case .nothingTicked: "CWK023"
    case .tooManyRows: "CWK024"
    case .unknownBulk: "CWK025"
    case .unknownDifference: "CWK026"
    case .badInstalments: "CWK027"
    case .pastInstalment: "CWK028"
    case .noInstalmentsNow: "CWK029"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unknownCase(let number):
      Bilingual(zh: "没有编号为 \(number) 的办件", en: "there is no case \(number)")
    case .unknownProcedure(let id):
      Bilingual(zh: "没有办事流程“\(id)”", en: "there is no procedure “\(id)”")
    case .alreadyOpen(let number):
      Bilingual(
        zh: "这项待遇已在办件 \(number) 中办理", en: "this benefit is being dealt with in case \(number)")
    case .nothingDue: Bilingual(zh: "没有应付的金额", en: "nothing is due")
    case .notYetRecorded:
      Bilingual(
        zh: "这项待遇上一笔支付还没有记入登记库",
        en: "the registry has not been told of the last payment of this benefit")
    case .notTaken(let number):
      Bilingual(zh: "办件 \(number) 还没有人领办", en: "nobody has taken case \(number) yet")
    case .takenByOther(let number):
      Bilingual(zh: "办件 \(number) 由别的同事领办了", en: "a colleague has taken case \(number)")
    case .nothingToDo(let number):
      Bilingual(
        zh: "办件 \(number) 现在没有您能办的步骤", en: "there is nothing for you to do in case \(number) now")
    case .notYourTurn(let number):
      Bilingual(zh: "办件 \(number) 现在不由您补充", en: "it is not your turn to add to case \(number)")
    case .emptyFile(let name): Bilingual(zh: "文件 \(name) 是空的", en: "the file \(name) is empty")
    case .largeFile(let name):
      Bilingual(zh: "文件 \(name) 超过 10 MB", en: "the file \(name) is larger than 10 MB")
    case .strangeFile(let name):
      Bilingual(zh: "文件 \(name) 不是 PDF、JPEG 或 PNG", en: "the file \(name) is no PDF, JPEG or PNG")
    case .tooManyFiles:
      Bilingual(zh: "一件事最多上传 20 个文件", en: "a case takes 20 files at most")
    case .unknownFile: Bilingual(zh: "没有这个文件", en: "there is no such file")
    case .badAccount: Bilingual(zh: "收款账户没有填对", en: "the account is not filled in as it should be")
    case .unreadableAccount(let number):
      Bilingual(
        zh: "办件 \(number) 的账号读不出来，数据被人改动过",
        en: "the account of case \(number) cannot be read: somebody has changed the data")
    case .unknownItem(let item):
      Bilingual(zh: "评分表没有“\(item)”这一项", en: "the score sheet has no item “\(item)”")
    case .notInNotice(let number):
      Bilingual(zh: "办件 \(number) 不在公示里", en: "case \(number) stands in no public notice")
    case .unknownNotice(let number):
      Bilingual(zh: "没有编号为 \(number) 的公示", en: "there is no notice \(number)")
    case .noticeClosed(let number):
      Bilingual(zh: "公示 \(number) 已经结束", en: "notice \(number) is closed")
    case .unknownRow(let row):
      Bilingual(zh: "公示里没有第 \(row) 行", en: "the notice has no row \(row)")
    case .noText: Bilingual(zh: "没有写内容", en: "nothing is written")
    case .nothingTicked: Bilingual(zh: "一件也没有选", en: "nothing is ticked")
    case .tooManyRows:
      Bilingual(zh: "一次最多办 10000 件", en: "10,000 cases at once are the most")
    case .unknownBulk: Bilingual(zh: "没有这次批量办理", en: "there is no such bulk act")
    case .unknownDifference:
      Bilingual(zh: "这项差额已经处理过了", en: "this difference has been decided on already")
    case .badInstalments:
      Bilingual(zh: "分期之和不等于应追回的金额", en: "the instalments do not add up to the amount")
    case .pastInstalment:
      Bilingual(zh: "有一期的日期已过", en: "the day of an instalment is over")
    case .noInstalmentsNow:
      Bilingual(zh: "这件现在不能商定分期", en: "no instalments can be agreed on in this case now")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unknownCase, .unknownNotice, .unknownFile, .unknownBulk:
      Bilingual(zh: "请核对编号。", en: "Check the number.")
    case .unknownProcedure:
      Bilingual(zh: "请检查 Procedures 目录。", en: "Check the folder Procedures.")
    case .alreadyOpen(let number):
      Bilingual(zh: "请在办件 \(number) 里继续。", en: "Go on in case \(number).")
    case .nothingDue:
      Bilingual(zh: "请先核定，看应付多少。", en: "Determine first what is due.")
    case .notYetRecorded: Bilingual(zh: "请过几分钟再试。", en: "Try again in a few minutes.")
    case .notTaken(let number):
      Bilingual(zh: "请先领办 \(number)。", en: "Take case \(number) first.")
    case .takenByOther:
      Bilingual(zh: "请与同事商量，或办别的。", en: "Ask the colleague, or work on another.")
    case .nothingToDo, .unknownDifference:
      Bilingual(zh: "请刷新页面。", en: "Open the page anew.")
    case .notYourTurn:
      Bilingual(zh: "请看办件现在办到哪一步。", en: "See where the case stands now.")
    case .emptyFile, .strangeFile:
      Bilingual(zh: "请另选一个文件。", en: "Choose another file.")
    case .largeFile:
      Bilingual(zh: "请缩小后再上传。", en: "Make it smaller and try again.")
    case .tooManyFiles:
      Bilingual(zh: "请先移除不用的文件。", en: "Remove one that is not needed.")
    case .badAccount:
      Bilingual(
        zh: "请填写开户行、户名，以及 8 到 34 位数字的账号。",
        en: "Give the bank, the holder, and an account number of 8 to 34 digits.")
    case .unreadableAccount:
      Bilingual(zh: "请让当事人重新填写，并报告审计部门。", en: "Ask the party for it anew, and tell the auditors.")
    case .unknownItem: Bilingual(zh: "请按评分表填写。", en: "Follow the score sheet.")
    case .notInNotice:
      Bilingual(zh: "请从“公示”页发起。", en: "Begin on the page of notices.")
    case .noticeClosed:
      Bilingual(zh: "对结果不服的，可以在办件里申请复核。", en: "Who disagrees with a result may appeal in the case.")
    case .unknownRow: Bilingual(zh: "请核对行号。", en: "Check the number of the row.")
    case .noText: Bilingual(zh: "请写明是什么问题。", en: "Say what is wrong.")
    case .nothingTicked: Bilingual(zh: "请至少选一件。", en: "Tick at least one.")
    case .tooManyRows: Bilingual(zh: "请分几次办。", en: "Do it in several turns.")
    case .badInstalments:
      Bilingual(zh: "请改每期的金额，每期大于零。", en: "Change the parts, each above zero.")
    case .pastInstalment:
      Bilingual(zh: "请写今天或以后的日期。", en: "Give today or a later day.")
    case .noInstalmentsNow:
      Bilingual(zh: "分期在决定追回之前商定。", en: "They are agreed on before it is decided to collect.")
    }
  }
}
