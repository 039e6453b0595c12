import Core
import FEEL
package import Facts
import Vocabulary

/// The records of a year by their names, and the child records that some of them list.
extension ColumnBuilder {
  /// Types whose records are read by name and year.
  package var yearlyTypes: [Int] {
    vocabulary.types.indices.filter { type in
      vocabulary.yearlyViewIndex(ofType: type).map { tables[$0] != nil } ?? false
    }
  }

  /// Adds a row for each party and year of which there are records.
  ///
  /// - Parameters:
  ///   - type: one of `yearlyTypes`.
  ///   - facts: with all records of the type that these parties have.
  ///   - owners: whose; `nil` for all.
  package mutating func addYears(ofType type: Int, _ facts: FactBase, _ owners: Set<String>?) {
    guard let view = vocabulary.yearlyViewIndex(ofType: type),
      let fields = YearlyFields(type, vocabulary)
    else { return }
    var seen: Set<YearOfParty> = []
    for record in facts.records where record.type == type {
      let party = record.party ?? ""
      guard owners?.contains(party) != false, let year = fields.year(of: record.values),
        // A later year's rows do not exist yet: they have the year's first day.
        let first = CivilDate(year: year, month: 1, day: 1), abs(first.dayNumber) < 1 << 28,
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
    let shown = vocabulary.columnTypes[view]
    for (field, declared) in shown.fields.enumerated() {
      let told = entries[field]?.value
      if case .children = declared.type,
        let children = vocabulary.childView(ofField: declared.id, in: shown.id)
          .flatMap(vocabulary.columnTypeIndex)
      {
        tables[view]?.columns[field]?.append(told == nil ? .unknown : Int64(Truth.no))
        if case .list(let items)? = told {
          for item in items { add(item, children, owner: owner, from: day) }
        }
        continue
      }
      guard let form = tables[view]?.columns[field]?.form else { continue }
      let value = value(told.map(FactValue.known) ?? .missing, form, .unknown)
      tables[view]?.columns[field]?.append(value)
    }
    append(to: view, owner, day)
  }

  private mutating func add(_ child: Value, _ view: Int, owner: Int32, from day: Int32) {
    let context: Context? = if case .context(let context) = child { context } else { nil }
    for (field, declared) in vocabulary.columnTypes[view].fields.enumerated() {
      guard let form = tables[view]?.columns[field]?.form else { continue }
      let told = context?[declared.id].map(FactValue.known) ?? .missing
      let value = value(told, form, declared.absence)
      tables[view]?.columns[field]?.append(value)
    }
    append(to: view, owner, day)
  }

  private mutating func append(to view: Int, _ owner: Int32, _ day: Int32) {
    tables[view]?.owners.append(owner)
    tables[view]?.events.append(day)
    tables[view]?.names.append("")
  }
}
