import Columns
import Core
import Foundation
import PolicyPlan
import Vocabulary
import Workbench

/// How long a whole city takes on columns.
///
///     city-benchmark HOME [WORKERS]                figures, one a line: `name<tab>value<tab>unit`
///     city-benchmark turns HOME WORKERS [FOLDER]   makes the city, and waits to be told whose turn it is
///     city-benchmark curve HOME WORKERS…           every benefit for cities of several sizes
@main struct CityBenchmark {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    let mode = words.first.flatMap { ["turns", "curve"].contains($0) ? $0 : nil }
    if mode != nil { words.removeFirst() }
    let home = try Home(at: words.first ?? ".", namedBy: "HOME")
    let bench = try Workbench(home)
    let sizes = words.dropFirst().compactMap { Int($0) }
    let workers = sizes.first ?? 1_240_000
    switch mode {
    case "turns":
      var turns = try Turns(bench, store(bench, workers))
      if words.count > 2 { try turns.write(to: words[2]) }
      try turns.take()
    case "curve":
      for size in sizes { curve(bench, size) }
    default:
      try figures(bench, workers)
    }
  }

  static func report(_ name: String, _ value: Double, _ unit: String) {
    FileHandle.standardOutput.write(Data("\(name)\t\(value)\t\(unit)\n".utf8))
  }

  // Figures.

  private static func figures(_ bench: Workbench, _ workers: Int) throws {
    let (lap, columns) = Lap.time { store(bench, workers) }
    report("workers", Double(workers), "")
    report("columns made from facts", lap.clock, "ms")
    report("bytes of columns", Double(columns.bytes), "B")
    everything(bench, columns)
    let loop = FusedLoop(PlainCity(columns))
    for workload in Workload.allCases {
      let engine = try ColumnEngine([workload.plan(bench)], columns, only: workload.benefits)
      compare(engine, loop, workload)
    }
  }

  private static func everything(_ bench: Workbench, _ store: ColumnStore) {
    let name = "every benefit that runs on columns"
    let (lap, engine) = Lap.time { ColumnEngine(bench.plans, store) }
    report("\(name): compiled", lap.clock, "ms")
    var stopwatch = Stopwatch()
    var totals = engine.totals()
    for _ in 0..<5 {
      for threads in [1, 2] {
        totals = stopwatch.time("\(name): \(threads) thread(s)") { engine.totals(on: threads) }
      }
    }
    stopwatch.report()
    print(totals.text(engine))
  }

  /// The sums of a workload for each worker: the engine beside a loop written by hand, turn by turn.
  private static func compare(_ engine: ColumnEngine, _ loop: FusedLoop, _ workload: Workload) {
    let persons = engine.store.values(ofType: "person")?.owners ?? []
    var stopwatch = Stopwatch()
    var isSame = true
    for _ in 0..<7 {
      for threads in [1, 2] {
        let wanted = stopwatch.time("\(workload), written by hand, \(threads) thread(s)") {
          loop.run(workload, threads: threads)
        }
        let sums = stopwatch.time("\(workload), columns, \(threads) thread(s)") {
          engine.sums(on: threads)
        }
        isSame = isSame && zip(persons, wanted.joined()).allSatisfy { sums[Int($0)] == $1 }
      }
    }
    stopwatch.report()
    print("\(workload): sums by worker are \(isSame ? "the same" : "NOT the same")")
  }

  /// Every benefit for a city of a size: workers, bytes of columns, the most memory that the program
  /// has had, and milliseconds on the clock and of the processors with one thread, then with two. Of the
  /// clock it is the least of several runs, of the processors the median.
  private static func curve(_ bench: Workbench, _ workers: Int) {
    let store = store(bench, workers)
    let engine = ColumnEngine(bench.plans, store)
    var stopwatch = Stopwatch()
    for _ in 0..<max(5, min(25, 5_000_000 / workers)) {
      for threads in [1, 2] {
        _ = stopwatch.time("\(threads)") { engine.totals(on: threads) }
      }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      workers, store.bytes, usage.ru_maxrss * 1024, stopwatch.least("1"),
      stopwatch.median("1").processors, stopwatch.least("2"), stopwatch.median("2").processors,
      separator: "\t")
  }

  private static func store(_ bench: Workbench, _ workers: Int) -> ColumnStore {
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
    return builder.finish().on(City.on)
  }
}

extension ColumnEngine {
  func totals(on threads: Int) -> ColumnTotals {
    var engine = self
    engine.threads = threads
    return engine.totals()
  }

  func sums(on threads: Int) -> [Int64] {
    var engine = self
    engine.threads = threads
    return engine.sumsByOwner()
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
