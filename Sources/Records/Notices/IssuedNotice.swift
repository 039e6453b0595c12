package import Core
package import Determination

/// What is kept of a notice that was issued: enough to say whether a paper says what the system said.
package struct IssuedNotice: Sendable, Hashable {
  /// The party whose record gives rise to it.
  package let owner: String
  /// Who receives.
  package let party: String
  /// Full id.
  package let benefit: String
  package let subject: String?
  /// The day as of which it was determined.
  package let on: CivilDate
  /// The last change of the registry that it rests on.
  package let facts: Int64
  /// SM3 of the plan, in hexadecimal.
  package let plan: String
  /// SM3 of the determination as canonical JSON, in hexadecimal.
  package let digest: String
  package let outcome: Outcome
  package let amount: Money?
  package let granted: Money?
  /// The day on which it was issued.
  package let issued: CivilDate

  /// Amount less granted; see `Determination.payable`.
  package var payable: Money? {
    Determination.payable(outcome, amount: amount, granted: granted)
  }

  /// All of it in one text of one form, which the code is made from. A line each; none of the parts
  /// holds a line feed but ids, whose lengths go first.
  var canonical: String {
    func counted(_ text: String?) -> String { text.map { "\($0.utf8.count):\($0)" } ?? "-" }
    func number(_ number: Int64?) -> String { number.map { "\($0)" } ?? "-" }
    return [
      "notice-1", counted(owner), counted(party), counted(benefit), counted(subject),
      "\(on)", number(facts), plan, digest, outcome.rawValue, number(amount?.fen),
      number(granted?.fen), "\(issued)",
    ].joined(separator: "\n")
  }
}
