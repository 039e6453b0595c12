package import BankFiles
package import Core
import Office

extension PayoutProblem: WordedProblem {
  package typealias BankFault = BankFileFault

  /// Stable.
  package var code: String {
    switch self {
    case .notAllowed: "PAY001"
    case .noSuchBatch: "PAY002"
    case .noSuchInstruction: "PAY003"
    case .noSuchEntry: "PAY004"
    case .noSuchProposal: "PAY005"
    case .wrongStatus: "PAY006"
    case .unfitPayer: "PAY007"
    case .ownWork: "PAY008"
    case .ownMatter: "PAY009"
    case .emptyBatch: "PAY010"
    case .dayPassed: "PAY011"
    case .otherFormat: "PAY012"
    case .fileDiffers: "PAY013"
    case .unreadableAccount: "PAY014"
    case .stillOpen: "PAY015"
    case .notUnmatched: "PAY016"
    case .cannotAssign: "PAY017"
    case .notSent: "PAY018"
    case .noNote: "PAY019"
    case .ownProposal: "PAY020"
    case .alreadyConfirmed: "PAY021"
    case .unfitOrder: "PAY022"
    case .unresolved: "PAY023"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notAllowed(let region):
      Bilingual(
        zh: "只有 \(region) 的财务人员可以这样做",
        en: "only a finance officer of \(region) may do this")
    case .noSuchBatch(let number):
      Bilingual(zh: "没有第 \(number) 批", en: "there is no batch \(number)")
    case .noSuchInstruction(let number):
      Bilingual(zh: "没有第 \(number) 笔付款", en: "there is no payment \(number)")
    case .noSuchEntry(let number):
      Bilingual(zh: "没有第 \(number) 条对账记录", en: "there is no statement entry \(number)")
    case .noSuchProposal(let number):
      Bilingual(zh: "没有第 \(number) 条处理意见", en: "there is no proposal \(number)")
    case .wrongStatus(let batch, let status):
      Bilingual(
        zh: "第 \(batch) 批的状态是“\(status.label.zh)”，不能这样做",
        en: "batch \(batch) is \(status.label.en), so this cannot be done")
    case .unfitPayer(let fault):
      Bilingual(
        zh: "付款账户有误：\(fault.message.zh)", en: "the payer's account is wrong: \(fault.message.en)")
    case .ownWork(let batch):
      Bilingual(
        zh: "第 \(batch) 批由您制作或加过付款，须由另一位财务人员放行",
        en: "you made batch \(batch) or added to it, so another finance officer must release it")
    case .ownMatter(let batch, let subject):
      Bilingual(
        zh: "第 \(batch) 批里有付给您本人的一笔（\(subject)）",
        en: "batch \(batch) holds a payment to yourself (\(subject))")
    case .emptyBatch(let batch):
      Bilingual(zh: "第 \(batch) 批没有一笔付款", en: "there is no payment in batch \(batch)")
    case .dayPassed(let batch, let day):
      Bilingual(
        zh: "第 \(batch) 批的付款日 \(day) 已过", en: "the day of batch \(batch), \(day), has passed")
    case .otherFormat(let batch, let format):
      Bilingual(
        zh: "第 \(batch) 批已按 \(format) 出过文件，不能再出另一种",
        en: "the file of batch \(batch) was made as \(format), and there can be no second kind")
    case .fileDiffers(let batch):
      Bilingual(
        zh: "第 \(batch) 批的文件与当时发出的不一致",
        en: "the file of batch \(batch) is not what it was when it was sent")
    case .unreadableAccount(let batch):
      Bilingual(
        zh: "第 \(batch) 批有账号无法解密", en: "an account number in batch \(batch) cannot be opened")
    case .stillOpen(let batch, let count):
      Bilingual(
        zh: "第 \(batch) 批还有 \(count) 笔没有银行回音",
        en: "the bank has not answered for \(count) of batch \(batch)")
    case .notUnmatched(let entry):
      Bilingual(
        zh: "第 \(entry) 条对账记录已有去处", en: "statement entry \(entry) has been dealt with")
    case .cannotAssign(let entry, let instruction):
      Bilingual(
        zh: "第 \(entry) 条对账记录与第 \(instruction) 笔付款的金额或状态不符",
        en: "statement entry \(entry) fits neither amount nor status of payment \(instruction)")
    case .notSent(let instruction):
      Bilingual(
        zh: "第 \(instruction) 笔付款不在等待银行回音",
        en: "payment \(instruction) is not waiting for the bank")
    case .unresolved(let subject):
      Bilingual(
        zh: "银行称 \(subject) 已付过一次，尚待处理",
        en: "the bank says that \(subject) was paid, and nobody has looked into it")
    case .noNote: Bilingual(zh: "没有写明依据", en: "the grounds are missing")
    case .ownProposal(let number):
      Bilingual(
        zh: "第 \(number) 条处理意见是您提出的，须由另一位财务人员确认",
        en: "proposal \(number) is yours, so another finance officer must confirm it")
    case .alreadyConfirmed(let number):
      Bilingual(zh: "第 \(number) 条处理意见已确认", en: "proposal \(number) was confirmed already")
    case .unfitOrder(let batch, let fault):
      Bilingual(
        zh: "第 \(batch) 批不能出文件：\(fault.message.zh)",
        en: "no file can be made of batch \(batch): \(fault.message.en)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notAllowed:
      Bilingual(
        zh: "请以本地区财务人员的身份登录。", en: "Sign in as a finance officer of that region.")
    case .noSuchBatch, .noSuchInstruction, .noSuchEntry, .noSuchProposal:
      Bilingual(zh: "请从列表中重新选择。", en: "Choose it from the list again.")
    case .wrongStatus:
      Bilingual(zh: "请刷新页面，看它现在到了哪一步。", en: "Open the page anew to see how far it is.")
    case .unfitPayer(let fault): fault.advice
    case .ownWork, .ownProposal:
      Bilingual(zh: "请转给另一位财务人员。", en: "Hand it to another finance officer.")
    case .ownMatter:
      Bilingual(
        zh: "请由与此无关的财务人员放行。", en: "An officer who is not concerned must release it.")
    case .emptyBatch: Bilingual(zh: "请先加入付款，或取消这一批。", en: "Add payments, or cancel it.")
    case .dayPassed:
      Bilingual(
        zh: "请取消这一批，换一个付款日重新制作。", en: "Cancel it and make it up for another day.")
    case .otherFormat(_, let format):
      Bilingual(
        zh: "请继续用 \(format)；两种文件都交给银行会付两次。",
        en: "Keep to \(format): a bank that gets both would pay twice.")
    case .fileDiffers:
      Bilingual(
        zh: "请不要发送；保全数据库文件并报告审计部门。",
        en: "Do not send it; keep the database file as it is and tell the auditors.")
    case .unreadableAccount:
      Bilingual(
        zh: "请核对密钥文件是否与数据库配套。", en: "See whether the key file belongs to this database.")
    case .stillOpen:
      Bilingual(
        zh: "请导入对账单；确认银行没有付出的，由两人认定失败。",
        en: "Take in the statements; what the bank surely did not pay, two officers declare failed."
      )
    case .notUnmatched, .alreadyConfirmed:
      Bilingual(zh: "不用再做什么。", en: "Nothing is left to do.")
    case .cannotAssign:
      Bilingual(
        zh: "请核对后选另一笔；多付的钱请先与银行追回，再记为“与我方无关”并写明依据。",
        en:
          "Choose another; money paid too much is to be claimed back, then note the entry as not ours."
      )
    case .notSent:
      Bilingual(zh: "请看这笔付款现在的状态。", en: "See what status it has now.")
    case .unresolved:
      Bilingual(
        zh: "请先处理那条对账记录；要付的批次先不要出文件。",
        en: "Resolve that statement entry first, and make no file until then.")
    case .noNote:
      Bilingual(
        zh: "请写明凭什么认定，如银行回执编号。",
        en: "Say what it rests on, as the number of the bank's letter.")
    case .unfitOrder(_, let fault): fault.advice
    }
  }
}
