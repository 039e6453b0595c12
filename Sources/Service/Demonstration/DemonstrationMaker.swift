package import Bureau
import Casework
import Core
import Office
package import Registry
import Synthesis

/// Makes a demonstration: a month of an office over a synthetic town, day by day, by the hands of
/// its players and through its rooms alone. The same seed and town give the same month; only
/// passwords, secrets and the names that go to the bank are random.
package struct DemonstrationMaker {
  private let bureau: Bureau
  private let clock: DemonstrationClock
  private let seed: String

  /// - Parameters:
  ///   - bureau: over an office in which nothing was done, opened with `Demonstration.room`.
  ///   - clock: that of the office.
  ///   - seed: what is drawn from the town.
  package init(_ bureau: Bureau, clock: DemonstrationClock, seed: String) {
    self.bureau = bureau
    self.clock = clock
    self.seed = seed
  }

  /// Makes all of it.
  ///
  /// - Parameter progress: told how many days are over, of how many.
  /// - Returns: how many cases are open in the end.
  /// - Throws: `DemonstrationProblem`, `OfficeProblem.notEmpty`; what rooms throw.
  package func run(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> Int {
    guard try DemonstrationMaker.isInvented(bureau.registry) else {
      throw DemonstrationProblem.realFacts(registry: bureau.registry.name)
    }
    let choice = try Choice(bureau, seed: seed)
    clock.set(Season.first, hour: 9)
    try bureau.office.becomeDemonstration(seed: seed)
    var stage = try Stage(bureau, clock, choice)
    for day in 0...Season.last {
      progress(day, Season.last + 1)
      if Season.isWorkday(day) { try stage.play(day) }
    }
    try Demonstration.keep(stage.cast.players(), in: bureau.office)
    progress(Season.last + 1, Season.last + 1)
    return try bureau.office.read { connection in
      try bureau.casework.counts(for: .system, connection).reduce(0) { $0 + $1.count }
    }
  }

  /// Whether a registry holds a synthetic town and what its offices have told it, and nothing else.
  ///
  /// - Parameter registry: the registry.
  /// - Returns: whether it does.
  /// - Throws: `StoreError`.
  package static func isInvented(_ registry: Registry) throws -> Bool {
    try RegistrySynthesis.madeAll(of: registry) { source in
      source == Stage.source || source.hasPrefix("case ")
    }
  }
}
