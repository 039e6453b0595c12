import Cryptography
import Office
import Store

extension People {
  /// Completes the sign-in of somebody who has a second factor.
  ///
  /// - Parameters:
  ///   - code: six digits, as they were typed.
  ///   - signed: the session, at the stage `needsCode`.
  ///   - address: where the request came from.
  /// - Returns: a new token; the old one is worth nothing.
  /// - Throws: `PeopleProblem.wrongCode`, also for one that was used before, `.waiting`,
  ///   `.tooMany`, `.sessionOver`; `StoreError`, `CryptographyFailure`.
  package func enterCode(
    _ code: String, _ signed: Signed, from address: String
  ) throws -> SignIn {
    guard signed.stage == .needsCode else { throw PeopleProblem.sessionOver }
    return try checked(code, signed, from: address) { account, key, connection in
      let renewed = try renew(signed.session, hasSecond: true, connection)
      try forgetFailures(key, connection)
      try recordOwn(
        "sign-in", of: account,
        [
          "address": address, "session": signed.session, "stage": renewed.signed.stage.rawValue,
        ], connection)
      return renewed
    }
  }

  /// Takes a code once, and does `body` in the transaction that does; a wrong one is counted.
  func checked<Done: Sendable>(
    _ code: String, _ signed: Signed, from address: String,
    _ body: (Account, [UInt8], borrowing Connection) throws -> Done
  ) throws -> Done {
    let user = signed.actor.user
    let account = try office.read { try self.account(user, $0) }
    guard let account else { throw PeopleProblem.sessionOver }
    let key = try failureKey(account.signIn)
    try takeTurn(address, key)
    let outcome = try office.write { connection -> Result<Done, PeopleProblem> in
      try refuseIfWaiting(key, connection)
      guard try take(code, of: user, connection) else {
        let wait = try countFailure(key, account, "code", from: address, connection)
        return .failure(wait.map { .waiting(seconds: $0) } ?? .wrongCode)
      }
      return .success(try body(account, key, connection))
    }
    return try outcome.get()
  }

  private func take(
    _ code: String, of user: Int64, _ connection: borrowing Connection
  ) throws -> Bool {
    let factor = try connection.first(
      """
      SELECT "secret", "last_step" FROM "people_factor"
      WHERE "user" = \(user) AND "secret" IS NOT NULL
      """
    ) { (sealed: $0.bytes(0), last: $0.integer(1)) }
    guard let factor, let secret = try unsealed(factor.sealed, of: user),
      let step = try OneTimeCode.accepted(code, secret: secret, at: now, after: factor.last)
    else { return false }
    try connection.run(
      "UPDATE \"people_factor\" SET \"last_step\" = \(step) WHERE \"user\" = \(user)")
    return true
  }

  func sealed(_ secret: [UInt8], of user: Int64) throws(CryptographyFailure) -> [UInt8] {
    try office.seal.seal(Hexadecimal.text(secret), at: "people_factor/\(user)")
  }

  func unsealed(_ bytes: [UInt8], of user: Int64) throws(CryptographyFailure) -> [UInt8]? {
    try office.seal.open(bytes, at: "people_factor/\(user)").flatMap { Hexadecimal.bytes($0) }
  }
}
