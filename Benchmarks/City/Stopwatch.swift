import Foundation

/// Medians of what was timed in turns: on the clock, and of the processors, which other programs on the
/// machine disturb less.
struct Stopwatch {
  private var clock: [String: [Duration]] = [:]
  private var processors: [String: [Duration]] = [:]
  private var order: [String] = []

  mutating func time<Result>(_ name: String, _ work: () -> Result) -> Result {
    if clock[name] == nil { order.append(name) }
    let used = Stopwatch.processorTime()
    let began = ContinuousClock.now
    let result = work()
    clock[name, default: []].append(ContinuousClock.now - began)
    processors[name, default: []].append(Stopwatch.processorTime() - used)
    return result
  }

  func report() {
    for name in order {
      CityBenchmark.report(name, median(clock[name] ?? []), "ms")
      CityBenchmark.report(name + ", processors", median(processors[name] ?? []), "ms")
    }
  }

  private func median(_ times: [Duration]) -> Double {
    times.isEmpty ? 0 : times.sorted()[times.count / 2] / .milliseconds(1)
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
