import Core
import Facts
package import Registry

/// Puts a town into a registry.
///
/// The town is one change: whoever is stopped in between leaves nothing behind, and who finds the
/// town there has nothing left to do. The source of the change tells which town it is.
package struct RegistrySynthesis: Sendable {
  package let town: Town
  package let registry: Registry

  package init(of town: Town, into registry: Registry) {
    self.town = town
    self.registry = registry
  }

  /// Puts the town in, unless it is there.
  ///
  /// - Parameters:
  ///   - progress: called now and then with the number of workers that are in.
  ///   - indexing: called in the end, where indexes are made.
  /// - Returns: how many parties, records and rows of catalogues were put in.
  /// - Throws: `SynthesisProblem.otherFacts`, `.otherTown`, `StoreError`, `RegistryProblem`,
  ///   `CryptographyFailure`, with nothing done.
  package func run(
    progress: (Int) -> Void = { _ in },
    indexing: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Int {
    if try isThere() { return 0 }
    var workers = 0
    var added = 0
    _ = try registry.change(source: source, indexing: indexing) { recorder in
      try Conveyor.run(depth: 2) { [self] handOver in
        for piece in town.pieces { try handOver(encoded(town.batch(piece))) }
      } use: { batch in
        for fact in batch.facts { _ = try recorder.put(fact) }
        for row in batch.rows { _ = try recorder.put(row: row.values, ofCatalogue: row.catalogue) }
        added += batch.facts.count + batch.rows.count
        workers += batch.workers
        progress(workers)
      }
    }
    return added
  }

  /// A batch whose facts are sealed, so that only writing is left to do.
  private struct Encoded: Sendable {
    let facts: [EncodedFact]
    let rows: [(catalogue: Int, values: [FactValue])]
    let workers: Int
  }

  private func encoded(_ batch: Batch) throws -> Encoded {
    Encoded(
      facts: try batch.facts.map { try registry.encoded($0) }, rows: batch.rows,
      workers: batch.workers)
  }

  private static let mark = "synthetic town"

  private var source: String {
    "\(RegistrySynthesis.mark) \(Town.edition) \(town.workers) \(town.seed)"
  }

  /// Whether a registry holds a town and nothing that came from elsewhere, so that nobody in it is
  /// anybody.
  ///
  /// - Parameters:
  ///   - registry: the registry.
  ///   - isOwn: whether a later change, by its source, only follows from the town.
  /// - Returns: whether all is invented.
  /// - Throws: `StoreError`.
  package static func madeAll(
    of registry: Registry, beside isOwn: (_ source: String) -> Bool
  ) throws -> Bool {
    let sources = try registry.changes(limit: .max).map(\.source)
    guard sources.first?.hasPrefix(mark + " ") == true else { return false }
    return sources.dropFirst().allSatisfy(isOwn)
  }

  /// Whether the registry has this town; what came in beside it does not matter.
  private func isThere() throws -> Bool {
    let sources = try registry.changes(limit: .max).map(\.source)
    if sources.contains(source) { return true }
    guard let other = sources.first(where: { $0.hasPrefix(RegistrySynthesis.mark + " ") }) else {
      guard sources.isEmpty else { throw SynthesisProblem.otherFacts(registry: registry.name) }
      return false
    }
    throw SynthesisProblem.otherTown(
      registry: registry.name,
      town: String(
        other.dropFirst(
          RegistrySynthesis.mark.utf8.count + 1)))
  }
}
