import Cryptography
import Office
import Store

extension People {
  /// Makes a secret for somebody's authenticator. It counts for nothing until `confirmEnrolment`;
  /// asked again, another one takes its place.
  ///
  /// - Parameters:
  ///   - signed: at the stage `mustEnrol`, or later, to take another device.
  ///   - code: of the present device, where there is one.
  ///   - address: where the request came from.
  /// - Returns: what is to be shown.
  /// - Throws: `PeopleProblem.wrongCode`, `.waiting`, `.tooMany`, `.sessionOver`; `StoreError`,
  ///   `CryptographyFailure`.
  package func beginEnrolment(
    _ signed: Signed, code: String? = nil, from address: String
  ) throws -> Enrolment {
    guard signed.stage != .needsCode else { throw PeopleProblem.sessionOver }
    let user = signed.actor.user
    let account = try office.read { try self.account(user, $0) }
    guard let account else { throw PeopleProblem.sessionOver }
    guard account.hasSecondFactor else {
      return try office.write { try makeSecret(account, signed, from: address, $0) }
    }
    return try checked(code ?? "", signed, from: address) { account, _, connection in
      try makeSecret(account, signed, from: address, connection)
    }
  }

  private func makeSecret(
    _ account: Account, _ signed: Signed, from address: String, _ connection: borrowing Connection
  ) throws -> Enrolment {
    let secret = try RandomBytes.make(OneTimeCode.secretLength)
    let sealed = try sealed(secret, of: account.number)
    try connection.run(
      """
      INSERT INTO "people_factor" ("user", "pending", "last_step")
      VALUES (\(account.number), \(sealed), 0)
      ON CONFLICT ("user") DO UPDATE SET "pending" = excluded."pending"
      """)
    try recordOwn(
      "begin-enrolment", of: account,
      ["address": address], connection)
    return Enrolment(secret: secret, issuer: settings.issuer, signIn: account.signIn)
  }

  /// The first code shows that the device has the secret: from now on it is asked for. All other
  /// sessions of the account end.
  ///
  /// - Parameters:
  ///   - code: as it was typed.
  ///   - signed: the session of `beginEnrolment`.
  ///   - address: where the request came from.
  /// - Returns: a new token; the old one is worth nothing.
  /// - Throws: `PeopleProblem.wrongCode`, `.noEnrolment`, `.tooMany`, `.sessionOver`; `StoreError`,
  ///   `CryptographyFailure`.
  package func confirmEnrolment(
    _ code: String, _ signed: Signed, from address: String
  ) throws -> SignIn {
    guard signed.stage != .needsCode else { throw PeopleProblem.sessionOver }
    let user = signed.actor.user
    return try office.write { connection in
      guard let account = try account(user, connection) else { throw PeopleProblem.sessionOver }
      try takeTurn(address, try failureKey(account.signIn))
      let pending = try connection.first(
        """
        SELECT "pending" FROM "people_factor"
        WHERE "user" = \(user) AND "pending" IS NOT NULL
        """
      ) { $0.bytes(0) }
      guard let pending, let secret = try unsealed(pending, of: user) else {
        throw PeopleProblem.noEnrolment
      }
      guard let step = try OneTimeCode.accepted(code, secret: secret, at: now, after: 0) else {
        throw PeopleProblem.wrongCode
      }
      try connection.run(
        """
        UPDATE "people_factor" SET "secret" = "pending", "pending" = NULL, "last_step" = \(step)
        WHERE "user" = \(user)
        """)
      try endOthers(than: signed, connection)
      let renewed = try renew(signed.session, hasSecond: true, connection)
      try recordOwn(
        "enrol", of: account,
        ["address": address, "session": signed.session], connection)
      return renewed
    }
  }

  func endOthers(than signed: Signed, _ connection: borrowing Connection) throws {
    try connection.run(
      """
      DELETE FROM "people_session"
      WHERE "user" = \(signed.actor.user) AND "id" <> \(signed.session)
      """)
  }
}
