import Core
import Facts
package import Registry

/// Puts a town into a registry.
///
/// Each part of the town is one change, which is there whole or not at all. Whoever was stopped in
/// between goes on with the first part that is missing, and who finds the town complete has nothing
/// left to do: what the registry has is read from the sources of its changes.
package struct RegistrySynthesis: Sendable {
  /// What was done.
  package struct Report: Sendable, Equatable {
    /// Parties, records and rows of catalogues that were put in now.
    package let added: Int
    /// Whether some or all of the town was there before.
    package let isContinued: Bool
  }

  package let town: Town
  package let registry: Registry

  package init(of town: Town, into registry: Registry) {
    self.town = town
    self.registry = registry
  }

  /// Puts in what is not there yet.
  ///
  /// - Parameter progress: called now and then with the number of workers that are in.
  /// - Returns: how much was put in.
  /// - Throws: `SynthesisProblem.otherFacts`, `.otherTown` with nothing done; `StoreError`,
  ///   `RegistryProblem`, `CryptographyFailure` with all whole parts kept.
  package func run(progress: (Int) -> Void = { _ in }) throws -> Report {
    let present = try presentParts()
    var workers = town.workers(inParts: present)
    var added = 0
    for part in 0..<town.parts where !present.contains(part) {
      _ = try registry.change(source: source(ofPart: part)) { recorder in
        try Conveyor.run { handOver in
          for piece in town.pieces(ofPart: part) { try handOver(encoded(town.batch(piece))) }
        } use: { batch in
          for fact in batch.facts { _ = try recorder.put(fact) }
          for row in batch.rows {
            _ = try recorder.put(row: row.values, ofCatalogue: row.catalogue)
          }
          added += batch.facts.count + batch.rows.count
          workers += batch.workers
          progress(workers)
        }
      }
    }
    return Report(added: added, isContinued: !present.isEmpty)
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

  private static let prefix = "synthetic town"

  /// The source of a change, which tells what of which town it holds.
  private func source(ofPart part: Int) -> String {
    "\(RegistrySynthesis.prefix) \(Town.edition) \(town.workers) \(town.seed) \(part)"
  }

  /// Which parts of the town the registry has.
  private func presentParts() throws -> Set<Int> {
    let name = registry.name
    var present: Set<Int> = []
    var hasOthers = false
    for change in try registry.changes(limit: .max) {
      guard change.source.hasPrefix(RegistrySynthesis.prefix + " ") else {
        hasOthers = true
        continue
      }
      let words = change.source.split(separator: " ").dropFirst(2)
      let numbers = words.compactMap { UInt64($0) }.map { Int(truncatingIfNeeded: $0) }
      guard numbers.count == 4 else { throw SynthesisProblem.otherFacts(registry: name) }
      let seed = UInt64(bitPattern: Int64(numbers[2]))
      guard numbers[0] == Town.edition, numbers[1] == town.workers, seed == town.seed else {
        throw SynthesisProblem.otherTown(
          registry: name, workers: numbers[1], seed: seed, edition: numbers[0])
      }
      present.insert(numbers[3])
    }
    // What is put in beside a town is no obstacle to finding it there.
    if hasOthers, present.count < town.parts { throw SynthesisProblem.otherFacts(registry: name) }
    return present
  }
}
