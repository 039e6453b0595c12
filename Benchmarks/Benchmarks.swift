import Core
import DMN
import Determination
import Explain
import Facts
import Workbench

/// What runs in process: prints one line a figure, `name<tab>value<tab>unit<tab>goal`, for
/// `scripts/bench` to make its table of.
///
///     benchmarks HOME FACTS
@main struct Benchmarks {
  static func main() throws {
    let words = CommandLine.arguments
    let home = try Home(at: words.dropFirst().first ?? ".", namedBy: "HOME")
    let facts = words.dropFirst(2).first ?? home.path + "/Samples/senior-worker.json"

    report(
      "load and check all documents", milliseconds: try median(of: 15) { _ = try Workbench(home) },
      goal: 100)

    report(
      "load, check and lint all documents",
      milliseconds: try median(of: 7) { _ = try Workbench(home).checkedAndLinted() }, goal: 1000)
    try reportLargeTable()
    try reportDecisions()

    let bench = try Workbench(home)
    let source = try SourceText.read(facts)
    let base = try bench.facts(source)
    let engine = ExplainEngine(plans: bench.plans)
    report(
      "one determination with full explanation",
      milliseconds: median(of: 2_000) { _ = engine.determine(base) }, goal: 0.25)
    report(
      "the same, from JSON text to JSON text",
      milliseconds: try median(of: 500) {
        _ = engine.determine(try bench.facts(source)).json(indented: false)
      }, goal: nil)
  }

  /// Median time of so many runs, in milliseconds.
  static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()  // not counted: first run
    var times: [Duration] = []
    for _ in 0..<runs {
      let began = ContinuousClock.now
      try work()
      times.append(ContinuousClock.now - began)
    }
    return times.sorted()[runs / 2] / .milliseconds(1)
  }

  static func report(_ name: String, milliseconds: Double, goal: Double?) {
    print("\(name)\t\(milliseconds)\tms\t\(goal.map { "\($0)" } ?? "")")
  }
}
