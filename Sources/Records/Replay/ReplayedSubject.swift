package import Core
import Determination
import Determinations
import Explain
import Registry

/// What a determination is about: whose record, of which benefit, on which day.
package struct ReplayedSubject: Sendable, Hashable {
  /// Full id, `wenzhou-2018-242/skill-upgrade`.
  package let benefit: String
  /// The party whose record gives rise to it.
  package let owner: String
  /// Who receives.
  package let party: String
  /// The record; `nil` for benefits of the party itself.
  package let subject: String?
  /// The day of the determination.
  package let on: CivilDate

  package init(benefit: String, owner: String, party: String, subject: String?, on: CivilDate) {
    self.benefit = benefit
    self.owner = owner
    self.party = party
    self.subject = subject
    self.on = on
  }

  init(_ kept: StoredAnswer) {
    let one = kept.determination
    self.init(
      benefit: one.benefit, owner: one.owner, party: one.party, subject: one.subject, on: kept.on)
  }

  /// The id of the document that gives the benefit.
  var document: String { String(benefit.prefix { $0 != "/" }) }

  /// What it comes to; several only of records without an id that are alike.
  func findings(_ rules: Rulebook, _ snapshot: Snapshot) throws -> [Finding] {
    let all = try PartyDeterminer(rules, snapshot).findings(of: benefit, for: owner, on: on)
      .filter { $0.determination.subject == subject }
    // Who receives may be another by now: then what differs is told of the same record.
    let same = all.filter { $0.determination.party == party }
    return same.isEmpty ? all : same
  }
}
