package import Core
package import FEEL
package import Vocabulary

/// What is known about a set of parties on a day: the world of one determination.
package struct FactBase: Sendable {
  package let vocabulary: Vocabulary
  /// The day the determination is made.
  package var on: CivilDate
  /// Default region for parties that state none (GB/T 2260).
  package var region: String?
  package private(set) var parties: [Record] = []
  package private(set) var records: [Record] = []
  /// Rows by catalogue id; values stand in the order of the catalogue's fields.
  package var catalogues: [String: CatalogueRows] = [:]

  private var partyPositions: [String: Int] = [:]
  private var recordPositions: [RecordKey: [Int]] = [:]
  private var recordIDs: [String: [Int]] = [:]
  private var completeTypes: Set<RecordKey> = []
  private var undecidedTypes: Set<RecordKey> = []
  private var untoldOfRecords: Set<FieldKey> = []
  private var untoldOfParties: Set<FieldKey> = []
  private var untoldEntries: Set<CatalogueEntry> = []

  package init(vocabulary: Vocabulary, on: CivilDate, region: String? = nil) {
    self.vocabulary = vocabulary
    self.on = on
    self.region = region
  }

  package mutating func add(party: Record) {
    partyPositions[party.id ?? ""] = parties.count
    parties.append(party)
  }

  package mutating func add(record: Record) {
    let position = records.count
    records.append(record)
    recordPositions[RecordKey(party: record.party ?? "", type: record.type), default: []]
      .append(position)
    if let id = record.id { recordIDs[id, default: []].append(position) }
  }

  /// Says something else of a field of a record, by its position.
  package mutating func set(_ value: FactValue, field: Int, ofRecord position: Int) {
    records[position].values[field] = value
    untoldOfRecords.remove(FieldKey(position: position, field: field))
  }

  /// Says something else of a field of a party, by its position.
  package mutating func set(_ value: FactValue, field: Int, ofParty position: Int) {
    parties[position].values[field] = value
    untoldOfParties.remove(FieldKey(position: position, field: field))
  }

  /// Says that a party has no record of an open type beyond those added: whoever was asked has
  /// answered “no” or “no more”.
  package mutating func declareComplete(type: Int, party: String) {
    completeTypes.insert(RecordKey(party: party, type: type))
    undecidedTypes.remove(RecordKey(party: party, type: type))
  }

  /// Says that nobody knows whether a party has more records of a type than those added, whatever
  /// the type's source says: whoever is asked has not answered yet, or does not know.
  package mutating func leaveUndecided(type: Int, party: String) {
    undecidedTypes.insert(RecordKey(party: party, type: type))
  }

  /// Whether nobody knows if there are more records of the type.
  package func isUndecided(type: Int, party: String) -> Bool {
    !undecidedTypes.isEmpty && undecidedTypes.contains(RecordKey(party: party, type: type))
  }

  /// Says that nobody has told a missing field of a record yet: it is unknown, whatever its absence
  /// means. That a spell has not ended has to be said before it counts.
  package mutating func leaveUntold(field: Int, ofRecord position: Int) {
    untoldOfRecords.insert(FieldKey(position: position, field: field))
  }

  /// The same of a party.
  package mutating func leaveUntold(field: Int, ofParty position: Int) {
    untoldOfParties.insert(FieldKey(position: position, field: field))
  }

  /// Says that nobody has told whether something stands in an edition of a catalogue, though other
  /// entries of that edition are known.
  package mutating func leaveUntold(_ entry: CatalogueEntry) { untoldEntries.insert(entry) }

  /// Says that it has been told.
  package mutating func tell(_ entry: CatalogueEntry) { untoldEntries.remove(entry) }

  package func isUntold(_ entry: CatalogueEntry) -> Bool {
    !untoldEntries.isEmpty && untoldEntries.contains(entry)
  }

  package func isUntold(field: Int, ofRecord position: Int) -> Bool {
    !untoldOfRecords.isEmpty
      && untoldOfRecords.contains(FieldKey(position: position, field: field))
  }

  package func isUntold(field: Int, ofParty position: Int) -> Bool {
    !untoldOfParties.isEmpty
      && untoldOfParties.contains(FieldKey(position: position, field: field))
  }

  /// Whether somebody said that there are no more records of the type.
  package func isComplete(type: Int, party: String) -> Bool {
    completeTypes.contains(RecordKey(party: party, type: type))
  }

  package func party(_ id: String) -> Record? { partyPositions[id].map { parties[$0] } }

  /// Position in `parties` of the party with this id.
  package func partyPosition(_ id: String) -> Int? { partyPositions[id] }

  /// Positions in `records` of a party's records of one type, in the order they were given.
  package func positions(of type: Int, party: String) -> [Int] {
    recordPositions[RecordKey(party: party, type: type)] ?? []
  }

  /// How many records of all types are a party's.
  package func count(ofParty id: String) -> Int {
    vocabulary.types.indices.reduce(0) { $0 + positions(of: $1, party: id).count }
  }

  /// Positions in `records` of every record with this id (ids are unique within a type).
  package func positions(withID id: String) -> [Int] { recordIDs[id] ?? [] }
}

/// Something that is looked up in an edition of a catalogue.
package struct CatalogueEntry: Hashable, Sendable {
  package let catalogue: String
  package let region: String
  /// Of the edition; `nil` where there is one for all years.
  package let year: Int?
  /// Canonical texts by the catalogue's fields.
  package let keys: [String: String]

  package init(catalogue: String, region: String, year: Int?, keys: [String: String]) {
    self.catalogue = catalogue
    self.region = region
    self.year = year
    self.keys = keys
  }
}

private struct RecordKey: Hashable {
  let party: String
  let type: Int
}

private struct FieldKey: Hashable {
  let position: Int
  let field: Int
}

/// One party or record: its type and a value per field of the type.
package struct Record: Sendable {
  /// Position in `Vocabulary.types`.
  package let type: Int
  package let id: String?
  /// The party a record belongs to; `nil` for a party itself.
  package let party: String?
  package var values: [FactValue]

  package init(type: Int, id: String?, party: String?, values: [FactValue]) {
    self.type = type
    self.id = id
    self.party = party
    self.values = values
  }
}

/// What is known of one field.
package enum FactValue: Sendable {
  /// Not mentioned; the field's `absence` says what that means.
  case missing
  /// Known to be none.
  case none
  /// A value: references and enumerations as strings of their canonical ids, months as the date
  /// of their first day, child records as a list of contexts.
  case known(Value)
}
