import Core
import Determination
import Determinations
import Explain
import Registry
import Workbench

extension Command {
  static let next = Command(
    "next",
    Bilingual(
      zh: "下一步做什么最值得：差一点就能享受的，差在哪里、差多少、最早哪一天",
      en: "the next best steps: what is nearly due, what it takes, by how much, and the first day"),
    options: [.facts, .party, .on, .known, .policies, .localValues, .json]
      + Option.registryOptions,
    examples: [
      Example(
        "next --facts Samples/senior-worker.json",
        Bilingual(zh: "一份事实文件里的人", en: "of those in a facts file")),
      Example(
        "next --party p1 --on 2020-06-30",
        Bilingual(zh: "登记库里的一个当事人", en: "of one party of the registry")),
    ]
  ) { arguments, session in
    let steps = try nextSteps(arguments, session)
    if arguments.has(.json) {
      session.output.line(StepList(steps: steps).json)
    } else {
      session.output.write(StepList(steps: steps).text(session.language))
    }
    return .success
  }

  private static func nextSteps(
    _ arguments: Arguments, _ session: Session
  ) throws -> [NextStep] {
    let given = [Option.facts, .party].filter { arguments.has($0) }
    guard let way = given.first else { throw UsageError.noneOf([.facts, .party]) }
    if given.count > 1 { throw UsageError.together(.facts, .party) }
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    if way.name == Option.facts.name {
      if arguments.has(.known) { throw UsageError.needs(.known, .party) }
      let bench = try bench.setting(arguments.localValueFile())
      let source = try SourceText.facts(arguments.required(.facts), session)
      return ExplainEngine(plans: bench.plans).nextSteps(
        try bench.facts(source, on: arguments.date(.on)))
    }
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let known = try registry.known(arguments).map { KnownAt.change($0.number) } ?? .latest
    let set = try bench.setting(arguments.localValueFile(), stored: registry.localValues(known))
    return try PartyDeterminer(Rulebook(set.plans), registry.snapshot(known)).nextSteps(
      of: arguments.required(.party), on: arguments.date(.on) ?? DateTime.now.date)
  }
}
