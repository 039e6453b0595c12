import BankFiles
import Core

extension BankAccount {
  static let payer = BankAccount(
    name: "示例市总工会", number: "330000000000000001", bank: "示例银行示例支行",
    bankCode: "999000000001")

  static func payee(_ name: String, number: String = "6200000000000000018") -> BankAccount {
    BankAccount(name: name, number: number, bank: "示例银行城东支行")
  }
}

extension TransferOrder {
  static func make(_ transfers: [Transfer]) -> TransferOrder {
    TransferOrder(
      id: "GJ330300B1", createdAt: "2026-03-02T09:15:00", payer: .payer,
      executionDay: CivilDate(year: 2026, month: 3, day: 3) ?? CivilDate(dayNumber: 0),
      transfers: transfers)
  }

  /// What a file must carry: signs of XML, a formula, a name beyond the first plane, 1 分, and the
  /// largest sum that two digits leave room for.
  static let sample = make([
    Transfer(
      endToEndID: "GJ3303000000000000000001", payee: .payee("甲<样例> & \"乙\""), fen: 300_000,
      purpose: "技能提升补贴, 2026 年"),
    Transfer(
      endToEndID: "GJ3303000000000000000002", payee: .payee("=样例()", number: "0000000000000012"),
      fen: 1, purpose: "＋补贴"),
    Transfer(
      endToEndID: "GJ3303000000000000000003",
      payee: BankAccount(
        name: "𠮷样例", number: "6200000000000000034", bank: "", bankCode: "999000000002"),
      fen: 999_999_999_999, purpose: ""),
  ])
}
