import City
import Columns
import Core
import Determinations
import Registry
import Workbench

extension Command {
  static let snapshot = Command(
    "snapshot",
    Bilingual(
      zh: "把登记库的各列存成快照，使全市合计在一秒内算完",
      en: "keep the columns of the registry in a file, from which a city is totalled in a second"),
    options: [.quiet] + Option.registryOptions,
    refuses: [
      Option.known.spelling: Bilingual(
        zh: "快照只存登记库现在的状态；要过去的合计请用 gongjiang total --known，它不用快照",
        en: "the snapshot holds the registry as it is now; for totals as of a past state use "
          + "gongjiang total --known, which does without it")
    ],
    examples: [
      Example(
        "snapshot",
        Bilingual(
          zh: "生成快照，或按登记库的变更更新它；已有的会全部核对",
          en: "makes it, or brings it up to date from the registry's changes; all of it is checked")
      )
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home).sound()
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let rules = try Rulebook(bench.plans)
    let bar = Progress(.reading, unit: .parties, session, isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    var keeper = SnapshotKeeper(
      registry, ColumnFields(bench.plans, bench.vocabulary), rules.selection)
    keeper.progress = { bar.update($0, of: $1) }
    let (snapshot, work) = try keeper.current(isExact: true, isVerified: true)
    bar.finish()
    if case .made(because: let problem?) = work { session.tell(problem) }
    session.print(work.summary(keeper.path, snapshot))
    return .success
  }
}

extension Bilingual {
  /// What progress says.
  static let reading = Bilingual(zh: "读入快照", en: "reading")
  static let asking = Bilingual(zh: "逐人核定", en: "determining")
  static let parties = Bilingual(zh: "个当事人", en: "parties")
}

extension SnapshotKeeper.Work {
  /// What was done, in a line.
  func summary(_ path: String, _ snapshot: CitySnapshot) -> Bilingual {
    let change = snapshot.state.change
    let all = snapshot.facts.partyCount.grouped
    switch self {
    case .kept:
      return Bilingual(
        zh: "快照 \(path) 已是最新：\(all) 个当事人，到第 \(change) 次变更，完好",
        en: "the snapshot \(path) is up to date: \(all) parties, through change \(change), sound")
    case .updated(let parties):
      return Bilingual(
        zh: "快照 \(path) 更新到第 \(change) 次变更：重读 \(parties.grouped) 个当事人，共 \(all) 个",
        en:
          "the snapshot \(path) was brought up to change \(change): \(parties.grouped) of \(all) parties read anew"
      )
    case .made:
      return Bilingual(
        zh: "快照 \(path) 已生成：\(all) 个当事人，到第 \(change) 次变更",
        en: "the snapshot \(path) was made: \(all) parties, through change \(change)")
    }
  }
}
