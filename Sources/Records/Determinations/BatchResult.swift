import Core
import Determination
import Explain
import Registry

/// What the parties of a batch come to.
struct BatchResult: Sendable {
  let keys: [ClosedRange<Int64>]
  /// Keys of the parties that were determined under every plan.
  var listed: Set<Int64> = []
  var rows: [DeterminationRow] = []
  /// Day number on which a party's share under a plan may change, by party and number of the plan.
  var due: [DueKey: Int64] = [:]

  struct DueKey: Hashable {
    let party: Int64
    let plan: Int64
  }

  /// How many parties the batch has.
  let partyCount: Int
}

/// Makes the batches of a run; used from several threads at once.
struct BatchWork: Sendable {
  let rules: Rulebook
  let snapshot: Snapshot
  let run: OpenRun
  let list: WorkList
  /// By position of the plan, for plans with quotas.
  let quotas: [Int: QuotaResults]

  /// - Parameter keys: of the parties of the batch.
  /// - Returns: what they come to.
  /// - Throws: `StoreError`, `RegistryProblem`.
  func result(_ keys: [ClosedRange<Int64>]) throws -> BatchResult {
    // Memory follows the size of a batch, not that of the registry.
    var selection = rules.selection
    selection.keepsCache = false
    let world = try snapshot.world(of: keys, on: run.on, selection)
    var result = BatchResult(keys: keys, partyCount: world.parties.count)
    var keyOf: [String: Int64] = [:]
    for (key, id) in world.parties {
      keyOf[id] = key
      if list.isListed(key) { result.listed.insert(key) }
    }
    let listed = Set(keyOf.filter { result.listed.contains($0.value) }.keys)
    let others = Set(keyOf.keys).subtracting(listed)
    add(listed, Array(rules.plans.indices), world, keyOf, &result)
    if !others.isEmpty, !list.changedPlans.isEmpty {
      add(others, list.changedPlans, world, keyOf, &result)
    }
    return result
  }

  private func add(
    _ owners: Set<String>, _ plans: [Int], _ world: Snapshot.World, _ keyOf: [String: Int64],
    _ result: inout BatchResult
  ) {
    guard !owners.isEmpty else { return }
    let scope = Scope(
      owners: owners, plans: plans, except: quotas.mapValues(\.members), isExplaining: false)
    for found in rules.engine.assess(world.facts, scope) {
      add(found.findings, found.due, found.plan, keyOf, &result)
    }
    for plan in plans {
      guard let quota = quotas[plan] else { continue }
      for owner in quota.members.intersection(owners) {
        let due = quota.due[owner].map { [owner: $0] } ?? [:]
        add(quota.findings[owner] ?? [], due, plan, keyOf, &result)
      }
    }
  }

  private func add(
    _ findings: [Finding], _ due: [String: CivilDate], _ plan: Int, _ keyOf: [String: Int64],
    _ result: inout BatchResult
  ) {
    for finding in findings {
      guard let owner = keyOf[finding.owner],
        let benefit = run.benefits[finding.determination.benefit]
      else { continue }
      result.rows.append(
        DeterminationRow(finding, owner: owner, benefit: benefit, plan: run.plans[plan]))
    }
    for (party, day) in due {
      guard let key = keyOf[party] else { continue }
      let due = BatchResult.DueKey(party: key, plan: run.plans[plan])
      result.due[due] = min(result.due[due] ?? .max, Int64(day.dayNumber))
    }
  }
}
