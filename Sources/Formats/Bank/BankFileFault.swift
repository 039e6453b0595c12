package import Core

/// Why something cannot stand in a file to the bank.
package enum BankFileFault: Error, Sendable, Hashable {
  case empty(BankField)
  case tooLong(BankField, limit: Int)
  /// A control character, or one that XML does not know.
  case unprintable(BankField)
  /// An id holds something other than the characters that banks hand on.
  case foreignCharacter(BankField)
  case wrongBankCode
  case notPositive
  case tooLarge
  case repeatedID(String)
  case noTransfers
}

/// A part of a file to the bank, by the names that people know.
package enum BankField: String, Sendable, CaseIterable {
  case messageID, endToEndID, name, number, bank, purpose

  package var label: Bilingual {
    switch self {
    case .messageID: Bilingual(zh: "文件编号", en: "the message id")
    case .endToEndID: Bilingual(zh: "流水号", en: "the end-to-end id")
    case .name: Bilingual(zh: "户名", en: "the name of the holder")
    case .number: Bilingual(zh: "账号", en: "the account number")
    case .bank: Bilingual(zh: "开户行", en: "the bank")
    case .purpose: Bilingual(zh: "用途", en: "the purpose")
    }
  }

  /// Characters that the schema of pain.001 leaves room for.
  var limit: Int {
    switch self {
    case .messageID, .endToEndID: 35
    case .number: 34
    case .name, .bank, .purpose: 140
    }
  }
}

extension BankFileFault {
  /// Stable.
  package var code: String {
    switch self {
    case .empty: "BNK001"
    case .tooLong: "BNK002"
    case .unprintable: "BNK003"
    case .foreignCharacter: "BNK004"
    case .wrongBankCode: "BNK005"
    case .notPositive: "BNK006"
    case .tooLarge: "BNK007"
    case .repeatedID: "BNK008"
    case .noTransfers: "BNK009"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .empty(let field):
      Bilingual(zh: "没有填写\(field.label.zh)", en: "\(field.label.en) is missing")
    case .tooLong(let field, let limit):
      Bilingual(
        zh: "\(field.label.zh)超过 \(limit) 个字符",
        en: "\(field.label.en) has more than \(limit) characters")
    case .unprintable(let field):
      Bilingual(
        zh: "\(field.label.zh)含有无法显示的字符",
        en: "\(field.label.en) holds a character that cannot be shown")
    case .foreignCharacter(let field):
      Bilingual(
        zh: "\(field.label.zh)含有银行不转发的字符",
        en: "\(field.label.en) holds a character that banks do not hand on")
    case .wrongBankCode:
      Bilingual(zh: "联行号不是 12 位数字", en: "the code of the bank is not 12 digits")
    case .notPositive: Bilingual(zh: "金额不大于零", en: "the amount is not more than zero")
    case .tooLarge:
      Bilingual(
        zh: "合计超出报文能写的位数", en: "the sum has more digits than the message has room for")
    case .repeatedID(let id):
      Bilingual(zh: "流水号 \(id) 出现两次", en: "the end-to-end id \(id) stands twice")
    case .noTransfers: Bilingual(zh: "没有一笔付款", en: "there is no payment in it")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .empty: Bilingual(zh: "请补填。", en: "Fill it in.")
    case .tooLong: Bilingual(zh: "请缩短，不要截断户名或账号。", en: "Shorten it; never cut a name or a number.")
    case .unprintable: Bilingual(zh: "请删去该字符后重新填写。", en: "Remove it and write the text anew.")
    case .foreignCharacter:
      Bilingual(
        zh: "只能用英文字母、数字和 / - ? : ( ) . , ' + 空格。",
        en: "Use Latin letters, digits and / - ? : ( ) . , ' + and blanks alone.")
    case .wrongBankCode:
      Bilingual(
        zh: "请向开户行核对 12 位联行号，或只填开户行名称。",
        en: "Ask the bank for its 12 digits, or give its name alone.")
    case .notPositive: Bilingual(zh: "请核对应付金额。", en: "Check the amount due.")
    case .tooLarge, .noTransfers:
      Bilingual(zh: "请重新分批。", en: "Make up the batch anew.")
    case .repeatedID:
      Bilingual(zh: "请删去其中一笔；同一流水号只能付一次。", en: "Remove one of them; an id is paid once.")
    }
  }
}
