import Columns
import Core
import Foundation
import Registry
import Synchronization
import Vocabulary

/// Reads a state of a registry into columns: on all cores, and told in order.
struct ColumnReader: Sendable {
  let state: Snapshot
  /// Told how many of how many parties are read; what it throws ends the work.
  let progress: @Sendable (_ done: Int, _ total: Int) throws -> Void

  /// Parties of a piece.
  private static let size = 20_000

  /// All parties with all records.
  ///
  /// - Parameter fields: what columns there are to be.
  /// - Returns: the columns.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`, and what `progress` throws.
  func everything(_ fields: ColumnFields) throws -> ColumnFacts {
    var builder = ColumnBuilder(fields, state.registry.vocabulary)
    try state.eachParty { builder.add(party: $1, key: $0) }
    let keys = stride(from: 1, through: state.lastKey, by: Self.size).map {
      [$0...min(state.lastKey, $0 + Int64(Self.size) - 1)]
    }
    return try add(keys, nil, to: builder)
  }

  /// The same, of parties whose records are as they were, from columns; only the others are read.
  ///
  /// - Parameters:
  ///   - base: columns of an earlier state.
  ///   - others: keys of those parties.
  /// - Returns: the columns.
  /// - Throws: as `everything`.
  func update(_ base: ColumnFacts, of others: Set<Int64>) throws -> ColumnFacts {
    var builder = ColumnBuilder(base, without: others)
    var told = others
    try state.eachParty(after: base.lastKey) { key, id in
      builder.add(party: id, key: key)
      told.insert(key)
    }
    let keys = told.sorted()
    let pieces = stride(from: 0, to: keys.count, by: Self.size).map {
      Snapshot.ranges(keys[$0..<min(keys.count, $0 + Self.size)])
    }
    return try add(pieces, told, to: builder)
  }

  /// What is read by name and year lies beside records in tables of its own.
  private func addYears(told keys: Set<Int64>?, to builder: borrowing Mutex<ColumnBuilder>) throws {
    for type in builder.withLock({ $0.yearlyTypes }) {
      let holders = try state.holders(of: [type]).filter { keys?.contains($0) != false }
      var selection = Snapshot.Selection()
      selection.types = [type]
      selection.opensSecrets = false
      for start in stride(from: 0, to: holders.count, by: Self.size) {
        let some = holders[start..<min(holders.count, start + Self.size)]
        let world = try state.world(
          of: Snapshot.ranges(Array(some)), on: CivilDate(dayNumber: 0), selection)
        let owners = Set(world.parties.values)
        builder.withLock { $0.addYears(ofType: type, world.facts, owners) }
      }
    }
  }

  private func add(
    _ pieces: [[ClosedRange<Int64>]], _ keys: Set<Int64>?, to begun: ColumnBuilder
  ) throws -> ColumnFacts {
    let types = state.registry.vocabulary.types.indices.compactMap { type in
      begun.fields(ofType: type).map { (type: type, fields: $0) }
    }
    let builder = Mutex(begun)
    let total = pieces.joined().reduce(0) { $0 + $1.count }
    let work = OrderedWork(types.count * pieces.count) { [state] number in
      let (type, fields) = types[number / pieces.count]
      return try state.rows(
        ofType: type, fields: fields, keys: pieces[number % pieces.count])
    } finish: { [progress] number, rows in
      let (type, fields) = types[number / pieces.count]
      builder.withLock { builder in
        builder.add(
          rows.lazy.map { ColumnBuilder.Row(key: $0.key, id: $0.id, values: $0.values) },
          ofType: type, fields: fields)
      }
      try progress(total * (number + 1) / (types.count * pieces.count), total)
    }
    try work.run(threads: ProcessInfo.processInfo.activeProcessorCount + 1)
    try addYears(told: keys, to: builder)
    for type in state.registry.vocabulary.types.indices {
      guard case .open = state.registry.vocabulary.types[type].source else { continue }
      let found = try state.complete(type: type, among: keys)
      builder.withLock { builder in
        for key in found { builder.declareComplete(type: type, key: key) }
      }
    }
    let vocabulary = state.registry.vocabulary
    // Taken out, so that each table's memory goes back once it is made.
    var whole = builder.withLock { builder in
      let whole = builder
      builder = ColumnBuilder(ColumnFields(), vocabulary)
      return whole
    }
    whole.add(catalogues: state.catalogues)
    return whole.finish()
  }
}
