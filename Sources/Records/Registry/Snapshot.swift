package import Core
import FEEL
package import Facts
import Store
import Vocabulary

/// One state of the registry, read some parties at a time and from any number of threads: all of
/// them see the same, whatever is put in meanwhile.
package struct Snapshot: Sendable {
  package let registry: Registry
  /// The last change that is seen.
  package let change: Int64
  /// The greatest key of a party; keys number parties from 1 in the order they became known.
  package let lastKey: Int64
  /// Rows by catalogue id.
  package let catalogues: [String: CatalogueRows]

  /// Which facts are read.
  package struct Selection: Sendable {
    /// Types of records, positions in the vocabulary; `nil` for all.
    package var types: Set<Int>?
    /// Whether secret numbers are opened; else they are missing, which saves most of the time that
    /// reading a person takes.
    package var opensSecrets = true
    /// Types of records that come along for parties which records refer to.
    package var neighbourTypes: Set<Int> = []
    /// Over how many references in a row.
    package var steps = 0
    /// Whether the same facts may be asked for again soon; else the memory that would make that
    /// faster is given back.
    package var keepsCache = true

    package init() {}
  }

  /// Some parties, and all that bears on them.
  package struct World: Sendable {
    /// Each party by its key, those of which nothing is known in this state included.
    package let parties: [Int64: String]
    /// Of these parties with their records, and of the neighbours as the selection says.
    package let facts: FactBase
  }

  /// Reads the facts of some parties.
  ///
  /// - Parameters:
  ///   - keys: of the parties.
  ///   - on: the day of the determination that the facts are for.
  ///   - selection: which facts.
  /// - Returns: the facts, in the order of the keys.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  package func world(
    of keys: [ClosedRange<Int64>], on: CivilDate, _ selection: Selection
  ) throws -> World {
    try registry.database.read { connection in
      var reader = FactReader(registry: registry, change: change)
      reader.opensSecrets = selection.opensSecrets
      var facts = FactBase(vocabulary: registry.vocabulary, on: on)
      facts.catalogues = catalogues
      let types = selection.types.map(names)
      var found: [Int64: String] = [:]
      for range in keys {
        let parties = try reader.parties(.range(range), connection)
        for (key, party) in parties { found[key] = party.id }
        try reader.addParties(parties, .range(range), to: &facts, connection)
        try reader.addRecords(
          of: parties, .range(range), types: types, to: &facts, connection)
      }
      var whole = Set(found.values)
      for _ in 0..<selection.steps where !selection.neighbourTypes.isEmpty {
        let neighbours = reader.referenced(by: facts).subtracting(whole)
        whole.formUnion(neighbours)
        try reader.addWithRecords(
          neighbours, of: names(selection.neighbourTypes), to: &facts, connection)
      }
      try reader.addReferenced(to: &facts, connection)
      if !selection.keepsCache { connection.releaseMemory() }
      return World(parties: found, facts: facts)
    }
  }

  private func names(_ types: Set<Int>) -> Set<String> {
    Set(types.map { registry.vocabulary.types[$0].id })
  }

  /// The keys of all parties that have, or ever had, a record of one of these types.
  ///
  /// - Parameter types: positions in the vocabulary.
  /// - Returns: the keys, in their order.
  /// - Throws: `StoreError`.
  package func holders(of types: Set<Int>) throws -> [Int64] {
    try registry.database.read { connection in
      var keys: Set<Int64> = []
      for type in types {
        let table = registry.layout.types[type]
        try connection.forEach("SELECT DISTINCT \"_party\" FROM \(name: table.name)") {
          keys.insert($0.integer(0))
        }
      }
      return keys.sorted()
    }
  }

  /// The keys of the parties that have a record whose reference names a party.
  ///
  /// - Parameters:
  ///   - type: of the record; position in the vocabulary.
  ///   - field: position of the reference among its fields.
  ///   - id: what it names.
  /// - Returns: the keys.
  /// - Throws: `StoreError`.
  package func owners(
    ofType type: Int, whose field: Int, names id: String
  ) throws -> Set<Int64> {
    let table = registry.layout.types[type]
    return try registry.database.read { connection in
      Set(
        try connection.all(
          """
          SELECT "_party" FROM \(name: table.name)
          WHERE \(name: table.columns[field].name) = \(id)
            AND "_from" <= \(change) AND ("_to" IS NULL OR "_to" > \(change))
          """
        ) { $0.integer(0) })
    }
  }

  /// The id of a party's type; `nil` when there is no such party.
  ///
  /// - Parameter key: of the party.
  /// - Returns: `person`, `organisation` …
  /// - Throws: `StoreError`.
  package func type(of key: Int64) throws -> String? {
    try registry.database.read { connection in
      try FactReader(registry: registry, change: change).parties(.range(key...key), connection)[
        key]?.type
    }
  }

  /// The key of a party; `nil` when the registry has never heard of it.
  ///
  /// - Throws: `StoreError`.
  package func key(of id: String) throws -> Int64? {
    try registry.database.read { connection in
      try FactReader(registry: registry, change: change).key(of: id, connection)
    }
  }
}

extension Registry {
  /// One state of the registry.
  ///
  /// - Parameter known: as of when.
  /// - Returns: the state, with its catalogues read.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  package func snapshot(_ known: KnownAt = .latest) throws -> Snapshot {
    try database.read { connection in
      let reader = try reader(known, connection)
      let last = try connection.first("SELECT max(\"key\") FROM \"_party\"") {
        $0.integerIfAny(0)
      }
      return Snapshot(
        registry: self, change: reader.change, lastKey: (last ?? nil) ?? 0,
        catalogues: try catalogues.rows(reader, connection))
    }
  }
}
