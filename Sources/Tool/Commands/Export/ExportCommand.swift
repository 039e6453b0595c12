import Core
import Determinations
import Export
import Facts
import Foundation
import Registry
import Workbench

extension Command {
  static let export = Command(
    "export",
    Bilingual(
      zh: "从登记库导出记录、目录和核定结果：CSV 或 XLSX",
      en: "export records, lists and determinations from the registry: CSV or XLSX"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "种类", en: "TYPE"), .text),
      Bilingual(
        zh: "记录、当事人或目录的种类（编号或中文名）；核定结果写 determination 或 核定",
        en: "a type of record, party or list, by id or Chinese name; or determination"),
      count: 1...Int.max),
    options: [
      .format, .exportTo, .after, .newSince, .known, .headings, .unmasked, .excel, .json, .policies,
    ]
      + Option.registryOptions,
    examples: [
      Example(
        "export certificate employment --to out",
        Bilingual(
          zh: "写成 out/certificate.csv 和 out/employment.csv",
          en: "writes out/certificate.csv and out/employment.csv")),
      Example(
        "export 核定 --format xlsx --headings zh",
        Bilingual(zh: "核定结果，供 Excel 打开", en: "the determinations, for Excel, in Chinese")),
      Example(
        "export wage --new-since wage.last",
        Bilingual(
          zh: "只要上次以后新增、更正和终止的，写成 wage_5-9.csv（变更 5 到 9），并记进 wage.last",
          en: "only what changed since the last time, which wage.last remembers: wage_5-9.csv")),
      Example(
        "export person --known 2026-06-30 --excel",
        Bilingual(
          zh: "按 2026-06-30 为止所知的情况，长数字和前导零在 Excel 里也不变",
          en: "as known by 2026-06-30, with long numbers and leading zeros that Excel keeps")),
    ]
  ) { arguments, session in
    try arguments.refuseTogether(.after, .newSince)
    try arguments.refuseTogether(.known, .newSince)
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, documents: [])
    let subjects = try arguments.operands.map { try ExportSubject(named: $0, bench.vocabulary) }
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    var bookmark = try arguments[.newSince].map { try ExportBookmark(at: $0, of: registry) }
    let places = try ExportPlaces(arguments, subjects)
    let source = try ExportSource(registry, arguments, home, session)
    var written: [ExportedFile] = []
    for subject in subjects {
      let after = try bookmark?.last(of: subject) ?? arguments.changeNumber(.after)
      let upTo = try source.end(of: subject)
      if bookmark != nil, let after, after == upTo {
        written.append(ExportedFile(subject: subject, path: nil, rows: 0, upTo: upTo))
        continue
      }
      let path =
        try bookmark == nil
        ? places.path(of: subject) : places.path(of: subject, after: after ?? 0, upTo: upTo)
      let report = try source.table(of: subject, after: after, upTo: upTo).write(
        to: path, as: places.format, isForExcel: arguments.has(.excel))
      try bookmark?.set(report.upTo, of: subject)
      written.append(
        ExportedFile(subject: subject, path: path, rows: report.rows, upTo: report.upTo))
    }
    // Only now: what was not written in full is exported again.
    try bookmark?.save()
    if arguments.has(.json) {
      session.output.line(written.json)
    } else {
      for file in written { session.print(file.sentence) }
    }
    return .success
  }
}

extension Option {
  static let format = Option(
    "format",
    takes: ArgumentValue(
      Bilingual("csv|xlsx"), .choice(ExportFormat.allCases.map(\.rawValue))),
    Bilingual(zh: "文件格式；不写则看 --to，否则为 csv", en: "of the files; else by --to, else csv"))

  static let exportTo = Option(
    "to", takes: ArgumentValue(Bilingual(zh: "目录或文件", en: "DIR|FILE"), .directory),
    Bilingual(
      zh: "写到这个目录；只有一种时也可写文件名；不写则为当前目录",
      en: "into this folder, or for one type to this file; else into the working directory"))

  static let after = Option(
    "after", takes: ArgumentValue(Bilingual(zh: "变更号", en: "N"), .text),
    Bilingual(
      zh: "只要这次变更（核定结果：这个批次）以后新增、更正和终止的",
      en: "only what was added, corrected or ended after this change, or run"))

  static let newSince = Option(
    "new-since", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: "")),
    Bilingual(
      zh: "只要上次以后新增、更正和终止的：文件记着上次导到哪里，导完更新；没有则新建",
      en: "only what changed since: the file remembers up to where, and is made when missing"))

  static let excel = Option(
    "excel",
    Bilingual(
      zh: "CSV 给 Excel 直接打开：长数字、前导零、像日期的文字写成 =\"…\"，导入认得",
      en: "CSV to be opened in Excel: texts that it would change become =\"…\", which import reads")
  )

  static let headings = Option(
    "headings", takes: ArgumentValue(Bilingual("id|zh"), .choice(["id", "zh"])),
    Bilingual(
      zh: "表头和代码用编号还是中文；不写则用编号", en: "ids or Chinese in headings and codes; else ids"))

  static let unmasked = Option(
    "unmasked",
    Bilingual(
      zh: "证件号、电话、账号不加掩码（请妥善保管）", en: "identity, telephone and account numbers in full"))
}
