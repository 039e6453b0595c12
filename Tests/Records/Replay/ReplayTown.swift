import Core
import Cryptography
import Determinations
import FEEL
import Facts
import LocalValues
import PolicyPlan
import Registry
import Replay
import Store
import Synthesis
import TestSupport
import Testing
import Vocabulary
import Workbench

/// A synthetic town in a registry of its own, whose rules and facts can be made others.
struct ReplayTown {
  private let folder: TemporaryFolder
  let registry: Registry
  let store: DeterminationStore

  init(workers: Int, seed: UInt64 = 1) throws {
    folder = try TemporaryFolder()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    registry = try ReplayTown.registry(folder, vocabulary)
    store = try DeterminationStore(registry)
    let town = try Town(workers: workers, seed: seed, vocabulary: vocabulary)
    _ = try RegistrySynthesis(of: town, into: registry).run()
  }

  private static func registry(
    _ folder: TemporaryFolder, _ vocabulary: Vocabulary
  ) throws -> Registry {
    try Registry.open(
      at: folder.path("town.db"), keyFile: KeyFile(path: folder.path("town.key")),
      vocabulary: vocabulary)
  }

  /// What a home folder holds, with words in the place of others.
  struct Rules {
    /// By words of the documents.
    var documents: [String: String] = [:]
    /// By words of the vocabulary.
    var vocabulary: [String: String] = [:]
    var locals: [LocalValue] = []

    /// - Throws: what is wrong with the texts.
    func bench() throws -> Workbench {
      func sources(_ folder: String, _ suffix: String, _ words: [String: String]) throws
        -> [SourceText]
      {
        try ProjectFiles.names(in: folder, suffix: suffix).map { path in
          var text = try ProjectFiles.source(path).text
          for (word, other) in words { text = text.replacing(word, with: other) }
          return SourceText(name: path, text: text)
        }
      }
      return try Workbench(
        vocabulary: sources("Vocabulary", ".yaml", vocabulary),
        documents: sources("Policies", ".md", documents), counted: []
      ).sound().setting(nil, stored: locals)
    }
  }

  /// The same registry, opened with other rules, as the program of a later day does.
  func opened(_ bench: Workbench) throws -> (store: DeterminationStore, rules: Rulebook) {
    let registry = try ReplayTown.registry(folder, bench.vocabulary)
    return (try DeterminationStore(registry), try Rulebook(bench.plans))
  }

  /// Moves dates, and withdraws records, of some parties.
  ///
  /// - Parameters:
  ///   - registry: as it is open.
  ///   - generator: chooses.
  ///   - count: of how many parties.
  /// - Throws: `StoreError`, `RegistryProblem`.
  static func disturb(
    _ registry: Registry, _ generator: inout SeededGenerator, parties count: Int
  ) throws {
    let ids = try registry.touched(after: 0).parties
    for _ in 0..<count {
      guard let id = ids.randomElement(using: &generator),
        let facts = try registry.file(of: id, on: Town.until)
      else { continue }
      let own = facts.records.filter { $0.party == id && $0.id != nil }
      guard let record = own.randomElement(using: &generator) else { continue }
      let isWithdrawn = Bool.random(using: &generator)
      let moved = moved(record, by: Int.random(in: -400...40, using: &generator))
      _ = try registry.change(source: "correction of \(id)") { recorder in
        if isWithdrawn, let name = record.id {
          try recorder.withdraw(type: record.type, id: name, of: id)
        } else {
          _ = try recorder.put(record: moved)
        }
      }
    }
  }

  private static func moved(_ record: Record, by days: Int) -> Record {
    var record = record
    for (index, value) in record.values.enumerated() {
      if case .known(.date(let day)) = value {
        record.values[index] = .known(.date(CivilDate(dayNumber: day.dayNumber + days)))
      }
    }
    return record
  }
}
