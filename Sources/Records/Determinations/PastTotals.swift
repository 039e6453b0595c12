package import Core
import Determination
import Explain
import Foundation
import PolicyPlan
package import Registry
import Synchronization

/// What everybody in a registry comes to as of a past state of its facts. Nothing is stored: what is
/// stored are determinations of what holds now, and a past state is none of these.
package struct PastTotals: Sendable {
  package let snapshot: Snapshot
  package let rules: Rulebook
  /// The day of the determinations.
  package let on: CivilDate
  /// How many parties a batch has.
  package var batchSize = 500
  /// How many threads determine.
  package var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Told how many of how many parties are done; from any thread, one at a time. What it throws ends
  /// the work.
  package var progress: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }

  package init(_ rules: Rulebook, _ snapshot: Snapshot, on: CivilDate) {
    self.rules = rules
    self.snapshot = snapshot
    self.on = on
  }

  /// How many parties there were, and what each benefit comes to.
  package struct Report: Sendable {
    package let parties: Int
    /// By id of the benefit; those of which anything was determined.
    package let totals: [BenefitTotal]
  }

  /// Determines everybody.
  ///
  /// - Returns: the figures that a run over all parties would have stored then.
  /// - Throws: `StoreError`, also when a sum exceeds 64 bits of 分; `RegistryProblem`, and what the
  ///   progress throws.
  package func report() throws -> Report {
    let ids = rules.plans.flatMap { $0.benefits.map(\.id) }
    let run = OpenRun(
      number: 0, on: on, facts: snapshot.change, base: nil, reached: 0,
      plans: rules.plans.indices.map(Int64.init),
      benefits: Dictionary(
        ids.enumerated().map { ($0.element, Int64($0.offset)) }, uniquingKeysWith: min))
    var quotas: [Int: QuotaResults] = [:]
    for plan in rules.plans.indices where !rules.competing[plan].isEmpty {
      quotas[plan] = try QuotaResults(plan, rules, snapshot, on: on)
    }
    let work = BatchWork(
      rules: rules, snapshot: snapshot, run: run, list: .everybody, quotas: quotas)
    let batches = WorkList.everybody.batches(
      of: batchSize, after: 0, through: snapshot.lastKey)
    let total = batches.joined().reduce(0) { $0 + $1.count }
    let sum = Mutex(Sum())
    let ordered = OrderedWork(batches.count) { [work] in
      try work.result(batches[$0])
    } finish: { [progress] number, batch in
      let done = try sum.withLock { sum in
        try sum.add(batch)
        sum.keys += batches[number].reduce(0) { $0 + $1.count }
        return sum.keys
      }
      try progress(done, total)
    }
    try ordered.run(threads: max(1, threads))
    let found = sum.withLock { $0 }
    let totals = try found.sums.sorted { $0.key < $1.key }.map { benefit, sum in
      var one = sum.total(ids[Int(benefit)])
      one.receivers = try receivers(sum, found.owners[benefit] ?? [])
      return one
    }
    return Report(parties: found.parties, totals: totals.sorted { $0.benefit < $1.benefit })
  }

  /// What batches come to so far.
  private struct Sum {
    var keys = 0
    var parties = 0
    var sums: [Int64: RunningTotal] = [:]
    /// Keys of the owners that receive for themselves, by benefit.
    var owners: [Int64: Set<Int64>] = [:]

    mutating func add(_ batch: BatchResult) throws {
      parties += batch.partyCount
      for row in batch.rows {
        let outcome = Outcome(stored: row.outcome)
        try sums[row.benefit, default: RunningTotal()].add(
          outcome, owner: row.owner, receiver: row.receiver, amount: row.amount,
          granted: row.granted)
        if outcome == .entitled, row.receiver == nil {
          owners[row.benefit, default: []].insert(row.owner)
        }
      }
    }
  }

  /// How many different parties receive: owners and others, each once.
  private func receivers(_ sum: RunningTotal, _ owners: Set<Int64>) throws -> Int {
    let asOwner = try sum.others.filter { id in
      try snapshot.key(of: id).map(owners.contains) ?? false
    }
    return owners.count + sum.others.count - asOwner.count
  }
}
