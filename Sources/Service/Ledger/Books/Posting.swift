package import Office

/// An act, who does it, when, and under which key.
package struct Posting: Sendable {
  package let act: LedgerAct
  /// The same key again is the same act again.
  package let key: String
  package let user: Int64
  package let role: Role
  package let moment: Moment

  package init(_ act: LedgerAct, key: String, by signer: Signer, at moment: Moment) {
    self.act = act
    self.key = key
    user = signer.actor.user
    role = signer.role
    self.moment = moment
  }
}
