import Core
import Cryptography
import Determinations
import Explain
import Foundation
import PolicyPlan
import Registry
import Replay
import Store
import Synthesis
import Workbench

/// Working out stored determinations again, in process, as the site does: a synthetic town is
/// determined twice, then some of what is stored is replayed in random order. Prints one line a figure,
/// `name<tab>value<tab>unit<tab>goal`.
///
///     benchmark-replay HOME WORKERS
@main struct ReplayBenchmark {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let workers = Int(words[2]) else { throw Wrong(words: words) }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "gongjiang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bench = try Workbench(Home(at: words[1], namedBy: "HOME")).sound()
    let registry = try Registry.open(
      at: folder.appending(path: "town.db").path,
      keyFile: KeyFile(path: folder.appending(path: "town.key").path),
      vocabulary: bench.vocabulary)
    let town = try Town(workers: workers, seed: 3, vocabulary: bench.vocabulary)
    _ = try RegistrySynthesis(of: town, into: registry).run()
    let store = try DeterminationStore(registry)
    let rules = try Rulebook(bench.plans)
    for day in ["2024-06-30", "2024-07-31"].compactMap({ CivilDate($0) }) {
      _ = try DeterminationRunner(store, rules, on: day).changed()
    }
    try measure(store, rules, workers)
    try NoticeBenchmark(store, rules).run { report($0, $1, $2) }
  }

  struct Wrong: Error {
    let words: [String]
  }

  private static func measure(
    _ store: DeterminationStore, _ rules: Rulebook, _ workers: Int
  ) throws {
    let replayer = Replayer(store, rules)
    let contested = Set(
      rules.plans.flatMap { plan in plan.contestedBenefits.map { plan.benefits[$0].id } })
    var (alone, ranked): ([Int64], [Int64]) = ([], [])
    for one in try numbers(store) {
      if contested.contains(one.benefit) {
        ranked.append(one.number)
      } else {
        alone.append(one.number)
      }
    }
    alone.shuffle()
    ranked.shuffle()
    guard let first = alone.first else { return }
    let compiling = try milliseconds { _ = try replayer.replay(first) }
    print("replay, the first under a set of texts: compiles it\t\(compiling)\tms\t")
    var times = try alone.prefix(2000).map { number in
      try milliseconds { try expect(replayer.replay(number)) }
    }.sorted()
    report("replay of one determination, \(workers) workers, median", times, 0.5, goal: 5)
    report("replay of one determination, \(workers) workers, p99", times, 0.99, goal: 5)
    times = try alone.prefix(500).map { number in
      let replay = try replayer.replay(number)
      return try milliseconds { _ = try replayer.today(replay) }
    }.sorted()
    report("what differs today: three more determinations, p99", times, 0.99)
    times = try ranked.prefix(20).map { number in
      try milliseconds { try expect(replayer.replay(number)) }
    }.sorted()
    if !times.isEmpty {
      report("replay where everybody competes for a quota, median", times, 0.5)
    }
  }

  private static func numbers(
    _ store: DeterminationStore
  ) throws -> [(number: Int64, benefit: String)] {
    var all: [(number: Int64, benefit: String)] = []
    _ = try store.each { all.append(($0.number, $0.benefit)) }
    return all
  }

  /// What is not the same is no measurement.
  private static func expect(_ replay: Replay) throws {
    guard replay.isIdentical else { throw Wrong(words: [replay.keptJSON, replay.json ?? "-"]) }
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let began = ContinuousClock.now
    try work()
    return (ContinuousClock.now - began) / .milliseconds(1)
  }

  private static func report(
    _ name: String, _ sorted: [Double], _ share: Double, goal: Double? = nil
  ) {
    guard !sorted.isEmpty else { return }
    let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    print("\(name)\t\(value)\tms\t\(goal.map { "\($0)" } ?? "")")
  }
}
