import Office
import Passwords
import Store

extension People {
  /// Changes somebody's own password. All other sessions end; this one gets another token.
  ///
  /// - Parameters:
  ///   - old: the present one, as it was typed; a wrong one counts as a failed sign-in.
  ///   - new: as it was typed.
  ///   - signed: at the stage `mustChangePassword` or `full`.
  ///   - address: where the request came from.
  /// - Returns: a new token.
  /// - Throws: `PeopleProblem.wrongPassword`, `.samePassword`, those of a bad password, `.waiting`,
  ///   `.tooMany`, `.sessionOver`; `StoreError`, `CryptographyFailure`, `PasswordFailure`.
  package func changePassword(
    from old: String, to new: String, _ signed: Signed, from address: String
  ) throws -> SignIn {
    guard [.mustChangePassword, .full].contains(signed.stage) else {
      throw PeopleProblem.sessionOver
    }
    let user = signed.actor.user
    guard let account = try office.read({ try account(user, $0) }) else {
      throw PeopleProblem.sessionOver
    }
    let key = try failureKey(account.signIn)
    try takeTurn(address, key)
    let present = try office.read { connection in
      try refuseIfWaiting(key, connection)
      return try find(signIn: account.signIn, connection)?.password
    }
    let isRight = hasher.verify(PasswordRules.normal(old), against: present ?? nobodysHash)
    // The new one is looked at only by who knows the old one.
    let prepared = isRight ? try prepare(changed: new, from: old, account) : nil
    let outcome = try office.write { connection -> Result<SignIn, PeopleProblem> in
      try refuseIfWaiting(key, connection)
      guard let prepared, let current = try find(signIn: account.signIn, connection),
        current.password == present, current.account.closed == nil
      else {
        let wait = try countFailure(key, account, "password", from: address, connection)
        return .failure(wait.map { .waiting(seconds: $0) } ?? .wrongPassword)
      }
      try setPassword(prepared.hash, of: account, connection)
      try connection.run(
        "UPDATE \"people_account\" SET \"is_given\" = 0 WHERE \"number\" = \(user)")
      try endOthers(than: signed, connection)
      let hasSecond =
        try connection.first(
          "SELECT \"has_second\" FROM \"people_session\" WHERE \"id\" = \(signed.session)"
        ) { $0.integer(0) != 0 }
      let renewed = try renew(signed.session, hasSecond: hasSecond ?? false, connection)
      try forgetFailures(key, connection)
      try recordOwn(
        "change-password", of: account,
        ["address": address, "session": signed.session], connection)
      return .success(renewed)
    }
    return try outcome.get()
  }

  private func prepare(
    changed new: String, from old: String, _ account: Account
  ) throws -> PreparedPassword {
    guard PasswordRules.normal(new) != PasswordRules.normal(old) else {
      throw PeopleProblem.samePassword
    }
    return try prepare(new, for: NewAccount(signIn: account.signIn, name: account.name))
  }
}
