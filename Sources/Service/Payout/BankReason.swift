package import Core

/// Why banks refuse payments or send them back, in plain words (ISO 20022, External Code Sets:
/// status reasons and return reasons).
package struct BankReason: Sendable, Equatable {
  /// Four characters.
  package let code: String
  /// What it means.
  package let label: Bilingual
  /// What to do next.
  package let advice: Bilingual
  /// Whether a refusal for this reason says for certain that no money moves.
  package let isConclusive: Bool

  /// - Parameter code: as the bank wrote it; `nil` for one that is not in the table.
  package init?(code: String) {
    guard let known = BankReason.all.first(where: { $0.code == code }) else { return nil }
    self = known
  }

  private init(
    _ code: String, _ label: Bilingual, _ advice: Bilingual, isConclusive: Bool = true
  ) {
    self.code = code
    self.label = label
    self.advice = advice
    self.isConclusive = isConclusive
  }

  private static let askPayee = Bilingual(
    zh: "请收款人核对并更正账户，再重付。",
    en: "Have the payee check and correct the account, then try again.")
  private static let askOther = Bilingual(
    zh: "请收款人另报一个可用账户，再重付。",
    en: "Have the payee name another account, then try again.")
  private static let askBank = Bilingual(
    zh: "请向付款银行问明原因，再决定是否重付。",
    en: "Ask the paying bank why before trying again.")

  package static let all: [BankReason] = [
    BankReason("AC01", Bilingual(zh: "账号不正确", en: "the account number is wrong"), askPayee),
    BankReason(
      "AC03", Bilingual(zh: "收款账号无效", en: "the payee's account number is invalid"), askPayee),
    BankReason("AC04", Bilingual(zh: "账户已销户", en: "the account is closed"), askOther),
    BankReason("AC06", Bilingual(zh: "账户被冻结", en: "the account is blocked"), askOther),
    BankReason(
      "AG01", Bilingual(zh: "该账户不能收这类款项", en: "the account takes no such payments"), askOther),
    BankReason(
      "AM02", Bilingual(zh: "金额超过允许的限额", en: "the amount is above what is allowed"), askBank),
    BankReason(
      "AM04", Bilingual(zh: "付款账户余额不足", en: "the paying account has too little money"),
      Bilingual(zh: "请补足付款账户，再重付。", en: "Fund the paying account, then try again.")),
    BankReason(
      "AM05", Bilingual(zh: "银行认为重复", en: "the bank takes it for a repetition"),
      Bilingual(
        zh: "前一次可能已付：请等对账单，不要重付。",
        en: "The first may have been paid: wait for the statement and do not try again."),
      isConclusive: false),
    BankReason(
      "AM09", Bilingual(zh: "金额与约定不符", en: "the amount is not what was agreed"), askBank),
    BankReason(
      "BE01", Bilingual(zh: "户名与账号不符", en: "name and account number do not belong together"),
      Bilingual(
        zh: "请按身份证件核对户名与账号，再重付。",
        en: "Check name and number against the payee's identity document, then try again.")),
    BankReason(
      "BE06", Bilingual(zh: "开户行不认识收款人", en: "the bank does not know the payee"), askPayee),
    BankReason(
      "CNOR", Bilingual(zh: "收款银行不在清算系统中", en: "the payee's bank is not in the clearing system"),
      askOther),
    BankReason(
      "CUST", Bilingual(zh: "应客户要求", en: "a customer asked for it"),
      Bilingual(
        zh: "请问明收款人是否拒收，再决定是否重付。",
        en: "Ask whether the payee refused it before trying again.")),
    BankReason(
      "DT01", Bilingual(zh: "付款日不正确", en: "the day of payment is wrong"),
      Bilingual(zh: "请换一个付款日重付。", en: "Try again for another day.")),
    BankReason("FOCR", Bilingual(zh: "应我方撤销请求", en: "we asked for it to be cancelled"), askBank),
    BankReason(
      "MD07", Bilingual(zh: "收款人已去世", en: "the payee has died"),
      Bilingual(
        zh: "不要重付；请按规定处理，并核对待遇资格。",
        en: "Do not try again; follow the rules for estates and check the entitlement.")),
    BankReason(
      "MS02", Bilingual(zh: "收款人未说明原因", en: "the payee gave no reason"),
      Bilingual(
        zh: "请问明收款人，再决定是否重付。", en: "Ask the payee before trying again.")),
    BankReason("MS03", Bilingual(zh: "银行未说明原因", en: "the bank gave no reason"), askBank),
    BankReason("NARR", Bilingual(zh: "原因见银行附言", en: "the reason is in the bank's words"), askBank),
    BankReason(
      "RC01", Bilingual(zh: "开户行行号不正确", en: "the code of the payee's bank is wrong"), askPayee),
    BankReason(
      "RR04", Bilingual(zh: "监管原因", en: "a matter of regulation"),
      Bilingual(
        zh: "不要重付；请与银行核实后报告。", en: "Do not try again; ask the bank and report it.")),
    BankReason(
      "TM01", Bilingual(zh: "过了银行受理时间", en: "it came after the bank's hours"),
      Bilingual(zh: "请换一个付款日重付。", en: "Try again for another day.")),
  ]
}
