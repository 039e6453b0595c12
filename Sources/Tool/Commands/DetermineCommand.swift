import Core
import Determination
import Explain
import Facts
import Workbench

extension Command {
  static let determine = Command(
    "determine",
    Bilingual(
      zh: "核定一份事实文件能享受什么，逐条说明理由",
      en: "determine what a facts file is entitled to, with every reason"),
    options: [.facts, .on, .policies, .home, .json],
    examples: [
      Example(
        "determine --facts Samples/senior-worker.json",
        Bilingual(zh: "说明一名工人能享受什么、为什么", en: "says what a worker gets, and why")),
      Example(
        "determine --facts - --on 2019-12-31 --json",
        Bilingual(
          zh: "从标准输入读事实，按 2019 年末核定，结果为 JSON",
          en: "reads the facts from standard input, as of the end of 2019, and prints JSON")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    let name = try arguments.required(.facts)
    let source =
      name == "-"
      ? try SourceText.decode(session.environment.readInput(), name: "<stdin>")
      : try SourceText.read(name)
    let facts = try bench.facts(source, on: arguments.date(.on))
    let report = ExplainEngine(plans: bench.plans).determine(facts)
    if arguments.has(.json) {
      session.output.line(report.json(indented: true))
    } else {
      session.output.write(
        report.text(session.language, style: session.output.showsColours ? .terminal : .plain))
    }
    return .success
  }
}

extension Option {
  static let facts = Option(
    "facts", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(zh: "事实文件（JSON）；- 表示标准输入", en: "the facts (JSON); - is standard input"),
    isRequired: true)

  static let on = Option(
    "on", takes: ArgumentValue(Bilingual(zh: "日期", en: "DATE"), .text),
    Bilingual(
      zh: "核定日期，如 2020-06-30；不写则用事实文件里的 on",
      en: "day of the determination, such as 2020-06-30; else `on` of the facts"))

  static let policies = Option(
    "policies", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
    Bilingual(
      zh: "政策文件所在目录；不写则用 Policies", en: "folder of the policy documents; else Policies"))
}

extension Arguments {
  /// The date that the option gives, where it was given.
  func date(_ option: Option) throws(UsageError) -> CivilDate? {
    guard let text = self[option] else { return nil }
    guard let date = CivilDate(text) else { throw .notADate(text, option) }
    return date
  }
}
