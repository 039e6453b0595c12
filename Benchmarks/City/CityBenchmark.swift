import Columns
import Core
import Foundation
import PolicyPlan
import Vocabulary
import Workbench

/// How long a whole city takes on columns: prints one line a figure, `name<tab>value<tab>unit`.
///
///     city-benchmark HOME [WORKERS]
@main struct CityBenchmark {
  static func main() throws {
    let words = CommandLine.arguments
    let home = try Home(at: words.dropFirst().first ?? ".", namedBy: "HOME")
    let workers = words.dropFirst(2).first.flatMap { Int($0) } ?? 1_240_000
    let bench = try Workbench(home)
    let columns = store(bench, workers)
    report("workers", Double(workers), "")
    report("bytes of columns", Double(columns.bytes), "B")
    try measure("every benefit that runs on columns", bench.plans, columns)
    let wenzhou = bench.plans.filter { $0.id == "wenzhou-2018-242" }
    let four = Set(
      ["apprenticeship", "skill-upgrade", "post-allowance", "contest-prize"].map {
        "wenzhou-2018-242/" + $0
      })
    let city = PlainCity(columns)
    if let folder = words.dropFirst(3).first {
      try city.write(to: folder)
      try PlainCity.bytes(FusedLoop(city).run())
        .write(to: URL(fileURLWithPath: folder + "/expected"))
    }
    compare(ColumnEngine(wenzhou, columns, only: four), FusedLoop(city), columns)
  }

  /// The sum of four benefits for each worker: the engine beside a loop written by hand, turn by turn.
  private static func compare(_ engine: ColumnEngine, _ loop: FusedLoop, _ store: ColumnStore) {
    let persons = store.values(ofType: "person")?.owners ?? []
    var stopwatch = Stopwatch()
    var isSame = true
    for _ in 0..<7 {
      let wanted = stopwatch.time("four benefits, written by hand, 1 thread") { loop.run() }
      for threads in [1, 2] {
        var engine = engine
        engine.threads = threads
        let sums = stopwatch.time("four benefits, columns, \(threads) thread(s)") {
          engine.sumsByOwner()
        }
        isSame = isSame && zip(persons, wanted).allSatisfy { sums[Int($0)] == $1 }
      }
    }
    stopwatch.report()
    print("sums by worker are \(isSame ? "the same" : "NOT the same")")
  }

  private static func store(_ bench: Workbench, _ workers: Int) -> ColumnStore {
    let began = ContinuousClock.now
    var city = City(
      bench.vocabulary, workers: workers, organisations: max(1, workers / 25), seed: 7)
    var builder = ColumnBuilder(for: bench.plans, bench.vocabulary)
    builder.add(city.employers())
    var first = 0
    while first < workers {
      let end = min(first + 10_000, workers)
      builder.add(city.workers(first..<end))
      first = end
    }
    let store = builder.finish().on(City.on)
    report("columns made from facts", (ContinuousClock.now - began) / .milliseconds(1), "ms")
    return store
  }

  private static func measure(_ name: String, _ plans: [Plan], _ store: ColumnStore) throws {
    let began = ContinuousClock.now
    let engine = ColumnEngine(plans, store)
    report("\(name): compiled", (ContinuousClock.now - began) / .milliseconds(1), "ms")
    var stopwatch = Stopwatch()
    var totals = engine.totals()
    for _ in 0..<5 {
      for threads in [1, 2] {
        var engine = engine
        engine.threads = threads
        totals = stopwatch.time("\(name): \(threads) thread(s)") { engine.totals() }
      }
    }
    stopwatch.report()
    print(totals.text(engine))
  }

  static func report(_ name: String, _ value: Double, _ unit: String) {
    print("\(name)\t\(value)\t\(unit)")
  }
}

extension ColumnTotals {
  /// One line a benefit to which anybody is entitled.
  func text(_ engine: ColumnEngine) -> String {
    var lines: [String] = []
    for (plan, sums) in benefits.enumerated() {
      for (benefit, sum) in sums.enumerated() where sum.entitled + sum.notEntitled > 0 {
        let id = engine.compiled.plans[plan].benefits[benefit].id
        lines.append(
          "  \(id): \(sum.entitled) entitled, \(sum.notEntitled) not, \(Money(fen: sum.amount))")
      }
    }
    return (lines + ["  asked of the explain engine, by component: \(asked.map(\.count))"])
      .joined(separator: "\n")
  }
}
