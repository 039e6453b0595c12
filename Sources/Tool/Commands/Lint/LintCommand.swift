import Core
import Facts
import JSONText
import Lint
import Workbench

extension Command {
  static let lint = Command(
    "lint",
    Bilingual(
      zh: "像细心的同事一样审读文件：档次重叠和空缺、不成立的条件、对不上的数字",
      en: "read documents as a careful colleague would: bands that overlap or are missing, "
        + "conditions that cannot hold, figures that disagree"),
    operand: Operand(
      .document,
      Bilingual(
        zh: "政策文件、DMN 模型（.dmn）或目录；不写则为 Policies 里的全部。只有“错误”使退出码为 1",
        en: "policy documents, DMN models (.dmn) or folders; else all of Policies. Only errors "
          + "make the exit status 1"),
      count: 0...Int.max),
    options: [.home, .publishedIn, .publishedInRegistry, .key, .json],
    examples: [
      Example("lint", Bilingual(zh: "审读全部政策文件", en: "reads every policy document")),
      Example(
        "lint Policies/yuhuan.md --json",
        Bilingual(zh: "审读一份文件，结果为 JSON", en: "reads one document, the findings as JSON")),
      Example(
        "lint loan.dmn --lang en",
        Bilingual(zh: "审读一个 DMN 模型的决策表", en: "reads the decision tables of a DMN model")),
    ]
  ) { arguments, session in
    let reports = try LintRun(session, arguments).reports()
    if arguments.has(.json) {
      var writer = JSONWriter(.indented)
      writer.object { writer in
        writer.key("files")
        writer.array { writer in for report in reports { report.write(to: &writer) } }
      }
      session.output.line(writer.text)
    } else {
      for report in reports { report.write(to: session) }
      if reports.count > 1 { LintReport.writeSum(of: reports, to: session) }
    }
    let hasErrors = reports.contains { $0.count(.error) > 0 }
    return hasErrors ? .findings : .success
  }
}

extension Option {
  static let publishedIn = Option(
    "facts", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(
      zh: "含目录的事实文件：再查所用各年的目录是否已公布",
      en: "facts with catalogues: also ask whether those of every year in use were published"))

  static let publishedInRegistry = Option(
    Option.registry.name,
    takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".db")),
    Bilingual(
      zh: "登记库：按其中的目录再查所用各年是否已公布，到今年为止",
      en: "a registry: the same by its catalogues, up to this year"))
}
