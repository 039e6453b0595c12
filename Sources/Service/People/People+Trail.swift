package import Office
import Store

extension People {
  /// Adds an entry about an account, in the transaction that does what it tells of. No password, no
  /// code and no token goes in.
  func record(
    _ verb: String, of account: Account, by signer: Signer, _ detail: [String: String],
    _ connection: borrowing Connection
  ) throws {
    try AuditTrail.append(
      AuditEntry(
        signer, "people.\(verb)", "account", "\(account.number)", party: account.party,
        detail: detail), at: now, connection)
  }

  /// Adds an entry about what somebody does with their own account, in a role they hold: also while
  /// they have given only the password and may do nothing in it yet.
  func recordOwn(
    _ verb: String, of account: Account, _ detail: [String: String],
    _ connection: borrowing Connection
  ) throws {
    let actor = Actor(
      user: account.number, name: account.name, party: account.party,
      grants: try effectiveGrants(of: account.number, at: now, connection))
    try record(verb, of: account, by: Signer(forThemselves: actor), detail, connection)
  }
}

extension Signer {
  /// Somebody who does something about their own account, in whichever role they hold. Who holds
  /// none yet is there for themselves alone, as a worker is.
  package init(forThemselves actor: Actor) {
    let plain = Actor(
      user: actor.user, name: actor.name, party: actor.party, grants: [Grant(.worker)])
    let own = actor.grants.lazy.compactMap { Signer(actor, as: $0.role) }.first
    self = own ?? Signer(plain, as: .worker) ?? .system
  }
}
