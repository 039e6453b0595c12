package import Core
package import Registry

/// Which notice is wanted.
package struct NoticeRequest: Sendable {
  /// Whose determination: the owner of the record, or who receives.
  package var party: String
  /// Full id of the benefit.
  package var benefit: String
  /// The record; `nil` where the benefit is about the party, or there is but one.
  package var subject: String?
  /// The day of the determination.
  package var on: CivilDate
  package var known: KnownAt
  /// The day of issue.
  package var issued: CivilDate
  /// What the address of the page that confirms it begins with, `https://rencai.example.cn`; `nil`
  /// where nobody knows: then there is no QR code.
  package var base: String?

  package init(
    party: String, benefit: String, subject: String? = nil, on: CivilDate,
    known: KnownAt = .latest, issued: CivilDate, base: String? = nil
  ) {
    self.party = party
    self.benefit = benefit
    self.subject = subject
    self.on = on
    self.known = known
    self.issued = issued
    self.base = base
  }
}
