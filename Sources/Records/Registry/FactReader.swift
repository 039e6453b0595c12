import Core
import FEEL
import Facts
import Store
import Vocabulary

/// Reads facts of one state of the registry, a range of parties at a time.
///
/// Parties are met by their keys, which number them in the order they became known.
struct FactReader {
  let registry: Registry
  /// The number of the last change that is seen.
  let change: Int64
  /// Whether secret numbers are opened; else they are missing.
  var opensSecrets = true

  struct Party {
    let id: String
    let type: String
  }

  func parties(
    _ keys: PartyKeys, _ connection: borrowing Connection
  ) throws -> [Int64: Party] {
    var parties: [Int64: Party] = [:]
    try connection.forEach(
      """
      SELECT "key", "id", "type" FROM "_party" WHERE \(keys.hold("key"))
      """
    ) { parties[$0.integer(0)] = Party(id: $0.text(1), type: $0.text(2)) }
    return parties
  }

  func key(of id: String, _ connection: borrowing Connection) throws -> Int64? {
    try connection.first("SELECT \"key\" FROM \"_party\" WHERE \"id\" = \(id)") { $0.integer(0) }
  }

  /// Keys of the parties with these ids that are known, in order.
  func keys(of ids: [String], _ connection: borrowing Connection) throws -> [Int64] {
    var keys: [Int64] = []
    for start in stride(from: 0, to: ids.count, by: PartyKeys.most) {
      let ids = ids[start..<min(start + PartyKeys.most, ids.count)].map { "\($0)" as SQL }
      try connection.forEach(
        "SELECT \"key\" FROM \"_party\" WHERE \"id\" IN (\(SQL.list(ids)))"
      ) { keys.append($0.integer(0)) }
    }
    return keys.sorted()
  }

  /// Adds the parties themselves, with the attributes that were known.
  func addParties(
    _ parties: [Int64: Party], _ keys: PartyKeys, to facts: inout FactBase,
    _ connection: borrowing Connection
  ) throws {
    let types = Set(parties.values.map(\.type))
    for (index, table) in registry.layout.types.enumerated() where types.contains(table.name) {
      try each(table, keys, connection) { row in
        guard let party = parties[row.integer(0)] else { return }
        let values = try values(row, from: 2, table, party: party.id, connection)
        facts.add(party: Record(type: index, id: party.id, party: nil, values: values))
      }
    }
  }

  /// Adds the records of the parties, of all types or those with these ids, and which types were
  /// declared complete.
  func addRecords(
    of parties: [Int64: Party], _ keys: PartyKeys, types: Set<String>? = nil,
    to facts: inout FactBase, _ connection: borrowing Connection
  ) throws {
    for (index, table) in registry.layout.types.enumerated()
    where table.kind == .record && types?.contains(table.name) != false {
      try each(table, keys, connection) { row in
        guard let party = parties[row.integer(0)] else { return }
        let values = try values(row, from: 3, table, party: party.id, connection)
        facts.add(
          record: Record(type: index, id: row.textIfAny(2), party: party.id, values: values))
      }
    }
    try connection.forEach(
      """
      SELECT "party", "type" FROM "_complete"
      WHERE \(keys.hold("party")) AND \(isKnown)
      """
    ) { row in
      guard let party = parties[row.integer(0)],
        let index = registry.vocabulary.typeIndex(row.text(1))
      else { return }
      facts.declareComplete(type: index, party: party.id)
    }
  }

  /// Adds the parties that records added so far refer to, and that are not there: their attributes
  /// only, not their records.
  func addReferenced(to facts: inout FactBase, _ connection: borrowing Connection) throws {
    let wanted = referenced(by: facts).filter { facts.partyPosition($0) == nil }
    let keys = try keys(of: wanted.sorted(), connection)
    for start in stride(from: 0, to: keys.count, by: PartyKeys.most) {
      let keys = PartyKeys.list(Array(keys[start..<min(start + PartyKeys.most, keys.count)]))
      try addParties(parties(keys, connection), keys, to: &facts, connection)
    }
  }

  /// Adds parties with their records of some types.
  func addWithRecords(
    _ ids: Set<String>, of types: Set<String>, to facts: inout FactBase,
    _ connection: borrowing Connection
  ) throws {
    let missing = ids.filter { facts.partyPosition($0) == nil }
    let keys = try keys(of: ids.sorted(), connection)
    for start in stride(from: 0, to: keys.count, by: PartyKeys.most) {
      let keys = PartyKeys.list(Array(keys[start..<min(start + PartyKeys.most, keys.count)]))
      let parties = try parties(keys, connection)
      let new = parties.filter { missing.contains($0.value.id) }
      try addParties(new, keys, to: &facts, connection)
      try addRecords(of: parties, keys, types: types, to: &facts, connection)
    }
  }

  /// The parties that parties and records refer to.
  func referenced(by facts: FactBase) -> Set<String> {
    let references = registry.vocabulary.types.map { type in
      type.fields.indices.filter {
        if case .reference = type.fields[$0].type { true } else { false }
      }
    }
    var wanted: Set<String> = []
    for record in facts.parties + facts.records {
      for field in references[record.type] {
        if case .known(.string(let id)) = record.values[field] { wanted.insert(id) }
      }
    }
    return wanted
  }

  func catalogues(_ connection: borrowing Connection) throws -> [String: CatalogueRows] {
    var catalogues: [String: CatalogueRows] = [:]
    for table in registry.layout.catalogues {
      try each(ofCatalogue: table, connection) {
        catalogues[table.name, default: []].append($0)
      }
    }
    return catalogues
  }

  /// The rows of a catalogue that were known.
  func each(
    ofCatalogue table: Table, _ connection: borrowing Connection,
    _ body: ([FactValue]) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT "_row", \(unchecked: table.readColumns) FROM \(name: table.name)
      WHERE \(isKnown) ORDER BY "_row"
      """
    ) { row in try body(values(row, from: 1, table, party: table.name, connection)) }
  }

  /// The parties or records of a type that were known.
  func each(
    ofType index: Int, _ connection: borrowing Connection, _ body: (Record) throws -> Void
  ) throws {
    let table = registry.layout.types[index]
    let isParty = table.kind == .party
    let id: SQL = isParty ? "NULL" : "t.\"_id\""
    try connection.forEach(
      """
      SELECT p."id", t."_row", \(id), \(unchecked: table.readColumns)
      FROM \(name: table.name) AS t JOIN "_party" AS p ON p."key" = t."_party"
      WHERE \(isKnown) ORDER BY t."_party", t."_row"
      """
    ) { row in
      let party = row.text(0)
      let values = try values(row, from: 3, table, party: party, connection)
      try body(
        Record(
          type: index, id: isParty ? party : row.textIfAny(2), party: isParty ? nil : party,
          values: values))
    }
  }

  /// Whether a row was known after the change.
  var isKnown: SQL {
    "\"_from\" <= \(change) AND (\"_to\" IS NULL OR \"_to\" > \(change))"
  }

  /// Key, row, id where the table has one, and the columns of the fields.
  private func each(
    _ table: Table, _ keys: PartyKeys, _ connection: borrowing Connection,
    _ body: (borrowing Row) throws -> Void
  ) throws {
    let id: SQL = table.kind == .record ? "\"_id\", " : ""
    try connection.forEach(
      """
      SELECT "_party", "_row", \(id)\(unchecked: table.readColumns) FROM \(name: table.name)
      WHERE \(keys.hold("_party")) AND \(isKnown)
      ORDER BY "_party", "_row"
      """, body)
  }

  /// The values of a row whose number stands in the column before its id and fields.
  func values(
    _ row: borrowing Row, from offset: Int, _ table: Table, party: String,
    _ connection: borrowing Connection
  ) throws -> [FactValue] {
    let number = row.integer(table.kind == .catalogue ? 0 : 1)
    let decoder = RowDecoder(seal: registry.seal, opensSecrets: opensSecrets)
    // A closure cannot hold on to a borrowed connection, so children are read beforehand.
    var children: [String: [Value]] = [:]
    for child in table.children {
      children[child.name] = try childRecords(of: number, child, party: party, connection)
    }
    return try decoder.values(row, from: offset, table, party: party) { children[$0.name] ?? [] }
  }

  private func childRecords(
    of parent: Int64, _ table: Table, party: String, _ connection: borrowing Connection
  ) throws -> [Value] {
    try connection.all(
      """
      SELECT \(unchecked: table.readColumns) FROM \(name: table.name)
      WHERE "_parent" = \(parent) ORDER BY "_position"
      """
    ) { row in try RowDecoder(seal: registry.seal).child(row, table, party: party) }
  }
}
