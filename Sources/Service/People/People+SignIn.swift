import Cryptography
import Office
import Passwords
import Store

extension People {
  /// Begins a session by name and password. Whether there is such an account shows neither in the
  /// words nor in the work. Who needs a second factor has no rights until they have given it.
  ///
  /// - Parameters:
  ///   - name: as it was typed.
  ///   - password: as it was typed.
  ///   - address: where the request came from, for the rate and the trail.
  ///   - device: what the browser calls itself, for the list of sessions.
  ///   - old: the token of the browser's present session if any, which ends.
  /// - Returns: a new token.
  /// - Throws: `PeopleProblem.wrongNameOrPassword`, `.waiting`, `.tooMany`; `StoreError`,
  ///   `CryptographyFailure`, `PasswordFailure`.
  package func signIn(
    _ name: String, password: String, from address: String, device: String = "",
    replacing old: String? = nil
  ) throws -> SignIn {
    let name = SignInName.folded(String(name.prefix(256)))
    let key = try failureKey(name)
    try takeTurn(address, key)
    let password = String(PasswordRules.normal(password).prefix(PasswordRules.longest))
    let known = try office.read { connection in
      try refuseIfWaiting(key, connection)
      return try find(signIn: name, connection)
    }
    let isRight = hasher.verify(password, against: known?.password ?? nobodysHash)
    let renewed = try known.flatMap { isRight ? try renewedHash($0.password, password) : nil }
    let outcome = try office.write { connection -> Result<SignIn, PeopleProblem> in
      // Others may have failed meanwhile, or changed the password: only what holds now counts.
      try refuseIfWaiting(key, connection)
      let current = try find(signIn: name, connection)
      guard isRight, let known, let current, current.password == known.password,
        current.account.closed == nil
      else {
        let wait = try countFailure(key, current?.account, "password", from: address, connection)
        return .failure(wait.map { .waiting(seconds: $0) } ?? .wrongNameOrPassword)
      }
      if let renewed { try setPassword(renewed, of: current.account, connection) }
      if let old = old.flatMap(SessionToken.init) {
        try connection.run(
          "DELETE FROM \"people_session\" WHERE \"token\" = \(try old.hash())")
      }
      return .success(try begin(current.account, key, address, device, connection))
    }
    return try outcome.get()
  }

  /// A hash of the present cost, where the old one is cheaper.
  private func renewedHash(_ old: String, _ password: String) throws -> String? {
    hasher.needsRehash(old) ? try hasher.hash(password) : nil
  }

  func setPassword(
    _ hash: String, of account: Account, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "people_account" SET "password" = \(hash) WHERE "number" = \(account.number)
      """)
  }

  private func begin(
    _ account: Account, _ key: [UInt8], _ address: String, _ device: String,
    _ connection: borrowing Connection
  ) throws -> SignIn {
    let token = try SessionToken.make()
    let now = now
    try connection.run(
      """
      INSERT INTO "people_session" ("id", "token", "user", "began", "seen", "has_second", "address",
        "device")
      VALUES (\(Hexadecimal.text(try RandomBytes.make(16))), \(try token.hash()),
        \(account.number), \(now.microseconds), \(now.microseconds), 0, \(address),
        \(String(device.prefix(200))))
      """)
    let made = try signIn(token, connection)
    // A password alone does not clear what wrong codes have counted.
    if made.signed.stage != .needsCode { try forgetFailures(key, connection) }
    try recordOwn(
      made.signed.stage == .needsCode ? "password" : "sign-in", of: account,
      ["address": address, "session": made.signed.session, "stage": made.signed.stage.rawValue],
      connection)
    return made
  }

  /// The session of a token that was just made.
  func signIn(
    _ token: SessionToken, _ connection: borrowing Connection
  ) throws -> SignIn {
    let now = now
    guard let session = try session(token, at: now, connection) else {
      throw PeopleProblem.sessionOver
    }
    let grants = try effectiveGrants(of: session.signed.actor.user, at: now, connection)
    return SignIn(
      token: token.text, signed: session.signed, lifetime: lifetime(grants).absolute)
  }

  /// Gives a session another token, when what it may do changes.
  func renew(_ session: String, hasSecond: Bool, _ connection: borrowing Connection) throws
    -> SignIn
  {
    let token = try SessionToken.make()
    try connection.run(
      """
      UPDATE "people_session" SET "token" = \(try token.hash()),
        "has_second" = \(hasSecond ? 1 : 0)
      WHERE "id" = \(session)
      """)
    return try signIn(token, connection)
  }
}
