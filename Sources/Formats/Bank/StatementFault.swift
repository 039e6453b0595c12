import Core

/// What is wrong with a statement.
enum StatementFault {
  case notText
  case noStatement(root: String)
  case severalAccounts
  case missing(String)
  case amount(String)
  case currency(String)
  case date(String)
  case direction(String)
  case status(String)
  case noReference
  case contradiction
  case detailSum(sum: String, entry: String)
  case noColumn(Bilingual)
  case unknownColumn(String)
  case columnTwice(String)
  case cells(expected: Int, found: Int)
  case behindQuote
  case openQuote
  case empty
}

extension StatementFault {
  var code: String {
    switch self {
    case .notText: "STM001"
    case .noStatement: "STM002"
    case .severalAccounts: "STM003"
    case .missing: "STM004"
    case .amount: "STM005"
    case .currency: "STM006"
    case .date: "STM007"
    case .direction: "STM008"
    case .status: "STM009"
    case .noReference: "STM010"
    case .detailSum: "STM011"
    case .noColumn: "STM012"
    case .unknownColumn: "STM013"
    case .columnTwice: "STM014"
    case .cells: "STM015"
    case .behindQuote: "STM016"
    case .openQuote: "STM017"
    case .empty: "STM018"
    case .contradiction: "STM019"
    }
  }

  var message: Bilingual {
    switch self {
    case .notText:
      Bilingual(
        zh: "对账单既不是 UTF-8 也不是 GB18030 文本",
        en: "the statement is text neither in UTF-8 nor in GB18030")
    case .noStatement(let root):
      Bilingual(
        zh: "这不是 camt.053 对账单，而是“\(root)”",
        en: "this is no camt.053 statement but \"\(root)\"")
    case .severalAccounts:
      Bilingual(
        zh: "文件里有几个账户的对账单", en: "the file holds statements of several accounts")
    case .missing(let name): Bilingual(zh: "缺少 \(name)", en: "\(name) is missing")
    case .amount(let text):
      Bilingual(
        zh: "金额“\(text)”不是至多两位小数的数",
        en: "the amount \"\(text)\" is no number with at most two digits behind the point")
    case .currency(let text):
      Bilingual(zh: "币种是 \(text)，不是 CNY", en: "the currency is \(text), not CNY")
    case .date(let text):
      Bilingual(
        zh: "日期“\(text)”不是 2026-03-02 这样的写法",
        en: "the date \"\(text)\" is not written as 2026-03-02")
    case .direction(let text):
      Bilingual(
        zh: "借贷方向“\(text)”看不懂",
        en: "\"\(text)\" says neither that money left nor that it came in")
    case .status(let text): Bilingual(zh: "状态“\(text)”看不懂", en: "the status \"\(text)\" is unknown")
    case .noReference:
      Bilingual(
        zh: "这一笔没有银行流水号", en: "the entry has no reference of the bank")
    case .contradiction:
      Bilingual(
        zh: "状态和借贷方向互相矛盾", en: "the status and the direction contradict each other")
    case .detailSum(let sum, let entry):
      Bilingual(
        zh: "明细合计 \(sum) 元，这一笔是 \(entry) 元",
        en: "the details come to \(sum) yuan, the entry to \(entry)")
    case .noColumn(let name):
      Bilingual(zh: "表头缺少“\(name.zh)”列", en: "the header lacks the column \"\(name.en)\"")
    case .unknownColumn(let name):
      Bilingual(zh: "表头里的“\(name)”看不懂", en: "the column \"\(name)\" is unknown")
    case .columnTwice(let name):
      Bilingual(zh: "表头里的“\(name)”重复", en: "the column \"\(name)\" says what another says")
    case .cells(let expected, let found):
      Bilingual(
        zh: "表头有 \(expected) 列，这一行有 \(found) 列",
        en: "the header has \(expected) columns, this row has \(found)")
    case .behindQuote:
      Bilingual(zh: "引号闭合后还有文字", en: "there is text behind the closing quote")
    case .openQuote: Bilingual(zh: "有一个引号没有闭合", en: "a quote is never closed")
    case .empty: Bilingual(zh: "对账单是空的", en: "the statement is empty")
    }
  }

  var advice: Bilingual {
    switch self {
    case .notText:
      Bilingual(
        zh: "请在网银重新下载，或在表格软件中另存为“CSV UTF-8”。",
        en: "Download it again, or save it as \"CSV UTF-8\" in a spreadsheet program.")
    case .noStatement:
      Bilingual(
        zh: "请下载 camt.053 格式的对账单，或用 CSV。",
        en: "Download the statement as camt.053, or as CSV.")
    case .severalAccounts:
      Bilingual(zh: "请按账户分别下载。", en: "Download one for each account.")
    case .missing, .noReference, .detailSum, .status, .direction, .contradiction:
      Bilingual(
        zh: "请向银行索取完整的对账单；整份都没有收下。",
        en: "Ask the bank for a whole statement; nothing of this one was taken.")
    case .amount:
      Bilingual(
        zh: "请写成 1234.50，不带符号和币种；整份都没有收下。",
        en: "Write it as 1234.50, without sign or currency; nothing was taken.")
    case .currency:
      Bilingual(
        zh: "请只导入人民币账户的对账单。", en: "Take in statements of accounts in yuan alone.")
    case .date: Bilingual(zh: "请写成 2026-03-02。", en: "Write it as 2026-03-02.")
    case .noColumn, .columnTwice:
      Bilingual(
        zh: "表头要有：银行流水号、金额、借贷、状态、日期，各一次；另可有流水号、原因。",
        en:
          "Name reference, amount, direction, status and date once each; end_to_end_id and reason may be there."
      )
    case .unknownColumn:
      Bilingual(zh: "请改成说明里的列名，或删去这一列。", en: "Rename the column, or remove it.")
    case .cells:
      Bilingual(
        zh: "请补齐或删去多余的逗号；含逗号的文字要加引号。",
        en: "Add or remove commas; a text that holds commas goes between quotes.")
    case .behindQuote, .openQuote:
      Bilingual(
        zh: "请补上引号；单元格内的引号要写两遍。",
        en: "Close it; a quote within a cell is written twice.")
    case .empty: Bilingual(zh: "请在网银重新下载。", en: "Download it again.")
    }
  }
}

/// Collects all that is wrong with one file.
struct StatementFaults {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) { self.source = source }

  /// - Parameters:
  ///   - fault: what is wrong.
  ///   - line: where, from 1; `nil` for the file as a whole.
  mutating func add(_ fault: StatementFault, line: Int?) {
    diagnostics.append(
      Diagnostic(
        fault.code, at: line.map(range), message: fault.message, advice: fault.advice))
  }

  /// - Throws: all of it, where there is any.
  func check() throws(DiagnosticsError) {
    if !diagnostics.isEmpty {
      throw DiagnosticsError(source: source, diagnostics: diagnostics)
    }
  }

  private func range(_ line: Int) -> SourceRange {
    let index = min(max(line, 1), source.lineStarts.count) - 1
    let start = source.lineStarts[index]
    return SourceRange(start, start + source.line(index + 1).utf8.count)
  }
}
