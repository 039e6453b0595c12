import Core
import Vocabulary

/// Where each party is: an organisation by its own region, a person by the employer's, else by
/// residence (catalogue, reading 2).
struct PartyPlaces {
  private let store: ColumnStore
  private let person: Int?
  private let jobs: ColumnTable?
  private let employers: Column?
  private let from: Column?
  private let to: Column?

  init(_ store: ColumnStore) {
    self.store = store
    let types = store.vocabulary.types
    person = store.vocabulary.typeIndex("person")
    let type = store.vocabulary.typeIndex("employment")
    jobs = type.flatMap { store.tables[$0] }
    func column(_ name: String?) -> Column? {
      guard let type, let name, let field = types[type].fieldIndex(name) else { return nil }
      return store.tables[type]?.columns[field]
    }
    employers = column("employer")
    from = column(type.flatMap { types[$0].spell?.from })
    to = column(type.flatMap { types[$0].spell?.to })
  }

  /// - Returns: by party, the code of the region; a mark while it is unknown, or known to be none.
  func places() -> Cells<Int32> {
    Cells(count: store.parties.count, blocksOf: 1 << 14) { parties in
      parties.map { place(of: $0) }
    }
  }

  private func place(of party: Int) -> Int32 {
    let type = Int(store.parties.types[party])
    if type < 0 { return .unknown }
    if type == person, let employer = employer(of: party) {
      return region(employer.type, Int(employer.row))
    }
    return region(type, Int(store.parties.rows[party]))
  }

  private func region(_ type: Int, _ row: Int) -> Int32 {
    guard let field = store.vocabulary.types[type].regionField,
      let column = store.tables[type]?.columns[field]
    else { return .unknown }
    return column.narrow[row]
  }

  /// Of the jobs at organisations that are described, the one that goes on; then the one that began
  /// last, then the one that ended last, then by record.
  private func employer(of party: Int) -> (type: Int, row: Int32)? {
    guard let jobs, let employers, let from, let to, case .party(let target) = employers.form,
      let type = store.vocabulary.typeIndex(target)
    else { return nil }
    var best: (row: Int, employer: Int32)?
    for row in jobs.rows(of: party) {
      let employer = employers.narrow[row]
      if employer.isMark { continue }
      if let known = best, !precedes(row, employer, known.row, known.employer) { continue }
      best = (row, employer)
    }
    return best.map { (type, $0.employer) }

    func precedes(_ row: Int, _ employer: Int32, _ other: Int, _ others: Int32) -> Bool {
      let today = Int64(store.on.dayNumber)
      let begins = (
        from[row].isMark ? Int64.min : from[row], from[other].isMark ? .min : from[other]
      )
      let ends = (to[row].isMark ? Int64.max : to[row], to[other].isMark ? .max : to[other])
      if (ends.0 >= today) != (ends.1 >= today) { return ends.0 >= today }
      if begins.0 != begins.1 { return begins.0 > begins.1 }
      if ends.0 != ends.1 { return ends.0 > ends.1 }
      return name(row, employer) < name(other, others)
    }
    func name(_ row: Int, _ employer: Int32) -> String {
      let name = jobs.name(row)
      let party = store.tables[type]?.name(Int(employer)) ?? ""
      return (name.hasPrefix("#") ? "" : name) + "/" + party
    }
  }
}
