package import Core
package import Office
import Passwords
package import Store

extension People {
  /// Checks and hashes a first password, outside of any transaction: it takes a tenth of a second.
  ///
  /// - Parameters:
  ///   - password: as it was typed.
  ///   - account: whose it shall be.
  /// - Returns: what `open` takes.
  /// - Throws: `PeopleProblem` for a bad one, `PasswordFailure`.
  package func prepare(_ password: String, for account: NewAccount) throws -> PreparedPassword {
    let normal = PasswordRules.normal(password)
    try PasswordRules.check(normal, for: account)
    return PreparedPassword(hash: try hasher.hash(normal))
  }

  /// Opens an account, without any role. Its password, which another has chosen, must be changed at
  /// the first sign-in.
  ///
  /// - Parameters:
  ///   - account: whose.
  ///   - password: from `prepare`.
  ///   - signer: an administrator, or a clerk at whose counter a worker stands.
  ///   - connection: the transaction.
  /// - Returns: the number of the account.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func open(
    _ account: NewAccount, _ password: PreparedPassword, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    guard [.administrator, .clerk].contains(signer.role) else { throw PeopleProblem.notAllowed }
    return try insert(account, password, by: signer, connection)
  }

  func insert(
    _ account: NewAccount, _ password: PreparedPassword, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Int64 {
    guard let signIn = SignInName(account.signIn) else { throw PeopleProblem.badSignInName }
    guard (1...64).contains(account.name.count) else { throw PeopleProblem.badName }
    guard try find(signIn: signIn.text, connection) == nil else {
      throw PeopleProblem.nameTaken(signIn.text)
    }
    if let party = account.party, try isKnown(party, connection) {
      throw PeopleProblem.partyHasAccount
    }
    try connection.run(
      """
      INSERT INTO "people_account" ("sign_in", "name", "party", "locale", "password", "is_given",
        "opened")
      VALUES (\(signIn.text), \(account.name), \(account.party), \(account.language.rawValue),
        \(password.hash), 1, \(now.microseconds))
      """)
    guard let made = try find(signIn: signIn.text, connection) else {
      throw PeopleProblem.noAccount
    }
    try record(
      "open-account", of: made.account, by: signer, ["sign-in": signIn.text], connection)
    return made.account.number
  }

  /// Says which person of the registry an account is.
  ///
  /// - Parameters:
  ///   - user: the account.
  ///   - party: the person's id.
  ///   - signer: an administrator, or a clerk who has seen the person's papers; not of their own
  ///     account.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func identify(
    _ user: Int64, as party: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard [.administrator, .clerk].contains(signer.role), signer.actor.user != user else {
      throw PeopleProblem.notAllowed
    }
    guard let account = try account(user, connection) else { throw PeopleProblem.noAccount }
    // Who somebody is does not change: their past acts would be another's.
    guard account.party == nil else { throw PeopleProblem.alreadyIdentified }
    guard try !isKnown(party, connection) else { throw PeopleProblem.partyHasAccount }
    try connection.run(
      "UPDATE \"people_account\" SET \"party\" = \(party) WHERE \"number\" = \(user)")
    try record("identify", of: account, by: signer, ["party": party], connection)
  }

  /// Closes an account for good: nobody signs in with it, its sessions end, its grants are
  /// withdrawn.
  ///
  /// - Parameters:
  ///   - user: the account.
  ///   - reason: why, for the trail.
  ///   - signer: an administrator; not of their own account.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func close(
    _ user: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard let account = try account(user, connection) else { throw PeopleProblem.noAccount }
    guard account.closed == nil else { return }
    guard signer.role == .administrator, signer.actor.user != user else {
      throw PeopleProblem.notAllowed
    }
    for grant in try grants(of: user, connection) where grant.state.isOpen {
      try withdraw(grant.number, because: reason, by: signer, connection)
    }
    try connection.run(
      """
      UPDATE "people_account" SET "closed" = \(now.microseconds) WHERE "number" = \(user)
      """)
    try connection.run("DELETE FROM \"people_session\" WHERE \"user\" = \(user)")
    try record("close-account", of: account, by: signer, ["reason": reason], connection)
  }

  /// Sets the language in which somebody is written to, as they choose.
  package func setLanguage(
    _ language: Language, of signed: Signed, _ connection: borrowing Connection
  ) throws {
    guard let account = try account(signed.actor.user, connection) else {
      throw PeopleProblem.noAccount
    }
    try connection.run(
      """
      UPDATE "people_account" SET "locale" = \(language.rawValue)
      WHERE "number" = \(account.number)
      """)
    try recordOwn(
      "set-language", of: account,
      ["language": language.rawValue], connection)
  }
}
