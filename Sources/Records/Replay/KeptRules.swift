import Core
import Determinations
import Registry
import Synchronization
import Workbench

/// The rules of an earlier run, compiled again, and the registry as their vocabulary reads it.
struct KeptRules: Sendable {
  let rules: Rulebook
  let registry: Registry
}

/// Compiled sets of rules and past states of the registry, by their numbers: neither ever becomes
/// another.
final class KeptRulesCache: Sendable {
  private struct State {
    var sets: [Int64: KeptRules] = [:]
    var snapshots: [SnapshotKey: Snapshot] = [:]
  }

  private struct SnapshotKey: Hashable {
    /// `nil` for the rules of today.
    let set: Int64?
    let change: Int64
  }

  private let state = Mutex(State())
  /// So many sets, and so many states; with more, all are forgotten.
  private static let most = 16

  /// - Parameters:
  ///   - set: number of a set of rules.
  ///   - compile: called where it is not known yet.
  /// - Returns: the rules.
  /// - Throws: what `compile` throws.
  func rules(of set: Int64, _ compile: () throws -> KeptRules) rethrows -> KeptRules {
    if let known = state.withLock({ $0.sets[set] }) { return known }
    // Two threads may compile the same set at once; both come to the same.
    let rules = try compile()
    state.withLock { state in
      if state.sets.count >= Self.most { state.sets = [:] }
      state.sets[set] = rules
    }
    return rules
  }

  /// A past state of the registry, as the vocabulary of a set reads it.
  ///
  /// - Parameters:
  ///   - change: the last change that is seen.
  ///   - registry: as that vocabulary reads it.
  ///   - set: number of the set; `nil` for the rules of today.
  /// - Returns: the state.
  /// - Throws: `StoreError`, `RegistryProblem`.
  func snapshot(_ change: Int64, of registry: Registry, set: Int64?) throws -> Snapshot {
    let key = SnapshotKey(set: set, change: change)
    if let known = state.withLock({ $0.snapshots[key] }) { return known }
    let snapshot = try registry.snapshot(.change(change))
    state.withLock { state in
      if state.snapshots.count >= Self.most { state.snapshots = [:] }
      state.snapshots[key] = snapshot
    }
    return snapshot
  }
}
