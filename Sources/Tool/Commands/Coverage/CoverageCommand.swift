import Core
import Explain
import Facts
import JSONText
import Workbench

extension Command {
  static let coverage = Command(
    "coverage",
    Bilingual(
      zh: "列出政策文件里没有算例用到的规则，以及不是规则的部分",
      en: "list the rules of policy documents that no test exercises, and what is no rule"),
    operand: Operand(
      .document,
      Bilingual(
        zh: "政策文件；不写则看 Policies 里的全部",
        en: "policy documents; all of Policies when none is named"), count: 0...Int.max),
    options: [.scenarios, .home, .json],
    examples: [
      Example(
        "coverage",
        Bilingual(
          zh: "每份文件的百分比、每一条的状况、每处遗漏的行号；有遗漏时退出码为 1",
          en: "a percentage for each document, each article, each gap with its line; exit code 1 "
            + "when there is a gap")),
      Example(
        "coverage Policies/taizhou.md --scenarios Tests/scenarios/cases",
        Bilingual(
          zh: "除算例外，也算上一个目录里写明期望结果的事实文件",
          en: "counts facts files with expectations beside the worked examples")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try
      (arguments.operands.isEmpty
      ? Workbench(home) : Workbench(home, documents: arguments.operands)).sound()
    let scenarios = try arguments[.scenarios].map { try ScenarioFacts.read($0, bench) } ?? []
    let all = bench.plans.map { Coverage($0, scenarios: scenarios) }
    if arguments.has(.json) {
      session.output.line(CoverageReport.json(all))
    } else {
      for coverage in all { CoverageReport(coverage, session).write() }
    }
    return all.allSatisfy(\.isComplete) ? .success : .findings
  }
}

extension Option {
  static let scenarios = Option(
    "scenarios", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
    Bilingual(
      zh: "事实文件所在目录，每个文件含 facts 和非空的 expect",
      en: "a folder of facts files, each with facts and expectations (expect)"))
}
