import Core
import Determinations
import PolicyPlan
import Registry
import Statistics
import Vocabulary
import Workbench

extension Command {
  static let stats = Command(
    "stats",
    Bilingual(
      zh: "统计登记库：等级结构、高技能占比、分等级工资、待遇",
      en: "statistics of the registry: levels, high-skilled share, wages by level, benefits"),
    options: [.region, .onDay, .known, .json] + Option.registryOptions,
    examples: [
      Example(
        "stats --on 2025-12-31",
        Bilingual(zh: "2025 年末全部地区", en: "all regions at the end of 2025")),
      Example(
        "stats --region 330300 --json",
        Bilingual(zh: "今天的温州市及各区县，供程序使用", en: "Wenzhou and its counties today, for programs")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home)
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let on = try arguments.date(.onDay) ?? DateTime.now.date
    let known = try registry.known(arguments)
    let figures = try TownFigures(
      of: registry, on: on, known: known.map { .change($0.number) } ?? .latest)
    let regions = try figures.within(arguments[.region])
    let store = try DeterminationStore(registry)
    let run = try known.map { try store.lastRun(restingOn: $0.number) } ?? store.lastRun()
    let totals = try run.map { try store.totals(asOf: .run($0.number)) } ?? []
    let benefits = arguments[.region] == nil ? BenefitFigures.made(of: totals) : []
    if arguments.has(.json) {
      session.output.line(
        StatsJSON(figures: figures, regions: regions, benefits: benefits, run: run).text)
    } else {
      session.output.write(
        StatsText(
          figures: figures, regions: regions, benefits: benefits, run: run, known: known,
          labels: bench.benefitLabels, language: session.language
        ).text)
    }
    return .success
  }
}

extension Workbench {
  /// The names of the benefits, by full id.
  fileprivate var benefitLabels: [String: Bilingual] {
    Dictionary(
      plans.flatMap { plan in plan.benefits.map { ($0.id, $0.label) } }
    ) { first, _ in first }
  }
}

extension Option {
  static let region = Option(
    "region", takes: ArgumentValue(Bilingual(zh: "代码", en: "CODE"), .text),
    Bilingual(
      zh: "只看一个地市（如 330300）或区县（如 330302）",
      en: "only a prefecture (such as 330300) or a county (such as 330302)"))

  static let onDay = Option(
    "on", takes: ArgumentValue(Bilingual(zh: "日期", en: "DATE"), .text),
    Bilingual(
      zh: "截至哪一天，如 2025-12-31；不写则是今天",
      en: "as of which day, such as 2025-12-31; else today"))
}
