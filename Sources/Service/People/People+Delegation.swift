package import Core
package import Office
package import Store

extension People {
  /// An enterprise agent lets somebody else act for their organisation until a day. What was passed
  /// on cannot be passed on again, and ends with what it came from.
  ///
  /// - Parameters:
  ///   - organisation: which of the agent's.
  ///   - user: who shall act; never the agent.
  ///   - lastDay: the last day on which they may.
  ///   - signer: the agent, in that role.
  ///   - connection: the transaction.
  /// - Returns: the number of the grant, to be withdrawn by.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func delegate(
    _ organisation: String, to user: Int64, lastDay: CivilDate, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    guard let own = try delegable(organisation, of: signer, connection) else {
      throw PeopleProblem.notAllowed
    }
    if let end = own.lastDay, end < lastDay { throw PeopleProblem.delegationTooLong(end) }
    try check(own.grant, for: user, by: signer, lastDay: lastDay, connection)
    let number = try insert(
      own.grant, to: user, lastDay: lastDay, parent: own.number, because: "", by: signer, connection
    )
    try add(.confirmed, to: number, because: "", by: signer, connection)
    return number
  }

  /// Whether somebody could let others act for an organisation: an enterprise agent who does not act
  /// on another's behalf.
  ///
  /// - Throws: `StoreError`.
  package func mayDelegate(
    _ organisation: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> Bool {
    try delegable(organisation, of: signer, connection) != nil
  }

  /// The grant that somebody can pass on.
  private func delegable(
    _ organisation: String, of signer: Signer, _ connection: borrowing Connection
  ) throws -> GrantRecord? {
    guard signer.role == .enterpriseAgent else { return nil }
    return try grants(of: signer.actor.user, connection).first { record in
      record.state == .effective && record.parent == nil
        && record.grant.role == .enterpriseAgent && record.grant.organisation == organisation
    }
  }
}
