import Core
import Determination
import Explain
import Facts
import Workbench

extension Command {
  static let determine = Command(
    "determine",
    Bilingual(
      zh: "核定能享受什么：一份事实文件、登记库里的一个当事人，或整个登记库",
      en: "determine what is due: for a facts file, a party of the registry, or all of it"),
    options: [
      .facts, .party, .all, .changed, .next, .on, .known, .policies, .localValues, .json, .quiet,
    ]
      + Option.registryOptions,
    examples: [
      Example(
        "determine --facts Samples/senior-worker.json",
        Bilingual(zh: "说明一名工人能享受什么、为什么", en: "says what a worker gets, and why")),
      Example(
        "determine --facts Samples/senior-worker.json --next",
        Bilingual(zh: "还说明什么会使结果更好", en: "and what would change each result for the better")),
      Example(
        "determine --facts - --on 2019-12-31 --json",
        Bilingual(
          zh: "从标准输入读事实，按 2019 年末核定，结果为 JSON",
          en: "reads the facts from standard input, as of the end of 2019, and prints JSON")),
      Example(
        "determine --all --on 2020-06-30",
        Bilingual(
          zh: "核定登记库里的每个人和单位并存下结果；中断后再运行就接着做",
          en: "determines everybody in the registry and stores the results; goes on after a break")),
      Example(
        "determine --changed",
        Bilingual(
          zh: "只核定可能有变的：事实、规则变了，或者到了日子",
          en: "only those for whom facts, rules or the calendar may have changed something")),
      Example(
        "determine --party p1",
        Bilingual(
          zh: "说明登记库里一个当事人能享受什么、为什么", en: "says what one party of the registry gets, and why")),
      Example(
        "determine --party p1 --on 2020-06-30 --known 2020-07-01",
        Bilingual(
          zh: "按 2020-07-01 为止所知的事实核定 2020-06-30 的待遇",
          en: "as of 2020-06-30, from what was known by 2020-07-01")),
      Example(
        "determine --all --on 2020-06-30 --known 2020-07-01",
        Bilingual(
          zh: "整个登记库按 2020-07-01 为止所知会是多少；什么都不存",
          en: "what everybody comes to from what was known by 2020-07-01; stores nothing")),
      Example(
        "determine --facts Samples/senior-worker.json --parameters local.yaml",
        Bilingual(
          zh: "按 local.yaml 里的地方取值核定，不改政策文件",
          en: "with the local values of local.yaml in the place of the documents' own")),
    ]
  ) { arguments, session in
    let ways: [Option] = [.facts, .party, .all, .changed]
    let given = ways.filter { arguments.has($0) }
    guard let way = given.first else { throw UsageError.noneOf(ways) }
    if given.count > 1 { throw UsageError.together(given[0], given[1]) }
    if arguments.has(.known) {
      if way.name == Option.facts.name { throw UsageError.needsOne(.known, of: [.party, .all]) }
      if way.name == Option.changed.name { throw UsageError.noPast(.changed, instead: .all) }
    }
    if arguments.has(.next), ![Option.facts, .party].map(\.name).contains(way.name) {
      throw UsageError.needsOne(.next, of: [.facts, .party])
    }
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    switch way.name {
    case Option.facts.name:
      let bench = try bench.setting(arguments.localValueFile())
      show(try facts(bench, arguments, session), arguments, session)
    case Option.party.name:
      show(try party(bench, home, arguments, session), arguments, session)
    case Option.all.name where arguments.has(.known):
      try determinePast(bench, home, arguments, session)
    default:
      try determineRegistry(bench, home, arguments, session)
    }
    return .success
  }

  private static func facts(
    _ bench: Workbench, _ arguments: Arguments, _ session: Session
  ) throws -> Report {
    let name = try arguments.required(.facts)
    let facts = try bench.facts(SourceText.facts(name, session), on: arguments.date(.on))
    return ExplainEngine(plans: bench.plans).determine(facts, looksAhead: arguments.has(.next))
  }

  private static func show(_ report: Report, _ arguments: Arguments, _ session: Session) {
    if arguments.has(.json) {
      session.output.line(report.json(indented: true))
    } else {
      session.output.write(
        report.text(session.language, style: session.output.showsColours ? .terminal : .plain))
    }
  }
}

extension SourceText {
  /// A facts file; `-` is standard input.
  static func facts(_ name: String, _ session: Session) throws -> SourceText {
    try name == "-"
      ? decode(session.environment.readInput(), name: "<stdin>") : read(name)
  }
}

extension Option {
  static let facts = Option(
    "facts", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".json")),
    Bilingual(zh: "事实文件（JSON）；- 表示标准输入", en: "the facts (JSON); - is standard input"))

  static let party = Option(
    "party", takes: ArgumentValue(Bilingual(zh: "编号", en: "ID"), .text),
    Bilingual(zh: "登记库里的一个当事人", en: "one party of the registry"))

  static let all = Option(
    "all",
    Bilingual(zh: "登记库里的所有当事人，结果存入登记库", en: "every party of the registry; results are stored"))

  static let changed = Option(
    "changed",
    Bilingual(
      zh: "登记库里自上次以来可能有变的当事人，结果同 --all",
      en: "the parties for whom something may have changed; the results are those of --all"))

  static let next = Option(
    "next",
    Bilingual(zh: "还找出什么会使结果更好", en: "also look for what would change each result for the better"))

  static let on = Option(
    "on", takes: ArgumentValue(Bilingual(zh: "日期", en: "DATE"), .text),
    Bilingual(
      zh: "核定日期，如 2020-06-30；不写则用事实文件里的 on，登记库用今天",
      en: "day of the determination, such as 2020-06-30; else `on` of the facts, or today"))

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
