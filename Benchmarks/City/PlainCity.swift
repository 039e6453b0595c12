import Columns
import Core

/// The same facts as plain arrays in the types that somebody who writes the rules by hand would
/// choose: what the hand-written loop and the other engines read.
///
/// Workers and organisations go by their numbers, days are counted from 1970, months from the year 0.
/// Records stand in the order of their workers; `…Owners` says whose each is, `…Starts` where those of
/// each worker begin, with one more at the end.
struct PlainCity {
  var workers = 0
  /// By worker, and by organisation.
  var isLocal: [UInt8] = []
  var isEnterprise: [UInt8] = []
  var isLocalEmployer: [UInt8] = []

  var jobOwners: [Int32] = []
  var jobStarts: [Int32] = []
  var jobEmployers: [Int32] = []
  var jobFrom: [Int32] = []
  /// `endless` for what goes on.
  var jobTo: [Int32] = []

  /// In the order of their first months; those of one worker may cover the same month.
  var spellOwners: [Int32] = []
  var spellStarts: [Int32] = []
  var spellFrom: [Int32] = []
  var spellTo: [Int32] = []

  var certificateOwners: [Int32] = []
  var certificateStarts: [Int32] = []
  /// Places in `City.occupations`.
  var occupations: [Int16] = []
  var levels: [Int8] = []
  /// Whether the certificate is of a kind that counts.
  var isGoodKind: [UInt8] = []
  var issued: [Int32] = []

  var awardOwners: [Int32] = []
  var awardStarts: [Int32] = []
  /// Whether it is a title of leading talent, and not a prize.
  var isTitle: [UInt8] = []
  /// Places in `City.contests` or `City.titles`.
  var awards: [Int8] = []
  /// Of prizes.
  var ranks: [Int8] = []
  /// Places in `City.levels`.
  var awardLevels: [Int8] = []
  /// From 1, places in `City.achievements`; 0 for none.
  var achievements: [Int8] = []
  var granted: [Int32] = []

  var apprenticeOwners: [Int32] = []
  var apprenticeEmployers: [Int32] = []
  var apprenticeFrom: [Int32] = []
  var apprenticeYears: [Int8] = []
  /// Whole yuan.
  var fees: [Int32] = []

  /// By year from 2010 and occupation.
  var shortage: [UInt8] = []

  static let endless = Int32(1 << 28)
  /// The first year of the lists of shortage occupations.
  static let firstYear = 2010
}

extension PlainCity {
  init(_ store: ColumnStore) {
    let columns = Columns(store)
    workers = columns.persons.count
    isLocal = columns.persons.map { columns.isInside[Int($0)] ? 1 : 0 }
    let employers = columns.table("organisation")
    isEnterprise = employers.places("kind", ["enterprise"]).map { $0 == 0 ? 1 : 0 }
    isLocalEmployer = employers.parties.map { columns.isInside[Int($0)] ? 1 : 0 }
    readJobs(columns.table("employment"))
    readSpells(columns.table("insurance"))
    readCertificates(columns.table("certificate"))
    readAwards(columns.table("award"))
    readApprentices(columns.table("apprenticeship"))
    shortage = City.shortageTable()
  }

  private mutating func readJobs(_ jobs: Columns.Table) {
    jobOwners = jobs.owners
    jobStarts = starts(jobs.owners)
    jobEmployers = jobs.numbers("employer")
    jobFrom = jobs.numbers("from")
    jobTo = jobs.numbers("to", none: PlainCity.endless)
  }

  private mutating func readSpells(_ spells: Columns.Table) {
    func months(_ days: [Int32]) -> [Int32] {
      days.map {
        $0 == PlainCity.endless ? $0 : Int32(CivilDate(dayNumber: Int($0)).monthNumber)
      }
    }
    spellOwners = spells.owners
    spellStarts = starts(spells.owners)
    spellFrom = months(spells.numbers("from"))
    spellTo = months(spells.numbers("to", none: PlainCity.endless))
  }

  private mutating func readCertificates(_ certificates: Columns.Table) {
    certificateOwners = certificates.owners
    certificateStarts = starts(certificates.owners)
    occupations = certificates.places("occupation", City.occupations).map { Int16($0) }
    levels = certificates.numbers("level").map { Int8($0) }
    isGoodKind = certificates.places("kind", ["qualification", "skill-level"])
      .map { $0 >= 0 ? 1 : 0 }
    issued = certificates.numbers("issuedOn")
  }

  private mutating func readAwards(_ table: Columns.Table) {
    awardOwners = table.owners
    awardStarts = starts(table.owners)
    isTitle = table.places("series", ["leading-talent"]).map { $0 == 0 ? 1 : 0 }
    let contests = table.places("contest", City.contests.map(\.0))
    let titles = table.places("name", City.titles.map(\.0))
    awards = isTitle.indices.map { Int8(isTitle[$0] == 1 ? titles[$0] : contests[$0]) }
    ranks = table.numbers("rank").map { Int8($0) }
    awardLevels = table.places("level", City.levels).map { Int8($0) }
    achievements = table.places("achievement", City.achievements).map { Int8($0 + 1) }
    granted = table.numbers("grantedOn")
  }

  private mutating func readApprentices(_ table: Columns.Table) {
    apprenticeOwners = table.owners
    apprenticeEmployers = table.numbers("employer")
    apprenticeFrom = table.numbers("from")
    apprenticeYears = table.numbers("year").map { Int8($0) }
    fees = table.yuan("feePaid")
  }

  private func starts(_ owners: [Int32]) -> [Int32] {
    var starts = [Int32](repeating: 0, count: workers + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for worker in 0..<workers { starts[worker + 1] += starts[worker] }
    return starts
  }
}

/// What is read of a store.
private struct Columns {
  let store: ColumnStore
  let isInside: [Bool]
  /// The parties who are workers.
  let persons: [Int32]
  /// By party, the worker's number.
  let workers: [Int32]

  init(_ store: ColumnStore) {
    self.store = store
    isInside = store.isInside("330300")
    persons = store.values(ofType: "person")?.owners ?? []
    var workers = [Int32](repeating: -1, count: isInside.count)
    for (worker, party) in persons.enumerated() { workers[Int(party)] = Int32(worker) }
    self.workers = workers
  }

  func table(_ type: String) -> Table {
    Table(columns: self, values: store.values(ofType: type))
  }

  struct Table {
    let columns: Columns
    let values: ColumnValues?

    var parties: [Int32] { values?.owners ?? [] }
    var owners: [Int32] { parties.map { columns.workers[Int($0)] } }

    func numbers(_ field: String, none: Int32 = 0) -> [Int32] {
      (values?.fields[field] ?? []).map { $0 <= ColumnValues.none ? none : Int32($0) }
    }

    /// Money of whole yuan, which columns hold in millionths.
    func yuan(_ field: String) -> [Int32] {
      (values?.fields[field] ?? []).map { Int32($0 / 1_000_000) }
    }

    /// Texts by their places in a list; -1 for others.
    func places(_ field: String, _ texts: [String]) -> [Int] {
      let places = Dictionary(
        texts.enumerated().map { (columns.store.code(of: $0.element), $0.offset) },
        uniquingKeysWith: { first, _ in first })
      return (values?.fields[field] ?? []).map { places[$0] ?? -1 }
    }
  }
}
