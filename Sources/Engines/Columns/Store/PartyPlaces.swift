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
    Cells(count: types.count, blocksOf: 1 << 14) { parties in
      parties.map { place(of: $0) }
    }
  }

  private func place(of party: Int) -> Int32 {
    let type = Int(types[party])
    if type < 0 { return .unknown }
    if type == person, let jobs {
      let employer = employer(of: party, jobs)
      if employer >= 0 { return region(jobs.type, employer) }
    }
    return region(type, rows[party])
  }

  private func region(_ type: Int, _ row: Int32) -> Int32 {
    regions[type].isEmpty ? .unknown : regions[type][Int(row)]
  }

  /// Of the jobs at organisations that are described, the one that goes on; then the one that began
  /// last, then the one that ended last, then by record.
  ///
  /// - Returns: the employer's row; negative where there is none.
  private func employer(of party: Int, _ jobs: Jobs) -> Int32 {
    var best = -1
    for row in Int(jobs.offsets[party])..<Int(jobs.offsets[party + 1]) {
      if jobs.employers[row].isMark { continue }
      if best < 0 || precedes(row, best, jobs) { best = row }
    }
    return best < 0 ? -1 : jobs.employers[best]
  }

  private func precedes(_ row: Int, _ other: Int, _ jobs: Jobs) -> Bool {
    func begin(_ row: Int) -> Int32 { jobs.from[row].isMark ? .min : jobs.from[row] }
    func end(_ row: Int) -> Int32 { jobs.to[row].isMark ? .max : jobs.to[row] }
    if (end(row) >= today) != (end(other) >= today) { return end(row) >= today }
    if begin(row) != begin(other) { return begin(row) > begin(other) }
    if end(row) != end(other) { return end(row) > end(other) }
    return name(row, jobs) < name(other, jobs)
  }

  private func name(_ row: Int, _ jobs: Jobs) -> String {
    let name = jobs.table.name(row)
    let party = jobs.parties?.name(Int(jobs.employers[row])) ?? ""
    return (name.hasPrefix("#") ? "" : name) + "/" + party
  }
}
