import Columns
import Foundation
import Workbench

/// A city that stays in memory, and the candidates of this program, each run when it is its turn: so
/// that several programs measure in rounds, one at a time.
///
/// A line of standard input is `run` or `check`, a candidate, a workload and a number of threads. The
/// answer to `run` is `milliseconds<tab>milliseconds of the processors`; to `check` it is how many
/// workers have another sum than the hand-written loop gives them, and by how many 分 in all.
struct Turns {
  private let persons: [Int32]
  private let loop: FusedLoop
  private let reading: ReadAndSum
  private let everything: ColumnEngine
  private var engines: [Workload: ColumnEngine] = [:]
  private var wanted: [Workload: [Int64]] = [:]

  init(_ bench: Workbench, _ store: ColumnStore) throws {
    persons = store.values(ofType: "person")?.owners ?? []
    let city = PlainCity(store)
    loop = FusedLoop(city)
    reading = ReadAndSum(city: city)
    everything = ColumnEngine(bench.plans, store)
    for workload in Workload.allCases {
      engines[workload] = ColumnEngine(
        [try workload.plan(bench)], store, only: workload.benefits)
      wanted[workload] = Array(loop.run(workload, threads: 1).joined())
    }
    CityBenchmark.report("bytes of columns", Double(store.bytes), "B")
    CityBenchmark.report("bytes that the loop reads", Double(reading.bytes), "B")
    CityBenchmark.report("certificates", Double(city.levels.count), "")
    CityBenchmark.report("awards", Double(city.awards.count), "")
  }

  /// The city, and the sums of each workload, for other programs.
  func write(to folder: String) throws {
    try loop.city.write(to: folder)
    for (workload, sums) in wanted {
      try PlainCity.bytes(sums).write(to: URL(fileURLWithPath: "\(folder)/\(workload)"))
    }
  }

  mutating func take() throws {
    say("ready")
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, let workload = Workload(rawValue: words[2]),
        let threads = Int(words[3])
      else { throw BenchmarkError.unknownTurn(line) }
      switch (words[0], words[1]) {
      case ("run", let candidate):
        guard let lap = run(candidate, workload, threads) else {
          throw BenchmarkError.unknownTurn(line)
        }
        say("\(lap.clock)\t\(lap.processors)")
      case ("check", "columns"): say(check(columns(workload, threads), workload))
      case ("check", "loop"):
        say(check(Array(loop.run(workload, threads: threads).joined()), workload))
      default: throw BenchmarkError.unknownTurn(line)
      }
    }
  }

  /// By worker, in the order of the hand-written loop.
  private func columns(_ workload: Workload, _ threads: Int) -> [Int64] {
    guard let sums = engines[workload]?.sums(on: threads) else { return [] }
    return persons.map { sums[Int($0)] }
  }

  private func run(_ candidate: String, _ workload: Workload, _ threads: Int) -> Lap? {
    switch candidate {
    case "columns": engines[workload].map { engine in Lap.time { engine.sums(on: threads) }.lap }
    case "loop": Lap.time { loop.run(workload, threads: threads) }.lap
    case "read": Lap.time { reading.run(threads: threads) }.lap
    case "everything": Lap.time { everything.totals(on: threads) }.lap
    default: nil
    }
  }

  private func check(_ sums: [Int64], _ workload: Workload) -> String {
    let wanted = wanted[workload] ?? []
    if sums.count != wanted.count { return "\(wanted.count)\t0" }
    var (workers, difference): (Int, Int64) = (0, 0)
    for (sum, wanted) in zip(sums, wanted) where sum != wanted {
      workers += 1
      difference += abs(sum - wanted)
    }
    return "\(workers)\t\(difference)"
  }

  private func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
