import BankFiles
import Core
import Foundation
import TestSupport
import Testing

/// Files to the bank. `good/` holds them whole; `Tests/bank` reads those with the schemas.
@Suite struct PaymentFileTests {
  private func compare(_ bytes: [UInt8], with name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "good/\(name)")
    if ProcessInfo.processInfo.environment["REWRITE_EXPECTED"] == "1" {
      try Data(bytes).write(to: file)
    }
    #expect(try Array(Data(contentsOf: file)) == bytes)
  }

  @Test("a message, whole", arguments: PaymentMessage.allCases)
  func message(_ version: PaymentMessage) throws {
    let bytes = try version.bytes(.sample)
    try compare(bytes, with: "\(version.rawValue).xml")
    #expect(try version.bytes(.sample) == bytes)
  }

  @Test("a table for the counter, whole", arguments: CounterTable.allCases)
  func table(_ encoding: CounterTable) throws {
    try compare(encoding.bytes(.sample), with: "\(encoding.rawValue).csv")
  }

  @Test("no cell is a formula, whatever a name begins with")
  func formulas() throws {
    for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
      let transfer = Transfer(
        endToEndID: "E1", payee: .payee("\(sign)1+1"), fen: 1, purpose: "\(sign)cmd|x")
      let text = String(decoding: try CounterTable.utf8.bytes(.make([transfer])), as: UTF8.self)
      #expect(text.contains(",'\(sign)cmd|x,"))
      #expect(text.contains("1,'\(sign)1+1,"))
    }
  }

  @Test(
    "what cannot stand in a file is named",
    arguments: [
      (Transfer(endToEndID: "", payee: .payee("甲"), fen: 1, purpose: ""), ["BNK001"]),
      (
        Transfer(
          endToEndID: String(repeating: "A", count: 36), payee: .payee("甲"), fen: 1, purpose: ""),
        ["BNK002"]
      ),
      (
        Transfer(endToEndID: "流水", payee: .payee("甲\u{202E}乙"), fen: 0, purpose: "a\u{1}"),
        ["BNK004", "BNK003", "BNK003", "BNK006"]
      ),
      (Transfer(endToEndID: "/a", payee: .payee("甲"), fen: 1, purpose: ""), ["BNK004"]),
      (Transfer(endToEndID: "a//b", payee: .payee("甲"), fen: 1, purpose: ""), ["BNK004"]),
      (
        Transfer(
          endToEndID: "a", payee: BankAccount(name: " ", number: "1", bank: "", bankCode: "12"),
          fen: 1, purpose: ""), ["BNK001", "BNK005"]
      ),
      (
        Transfer(
          endToEndID: "a", payee: .payee(String(repeating: "名", count: 141)), fen: 1, purpose: ""),
        ["BNK002"]
      ),
    ]) func faults(_ transfer: Transfer, _ codes: [String])
  {
    #expect(transfer.faults.map(\.code) == codes)
  }

  @Test("sums that no message has room for, ids twice, and nothing at all are refused")
  func whole() {
    let large = Transfer(endToEndID: "a", payee: .payee("甲"), fen: .max, purpose: "")
    #expect(
      TransferOrder.make([large, large]).faults.map(\.fault) == [.tooLarge, .repeatedID("a")])
    #expect(TransferOrder.make([]).faults.map(\.fault) == [.noTransfers])
    for version in PaymentMessage.allCases {
      #expect(throws: BankFileFault.tooLarge) { try version.bytes(.make([large])) }
    }
  }

  @Test(
    "every fault says what is wrong and what to do",
    arguments: [
      (
        BankFileFault.empty(.number), "没有填写账号。请补填。",
        "BNK001: the account number is missing. Fill it in."
      ),
      (
        .tooLong(.name, limit: 140), "户名超过 140 个字符。请缩短，不要截断户名或账号。",
        "BNK002: the name of the holder has more than 140 characters. Shorten it; never cut a name or a number."
      ),
      (
        .unprintable(.purpose), "用途含有无法显示的字符。请删去该字符后重新填写。",
        "BNK003: the purpose holds a character that cannot be shown. Remove it and write the text anew."
      ),
      (
        .foreignCharacter(.endToEndID), "流水号含有银行不转发的字符。只能用英文字母、数字和 / - ? : ( ) . , ' + 空格。",
        "BNK004: the end-to-end id holds a character that banks do not hand on. Use Latin letters, digits and / - ? : ( ) . , ' + and blanks alone."
      ),
      (
        .wrongBankCode, "联行号不是 12 位数字。请向开户行核对 12 位联行号，或只填开户行名称。",
        "BNK005: the code of the bank is not 12 digits. Ask the bank for its 12 digits, or give its name alone."
      ),
      (
        .notPositive, "金额不大于零。请核对应付金额。",
        "BNK006: the amount is not more than zero. Check the amount due."
      ),
      (
        .tooLarge, "合计超出报文能写的位数。请重新分批。",
        "BNK007: the sum has more digits than the message has room for. Make up the batch anew."
      ),
      (
        .repeatedID("a"), "流水号 a 出现两次。请删去其中一笔；同一流水号只能付一次。",
        "BNK008: the end-to-end id a stands twice. Remove one of them; an id is paid once."
      ),
      (
        .noTransfers, "没有一笔付款。请重新分批。",
        "BNK009: there is no payment in it. Make up the batch anew."
      ),
    ]) func words(_ fault: BankFileFault, _ zh: String, _ en: String)
  {
    #expect("\(fault.message.zh)。\(fault.advice.zh)" == zh)
    #expect("\(fault.code): \(fault.message.en). \(fault.advice.en)" == en)
  }
}
