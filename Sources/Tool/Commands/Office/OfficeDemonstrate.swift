import Bureau
import Core
import Demonstration
import Determinations
import Office
import Passwords
import People
import PolicyPlan
import Registry
import Workbench

extension Command {
  /// Makes a demonstration beside a synthetic town, unless there is one.
  static func demonstrate(_ arguments: Arguments, _ session: Session) throws -> ExitStatus {
    let home = try Home.find(arguments, session.environment)
    let seed = arguments[.seed] ?? "1"
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let clock = DemonstrationClock(at: Moment(startOf: CivilDate(dayNumber: 0)))
    guard let office = try OfficePlace(arguments, home, session).openNew(clock) else {
      session.print(
        Bilingual(zh: "演示已经有了，没有改动。", en: "The demonstration is there; nothing was changed."))
      return .success
    }
    let rules = try bench.setting(arguments.localValueFile(), stored: registry.localValues())
    // What everybody may know is not worth a second of work each; it is hashed anew at the first
    // sign-in.
    let people = try People(office, hasher: PasswordHasher(cost: .least))
    let bureau = try Bureau(
      office, people: people, setup: home.setup(), registry: registry,
      determinations: DeterminationStore(registry), rules: Rulebook(rules.plans))
    let bar = Progress(
      Bilingual(zh: "演示一个月的办理", en: "a month of an office"),
      unit: Bilingual(zh: "天", en: "days"), session, isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    let count = try DemonstrationMaker(bureau, clock: clock, seed: seed)
      .run { bar.update($0, of: $1) }
    bar.finish()
    session.print(
      Bilingual(
        zh: "演示做好了：\(count.grouped) 件正在办理。用 gongjiang serve 打开，从“演示导览”开始。",
        en: "The demonstration is made, with \(count.grouped) open cases. Open it with "
          + "`gongjiang serve` and begin with the tour."))
    return .success
  }
}
