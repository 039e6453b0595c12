package import Core
import Explain
import Foundation
import Registry
import Synchronization

/// Determines the parties of a registry and stores what they come to.
///
/// Batches of parties are read, determined on all cores, and written in the order of the parties'
/// keys; memory follows the size of a batch. Each batch is written in one transaction together with
/// how far the run has come, so that a run which was broken off goes on where it stopped.
package struct DeterminationRunner: Sendable {
  package let store: DeterminationStore
  package let rules: Rulebook
  /// The day of the determinations.
  package let on: CivilDate
  /// How many parties a batch has.
  package var batchSize = 500
  /// How many threads determine.
  package var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Told how many of how many parties are done; from any thread, one at a time. What it throws
  /// breaks the run off, and the next one goes on from there.
  package var progress: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }

  package init(_ store: DeterminationStore, _ rules: Rulebook, on: CivilDate) {
    self.store = store
    self.rules = rules
    self.on = on
  }

  /// What a run, or the runs that one call took, did.
  package struct Summary: Sendable {
    /// The last of them.
    package let run: DeterminationRun
    /// How many parties were determined.
    package let parties: Int
    /// How many stored determinations came, ended and stayed.
    package let added: Int
    package let ended: Int
    package let unchanged: Int
    /// Whether a run that had been broken off was finished first.
    package let wasResumed: Bool
    /// Whether all parties were determined.
    package let wasFull: Bool
  }

  /// Determines all parties, or finishes the run over all that was broken off.
  ///
  /// - Returns: what was done.
  /// - Throws: `StoreError`, `RegistryProblem`, `CryptographyFailure`, and
  ///   `DeterminationProblem.overtaken` when another process determines too; what was written
  ///   stays, and the next call goes on from there.
  package func all() throws -> Summary {
    if let open = try store.brokenOff(rules), open.base == nil, open.on == on {
      let finished = try perform(open, wasResumed: true)
      let latest = try store.registry.snapshot()
      if latest.change == open.facts { return finished }
      return try perform(
        store.begin(rules, on: on, facts: latest.change, base: finished.run), latest,
        after: finished)
    }
    let snapshot = try store.registry.snapshot()
    return try perform(store.begin(rules, on: on, facts: snapshot.change, base: nil), snapshot)
  }

  /// Determines those for whom something may have changed since the last run: facts, rules, the
  /// calendar, or others they compete with. The result is that of determining all.
  ///
  /// - Returns: what was done.
  /// - Throws: as `all`.
  package func changed() throws -> Summary {
    var before: Summary?
    if let open = try store.brokenOff(rules), open.on <= on {
      before = try perform(open, wasResumed: true)
    }
    let snapshot = try store.registry.snapshot()
    // What is known of the calendar is known forwards only, and a run that cannot be finished
    // leaves some parties behind.
    let runs = try store.runs(limit: 1)
    guard let last = runs.first, last.finished != nil, last.on <= on else {
      return try perform(
        store.begin(rules, on: on, facts: snapshot.change, base: nil), snapshot, after: before)
    }
    return try perform(
      store.begin(rules, on: on, facts: snapshot.change, base: last), snapshot, after: before)
  }

  private func perform(
    _ run: OpenRun, _ state: Snapshot? = nil, wasResumed: Bool = false, after: Summary? = nil
  ) throws -> Summary {
    let snapshot = try state ?? store.registry.snapshot(.change(run.facts))
    let list = try workList(of: run, snapshot)
    let quotas = try quotas(list, run, snapshot)
    let writer = try BatchWriter(store, run, list)
    let work = BatchWork(
      rules: rules, snapshot: snapshot, run: run, list: list, quotas: quotas)
    let batches = list.batches(of: batchSize, after: run.reached, through: snapshot.lastKey)
    // The key that the run has come to before a batch, or in the end.
    let reached = [run.reached] + batches.map { $0.last?.upperBound ?? run.reached }
    let total = batches.joined().reduce(0) { $0 + $1.count }
    let sum = Mutex((parties: 0, tally: BatchWriter.Tally()))
    let ordered = OrderedWork(batches.count) { [work] in
      try work.result(batches[$0])
    } finish: { [progress] number, batch in
      let tally = try writer.write(batch, after: reached[number])
      let done = sum.withLock { sum in
        sum.parties += batch.partyCount
        sum.tally.added += tally.added
        sum.tally.ended += tally.ended
        sum.tally.unchanged += tally.unchanged
        return sum.parties
      }
      try progress(done, total)
    }
    // One thread more than there are cores: while one writes, or waits to, the others determine.
    try ordered.run(threads: max(1, threads) + 1)
    let (parties, tally) = sum.withLock { $0 }
    return Summary(
      run: try store.finish(run, reached: reached[batches.count]),
      parties: parties + (after?.parties ?? 0),
      added: tally.added + (after?.added ?? 0), ended: tally.ended + (after?.ended ?? 0),
      unchanged: tally.unchanged + (after?.unchanged ?? 0),
      wasResumed: wasResumed || after?.wasResumed == true,
      wasFull: list.parties == nil || after?.wasFull == true)
  }

  /// The worlds of the quotas that anybody in the list competes for.
  private func quotas(
    _ list: WorkList, _ run: OpenRun, _ snapshot: Snapshot
  ) throws -> [Int: QuotaResults] {
    var quotas: [Int: QuotaResults] = [:]
    for plan in rules.plans.indices where !rules.competing[plan].isEmpty {
      if let parties = list.parties, !list.changedPlans.contains(plan),
        try parties.isDisjoint(with: snapshot.holders(of: rules.competing[plan]))
      {
        continue
      }
      quotas[plan] = try QuotaResults(plan, rules, snapshot, on: run.on)
    }
    return quotas
  }
}
