import Core
import FEEL
import Facts
import Pages
import Vocabulary

/// Records of a party as a page shows them along the time.
struct TimelineReader {
  let served: ServedRegistry
  let facts: FactBase

  /// All records of a party, the newest first; those without a date at the end.
  func entries(of id: String) -> [TimelineEntry] {
    let entries = facts.records.filter { $0.party == id }.map(entry)
    return entries.enumerated().sorted { left, right in
      switch (left.element.from, right.element.from) {
      case (let a?, let b?) where a != b: a > b
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private func entry(_ record: Record) -> TimelineEntry {
    let type = served.vocabulary.types[record.type]
    let dated = dates(of: record, type)
    let details = type.fields.indices.compactMap { index -> Detail? in
      dated.fields.contains(index) ? nil : detail(index, of: record)
    }
    return TimelineEntry(
      type: type.name, details: details, from: dated.from, to: dated.to,
      isSpell: type.spell != nil, precision: dated.precision)
  }

  /// A field and what it says; references lead to the party they name.
  private func detail(_ index: Int, of record: Record) -> Detail? {
    guard let text = served.words.text(index, of: record) else { return nil }
    let field = served.vocabulary.types[record.type].fields[index]
    if case .reference = field.type, case .known(.string(let id)) = record.values[index],
      facts.party(id) != nil
    {
      return Detail(field.name, text, link: served.link(to: id, in: facts))
    }
    return Detail(field.name, text)
  }

  private struct Dates {
    var from: CivilDate?
    var to: CivilDate?
    var precision = TimelineEntry.Precision.day
    /// The fields that say so, which need not be told again.
    var fields: [Int] = []
  }

  private func dates(of record: Record, _ type: EntityType) -> Dates {
    var dates = Dates()
    guard let event = (type.spell?.from ?? type.event).flatMap(type.fieldIndex) else {
      return dates
    }
    dates.fields = [event]
    switch (type.fields[event].type, record.values[event]) {
    case (.month, .known(.date(let date))):
      dates.from = date
      dates.precision = .month
    case (_, .known(.date(let date))): dates.from = date
    case (_, .known(.number(let year))):
      dates.from = year.integer.flatMap { CivilDate(year: $0, month: 1, day: 1) }
      dates.precision = .year
    default: dates.from = nil
    }
    if let end = type.spell.flatMap({ type.fieldIndex($0.to) }) {
      dates.fields.append(end)
      dates.to = record.date(end)
    }
    return dates
  }
}
