import Core
import Import
import Workbench

extension Command {
  static let withdraw = Command(
    "withdraw",
    Bilingual(
      zh: "从登记库撤回写错的记录：以前的状态仍可查", en: "withdraw records that were wrong; past states keep them"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "种类 文件", en: "TYPE FILE"), .file(suffix: ".csv")),
      Bilingual(
        zh: "记录或目录的种类（编号或中文名），和要撤回的记录的表（CSV、XLSX）：有编号的凭编号，"
          + "没有的凭该种类的 key 或全部内容",
        en: "a type of record or list, and tables (CSV, XLSX) of those to withdraw: by id where "
          + "they have one, else by the key of the type or all that they say"),
      count: 2...Int.max),
    options: Option.importRunOptions + [.by, .because] + Option.registryOptions,
    examples: [
      Example(
        "withdraw wage --trial wrong.csv",
        Bilingual(
          zh: "试运行：wrong.csv 里的工资（当事人、单位、年度）登记库里有没有",
          en: "a trial: whether the registry has the wages (party, employer, year) of wrong.csv")),
      Example(
        "withdraw 证书 wrong.csv --by 鹿城区人社局 --because 重复登记",
        Bilingual(
          zh: "撤回其中的证书；变更记录里写明谁、为什么",
          en: "takes the certificates back; the change says who did, and why")),
    ]
  ) { arguments, session in
    try arguments.refuseTogether(.allOrNothing, .keepGood)
    let home = try Home.find(arguments, session.environment)
    let vocabulary = try Workbench(home, documents: []).vocabulary
    let paths = Array(arguments.operands.dropFirst())
    let files = try paths.map {
      try ImportFile(
        path: $0, type: arguments.operands[0], vocabulary, session.environment.readInput)
    }
    let place = try RegistryPlace(arguments, home, session, vocabulary)
    let note = [arguments[.by], arguments[.because]].compactMap(\.self).joined(separator: ": ")
    return try ImportRun(
      files, at: paths, place.registry, .withdraw(note: note.isEmpty ? nil : note), arguments,
      session
    ).run()
  }
}
