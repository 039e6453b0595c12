import Core
import Vocabulary

/// Where each party is: an organisation by its own region, a person by the employer's, else by
/// residence (catalogue, reading 2).
struct PartyPlaces {
  private let today: Int32
  private let person: Int
  /// By party.
  private let types: Cells<Int32>
  private let rows: Cells<Int32>
  /// By type of party, then row: codes of regions; empty where parties of the type have none.
  private let regions: [Cells<Int32>]
  private let jobs: Jobs?

  /// The employments: of each the row of the employer, and its spell.
  private struct Jobs {
    let table: ColumnTable
    let offsets: Cells<Int32>
    let employers: Cells<Int32>
    let from: Cells<Int32>
    let to: Cells<Int32>
    /// The type of the employers, and their table, for their ids.
    let type: Int
    let parties: ColumnTable?

    init?(_ store: ColumnStore) {
      guard let index = store.vocabulary.typeIndex("employment"), let table = store.tables[index],
        let spell = store.vocabulary.types[index].spell
      else { return nil }
      func column(_ name: String) -> Column? {
        store.vocabulary.types[index].fieldIndex(name).flatMap { table.columns[$0] }
      }
      guard let employers = column("employer"), case .party(let name) = employers.form,
        let type = store.vocabulary.typeIndex(name), let from = column(spell.from),
        let to = column(spell.to)
      else { return nil }
      self.table = table
      self.type = type
      self.employers = employers.narrow
      self.from = from.narrow
      self.to = to.narrow
      offsets = table.offsets
      parties = store.tables[type]
    }
  }

  init(_ store: ColumnStore) {
    today = Int32(clamping: store.on.dayNumber)
    person = store.vocabulary.typeIndex("person") ?? -1
    types = store.parties.types
    rows = store.parties.rows
    regions = store.vocabulary.types.indices.map { type in
      store.vocabulary.types[type].regionField.flatMap { store.tables[type]?.columns[$0]?.narrow }
        ?? Cells()
    }
    jobs = Jobs(store)
  }

  /// - Returns: by party, the code of the region; a mark while it is unknown, or known to be none.
  func places() -> Cells<Int32> {
    Cells(count: types.count, blocksOf: 1 << 14) { places(of: $0) }
  }

  // Spans and not cells: of these the threads would count their uses one after the other.
  private func places(of parties: Range<Int>) -> [Int32] {
    var places = [Int32](repeating: .unknown, count: parties.count)
    let types = types.span
    let rows = rows.span
    for (type, column) in regions.enumerated() where !column.isEmpty {
      let codes = column.span
      for party in parties where Int(types[party]) == type {
        places[party - parties.lowerBound] = codes[Int(rows[party])]
      }
    }
    guard let jobs else { return places }
    let offsets = jobs.offsets.span
    let employers = jobs.employers.span
    let from = jobs.from.span
    let to = jobs.to.span
    let ofEmployers = regions[jobs.type]
    let codes = ofEmployers.span
    for party in parties where Int(types[party]) == person {
      var best: Spell?
      for row in Int(offsets[party])..<Int(offsets[party + 1]) where !employers[row].isMark {
        let spell = Spell(row: row, from: from[row], to: to[row])
        if best.map({ precedes(spell, $0) }) != false { best = spell }
      }
      guard let best else { continue }
      places[party - parties.lowerBound] =
        codes.isEmpty ? .unknown : codes[Int(employers[best.row])]
    }
    return places
  }

  /// A job: when it began and ended, as far as that is known.
  private struct Spell {
    let row: Int
    let begin: Int32
    let end: Int32

    init(row: Int, from: Int32, to: Int32) {
      self.row = row
      begin = from.isMark ? .min : from
      end = to.isMark ? .max : to
    }
  }

  /// Of the jobs at organisations that are described, the one that goes on comes first; then the one that
  /// began last, then the one that ended last, then by record.
  private func precedes(_ one: Spell, _ other: Spell) -> Bool {
    if (one.end >= today) != (other.end >= today) { return one.end >= today }
    if one.begin != other.begin { return one.begin > other.begin }
    if one.end != other.end { return one.end > other.end }
    return name(one.row) < name(other.row)
  }

  private func name(_ row: Int) -> String {
    guard let jobs else { return "" }
    let name = jobs.table.name(row)
    let party = jobs.parties?.name(Int(jobs.employers[row])) ?? ""
    return (name.hasPrefix("#") ? "" : name) + "/" + party
  }
}
