package import Core
package import Office
package import Store

extension People {
  /// Gives somebody a role. Official roles take effect when another administrator confirms them;
  /// the others do at once.
  ///
  /// - Parameters:
  ///   - grant: the role, and where it holds.
  ///   - user: who shall have it; never the signer.
  ///   - lastDay: the last day on which it holds; `nil` for no end.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of that region, or for the role of a worker a clerk.
  ///   - connection: the transaction.
  /// - Returns: the number of the grant.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func propose(
    _ grant: Grant, to user: Int64, lastDay: CivilDate? = nil, because reason: String,
    by signer: Signer, _ connection: borrowing Connection
  ) throws -> Int64 {
    let isClerk = grant.role == .worker && signer.role == .clerk
    guard isClerk || signer.role == .administrator,
      signer.covers(grant)
    else { throw PeopleProblem.notAllowed }
    try check(grant, for: user, by: signer, lastDay: lastDay, connection)
    let number = try insert(
      grant, to: user, lastDay: lastDay, parent: nil, because: reason, by: signer, connection)
    if !grant.role.isOfficial {
      try add(.confirmed, to: number, because: reason, by: signer, connection)
    }
    return number
  }

  /// Confirms what another administrator has proposed; from then on it holds.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - signer: an administrator of its region, neither who proposed it nor who shall have it.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func confirm(
    _ number: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    guard signer.role == .administrator, signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.user != signer.actor.user else { throw PeopleProblem.ownGrant }
    guard record.proposer != signer.actor.user else { throw PeopleProblem.ownProposal }
    guard record.state == .proposed else { throw PeopleProblem.grantDecided }
    guard try account(record.user, connection)?.closed == nil else { throw PeopleProblem.noAccount }
    try add(.confirmed, to: number, because: "", by: signer, connection)
  }

  /// Refuses what was proposed, or takes one's own proposal back.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of its region.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func refuse(
    _ number: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    guard signer.role == .administrator, signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.state == .proposed else { throw PeopleProblem.grantDecided }
    try add(.refused, to: number, because: reason, by: signer, connection)
  }

  /// Ends a grant at once, and with it whatever was passed on from it. One signature is enough: it
  /// takes rights away. Two administrators of all regions remain, else nobody could grant any more.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of its region, or the agent who has passed it on.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func withdraw(
    _ number: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    let isOwnDelegation = record.parent != nil && record.proposer == signer.actor.user
    guard isOwnDelegation || signer.role == .administrator && signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.state.isOpen else { throw PeopleProblem.grantDecided }
    if record.grant.role == .administrator, record.grant.region == nil, record.state == .effective,
      try holdersEverywhere(of: .administrator, connection).subtracting([record.user]).count < 2
    {
      throw PeopleProblem.tooFewAdministrators
    }
    try add(
      record.state == .proposed ? .refused : .withdrawn, to: number, because: reason, by: signer,
      connection)
  }
}

extension Signer {
  /// Whether the role they sign in covers a grant; one for all regions only where theirs does too.
  func covers(_ grant: Grant) -> Bool {
    actor.grants.contains { own in
      guard own.role == role, own.organisation == nil else { return false }
      guard let region = grant.region else { return own.region == nil }
      return own.covers(region: region)
    }
  }
}
