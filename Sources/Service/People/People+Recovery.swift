package import Office
package import Store

extension People {
  /// Gives somebody who acts for nobody but themselves or their organisation a new password, at the
  /// counter. Officials are recovered by two administrators.
  ///
  /// - Parameters:
  ///   - user: the account.
  ///   - password: from `prepare`; to be changed at the next sign-in.
  ///   - reason: what was shown at the counter, for the trail.
  ///   - signer: an administrator or a clerk who covers all that the account may do; not of their
  ///     own.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func recover(
    _ user: Int64, with password: PreparedPassword, because reason: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    guard [.administrator, .clerk].contains(signer.role) else { throw PeopleProblem.notAllowed }
    let account = try recoverable(user, by: signer, connection)
    let held = try grants(of: user, connection)
    guard !held.contains(where: { $0.state.isOpen && $0.grant.role.isOfficial }) else {
      throw PeopleProblem.recoveryNeedsTwo
    }
    try replace(password, of: account, because: reason, by: signer, connection)
  }

  /// Asks for a new password, and a new second factor, for an official: whoever could give both
  /// alone could act as them.
  ///
  /// - Parameters:
  ///   - user: the account.
  ///   - reason: why, for the trail.
  ///   - signer: an administrator who covers all that the account may do; not of their own.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func proposeRecovery(
    of user: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard signer.role == .administrator else { throw PeopleProblem.notAllowed }
    let account = try recoverable(user, by: signer, connection)
    try connection.run(
      """
      INSERT INTO "people_recovery" ("user", "proposer", "proposed", "reason")
      VALUES (\(user), \(signer.actor.user), \(now.microseconds), \(reason))
      ON CONFLICT ("user") DO UPDATE SET "proposer" = excluded."proposer",
        "proposed" = excluded."proposed", "reason" = excluded."reason"
      """)
    try record("propose-recovery", of: account, by: signer, ["reason": reason], connection)
  }

  /// The accounts that wait for the second signature under their recovery, with who gave the first
  /// and why.
  package func recoveries(
    _ connection: borrowing Connection
  ) throws -> [(user: Int64, proposer: Int64, reason: String)] {
    try connection.all(
      "SELECT \"user\", \"proposer\", \"reason\" FROM \"people_recovery\" ORDER BY \"proposed\""
    ) { (user: $0.integer(0), proposer: $0.integer(1), reason: $0.text(2)) }
  }

  /// Does what another administrator has proposed: the password is new, the second factor is to be
  /// enrolled again, all sessions end.
  ///
  /// - Parameters:
  ///   - user: the account.
  ///   - password: from `prepare`; to be changed at the next sign-in.
  ///   - signer: an administrator like the first, but neither them nor whose account it is.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func confirmRecovery(
    of user: Int64, with password: PreparedPassword, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    guard signer.role == .administrator else { throw PeopleProblem.notAllowed }
    let account = try recoverable(user, by: signer, connection)
    let proposal = try recoveries(connection).first { $0.user == user }
    guard let proposal else { throw PeopleProblem.noRecovery }
    guard proposal.proposer != signer.actor.user else { throw PeopleProblem.ownProposal }
    try replace(password, of: account, because: proposal.reason, by: signer, connection)
  }

  private func recoverable(
    _ user: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws -> Account {
    guard let account = try account(user, connection), account.closed == nil else {
      throw PeopleProblem.noAccount
    }
    let held = try effectiveGrants(of: user, at: now, connection)
    guard signer.actor.user != user, held.allSatisfy(signer.covers) else {
      throw PeopleProblem.notAllowed
    }
    return account
  }

  private func replace(
    _ password: PreparedPassword, of account: Account, because reason: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try setPassword(password.hash, of: account, connection)
    let user = account.number
    try connection.run(
      "UPDATE \"people_account\" SET \"is_given\" = 1 WHERE \"number\" = \(user)")
    for table in ["people_factor", "people_session", "people_recovery"] {
      try connection.run("DELETE FROM \(name: table) WHERE \"user\" = \(user)")
    }
    try forgetFailures(try failureKey(account.signIn), connection)
    try record("recover", of: account, by: signer, ["reason": reason], connection)
  }
}
