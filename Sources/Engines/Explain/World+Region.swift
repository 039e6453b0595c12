import Core
import FEEL
import Facts
import Vocabulary

/// Where parties are, and whether that is within a document's region (catalogue, reading 2).
extension World {
  /// The region of a party: an organisation's own, a person's by the employer, else by residence.
  ///
  /// - Parameters:
  ///   - id: the party's id.
  ///   - type: what the party is when nobody describes it.
  ///   - clock: notes the day on which another employer counts.
  /// - Returns: the six-digit code, or what is missing to know it.
  func region(of id: String, type: Int, _ clock: inout Clock) -> Result<String, Missing> {
    let party = party(id, type: type)
    guard vocabulary.types[self.type(of: party)].id == "person" else {
      return ownRegion(of: party)
    }
    switch employerInForce(of: id, &clock) {
    case .success(let employer?): return ownRegion(of: employer)
    case .success(nil): return ownRegion(of: party)
    case .failure(let missing): return .failure(missing)
    }
  }

  /// Nothing tells the region.
  struct Missing: Error {
    let unknown: Unknown
  }

  private func ownRegion(of party: RecordReference) -> Result<String, Missing> {
    let type = type(of: party)
    guard let field = vocabulary.types[type].fieldIndex("region") else {
      return .failure(Missing(unknown: Unknown(.record(type: type))))
    }
    switch read(field, of: party) {
    case .string(let code)?: return .success(code)
    case nil: return .failure(Missing(unknown: Unknown(need(field, of: party))))
    // Known to be none: the empty code lies in no region.
    default: return .success("")
    }
  }

  /// The employer of an employment record covering the day, else of the latest employment, among
  /// those whose organisation is known; of several the one that began last, then the one that ended
  /// last, then by record id. Fails while somebody is still being asked about the employments and the
  /// answers may decide it.
  private func employerInForce(
    of person: String, _ clock: inout Clock
  ) -> Result<RecordReference?, Missing> {
    guard let type = vocabulary.typeIndex("employment"),
      let employer = vocabulary.types[type].fieldIndex("employer"),
      let spell = vocabulary.types[type].spell,
      let from = vocabulary.types[type].fieldIndex(spell.from),
      let to = vocabulary.types[type].fieldIndex(spell.to)
    else { return .success(nil) }
    if facts.isUndecided(type: type, party: person) {
      return .failure(Missing(unknown: Unknown(.records(type: type, party: person))))
    }
    let jobs = records(ofType: type, party: person, &clock).compactMap { position -> Job? in
      guard case .string(let id)? = read(employer, of: .record(position)),
        let party = facts.partyPosition(id)
      else { return nil }
      return Job(
        from: read(from, of: .record(position)).date?.dayNumber ?? Int.min,
        to: read(to, of: .record(position)).date?.dayNumber ?? Int.max,
        id: (facts.records[position].id ?? "") + "/" + id, employer: party,
        untoldFrom: untold(from, position), untoldTo: untold(to, position))
    }
    if let missing = missing(among: jobs) { return .failure(missing) }
    guard let employer = Job.inForce(jobs, on: on.dayNumber)?.employer else {
      return .success(nil)
    }
    // Which one counts changes at the end of one or the other.
    for end in jobs.map(\.to).filter({ $0 >= on.dayNumber && $0 < Int.max }).sorted() {
      if Job.inForce(jobs, on: end + 1)?.employer != employer {
        clock.note(CivilDate(dayNumber: end + 1))
        break
      }
    }
    return .success(.party(employer))
  }

  private func untold(_ field: Int, _ position: Int) -> Need? {
    facts.isUntold(field: field, ofRecord: position) ? need(field, of: .record(position)) : nil
  }

  /// What nobody has told yet and decides where somebody works: the ends of the employments, then,
  /// where several or none cover the day, the beginnings. All in one region need neither.
  private func missing(among jobs: [Job]) -> Missing? {
    guard jobs.contains(where: { $0.untoldFrom != nil || $0.untoldTo != nil }) else { return nil }
    let regions = jobs.map { try? ownRegion(of: .party($0.employer)).get() }
    let isSettled = jobs.indices.contains { one in
      jobs.indices.allSatisfy { other in
        other == one || jobs[one].surelyPrecedes(jobs[other], on: on.dayNumber)
          || (regions[one] != nil && regions[one] == regions[other])
      }
    }
    if isSettled { return nil }
    let ends = jobs.compactMap(\.untoldTo)
    return Missing(
      unknown: Unknown(needs: Set(ends.isEmpty ? jobs.compactMap(\.untoldFrom) : ends)))
  }

  /// An employment as far as it tells which employer counts.
  private struct Job {
    /// Day numbers.
    let from: Int
    let to: Int
    let id: String
    /// Position in `FactBase.parties`.
    let employer: Int
    /// Where nobody has told the beginning or the end yet.
    let untoldFrom: Need?
    let untoldTo: Need?

    static func inForce(_ jobs: [Job], on day: Int) -> Job? {
      jobs.min { $0.precedes($1, on: day) }
    }

    private func precedes(_ other: Job, on day: Int) -> Bool {
      if (to >= day) != (other.to >= day) { return to >= day }
      if from != other.from { return from > other.from }
      if to != other.to { return to > other.to }
      return id < other.id
    }

    /// Whether it counts before the other whatever is told yet.
    func surelyPrecedes(_ other: Job, on day: Int) -> Bool {
      guard untoldTo == nil, other.untoldTo == nil else { return false }
      if (to >= day) != (other.to >= day) { return to >= day }
      return untoldFrom == nil && other.untoldFrom == nil && precedes(other, on: day)
    }
  }
}

extension Optional where Wrapped == Value {
  /// The date, when that is what the value is.
  var date: CivilDate? {
    if case .date(let date)? = self { date } else { nil }
  }
}
