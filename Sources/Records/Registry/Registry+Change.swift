import FEEL
package import Facts
import Glibc
import Store
import Vocabulary

extension Registry {
  /// What a change did: its number and moment where it changed anything, and what its body says.
  package struct Outcome<Result: Sendable>: Sendable {
    /// `nil` when nothing was changed, or it was a trial.
    package let change: Change?
    package let result: Result
  }

  /// Puts facts in, all of them or none.
  ///
  /// - Parameters:
  ///   - source: where they come from: a file, a form.
  ///   - isTrial: whether to undo everything in the end; all verdicts are those of a real run.
  ///   - indexing: told how many of the indexes that were left out are made, which takes a while
  ///     after a large load.
  ///   - body: puts them.
  /// - Returns: the change and what `body` returns. A change that changes nothing is not kept.
  /// - Throws: `StoreError`, and what `body` throws, with nothing changed.
  package func change<Result: Sendable>(
    source: String, isTrial: Bool = false,
    indexing: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    _ body: (inout Recorder) throws -> Result
  ) throws -> Outcome<Result> {
    var outcome: Outcome<Result>?
    do {
      try database.write { connection in
        try connection.transaction { connection in
          var recorder = try Recorder(self, connection, source: source)
          let result = try body(&recorder)
          outcome = Outcome(change: isTrial ? nil : recorder.changeIfAny, result: result)
          if isTrial || (recorder.isEmpty && !recorder.hasEarlierChanges) { throw Undo() }
          try recorder.end(indexing)
        }
      }
    } catch is Undo {}
    guard let outcome else { throw StoreError.defect("a change without an outcome") }
    return outcome
  }

  /// Ends a transaction that shall leave nothing behind.
  private struct Undo: Error {}

  /// Microseconds since 1970-01-01T00:00:00Z by the system's clock.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  /// Puts all the facts of a file in; see `Recorder.put(_:)`.
  ///
  /// - Parameters:
  ///   - facts: of this registry's vocabulary; the day of the determination is not kept.
  ///   - source: where they come from.
  ///   - isTrial: whether to undo everything in the end.
  /// - Returns: the change, and how many were added, corrected and unchanged.
  /// - Throws: `RegistryProblem`, `StoreError`, with nothing changed.
  package func put(
    _ facts: FactBase, source: String, isTrial: Bool = false
  ) throws -> Outcome<Tally> {
    try change(source: source, isTrial: isTrial) { recorder in try recorder.put(facts) }
  }
}

extension Recorder {
  /// Puts all the facts of a file in. Parties that state no region get the facts' own, which the
  /// file says is theirs.
  ///
  /// - Parameter facts: of this registry's vocabulary; the day of the determination is not kept.
  /// - Returns: how many were added, corrected and unchanged.
  /// - Throws: `RegistryProblem`, `StoreError`, after which the whole change must end.
  package mutating func put(_ facts: FactBase) throws -> Tally {
    try put(facts) { _ in
    } refuse: { _, problem in
      throw problem
    }
  }

  /// Where something stands in a `FactBase`.
  package enum FactPlace: Sendable {
    case party(Int)
    case record(Int)
    case row(catalogue: String, Int)
  }

  /// Puts those of the facts in that fit what the registry knows.
  ///
  /// - Parameters:
  ///   - facts: of this registry's vocabulary.
  ///   - progress: told how many were put or refused so far.
  ///   - refuse: told what does not fit; nothing was done with that.
  /// - Returns: how many were added, corrected and unchanged.
  /// - Throws: `StoreError`, and what `refuse` throws, after which the whole change must end.
  package mutating func put(
    _ facts: FactBase, progress: (Int) -> Void,
    refuse: (FactPlace, RegistryProblem) throws -> Void
  ) throws -> Tally {
    var tally = Tally()
    var done = 0
    func step() {
      done += 1
      progress(done)
    }
    for (position, party) in facts.parties.enumerated() {
      step()
      try count(in: &tally, .party(position), refuse) { recorder in
        try recorder.put(party: recorder.withRegion(party, facts.region))
      }
    }
    for (position, record) in facts.records.enumerated() {
      step()
      try count(in: &tally, .record(position), refuse) { try $0.put(record: record) }
    }
    for (index, catalogue) in vocabulary.catalogues.enumerated() {
      for (position, row) in (facts.catalogues[catalogue.id] ?? []).enumerated() {
        step()
        try count(in: &tally, .row(catalogue: catalogue.id, position), refuse) {
          try $0.put(row: row, ofCatalogue: index)
        }
      }
    }
    for (position, party) in facts.parties.enumerated() {
      guard let id = party.id else { continue }
      for index in vocabulary.types.indices where facts.isComplete(type: index, party: id) {
        try count(in: &tally, .party(position), refuse) {
          try $0.declareComplete(type: index, party: id)
        }
      }
    }
    return tally
  }

  private mutating func count(
    in tally: inout Tally, _ place: FactPlace,
    _ refuse: (FactPlace, RegistryProblem) throws -> Void,
    _ put: (inout Recorder) throws -> Verdict
  ) throws {
    do {
      tally.count(try put(&self))
    } catch let problem as RegistryProblem {
      try refuse(place, problem)
    }
  }

  private func withRegion(_ party: Record, _ region: String?) -> Record {
    guard let region, let field = vocabulary.types[party.type].fieldIndex("region"),
      case .missing = party.values[field]
    else { return party }
    var party = party
    party.values[field] = .known(.string(region))
    return party
  }
}
