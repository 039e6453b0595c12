package import Facts
import Vocabulary

/// Columns of a registry: it numbers its parties by growing keys, and tells all of them before their
/// records.
extension ColumnBuilder {
  /// A party or record and some of its fields.
  package struct Row: Sendable {
    /// The key of the party.
    let key: Int64
    let id: String?
    let values: [FactValue]

    package init(key: Int64, id: String?, values: [FactValue]) {
      self.key = key
      self.id = id
      self.values = values
    }
  }

  /// A party that the registry knows, behind all that were told before.
  package mutating func add(party id: String, key: Int64) {
    areAllTold = true
    numbers[id] = Int32(types.count)
    keys.append(key)
    addNamed(id)
  }

  /// Positions of the fields of a type that have a column, and those the builder must know besides;
  /// `nil` where there is no table.
  package func fields(ofType type: Int) -> [Int]? {
    guard let table = tables[type] else { return nil }
    let event = vocabulary.types[type].role == .party ? nil : vocabulary.types[type].eventField
    return table.columns.indices.filter { table.columns[$0] != nil || $0 == event }
  }

  /// Adds all rows of some parties.
  ///
  /// - Parameters:
  ///   - rows: all that there are of these parties, one party after the other.
  ///   - type: position in the vocabulary.
  ///   - fields: what their values are of.
  package mutating func add(_ rows: some Sequence<Row>, ofType type: Int, fields: [Int]) {
    let declared = vocabulary.types[type]
    let isParty = declared.role == .party
    let event = isParty ? nil : declared.eventField.flatMap { fields.firstIndex(of: $0) }
    let forms = fields.map { tables[type]?.columns[$0]?.form }
    let absences = fields.map { declared.fields[$0].absence }
    var last: (key: Int64, number: Int, place: Int) = (0, 0, 0)
    for row in rows {
      if row.key == last.key {
        last.place += 1
      } else {
        guard let number = number(ofKey: row.key) else { continue }
        last = (row.key, number, 1)
      }
      if isParty { describe(last.number, type) }
      for (place, field) in fields.enumerated() {
        guard let form = forms[place] else { continue }
        let value = value(row.values[place], form, absences[place])
        tables[type]?.columns[field]?.append(value)
      }
      tables[type]?.owners.append(Int32(last.number))
      tables[type]?.events.append(event.map { ColumnBuilder.day(row.values[$0]) } ?? .none)
      if isParty {
        tables[type]?.names.append(ids.text(last.number))
      } else {
        tables[type]?.names.append(row.id ?? "#\(last.place)")
      }
    }
  }

  private mutating func describe(_ number: Int, _ type: Int) {
    types[number] = Int32(type)
    rows[number] = Int32(tables[type]?.count ?? 0)
    isWhole[number] = 1
  }

  /// Says that a party has no more records of an open type than were told.
  package mutating func declareComplete(type: Int, key: Int64) {
    guard tables[type] != nil, let number = number(ofKey: key) else { return }
    complete[type, default: []].insert(number)
  }

  /// Keys grow, and mostly by one.
  private func number(ofKey key: Int64) -> Int? {
    if key >= 1, key <= keys.count, keys[Int(key) - 1] == key { return Int(key) - 1 }
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }
}
