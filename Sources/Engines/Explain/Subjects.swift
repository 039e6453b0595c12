import Core
import Facts
import PolicyPlan
import Vocabulary

/// What gives rise to a determination: a record, or a party itself.
struct Subject {
  /// The party whose record it is, or that it is.
  let owner: String
  let record: Record
  let reference: RecordReference
}

/// The records and parties that may give rise to a benefit, by type.
struct Subjects {
  private let facts: FactBase
  /// Positions in `FactBase.records` by type, in the order of the facts.
  private var positions: [[Int]]
  /// The same in `FactBase.parties`.
  private var parties: [[Int]]

  /// - Parameters:
  ///   - facts: all of them.
  ///   - owners: the parties whose records count; `nil` for all.
  init(_ facts: FactBase, of owners: Set<String>? = nil) {
    self.facts = facts
    positions = Array(repeating: [], count: facts.vocabulary.types.count)
    parties = positions
    // Records mostly come in runs of one party.
    var last: (party: String?, counts: Bool)?
    for (position, record) in facts.records.enumerated() {
      if let owners {
        if last?.party != record.party || last == nil {
          last = (record.party, owners.contains(record.party ?? ""))
        }
        guard last?.counts == true else { continue }
      }
      positions[record.type].append(position)
    }
    for (position, party) in facts.parties.enumerated()
    where owners?.contains(party.id ?? "") != false { parties[party.type].append(position) }
  }

  /// The subjects there may be of a benefit, in the order of the facts.
  func cases(of benefit: BenefitPlan) -> [Subject] {
    if benefit.isOfParty {
      return parties[benefit.party].map { position in
        let party = facts.parties[position]
        return Subject(owner: party.id ?? "", record: party, reference: .party(position))
      }
    }
    return positions[benefit.subject].map { position in
      let record = facts.records[position]
      return Subject(owner: record.party ?? "", record: record, reference: .record(position))
    }
  }
}

extension Determiner {
  /// Whether a subject is there on the day: a record that exists, or a party of whom the records
  /// are there that the benefit asks for.
  func exists(_ subject: Subject, _ benefit: BenefitPlan, _ clock: inout Clock) -> Bool {
    guard benefit.isOfParty else { return world.exists(subject.record, &clock) }
    if benefit.recorded.isEmpty { return true }
    let hasRecord = benefit.recorded.contains { type in
      world.records(ofType: type, party: subject.owner, &clock).contains {
        world.event(of: world.facts.records[$0])?.year == world.on.year
      }
    }
    if hasRecord { clock.note(CivilDate(year: world.on.year + 1, month: 1, day: 1)) }
    return hasRecord
  }
}
