import Core
import FEEL
import Facts
import Vocabulary

/// The records of a year by their names, and the child records that some of them list.
extension ColumnBuilder {
  /// Makes the tables of what is read by name and year.
  mutating func prepareYears(ofType type: Int) {
    guard let view = store.yearlyView(ofType: type) else { return }
    store.tables[view] = ColumnTable(type: view, fields: store.types[view].fields.count)
    for (field, declared) in store.types[view].fields.enumerated() {
      guard let children = store.childView(ofField: field, in: view) else {
        store.tables[view]?.columns[field] = ColumnForm(declared.type, store.vocabulary)
          .map(Column.init)
        continue
      }
      // Whether there may be others than those listed: nobody knows until the list is told.
      store.tables[view]?.columns[field] = Column(.truth)
      store.tables[children] = ColumnTable(
        type: children, fields: store.types[children].fields.count)
      for (place, child) in store.types[children].fields.enumerated() {
        store.tables[children]?.columns[place] = ColumnForm(ofChild: child.type, store.vocabulary)
          .map(Column.init)
      }
    }
  }

  /// Adds a row for each party and year of which there are records.
  mutating func addYears(ofType type: Int, _ facts: FactBase, _ owners: Set<String>?) {
    guard let view = store.yearlyView(ofType: type),
      let fields = YearlyFields(type, store.vocabulary)
    else { return }
    var seen: Set<YearOfParty> = []
    for record in facts.records where record.type == type {
      let party = record.party ?? ""
      guard owners?.contains(party) != false, let year = fields.year(of: record.values),
        // Records of a later year do not exist yet.
        year <= store.on.year, let first = CivilDate(year: year, month: 1, day: 1),
        abs(first.dayNumber) < 1 << 28,
        seen.insert(YearOfParty(party: party, year: year)).inserted,
        let entries = YearlyEntries(type, of: party, in: year, facts)
      else { continue }
      add(entries, view, owner: Int32(number(of: party)), from: Int32(first.dayNumber))
    }
  }

  private struct YearOfParty: Hashable {
    let party: String
    let year: Int
  }

  private mutating func add(_ entries: YearlyEntries, _ view: Int, owner: Int32, from day: Int32) {
    for field in store.types[view].fields.indices {
      let told = entries[field]?.value
      if let children = store.childView(ofField: field, in: view) {
        store.tables[view]?.columns[field]?.append(told == nil ? .unknown : Int64(Truth.no))
        if case .list(let items)? = told {
          for item in items { add(item, children, owner: owner, from: day) }
        }
        continue
      }
      guard let form = store.tables[view]?.columns[field]?.form else { continue }
      let value = value(told.map(FactValue.known) ?? .missing, form, whenMissing: .unknown)
      store.tables[view]?.columns[field]?.append(value)
    }
    append(to: view, owner, day)
  }

  private mutating func add(_ child: Value, _ view: Int, owner: Int32, from day: Int32) {
    let context: Context? = if case .context(let context) = child { context } else { nil }
    for (field, declared) in store.types[view].fields.enumerated() {
      guard let form = store.tables[view]?.columns[field]?.form else { continue }
      let told = context?[declared.id].map(FactValue.known) ?? .missing
      let value = value(told, form, whenMissing: declared.absence)
      store.tables[view]?.columns[field]?.append(value)
    }
    append(to: view, owner, day)
  }

  private mutating func append(to view: Int, _ owner: Int32, _ day: Int32) {
    store.tables[view]?.owners.append(owner)
    store.tables[view]?.events.append(day)
    store.tables[view]?.names.append("")
  }
}

extension ColumnForm {
  /// How a field of child records lies: whom one names is told by the id, also where nobody describes
  /// that party.
  fileprivate init?(ofChild type: FieldType, _ vocabulary: Vocabulary) {
    if case .reference = type { self = .text } else { self.init(type, vocabulary) }
  }
}
