package import Core
import FEEL
package import Facts
package import PolicyPlan
package import Vocabulary

/// Makes columns of facts, batch by batch.
package struct ColumnBuilder {
  var store: ColumnStore
  let reading: ColumnReading
  private var numbers: [String: Int32] = [:]
  /// What regions parties state, until it is known where each of them is.
  private var defaultRegion: String?
  private var hasCatalogues = false
  /// By open type: the parties of whom somebody said that there is no more.
  private var complete: [Int: Set<Int>] = [:]
  private let openTypes: [Int]

  /// - Parameters:
  ///   - plans: whose rules read the columns.
  ///   - vocabulary: of the facts.
  ///   - on: the day of the determinations.
  package init(for plans: [Plan], _ vocabulary: Vocabulary, on: CivilDate) {
    store = ColumnStore(vocabulary, on: on)
    reading = ColumnReading(plans, vocabulary)
    openTypes = reading.fields.keys.filter { type in
      if case .open = vocabulary.types[type].source { true } else { false }
    }
    for (type, fields) in reading.fields {
      store.tables[type] = ColumnTable(type: type, fields: vocabulary.types[type].fields.count)
      for field in fields {
        store.tables[type]?.columns[field] = ColumnForm(
          vocabulary.types[type].fields[field].type, vocabulary
        ).map(Column.init)
      }
    }
    for type in reading.yearly { prepareYears(ofType: type) }
  }

  /// Adds parties and their records.
  ///
  /// - Parameters:
  ///   - facts: of the store's day.
  ///   - owners: the parties whose records are all there; `nil` for every party of the facts. Others
  ///     are only described.
  package mutating func add(_ facts: FactBase, owners: Set<String>? = nil) {
    defaultRegion = facts.region
    if !hasCatalogues {
      store.catalogues = ListedCodes(facts, &store.texts)
      hasCatalogues = true
    }
    for party in facts.parties {
      let number = self.number(of: party.id ?? "")
      if store.parties.types[number] < 0 { describe(party, number) }
      if owners?.contains(party.id ?? "") != false { store.parties.isWhole[number] = true }
    }
    var places: [Int: [String: Int]] = [:]
    for record in facts.records {
      guard store.tables[record.type] != nil else { continue }
      let owner = record.party ?? ""
      let place = places[record.type, default: [:]][owner, default: 0] + 1
      places[record.type, default: [:]][owner] = place
      if owners?.contains(owner) == false { continue }
      append(record, owner: number(of: owner), name: record.id ?? "#\(place)")
    }
    for type in reading.yearly { addYears(ofType: type, facts, owners) }
    for type in openTypes {
      for party in facts.parties where facts.isComplete(type: type, party: party.id ?? "") {
        complete[type, default: []].insert(number(of: party.id ?? ""))
      }
    }
  }

  mutating func number(of party: String) -> Int {
    if let known = numbers[party] { return Int(known) }
    let number = store.parties.count
    numbers[party] = Int32(number)
    store.parties.ids.append(party)
    store.parties.types.append(-1)
    store.parties.rows.append(-1)
    store.parties.places.append(.unknown)
    store.parties.hasClaims.append(false)
    store.parties.isWhole.append(false)
    return number
  }

  private mutating func describe(_ party: Record, _ number: Int) {
    store.parties.types[number] = Int32(party.type)
    guard store.tables[party.type] != nil else { return }
    store.parties.rows[number] = Int32(store.tables[party.type]?.count ?? 0)
    append(party, owner: number, name: party.id ?? "")
  }

  private mutating func append(_ record: Record, owner: Int, name: String) {
    let type = store.vocabulary.types[record.type]
    var event = Int32.none
    if let field = type.eventField {
      event = day(record.values[field])
      if !event.isMark, Int(event) > store.on.dayNumber { return }
    }
    for (field, declared) in type.fields.enumerated() {
      guard let form = store.tables[record.type]?.columns[field]?.form else { continue }
      var value = value(record.values[field], form, whenMissing: declared.absence)
      if value == Int64.unknown, record.party == nil, field == type.regionField,
        case .missing = record.values[field], let region = defaultRegion
      {
        value = Int64(store.texts.code(adding: region))
      }
      store.tables[record.type]?.columns[field]?.append(value)
    }
    store.tables[record.type]?.owners.append(Int32(owner))
    store.tables[record.type]?.events.append(event)
    store.tables[record.type]?.names.append(name)
    if record.type == reading.claims { store.parties.hasClaims[owner] = true }
  }

  /// The day on which a record came into being, as the explain engine has it.
  private func day(_ value: FactValue) -> Int32 {
    switch value {
    case .missing: return .unknown
    case .none: return .none
    case .known(.date(let date)): return ColumnBuilder.narrow(date)
    case .known(.number(let year)):
      return year.integer.flatMap { CivilDate(year: $0, month: 1, day: 1) }
        .map(ColumnBuilder.narrow) ?? .none
    case .known: return .none
    }
  }

  private static func narrow(_ date: CivilDate) -> Int32 {
    // A day that is out of reach stays open.
    abs(date.dayNumber) < 1 << 28 ? Int32(date.dayNumber) : .unknown
  }

  /// A field as its column has it, with the meaning of its absence; what the column cannot hold is
  /// open.
  mutating func value(
    _ value: FactValue, _ form: ColumnForm, whenMissing absence: Field.Absence
  ) -> Int64 {
    let known: Value
    switch value {
    case .missing: return absence == .unknown ? .unknown : .none
    case .none, .known(.null): return .none
    case .known(let value): known = value
    }
    switch (form, known) {
    case (.truth, .boolean(let truth)): return Int64(truth ? Truth.yes : Truth.no)
    case (.date, .date(let date)):
      let day = ColumnBuilder.narrow(date)
      return day.isMark ? .unknown : Int64(day)
    case (.text, .string(let text)): return Int64(store.texts.code(adding: text))
    case (.number(let scaled), .number(let number)):
      guard let units = number.units(scale: scaled.scale), units >= scaled.low,
        units <= scaled.high
      else { return .unknown }
      return units
    case (.party, .string(let id)): return Int64(number(of: id))
    default: return .unknown
    }
  }

  /// The columns; nothing can be added to them.
  package consuming func finish() -> ColumnStore {
    for type in store.tables.indices { sort(type) }
    var places = PartyPlaces(store)
    store.parties.places = store.parties.ids.indices.map { places.place(of: $0) }
    for type in openTypes {
      var openness = ColumnStore.Openness(
        isComplete: Array(repeating: false, count: store.parties.count),
        missing: Array(repeating: 0, count: store.parties.count))
      for party in complete[type] ?? [] { openness.isComplete[party] = true }
      noteMissing(type, &openness)
      store.openness[type] = openness
    }
    for type in store.tables.indices {
      pointToRows(type)
      noteMonths(type)
    }
    return store
  }

  /// References name parties by number until all are there, then by row of their table; a party that
  /// nobody describes stays open.
  private mutating func pointToRows(_ type: Int) {
    for field in store.tables[type]?.columns.indices ?? 0..<0 {
      guard case .party(let name)? = store.tables[type]?.columns[field]?.form,
        let target = store.vocabulary.typeIndex(name)
      else { continue }
      let parties = store.parties
      store.tables[type]?.columns[field]?.changeNarrow { number in
        if number.isMark { return number }
        return parties.types[Int(number)] == target ? parties.rows[Int(number)] : .unknown
      }
    }
  }

  /// Puts the rows of a table in the order of their parties.
  private mutating func sort(_ type: Int) {
    guard var table = store.tables[type] else { return }
    store.tables[type] = nil
    defer { store.tables[type] = table }
    var starts = [Int32](repeating: 0, count: store.parties.count + 1)
    for owner in table.owners { starts[Int(owner) + 1] += 1 }
    for party in 0..<store.parties.count { starts[party + 1] += starts[party] }
    table.offsets = starts
    var next = starts
    var order = [Int32](repeating: 0, count: table.count)
    var isSorted = true
    for (row, owner) in table.owners.enumerated() {
      let place = Int(next[Int(owner)])
      if place != row { isSorted = false }
      order[place] = Int32(row)
      next[Int(owner)] += 1
    }
    if isSorted { return }
    table.owners = order.map { table.owners[Int($0)] }
    table.events = order.map { table.events[Int($0)] }
    table.names = order.map { table.names[Int($0)] }
    for field in table.columns.indices { table.columns[field]?.reorder(order) }
    if store.types[type].role == .party {
      for (row, owner) in table.owners.enumerated() { store.parties.rows[Int(owner)] = Int32(row) }
    }
  }

  /// The months in which spells begin and end.
  private mutating func noteMonths(_ type: Int) {
    let declared = store.types[type]
    guard let table = store.tables[type], let spell = declared.spell,
      let from = declared.fieldIndex(spell.from), let to = declared.fieldIndex(spell.to)
    else { return }
    func months(_ field: Int) -> [Int32] {
      (table.columns[field]?.narrow ?? []).map { $0.isMark ? $0 : Kernels.monthNumber(of: $0) }
    }
    store.tables[type]?.firstMonths = months(from)
    store.tables[type]?.lastMonths = months(to)
  }

  /// Of which values of the field that a type is open by each party has no record.
  private mutating func noteMissing(_ type: Int, _ openness: inout ColumnStore.Openness) {
    guard case .open(let name?) = store.vocabulary.types[type].source,
      let field = store.vocabulary.types[type].fieldIndex(name),
      case .enumeration(let values) = store.vocabulary.types[type].fields[field].type,
      values.count <= 64, let table = store.tables[type], let column = table.columns[field]
    else { return }
    let codes = values.map { store.texts.code(adding: $0.id) }
    let all = values.count == 64 ? UInt64.max : (1 << UInt64(values.count)) - 1
    for party in 0..<store.parties.count {
      let rows = table.rows(of: party)
      if rows.isEmpty || openness.isComplete[party] { continue }
      var missing = all
      for row in rows {
        if let place = codes.firstIndex(of: column.narrow[row]) { missing &= ~(1 << UInt64(place)) }
      }
      openness.missing[party] = missing
    }
  }
}
