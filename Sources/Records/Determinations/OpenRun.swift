import Core
import Glibc
import PolicyPlan
import Registry
import Store

/// A run that is going on: what it was begun with, and how far it has come.
struct OpenRun: Sendable {
  let number: Int64
  let on: CivilDate
  /// The last change of the registry that it sees.
  let facts: Int64
  /// The finished run whose results it brings up to date.
  let base: DeterminationRun?
  /// The key of the last party that was done.
  let reached: Int64
  /// Numbers of the plans, by their position in the rulebook.
  let plans: [Int64]
  /// Numbers of the benefits by id.
  let benefits: [String: Int64]
}

extension DeterminationStore {
  /// The run that was broken off, when it was of these plans: it can go on where it stopped.
  ///
  /// - Parameter rules: the plans of now.
  /// - Returns: `nil` when the last run was finished, or went by other plans.
  /// - Throws: `StoreError`.
  func brokenOff(_ rules: Rulebook) throws -> OpenRun? {
    let found = try registry.database.read { connection in
      let last = try connection.first(
        "\(Self.selection) ORDER BY \"number\" DESC LIMIT 1", Self.run)
      guard let last, last.finished == nil,
        try plans(of: last.number, connection) == rules.byDocument
      else { return nil as (DeterminationRun, Int64, DeterminationRun?)? }
      let reached = try connection.first(
        "SELECT \"reached\" FROM \"_run\" WHERE \"number\" = \(last.number)"
      ) { $0.integer(0) }
      var base: DeterminationRun?
      if let number = last.base {
        base = try connection.first("\(Self.selection) WHERE \"number\" = \(number)", Self.run)
      }
      return (last, reached ?? 0, base)
    }
    guard let (run, reached, base) = found else { return nil }
    return try registry.database.write { connection in
      try connection.transaction { connection in
        OpenRun(
          number: run.number, on: run.on, facts: run.facts, base: base, reached: reached,
          plans: try numbers(of: rules, connection), benefits: try benefits(of: rules, connection))
      }
    }
  }

  /// Begins a run.
  ///
  /// - Parameters:
  ///   - rules: its plans.
  ///   - on: the day of the determinations.
  ///   - facts: the last change of the registry that it sees.
  ///   - base: the run it starts from; `nil` to go over all parties.
  /// - Returns: the run.
  /// - Throws: `StoreError`.
  func begin(
    _ rules: Rulebook, on: CivilDate, facts: Int64, base: DeterminationRun?
  ) throws -> OpenRun {
    try registry.database.write { connection in
      try connection.transaction { connection in
        let plans = try numbers(of: rules, connection)
        let set = try keep(rules, plans, connection)
        let number = try connection.first(
          """
          INSERT INTO "_run" ("moment", "on", "facts", "base", "reached", "rules", "engine",
            "version")
          VALUES (\(Self.now()), \(Int64(on.dayNumber)), \(facts), \(base?.number), \(0 as Int64),
            \(set), \(Int64(PlanHash.engine)), \(Program.version))
          RETURNING "number"
          """
        ) { $0.integer(0) }
        guard let number else { throw StoreError.defect("no number for a new run") }
        for plan in plans {
          try connection.run(
            "INSERT INTO \"_run_plan\" (\"run\", \"plan\") VALUES (\(number), \(plan))")
        }
        return OpenRun(
          number: number, on: on, facts: facts, base: base, reached: 0, plans: plans,
          benefits: try benefits(of: rules, connection))
      }
    }
  }

  /// Checks that a run is the last one and has come just so far: two processes that determine at the
  /// same time would undo each other's work.
  ///
  /// - Parameters:
  ///   - run: the run of this process.
  ///   - reached: the key it has come to.
  ///   - connection: in the transaction that is to write more.
  /// - Throws: `DeterminationProblem.overtaken`, `StoreError`.
  func check(_ run: OpenRun, reached: Int64, _ connection: borrowing Connection) throws {
    let isOurs = try connection.first(
      """
      SELECT "number", "reached", "finished" FROM "_run" ORDER BY "number" DESC LIMIT 1
      """
    ) { $0.integer(0) == run.number && $0.integer(1) == reached && $0.isNull(2) }
    guard isOurs == true else { throw DeterminationProblem.overtaken(registry: registry.name) }
  }

  /// Says that a run is done: from now on its results are the ones that are seen.
  ///
  /// - Parameters:
  ///   - run: of which all parties are done.
  ///   - reached: the key it has come to.
  /// - Returns: the run as it is kept.
  /// - Throws: `StoreError`, `DeterminationProblem.overtaken`.
  func finish(_ run: OpenRun, reached: Int64) throws -> DeterminationRun {
    try registry.database.write { connection in
      try connection.transaction { connection in
        try check(run, reached: reached, connection)
        try connection.run(
          "UPDATE \"_run\" SET \"finished\" = \(Self.now()) WHERE \"number\" = \(run.number)")
        let kept = try connection.first(
          "\(Self.selection) WHERE \"number\" = \(run.number)", Self.run)
        guard let kept else { throw StoreError.defect("a run that is gone") }
        return kept
      }
    }
  }

  /// The hashes of a run's plans by document.
  func plans(of run: Int64) throws -> [String: String] {
    try registry.database.read { try plans(of: run, $0) }
  }

  private func plans(
    of run: Int64, _ connection: borrowing Connection
  ) throws -> [String: String] {
    var plans: [String: String] = [:]
    try connection.forEach(
      """
      SELECT p."document", p."hash" FROM "_run_plan" AS r JOIN "_plan" AS p
      ON p."number" = r."plan" WHERE r."run" = \(run)
      """
    ) { plans[$0.text(0)] = $0.text(1) }
    return plans
  }

  func numbers(
    of rules: Rulebook, _ connection: borrowing Connection
  ) throws -> [Int64] {
    try zip(rules.documents, rules.hashes).map { document, hash in
      try connection.run(
        """
        INSERT INTO "_plan" ("document", "hash") VALUES (\(document), \(hash))
        ON CONFLICT ("document", "hash") DO NOTHING
        """)
      let number = try connection.first(
        "SELECT \"number\" FROM \"_plan\" WHERE \"document\" = \(document) AND \"hash\" = \(hash)"
      ) { $0.integer(0) }
      guard let number else { throw StoreError.defect("no number for a plan") }
      return number
    }
  }

  private func benefits(
    of rules: Rulebook, _ connection: borrowing Connection
  ) throws -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for benefit in rules.plans.flatMap(\.benefits) {
      try connection.run(
        "INSERT INTO \"_benefit\" (\"id\") VALUES (\(benefit.id)) ON CONFLICT (\"id\") DO NOTHING")
    }
    try connection.forEach("SELECT \"id\", \"number\" FROM \"_benefit\"") {
      numbers[$0.text(0)] = $0.integer(1)
    }
    return numbers
  }

  /// Microseconds since 1970-01-01T00:00:00Z by the system's clock.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}

extension Rulebook {
  /// Hashes by document.
  var byDocument: [String: String] {
    Dictionary(zip(documents, hashes)) { first, _ in first }
  }
}
