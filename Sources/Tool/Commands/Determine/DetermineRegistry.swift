import Core
import Determination
import Determinations
import Registry
import Workbench

/// `determine` over a registry.
extension Command {
  /// One party, with reasons.
  static func party(
    _ bench: Workbench, _ home: Home, _ arguments: Arguments, _ session: Session
  ) throws -> Report {
    let id = try arguments.required(.party)
    let day = try arguments.date(.on) ?? DateTime.now.date
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let known = try registry.known(arguments).map { KnownAt.change($0.number) } ?? .latest
    let bench = try bench.setting(arguments.localValueFile(), stored: registry.localValues(known))
    let determiner = try PartyDeterminer(Rulebook(bench.plans), registry.snapshot(known))
    return try arguments.has(.next)
      ? determiner.reportLookingAhead(of: id, on: day) : determiner.report(of: id, on: day)
  }

  /// All parties, or those for whom something may have changed.
  static func determineRegistry(
    _ bench: Workbench, _ home: Home, _ arguments: Arguments, _ session: Session
  ) throws {
    let day = try arguments.date(.on) ?? DateTime.now.date
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let bench = try bench.setting(arguments.localValueFile(), stored: registry.localValues())
    let store = try DeterminationStore(registry)
    let bar = Progress(
      Bilingual(zh: "核定", en: "determining"), unit: Bilingual(zh: "个当事人", en: "parties"), session,
      isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    var runner = try DeterminationRunner(store, Rulebook(bench.plans), on: day)
    runner.progress = { bar.update($0, of: $1) }
    let summary = try arguments.has(.all) ? runner.all() : runner.changed()
    bar.finish()
    let shown = RunSummary(summary, totals: try store.totals(), bench.plans)
    if arguments.has(.json) {
      session.output.line(shown.json)
    } else {
      shown.print(session)
    }
  }

  /// Everybody as of a past state of the facts; stores nothing.
  static func determinePast(
    _ bench: Workbench, _ home: Home, _ arguments: Arguments, _ session: Session
  ) throws {
    let day = try arguments.date(.on) ?? DateTime.now.date
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    guard let change = try registry.known(arguments) else { return }
    let known = KnownAt.change(change.number)
    let bench = try bench.setting(arguments.localValueFile(), stored: registry.localValues(known))
    let bar = Progress(
      Bilingual(zh: "核定", en: "determining"), unit: .parties, session,
      isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    var past = PastTotals(try Rulebook(bench.plans), try registry.snapshot(known), on: day)
    past.progress = { bar.update($0, of: $1) }
    let report = try past.report()
    bar.finish()
    let shown = PastSummary(report, on: day, known: change, bench.plans)
    if arguments.has(.json) {
      session.output.line(shown.json)
    } else {
      shown.print(session)
    }
  }
}
