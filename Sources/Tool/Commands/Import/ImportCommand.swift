import Core
import Foundation
import Import
import Registry
import Workbench

extension Command {
  static let importing = Command(
    "import",
    Bilingual(
      zh: "把事实导入登记库：JSON、CSV 或 XLSX", en: "import facts into the registry: JSON, CSV or XLSX"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: "")),
      Bilingual(
        zh: "事实文件（JSON），或一种记录的表（CSV、XLSX），按 certificate.csv、证书.xlsx 这样命名",
        en: "facts (JSON), or a table of one type (CSV, XLSX) named like certificate.csv"),
      count: 1...Int.max),
    options: [.type, .trial, .allOrNothing, .keepGood, .rejected, .json, .quiet]
      + Option.registryOptions,
    examples: [
      Example(
        "import person.csv organisation.csv certificate.csv",
        Bilingual(
          zh: "三张表一起导入，有一行不对就全部不写入",
          en: "imports three tables at once, or nothing if one row is wrong")),
      Example(
        "import --trial certificate.csv",
        Bilingual(zh: "只试运行：逐行检查，不写入", en: "only a trial: checks every row, writes nothing")),
      Example(
        "import --keep-good --rejected again/certificate.csv certificate.csv",
        Bilingual(
          zh: "写入无误的行；其余的写到另一个文件，改正后再导入",
          en: "keeps the good rows; the others go to a file, to be corrected and imported again")),
    ]
  ) { arguments, session in
    guard !(arguments.has(.allOrNothing) && arguments.has(.keepGood)) else {
      throw UsageError.together(.allOrNothing, .keepGood)
    }
    let home = try Home.find(arguments, session.environment)
    let vocabulary = try Workbench(home, documents: []).vocabulary
    let files = try arguments.operands.map {
      try ImportFile(
        path: $0, type: arguments[.type], vocabulary, session.environment.readInput)
    }
    let registry = try Registry.open(
      arguments, home, session, vocabulary: vocabulary, .createdWhenMissing)
    var work = FilesImport(into: registry)
    work.mode = arguments.has(.keepGood) ? .keepGood : .allOrNothing
    work.isTrial = arguments.has(.trial)
    let isQuiet = arguments.has(.quiet)
    let indexing = IndexingProgress(session, isQuiet: isQuiet)
    let outcomes = try session.withProgress(of: files, isQuiet: isQuiet) {
      try work.run(files, progress: $0, indexing: indexing.update)
    }
    try arguments[.rejected].map { try RejectedFiles(at: $0).write(outcomes) }
    let summary = ImportSummary(outcomes, work)
    if arguments.has(.json) {
      session.output.line(summary.json)
    } else {
      summary.print(session, rejected: arguments[.rejected])
    }
    return summary.refusedRows > 0 ? .findings : .success
  }
}

extension Session {
  /// Shows the progress of each file.
  fileprivate func withProgress<Result>(
    of files: [ImportFile], isQuiet: Bool,
    _ work: ((String, ImportProgress) -> Void) throws -> Result
  ) rethrows -> Result {
    var bars: [String: Progress] = [:]
    for file in files {
      bars[file.name] = Progress(
        Bilingual(zh: "导入 \(file.name)", en: "importing \(file.name)"),
        unit: Bilingual(zh: "行", en: "rows"), self, isQuiet: isQuiet)
    }
    defer { for bar in bars.values { bar.finish() } }
    return try work { name, progress in
      bars[name]?.update(progress.rows, permille: progress.permille)
      if progress.permille == 1000 { bars[name]?.finish() }
    }
  }
}

extension Option {
  static let type = Option(
    "type", takes: ArgumentValue(Bilingual(zh: "种类", en: "TYPE"), .text),
    Bilingual(
      zh: "表中各行的种类（编号或中文名）；不写则看文件名",
      en: "what the rows of the tables are, by id or Chinese name; else by the file's name"))

  static let trial = Option(
    "trial", Bilingual(zh: "试运行：判定与正式运行相同，但不写入", en: "the same verdicts, nothing written"))

  static let allOrNothing = Option(
    "all-or-nothing",
    Bilingual(zh: "有一行不对就全部不写入（默认）", en: "write nothing if one row is wrong (default)"))

  static let keepGood = Option(
    "keep-good", Bilingual(zh: "写入无误的行", en: "write the rows that are right"))

  static let rejected = Option(
    "rejected",
    takes: ArgumentValue(Bilingual(zh: "文件或目录", en: "FILE|DIR"), .file(suffix: ".csv")),
    Bilingual(
      zh: "拒收的行写到这里，改正后可再导入；多个文件时写目录",
      en: "refused rows go here, to be corrected and imported again; a folder for several files"))
}
