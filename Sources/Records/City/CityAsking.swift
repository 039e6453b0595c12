import Core
import Determination
import Determinations
import Explain
import Foundation
import PolicyPlan
import Registry
import Synchronization

/// Asks the explain engine about some parties, each under some parts of the rules, from a state of the
/// registry.
struct CityAsking: Sendable {
  let rules: Rulebook
  let parts: [CityPart]
  let state: Snapshot
  /// The day of the determinations.
  let on: CivilDate
  /// Told how many of how many parties were asked about.
  let progress: @Sendable (_ done: Int, _ total: Int) throws -> Void

  /// By id of the benefit, its part and its place in it.
  private let places: [String: (part: Int, place: Int)]

  init(
    rules: Rulebook, parts: [CityPart], state: Snapshot, on: CivilDate,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void
  ) {
    self.rules = rules
    self.parts = parts
    self.state = state
    self.on = on
    self.progress = progress
    let plans = rules.plans
    var places: [String: (part: Int, place: Int)] = [:]
    for (index, part) in parts.enumerated() {
      for (place, benefit) in part.benefits.enumerated() {
        places[plans[part.plan].benefits[benefit].id] = (index, place)
      }
    }
    self.places = places
  }

  /// By part, then the place of the benefit in it.
  typealias Sums = [[CitySum]]

  /// Parties of a batch.
  private static let size = 500

  var none: Sums { parts.map { Array(repeating: CitySum(), count: $0.benefits.count) } }

  /// What they come to.
  ///
  /// - Parameters:
  ///   - asked: by key of a party, positions of the parts.
  ///   - competing: positions of the parts that everybody who competes is determined in, together.
  /// - Returns: the sums.
  /// - Throws: `StoreError`, `RegistryProblem`, `CityProblem`, and what `progress` throws.
  func sums(_ asked: [Int64: Set<Int>], competing: Set<Int>) throws -> Sums {
    var sums = none
    let quotas = try quotas(competing)
    for quota in quotas.values {
      for finding in quota.findings.values.joined() {
        try add(finding, to: &sums) { part, _ in competing.contains(part) }
      }
    }
    let members = quotas.mapValues(\.members)
    let keys = asked.keys.sorted()
    let batches = stride(from: 0, to: keys.count, by: Self.size).map {
      Array(keys[$0..<min(keys.count, $0 + Self.size)])
    }
    let found = Mutex((sums: sums, done: 0))
    let work = OrderedWork(batches.count) { number in
      try self.sums(batches[number], asked, members)
    } finish: { [progress] number, batch in
      let done = try found.withLock { found in
        for (part, sums) in batch.enumerated() {
          for (place, sum) in sums.enumerated() {
            found.sums[part][place] = try found.sums[part][place].adding(sum)
          }
        }
        found.done += batches[number].count
        return found.done
      }
      try progress(done, keys.count)
    }
    try work.run(threads: ProcessInfo.processInfo.activeProcessorCount)
    return found.withLock { $0.sums }
  }

  private func quotas(_ competing: Set<Int>) throws -> [Int: QuotaResults] {
    var quotas: [Int: QuotaResults] = [:]
    for plan in Set(competing.map { parts[$0].plan }) where !rules.competing[plan].isEmpty {
      quotas[plan] = try QuotaResults(plan, rules, state, on: on)
    }
    return quotas
  }

  private func sums(
    _ keys: [Int64], _ asked: [Int64: Set<Int>], _ members: [Int: Set<String>]
  ) throws -> Sums {
    var selection = rules.selection
    // Memory follows the size of a batch.
    selection.keepsCache = false
    let world = try state.world(of: Snapshot.ranges(keys), on: on, selection)
    var sums = none
    var wanted: [String: Set<Int>] = [:]
    for (key, id) in world.parties { wanted[id] = asked[key] ?? [] }
    for plan in rules.plans.indices {
      var owners: Set<String> = []
      var benefits: Set<Int> = []
      for (id, parts) in wanted {
        for part in parts where self.parts[part].plan == plan {
          owners.insert(id)
          benefits.formUnion(self.parts[part].benefits)
        }
      }
      if owners.isEmpty { continue }
      let scope = Scope(
        owners: owners, plans: [plan], benefits: [plan: benefits], except: members,
        isExplaining: false)
      for finding in rules.engine.assess(world.facts, scope).flatMap(\.findings) {
        try add(finding, to: &sums) { wanted[$1]?.contains($0) == true }
      }
    }
    return sums
  }

  /// Adds a finding to the sums of the part that it belongs to, where that is wanted of its owner.
  private func add(
    _ finding: Finding, to sums: inout Sums,
    where isWanted: (_ part: Int, _ owner: String) -> Bool
  ) throws(CityProblem) {
    guard let found = places[finding.determination.benefit] else { return }
    if isWanted(found.part, finding.owner) {
      try sums[found.part][found.place].add(finding.determination)
    }
  }
}
