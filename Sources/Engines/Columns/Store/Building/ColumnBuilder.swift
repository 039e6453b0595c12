import Core
import FEEL
package import Facts
package import PolicyPlan
package import Vocabulary

/// Makes columns of facts, batch by batch.
package struct ColumnBuilder {
  let vocabulary: Vocabulary
  var texts = TextCoder()
  var tables: [GrowingTable?]
  var ids = GrowingTexts()
  var types: [Int32] = []
  var rows: [Int32] = []
  var isWhole: [UInt8] = []
  var numbers: [String: Int32] = [:]
  /// Of parties that a registry numbers, growing.
  var keys: [Int64] = []
  /// Whether all parties were told, so that a name of another is nobody's.
  var areAllTold = false
  /// What regions parties state, until it is known where each of them is.
  private var defaultRegion: String?
  private var catalogues: ListedCodes?
  /// By open type: the parties of whom somebody said that there is no more.
  var complete: [Int: Set<Int>] = [:]

  /// - Parameters:
  ///   - plans: whose rules read the columns.
  ///   - vocabulary: of the facts.
  package init(for plans: [Plan], _ vocabulary: Vocabulary) {
    self.init(ColumnFields(plans, vocabulary), vocabulary)
  }

  /// - Parameters:
  ///   - fields: what columns there are to be.
  ///   - vocabulary: of the facts.
  package init(_ fields: ColumnFields, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    tables = vocabulary.columnTypes.indices.map { type in
      fields.byType[type].map { GrowingTable(type, $0, vocabulary) }
    }
  }

  /// Adds parties and their records.
  ///
  /// - Parameters:
  ///   - facts: of any day.
  ///   - owners: the parties whose records are all there; `nil` for every party of the facts. Others
  ///     are only described.
  package mutating func add(_ facts: FactBase, owners: Set<String>? = nil) {
    defaultRegion = facts.region
    add(catalogues: facts.catalogues)
    for party in facts.parties {
      let number = self.number(of: party.id ?? "")
      if types[number] < 0 { describe(party, number) }
      if owners?.contains(party.id ?? "") != false { isWhole[number] = 1 }
    }
    var places: [Int: [String: Int]] = [:]
    for record in facts.records {
      guard tables[record.type] != nil else { continue }
      let owner = record.party ?? ""
      let place = places[record.type, default: [:]][owner, default: 0] + 1
      places[record.type, default: [:]][owner] = place
      if owners?.contains(owner) == false { continue }
      append(record, owner: number(of: owner), name: record.id ?? "#\(place)")
    }
    for type in yearlyTypes { addYears(ofType: type, facts, owners) }
    for type in openTypes {
      for party in facts.parties where facts.isComplete(type: type, party: party.id ?? "") {
        complete[type, default: []].insert(number(of: party.id ?? ""))
      }
    }
  }

  /// What is listed; the first catalogues that are told count.
  package mutating func add(catalogues rows: [String: CatalogueRows]) {
    if catalogues != nil { return }
    catalogues = ListedCodes(rows, vocabulary) { texts.code(adding: $0) }
  }

  var openTypes: [Int] {
    vocabulary.types.indices.filter { type in
      if case .open = vocabulary.types[type].source { tables[type] != nil } else { false }
    }
  }

  mutating func number(of party: String) -> Int {
    if let known = numbers[party] { return Int(known) }
    let number = types.count
    numbers[party] = Int32(number)
    addNamed(party)
    return number
  }

  /// Makes room for a party of which nothing but the name is known.
  mutating func addNamed(_ party: String) {
    ids.append(party)
    types.append(-1)
    rows.append(-1)
    isWhole.append(0)
  }

  private mutating func describe(_ party: Record, _ number: Int) {
    types[number] = Int32(party.type)
    guard let table = tables[party.type] else { return }
    rows[number] = Int32(table.count)
    append(party, owner: number, name: party.id ?? "")
  }

  private mutating func append(_ record: Record, owner: Int, name: String) {
    let type = vocabulary.types[record.type]
    for (field, declared) in type.fields.enumerated() {
      guard let form = tables[record.type]?.columns[field]?.form else { continue }
      var value = value(record.values[field], form, declared.absence)
      if value == Int64.unknown, record.party == nil, field == type.regionField,
        case .missing = record.values[field], let region = defaultRegion
      {
        value = Int64(texts.code(adding: region))
      }
      tables[record.type]?.columns[field]?.append(value)
    }
    tables[record.type]?.owners.append(Int32(owner))
    tables[record.type]?.events.append(ColumnBuilder.event(of: record, type))
    tables[record.type]?.names.append(name)
  }

  /// The columns; nothing can be added to them.
  package consuming func finish() -> ColumnFacts {
    addOpenWords()
    numberRows()
    let declared = vocabulary.columnTypes
    var done: [ColumnTable?] = []
    for type in tables.indices {
      pointToRows(type)
      done.append(tables[type]?.table(parties: types.count, declared[type]))
      tables[type] = nil
    }
    let count = types.count
    var facts = ColumnFacts(
      vocabulary: vocabulary, texts: texts.finish(), tables: done,
      parties: .init(
        ids: ids.texts(nil), types: Cells(types), rows: Cells(rows), isWhole: Cells(isWhole),
        keys: Cells(keys)),
      catalogues: catalogues ?? ListedCodes())
    for (type, table) in done.enumerated() {
      guard let table, case .open = declared[type].source else { continue }
      var isComplete = [UInt8](repeating: 0, count: count)
      for party in complete[type] ?? [] { isComplete[party] = 1 }
      let cells = Cells(isComplete)
      facts.openness[type] = .init(
        isComplete: cells, missing: facts.missing(of: table, cells))
    }
    return facts
  }

  /// The words that a type is open by have codes, whether or not a row says them.
  private mutating func addOpenWords() {
    for type in openTypes {
      guard case .open(let name?) = vocabulary.types[type].source,
        let field = vocabulary.types[type].fieldIndex(name),
        case .enumeration(let values) = vocabulary.types[type].fields[field].type
      else { continue }
      for value in values { _ = texts.code(adding: value.id) }
    }
  }

  /// A party's row once its table is in the order of the parties.
  private mutating func numberRows() {
    var next = [Int32](repeating: 0, count: tables.count)
    for party in types.indices where rows[party] >= 0 {
      let type = Int(types[party])
      rows[party] = next[type]
      next[type] += 1
    }
  }

  /// References name parties by number until all are there, then by row of their table; a party that
  /// nobody describes stays open.
  private mutating func pointToRows(_ type: Int) {
    for field in tables[type]?.columns.indices ?? 0..<0 {
      guard case .party(let name)? = tables[type]?.columns[field]?.form,
        let target = vocabulary.typeIndex(name)
      else { continue }
      let (types, rows) = (types, rows)
      tables[type]?.columns[field]?.changeNarrow { number in
        if number.isMark { return number }
        return types[Int(number)] == target ? rows[Int(number)] : .unknown
      }
    }
  }
}
