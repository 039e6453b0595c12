package import BankFiles

/// Something that is to be paid: one amount to one payee, for one case.
package struct PayoutItem: Sendable, Equatable {
  /// The number of the case: what is paid once and never twice.
  package var subject: String
  /// What the person is entitled to, as `benefit|party|certificate`; among payments under way it
  /// stands once, whatever the case.
  package var entitlement: String
  /// The person or organisation in the registry.
  package var party: String
  package var payee: BankAccount
  /// 分.
  package var amount: Int64
  /// Six digits (GB/T 2260).
  package var region: String
  /// What the payee reads on the statement.
  package var purpose: String

  package init(
    subject: String, entitlement: String, party: String, payee: BankAccount, amount: Int64,
    region: String, purpose: String
  ) {
    self.subject = subject
    self.entitlement = entitlement
    self.party = party
    self.payee = payee
    self.amount = amount
    self.region = region
    self.purpose = purpose
  }
}
