import Core
import Import
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
    options: [.type] + Option.importRunOptions + Option.registryOptions,
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
    try arguments.refuseTogether(.allOrNothing, .keepGood)
    let home = try Home.find(arguments, session.environment)
    let vocabulary = try Workbench(home, documents: []).vocabulary
    let files = try arguments.operands.map {
      try ImportFile(
        path: $0, type: arguments[.type], vocabulary, session.environment.readInput)
    }
    let place = try RegistryPlace(
      arguments, home, session, vocabulary, isTrial: arguments.has(.trial))
    return try ImportRun(
      files, at: arguments.operands, place.registry, .put, arguments, session
    ).run()
  }
}

extension Option {
  static let type = Option(
    "type", takes: ArgumentValue(Bilingual(zh: "种类", en: "TYPE"), .text),
    Bilingual(
      zh: "表中各行的种类（编号或中文名）；不写则看文件名",
      en: "what the rows of the tables are, by id or Chinese name; else by the file's name"))
}
