import Core

/// The columns of a table of cases, in their order.
enum CaseColumn: CaseIterable {
  case number, benefit, varies, facts, outcome, amount, article, confirmed, remark

  /// In characters, where the table is a spreadsheet.
  var width: Int {
    switch self {
    case .number: 6
    case .outcome, .confirmed: 10
    case .amount, .article: 14
    case .benefit: 22
    case .remark: 30
    case .varies, .facts: 44
    }
  }

  var title: Bilingual {
    switch self {
    case .number: Bilingual(zh: "序号", en: "case")
    case .benefit: Bilingual(zh: "待遇", en: "benefit")
    case .varies: Bilingual(zh: "变动", en: "what varies")
    case .facts: Bilingual(zh: "事实", en: "facts")
    case .outcome: Bilingual(zh: "结论", en: "outcome")
    case .amount: Bilingual(zh: "金额", en: "amount")
    case .article: Bilingual(zh: "条款", en: "article")
    case .confirmed: Bilingual(zh: "确认", en: "confirmed")
    case .remark: Bilingual(zh: "备注", en: "remark")
    }
  }
}

/// What an official wrote into the column “confirmed”.
package enum Confirmation: Sendable {
  case yes, no, open

  /// What the list in a cell offers.
  var word: Bilingual {
    switch self {
    case .yes: Bilingual(zh: "是", en: "yes")
    case .no: Bilingual(zh: "否", en: "no")
    case .open: Bilingual("")
    }
  }

  init?(_ text: String) {
    switch text.lowercased() {
    case "": self = .open
    case "是", "对", "√", "✓", "确认", "无误", "yes", "y", "ok", "true": self = .yes
    case "否", "错", "×", "✗", "有误", "no", "n", "wrong", "false": self = .no
    default: return nil
    }
  }
}
