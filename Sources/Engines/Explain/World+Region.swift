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
  /// - Returns: the six-digit code, or what is missing to know it.
  func region(of id: String, type: Int) -> Result<String, Missing> {
    let party = party(id, type: type)
    if vocabulary.types[self.type(of: party)].id == "person",
      let employer = employerInForce(of: id)
    {
      return ownRegion(of: employer)
    }
    return ownRegion(of: party)
  }

  /// Nothing tells the region.
  struct Missing: Error {
    let unknown: Unknown
  }

  private func ownRegion(of party: RecordReference) -> Result<String, Missing> {
    let type = type(of: party)
    guard let field = vocabulary.types[type].fieldIndex("region") else {
      return .failure(Missing(unknown: Unknown(.type(type))))
    }
    if case .string(let code)? = read(field, of: party) { return .success(code) }
    return .failure(Missing(unknown: Unknown(need(field, of: party))))
  }

  /// The employer of an employment record covering the day, else of the latest employment, among
  /// those whose organisation is known; of several the one that began last, then by record id.
  private func employerInForce(of person: String) -> RecordReference? {
    guard let type = vocabulary.typeIndex("employment"),
      let employer = vocabulary.types[type].fieldIndex("employer"),
      let spell = vocabulary.types[type].spell,
      let from = vocabulary.types[type].fieldIndex(spell.from),
      let to = vocabulary.types[type].fieldIndex(spell.to)
    else { return nil }
    var best: (covers: Bool, from: CivilDate, id: String, party: Int)?
    for position in records(ofType: type, party: person) {
      guard case .string(let id)? = read(employer, of: .record(position)),
        let party = facts.partyPosition(id)
      else { continue }
      let begun = read(from, of: .record(position)).date ?? CivilDate(dayNumber: 0)
      let ended = read(to, of: .record(position)).date
      let candidate = (
        covers: ended.map { $0 >= on } ?? true, from: begun,
        id: (facts.records[position].id ?? "") + "/" + id, party: party
      )
      if let current = best,
        (current.covers ? 1 : 0, current.from.dayNumber, candidate.id)
          >= (candidate.covers ? 1 : 0, candidate.from.dayNumber, current.id)
      {
        continue
      }
      best = candidate
    }
    return best.map { .party($0.party) }
  }
}

extension String {
  /// Whether this GB/T 2260 code lies in the region of another: 330302 in 330300, 331002 in
  /// 331002. Trailing pairs of zeros stand for the whole of a province or prefecture.
  func isRegion(within region: String) -> Bool {
    var prefix = Substring(region)
    while prefix.utf8.count > 2, prefix.hasSuffix("00") { prefix.removeLast(2) }
    return hasPrefix(prefix)
  }
}

extension Optional where Wrapped == Value {
  /// The date, when that is what the value is.
  var date: CivilDate? {
    if case .date(let date)? = self { date } else { nil }
  }
}
