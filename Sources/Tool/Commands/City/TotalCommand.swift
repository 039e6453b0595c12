import City
import Core
import Determinations
import Registry
import Workbench

extension Command {
  static let total = Command(
    "total",
    Bilingual(
      zh: "各项待遇全市合计多少；改了取值或文件会多出、少出多少，什么都不存",
      en: "what every benefit comes to for everybody, and what other figures would; stores nothing"),
    options: [.on, .known, .localValues, .policies, .json, .quiet] + Option.registryOptions,
    examples: [
      Example(
        "total --on 2020-06-30",
        Bilingual(
          zh: "与 determine --all 存下的合计相同，由快照算出",
          en: "the figures that determine --all would store, from the snapshot")),
      Example(
        "total --on 2020-06-30 --known 2020-07-01",
        Bilingual(
          zh: "按 2020-07-01 为止所知的事实合计，不用快照",
          en: "from what was known by 2020-07-01, without the snapshot")),
      Example(
        "total --parameters local.yaml",
        Bilingual(
          zh: "按 local.yaml 里的取值，全市要多花多少", en: "what the values of local.yaml would cost")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let inForce = try Workbench(home).sound()
    let registry = try Registry.open(arguments, home, session, vocabulary: inForce.vocabulary)
    let known = try registry.known(arguments)
    let stored = try registry.localValues(known.map { .change($0.number) } ?? .latest)
    let day = try arguments.date(.on) ?? DateTime.now.date
    let isOther = arguments.has(.localValues) || arguments.has(.policies)
    let base = try inForce.setting(nil, stored: stored)
    var shown = try CityReport(
      total(base, registry, day, known, arguments, session), base.plans, on: day, known: known)
    if isOther {
      let other = try Workbench(home, policies: arguments[.policies]).sound()
        .setting(arguments.localValueFile(), stored: stored)
      shown = try CityReport(
        total(other, registry, day, known, arguments, session), other.plans, on: day, known: known,
        inForce: shown)
    }
    if arguments.has(.json) {
      session.output.line(shown.json)
    } else {
      session.output.write(shown.text(session.language))
    }
    return .success
  }

  /// The totals by some rules, with progress.
  private static func total(
    _ bench: Workbench, _ registry: Registry, _ day: CivilDate, _ known: Change?,
    _ arguments: Arguments, _ session: Session
  ) throws -> CityTotals.Report {
    let isQuiet = arguments.has(.quiet)
    let reading = Progress(.reading, unit: .parties, session, isQuiet: isQuiet)
    let asking = Progress(.asking, unit: .parties, session, isQuiet: isQuiet)
    defer {
      reading.finish()
      asking.finish()
    }
    var totals = CityTotals(registry, try Rulebook(bench.plans), on: day)
    totals.reading = { reading.update($0, of: $1) }
    totals.asking = {
      reading.finish()
      asking.update($0, of: $1)
    }
    if let known { return try totals.report(knownAfter: known.number) }
    let report = try totals.report()
    if case .made(because: let problem?) = report.work { session.tell(problem) }
    if let problem = report.sumsProblem { session.tell(problem) }
    return report
  }
}
