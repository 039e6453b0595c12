package import Core

/// Why nothing of a file was imported.
package enum ImportProblem: Error, Sendable, Equatable {
  case notText(file: String)
  case empty(file: String)
  case noWorkbook(file: String)
  case largeSheet(file: String, megabytes: Int)
  case largeFile(file: String, megabytes: Int)
  case unclosedQuote(file: String, line: Int)
  case unknownType(file: String, name: String)
  /// The name of a type that somebody gave.
  case noSuchType(name: String)
  /// A facts file where a table of what is to be withdrawn should be.
  case withdrawnFacts(file: String)
  /// Parties are not withdrawn.
  case withdrawnParty(type: String)
  /// What is wrong with the names of the columns.
  case header(file: String, faults: [RowFault])
}

extension ImportProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .notText: "IMP001"
    case .empty: "IMP002"
    case .unclosedQuote: "IMP003"
    case .unknownType: "IMP004"
    case .header: "IMP005"
    case .noWorkbook: "IMP008"
    case .largeSheet: "IMP009"
    case .largeFile: "IMP010"
    case .noSuchType: "IMP011"
    case .withdrawnFacts: "IMP012"
    case .withdrawnParty: "IMP013"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notText(let file):
      Bilingual(
        zh: "\(file) 既不是 UTF-8 也不是 GB18030 文本",
        en: "\(file) is text neither in UTF-8 nor in GB18030")
    case .empty(let file):
      Bilingual(zh: "\(file) 是空的", en: "\(file) is empty")
    case .noWorkbook(let file):
      Bilingual(zh: "\(file) 不是完好的 XLSX 工作簿", en: "\(file) is not a sound XLSX workbook")
    case .largeSheet(let file, let megabytes):
      Bilingual(
        zh: "\(file) 的工作表展开后超过 \(megabytes) MB",
        en: "the sheet in \(file) has more than \(megabytes) MB when unpacked")
    case .largeFile(let file, let megabytes):
      Bilingual(
        zh: "\(file) 超过 \(megabytes) MB", en: "\(file) is larger than \(megabytes) MB")
    case .unclosedQuote(let file, let line):
      Bilingual(
        zh: "\(file) 第 \(line) 行有一个引号没有闭合", en: "\(file): a quote on line \(line) is never closed")
    case .unknownType(let file, let name):
      Bilingual(
        zh: "从文件名 \(file) 看不出是哪种记录（“\(name)”）",
        en: "the name of \(file) does not say what type its rows are (\"\(name)\")")
    case .noSuchType(let name):
      Bilingual(
        zh: "没有“\(name)”这种记录、当事人或目录",
        en: "there is no type of record, party or list called \"\(name)\"")
    case .withdrawnFacts(let file):
      Bilingual(
        zh: "\(file) 是事实文件，撤回要用表", en: "\(file) is a facts file; a table says what to withdraw")
    case .withdrawnParty(let type):
      Bilingual(zh: "当事人（\(type)）不能撤回", en: "a party (\(type)) cannot be withdrawn")
    case .header(let file, _):
      Bilingual(zh: "\(file) 的表头有误", en: "the header of \(file) is wrong")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notText:
      Bilingual(
        zh: "请在表格软件中另存为“CSV UTF-8”。", en: "Save it as \"CSV UTF-8\" in your spreadsheet program.")
    case .noWorkbook:
      Bilingual(
        zh: "请在表格软件中打开并重新保存。", en: "Open it in your spreadsheet program and save it again.")
    case .largeSheet:
      Bilingual(
        zh: "请在表格软件中另存为“CSV UTF-8”。", en: "Save it as \"CSV UTF-8\" in your spreadsheet program.")
    case .largeFile:
      Bilingual(
        zh: "请分成几份；大量的事实请按种类存为 CSV。",
        en: "Split it; large amounts of facts come as CSV, a file for each type.")
    case .empty:
      Bilingual(
        zh: "首行应为列名，其后每行一条。", en: "The first line must name the columns; each line after it is one."
      )
    case .unclosedQuote:
      Bilingual(
        zh: "请补上引号；单元格内的引号要写两遍。",
        en: "Close it; a quote within a cell is written twice.")
    case .unknownType:
      Bilingual(
        zh: "请把文件命名为记录种类，如 certificate.csv 或 证书.csv，或另行指明种类。",
        en: "Name the file by the type, as certificate.csv or 证书.csv, or name the type yourself.")
    case .noSuchType:
      Bilingual(
        zh: "请写编号或中文名，如 certificate 或 证书。",
        en: "Name one by its id or its Chinese name, as certificate or 证书.")
    case .withdrawnFacts:
      Bilingual(
        zh: "请写成 CSV 或 XLSX，每行一条要撤回的记录。",
        en: "Write a CSV or XLSX file with a row for each record to withdraw.")
    case .withdrawnParty:
      Bilingual(
        zh: "请撤回它的记录；写错的属性用 import 更正。",
        en: "Withdraw its records; attributes that are wrong are corrected with import.")
    case .header(_, let faults):
      Bilingual(
        zh: faults.map { $0.text.zh }.joined(separator: "\n"),
        en: faults.map { $0.text.en }.joined(separator: "\n"))
    }
  }
}
