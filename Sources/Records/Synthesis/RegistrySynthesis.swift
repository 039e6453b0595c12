import Core
import Facts
package import Registry

/// Puts a town into a registry.
///
/// Each part of the town is a change of its own; all of them stand in one transaction, so that the
/// town is there whole or not at all, and its indexes are made once in the end. Who finds the town
/// there has nothing left to do: what the registry has is read from the sources of its changes.
/// Facts are made and sealed on one thread and written on another.
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
  ///   `RegistryProblem`, `CryptographyFailure`, with nothing put in.
  package func run(progress: (Int) -> Void = { _ in }) throws -> Report {
    let present = try presentParts()
    let missing = (0..<town.parts).filter { !present.contains($0) }
    guard let first = missing.first else { return Report(added: 0, isContinued: true) }
    var part = first
    var workers = town.workers(inParts: present)
    let outcome = try registry.change(source: source(ofPart: first)) { recorder in
      var added = 0
      try Conveyor.run(depth: 2) { [town, registry] handOver in
        for part in missing {
          for piece in town.pieces(ofPart: part) {
            try handOver(EncodedBatch(town.batch(piece), ofPart: part, registry))
          }
        }
      } use: { batch in
        if batch.part != part { try recorder.beginNext(source: source(ofPart: batch.part)) }
        part = batch.part
        for fact in batch.facts { _ = try recorder.put(fact) }
        for row in batch.rows { _ = try recorder.put(row: row.values, ofCatalogue: row.catalogue) }
        added += batch.facts.count + batch.rows.count
        workers += batch.workers
        progress(workers)
      }
      return added
    }
    return Report(added: outcome.result, isContinued: !present.isEmpty)
  }

  /// A batch that is ready to be written.
  private struct EncodedBatch: Sendable {
    let part: Int
    let facts: [EncodedFact]
    let rows: [(catalogue: Int, values: [FactValue])]
    let workers: Int

    init(_ batch: Batch, ofPart part: Int, _ registry: Registry) throws {
      self.part = part
      facts = try batch.facts.map(registry.encoded)
      rows = batch.rows
      workers = batch.workers
    }
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
