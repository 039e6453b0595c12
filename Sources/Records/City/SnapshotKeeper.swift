package import Columns
import Foundation
package import Registry

/// Keeps the columns of a registry in a file beside it, and brings them up to date.
///
/// The file holds nothing that is not in the registry: it may be deleted at any time, and one that
/// cannot be used is made anew.
package struct SnapshotKeeper: Sendable {
  package let registry: Registry
  package let path: String
  /// The fields that must be there.
  package let fields: ColumnFields
  /// Those that are read where the file is used as it is, and compared with their checksums; `nil` for
  /// all of them.
  package var wanted: ColumnFields?
  /// Facts that come along from parties which records refer to: see `Rulebook.selection`.
  package let selection: Snapshot.Selection
  /// So many parties may be behind before the file is brought up to date by the way.
  package var mostBehind = 500
  /// Told how many of how many parties are read; from any thread, one at a time. What it throws ends
  /// the work, and the file is as it was.
  package var progress: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }

  /// - Parameters:
  ///   - registry: open.
  ///   - fields: that rules and statistics read.
  ///   - selection: which facts of others bear on a party.
  ///   - path: of the file; else beside the registry.
  package init(
    _ registry: Registry, _ fields: ColumnFields, _ selection: Snapshot.Selection,
    path: String? = nil
  ) {
    self.registry = registry
    self.fields = fields
    self.selection = selection
    self.path = path ?? Self.path(of: registry)
  }

  /// `gongjiang.columns` beside `gongjiang.db`.
  package static func path(of registry: Registry) -> String {
    URL(fileURLWithPath: registry.name).deletingPathExtension().path + ".columns"
  }

  /// What was done to have a snapshot.
  package enum Work: Sendable, Equatable {
    /// The file says what the registry does, but for so many parties.
    case kept(behind: Int)
    /// So many parties were read anew.
    case updated(parties: Int)
    /// All of it was read; there was no file, or one that could not be used.
    case made(because: ColumnFileProblem?)
  }

  /// The snapshot of a state of the registry; where another process has brought the file further, of
  /// the last one.
  ///
  /// - Parameters:
  ///   - state: of the registry; the last one when it is not given.
  ///   - isExact: whether nobody may be behind.
  ///   - isVerified: whether all of the file is compared with its checksums, and not only what is used.
  /// - Returns: the snapshot, and what was done for it.
  /// - Throws: `ColumnFileProblem`, `StoreError`, `RegistryProblem`, `CryptographyFailure`.
  package func current(
    _ state: Snapshot? = nil, isExact: Bool, isVerified: Bool = false
  ) throws -> (snapshot: CitySnapshot, work: Work) {
    var state = try state ?? registry.snapshot()
    do {
      if let known = try known(&state, isVerified) {
        return try bringUpToDate(known, state, isExact: isExact)
      }
      return try make(state, because: nil)
    } catch let problem as ColumnFileProblem where problem.isMended {
      return try make(state, because: problem)
    }
  }

  /// The columns of a past state, read from the registry; the file is of the last one and stays so.
  ///
  /// - Parameter state: of the registry.
  /// - Returns: the snapshot.
  /// - Throws: `StoreError`, `RegistryProblem`, `CryptographyFailure`, and what the progress throws.
  package func past(_ state: Snapshot) throws -> CitySnapshot {
    CitySnapshot(
      facts: try ColumnReader(state: state, progress: progress).everything(fields), state: state,
      behind: [])
  }

  private struct Known {
    let file: ColumnFile
    let touched: Snapshot.Touched
  }

  /// The file, when it is of this registry and all that is needed is in it.
  private func known(_ state: inout Snapshot, _ isVerified: Bool) throws -> Known? {
    guard let file = try ColumnFile.open(path) else { return nil }
    if file.stamp.change > state.change { state = try registry.snapshot() }
    let (own, now) = (file.stamp, try ColumnStamp(state))
    guard own.registry == now.registry, own.change <= now.change,
      try (registry.change(own.change)?.moment ?? 0) == own.moment
    else { throw ColumnFileProblem.otherRegistry(file: path) }
    guard own.vocabulary == now.vocabulary else {
      throw ColumnFileProblem.otherVocabulary(file: path)
    }
    guard fields.areIn(file.fields(registry.vocabulary), registry.vocabulary) else {
      throw ColumnFileProblem.lacksFields(file: path)
    }
    if isVerified { try file.verify() }
    return Known(file: file, touched: try state.touched(after: own.change))
  }

  private func bringUpToDate(
    _ known: Known, _ state: Snapshot, isExact: Bool
  ) throws -> (CitySnapshot, Work) {
    let (file, touched) = (known.file, known.touched)
    if touched.catalogues.isEmpty {
      var behind = touched.parties
      if !behind.isEmpty {
        behind.formUnion(
          try state.referrers(to: behind, changedAfter: file.stamp.change, selection))
      }
      if behind.isEmpty || !isExact && behind.count <= mostBehind {
        let facts = try file.facts(
          wanted ?? fields, registry.vocabulary, catalogues: state.catalogues)
        return (
          CitySnapshot(facts: facts, state: state, behind: behind), .kept(behind: behind.count)
        )
      }
    }
    // Who names a party that came or went names it otherwise now.
    let others = touched.parties.union(
      try state.referrers(
        to: touched.parties, changedAfter: file.stamp.change, Snapshot.Selection()))
    if others.count > Int(state.lastKey) / 5 { return try make(state, because: nil) }
    let base = try file.facts(
      file.fields(registry.vocabulary), registry.vocabulary, catalogues: [:])
    let reader = ColumnReader(state: state, progress: progress)
    let facts = try reader.update(base, of: others)
    try facts.write(to: path, ColumnStamp(state))
    return (
      CitySnapshot(facts: facts, state: state, behind: []), .updated(parties: others.count)
    )
  }

  private func make(
    _ state: Snapshot, because problem: ColumnFileProblem?
  ) throws -> (CitySnapshot, Work) {
    var all = fields
    all.formUnion(ColumnFields(all: registry.vocabulary))
    let facts = try ColumnReader(state: state, progress: progress).everything(all)
    try facts.write(to: path, ColumnStamp(state))
    return (CitySnapshot(facts: facts, state: state, behind: []), .made(because: problem))
  }
}
