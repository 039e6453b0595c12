import Cryptography
import Store
import Vocabulary

extension Registry {
  /// Parties that a search found: one page of them.
  package struct Found: Sendable, Equatable {
    /// Ids, the best first: what is searched for first, then what begins with it, then what has it
    /// further on.
    package let parties: [String]
    /// How many there are in all; of very many, `mostFound`.
    package let count: Int
    /// Whether there are more than were counted.
    package let hasMore: Bool
  }

  /// Further than this nobody reads; a longer text finds fewer.
  package static let mostFound = 500

  /// Finds parties of a type by a part of a name, by the beginning of a number, or by a secret
  /// number as a whole, their own or that of a record such as a bank account, as they are known now.
  ///
  /// Which fields are searched is said by `search` in the vocabulary. Secret numbers are found by
  /// their fingerprints; nothing is opened.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - index: position of the type of party in the vocabulary.
  ///   - offset: how many of those found stand on earlier pages.
  ///   - limit: how many this page takes.
  /// - Returns: the page.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func search(
    _ text: SearchText, type index: Int, offset: Int = 0, limit: Int = 25
  ) throws -> Found {
    guard !text.text.isEmpty else { return Found(parties: [], count: 0, hasMore: false) }
    let table = layout.types[index]
    let numbers = try fingerprints(text, table)
    let recordNumbers = try fingerprints(text, ofRecordsOf: table.name)
    return try database.read { connection in
      var keys = FoundKeys(most: Registry.mostFound)
      try addParty(withID: text.identifier, ofType: table.name, to: &keys, connection)
      for (column, fingerprint) in numbers {
        try connection.forEach(
          """
          SELECT "_party" FROM \(name: table.name)
          WHERE \(name: column) = \(fingerprint) AND "_to" IS NULL ORDER BY "_party"
          LIMIT \(keys.room)
          """
        ) { keys.add($0.integer(0)) }
      }
      for number in recordNumbers {
        // Records of a type may belong to parties of several.
        try connection.forEach(
          """
          SELECT DISTINCT t."_party" FROM \(name: number.table) AS t
          JOIN "_party" AS p ON p."key" = t."_party"
          WHERE t.\(name: number.column) = \(number.fingerprint) AND t."_to" IS NULL
            AND p."type" = \(table.name) ORDER BY t."_party" LIMIT \(keys.room)
          """
        ) { keys.add($0.integer(0)) }
      }
      for place in places(of: table.name, for: text) where keys.room > 0 {
        try connection.forEach(
          """
          SELECT "_party" FROM \(name: place.table)
          WHERE \(unchecked: place.isKnown)
            AND \(unchecked: place.text) >= \(text.text) AND \(unchecked: place.text) < \(text.end)
          ORDER BY \(unchecked: place.text), "_party" LIMIT \(keys.room)
          """
        ) { keys.add($0.integer(0)) }
      }
      let page = keys.found.prefix(Registry.mostFound).dropFirst(offset).prefix(limit)
      var ids: [Int64: String] = [:]
      try connection.forEach(
        "SELECT \"key\", \"id\" FROM \"_party\" WHERE \(PartyKeys.list(Array(page)).hold("key"))"
      ) { ids[$0.integer(0)] = $0.text(1) }
      let parties = page.compactMap { ids[$0] }
      return Found(
        parties: parties, count: min(keys.found.count, Registry.mostFound),
        hasMore: keys.found.count > Registry.mostFound)
    }
  }

  /// The secret columns of a type of party, and what stands in them when they say the text.
  private func fingerprints(
    _ text: SearchText, _ table: Table
  ) throws -> [(column: String, fingerprint: [UInt8])] {
    let number = text.number
    guard number.utf8.count >= Registry.shortestNumber else { return [] }
    return try table.columns.filter { $0.storage == .sealed }.map { column in
      (
        column.name + Table.fingerprintSuffix,
        try seal.fingerprint(number, of: column.place)
      )
    }
  }

  /// A secret column of a type of record, and what stands in it when it says a number.
  private struct RecordNumber {
    let table: String
    let column: String
    let fingerprint: [UInt8]
  }

  /// The same of the records of a type of party, for a number that is not short: with words that many
  /// share, such as that of a bank, nobody is searched for.
  private func fingerprints(
    _ text: SearchText, ofRecordsOf type: String
  ) throws -> [RecordNumber] {
    let number = text.number
    guard number.utf8.count >= Registry.shortestRecordNumber,
      number.utf8.allSatisfy({ (48...57).contains($0) })
    else { return [] }
    var found: [RecordNumber] = []
    for (table, entity) in zip(layout.types, vocabulary.types)
    where table.kind == .record && entity.canBelong(to: type) {
      for column in table.columns where column.storage == .sealed {
        // As it is kept: with the blanks of a bank card, or without.
        for form in Set([number, text.identifier]) {
          found.append(
            RecordNumber(
              table: table.name, column: column.name + Table.fingerprintSuffix,
              fingerprint: try seal.fingerprint(form, of: column.place)))
        }
      }
    }
    return found
  }

  private static let shortestRecordNumber = 8
  /// Shorter numbers are part of too many.
  private static let shortestNumber = 4

  /// A party by the id that it has in the files it came from.
  private func addParty(
    withID id: String, ofType type: String, to keys: inout FoundKeys,
    _ connection: borrowing Connection
  ) throws {
    let key = try connection.first(
      "SELECT \"key\" FROM \"_party\" WHERE \"id\" = \(id) AND \"type\" = \(type)"
    ) { $0.integer(0) }
    if let key { keys.add(key) }
  }

  /// Where a text is looked for: an expression that an index holds, and which rows that index has.
  private struct Place {
    let table: String
    let text: String
    let isKnown: String
    let start: Int
  }

  /// The places in the order of what is found in them: beginnings before later parts, the party's
  /// own attributes before its records.
  private func places(of type: String, for text: SearchText) -> [Place] {
    var places: [Place] = []
    for (table, entity) in zip(layout.types, vocabulary.types)
    where table.name == type || entity.canBelong(to: type) {
      for column in table.columns {
        guard case .part(let depth) = column.lookup else { continue }
        if depth == 1, text.text.utf8.count < Registry.shortestNumber { continue }
        places += (1...depth).map { start in
          Place(
            table: table.name, text: column.text(from: start),
            isKnown: column.isKnown(from: start), start: start)
        }
      }
    }
    return places.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    .map(\.element)
  }
}

/// Keys of parties, each once, in the order in which they were found.
private struct FoundKeys {
  private(set) var found: [Int64] = []
  private var seen: Set<Int64> = []
  private let most: Int

  init(most: Int) { self.most = most }

  /// How many more are wanted: one more than is shown, to know whether there are more.
  var room: Int64 { Int64(max(0, most + 1 - found.count)) }

  mutating func add(_ key: Int64) {
    if seen.insert(key).inserted { found.append(key) }
  }
}
