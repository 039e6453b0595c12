import Foundation

/// How long one run took, in milliseconds: on the clock, and of the processors, which other programs on
/// the machine disturb less.
struct Lap {
  var clock: Double
  var processors: Double

  static func time<Result>(_ work: () -> Result) -> (lap: Lap, result: Result) {
    let used = processorTime()
    let began = ContinuousClock.now
    let result = work()
    let clock = ContinuousClock.now - began
    return (
      Lap(
        clock: clock / .milliseconds(1), processors: (processorTime() - used) / .milliseconds(1)),
      result
    )
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

/// Medians of what was timed in turns.
struct Stopwatch {
  private var laps: [String: [Lap]] = [:]
  private var order: [String] = []

  mutating func time<Result>(_ name: String, _ work: () -> Result) -> Result {
    if laps[name] == nil { order.append(name) }
    let (lap, result) = Lap.time(work)
    laps[name, default: []].append(lap)
    return result
  }

  func report() {
    for name in order {
      let lap = median(name)
      CityBenchmark.report(name, lap.clock, "ms")
      CityBenchmark.report(name + ", processors", lap.processors, "ms")
    }
  }

  /// On the clock.
  func least(_ name: String) -> Double { laps[name]?.map(\.clock).min() ?? 0 }

  func median(_ name: String) -> Lap {
    let laps = laps[name] ?? []
    func middle(_ value: (Lap) -> Double) -> Double {
      laps.isEmpty ? 0 : laps.map(value).sorted()[laps.count / 2]
    }
    return Lap(clock: middle(\.clock), processors: middle(\.processors))
  }
}
