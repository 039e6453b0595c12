import Core
import Registry
import Store

/// Whom a run has to determine.
extension DeterminationRunner {
  /// Everybody, or those for whom something may have changed since the run it starts from.
  func workList(of run: OpenRun, _ snapshot: Snapshot) throws -> WorkList {
    guard let base = run.base else { return .everybody }
    let touched = try snapshot.touched(after: base.facts)
    var list = WorkList(parties: touched.parties)
    let before = try store.plans(of: base.number)
    for (plan, document) in rules.documents.enumerated()
    where before[document] != rules.hashes[plan]
      || !rules.catalogues[plan].isDisjoint(with: touched.catalogues)
    {
      list.changedPlans.append(plan)
    }
    list.goneDocuments = Set(before.keys).subtracting(rules.documents)
    var parties = touched.parties
    parties.formUnion(
      try snapshot.referrers(
        to: touched.parties, changedAfter: base.facts, rules.selection))
    parties.formUnion(try store.due(on: run.on))
    // Whoever competes with one of them is determined with it.
    for plan in rules.plans.indices where !rules.competing[plan].isEmpty {
      let holders = try snapshot.holders(of: rules.competing[plan])
      if !parties.isDisjoint(with: holders) { parties.formUnion(holders) }
    }
    list.parties = parties
    return list
  }
}

extension DeterminationStore {
  /// The keys of the parties whose results may have changed by themselves by a day.
  ///
  /// - Parameter day: the day of the determination.
  /// - Returns: the keys.
  /// - Throws: `StoreError`.
  func due(on day: CivilDate) throws -> Set<Int64> {
    try registry.database.read { connection in
      var keys: Set<Int64> = []
      try connection.forEach(
        "SELECT \"party\" FROM \"_due\" WHERE \"until\" <= \(Int64(day.dayNumber))"
      ) { keys.insert($0.integer(0)) }
      return keys
    }
  }
}
