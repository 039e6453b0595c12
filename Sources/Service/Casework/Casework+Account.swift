import Cryptography
package import Office
package import Store

/// Where money is paid to.
package struct PayeeAccount: Sendable, Equatable {
  package let bank: String
  package let holder: String
  package let number: String

  package init(bank: String, holder: String, number: String) {
    self.bank = bank
    self.holder = holder
    self.number = number
  }
}

extension Casework {
  /// Says where the money of a case is to go; what was said before stays in the history.
  ///
  /// - Parameters:
  ///   - account: the account; the number with or without blanks.
  ///   - number: of the case.
  ///   - signer: the party.
  ///   - connection: the transaction.
  /// - Throws: `CaseworkProblem.badAccount`, `.notYourTurn`; `StoreError`, `CryptographyFailure`.
  package func set(
    _ account: PayeeAccount, of number: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let (record, key) = try partyCase(number, by: signer, connection)
    let digits = account.number.filter { $0 != " " && $0 != "-" }
    guard (8...34).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      !account.bank.isEmpty, !account.holder.isEmpty, account.bank.count <= 70,
      account.holder.count <= 70
    else { throw CaseworkProblem.badAccount }
    let now = office.clock.now()
    let sealed = try office.seal.seal(digits, at: Casework.accountPlace(number))
    try connection.run(
      """
      INSERT INTO "case_account" ("case", "bank", "holder", "number", "user", "moment")
      VALUES (\(key), \(account.bank), \(account.holder), \(sealed), \(signer.actor.user),
        \(now.microseconds))
      """)
    try CaseEvents.append(
      CaseEvents.Draft(signer: signer, act: "account"), to: key, at: now, connection)
    try trail(signer, "case.account", record, connection)
  }

  /// The account of a case, opened: for whoever pays, and masked for whoever looks.
  ///
  /// - Throws: `CaseworkProblem.unknownCase`, `.unreadableAccount`; `StoreError`.
  package func account(
    of number: String, _ connection: borrowing Connection
  ) throws -> PayeeAccount? {
    let key = try CaseTable.find(number, connection).key
    let found = try connection.first(
      """
      SELECT "bank", "holder", "number" FROM "case_account" WHERE "case" = \(key)
      ORDER BY "key" DESC LIMIT 1
      """
    ) { (bank: $0.text(0), holder: $0.text(1), sealed: $0.bytes(2)) }
    guard let found else { return nil }
    guard let digits = try office.seal.open(found.sealed, at: Casework.accountPlace(number)) else {
      throw CaseworkProblem.unreadableAccount(number)
    }
    return PayeeAccount(bank: found.bank, holder: found.holder, number: digits)
  }

  func hasAccount(_ key: Int64, _ connection: borrowing Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM \"case_account\" WHERE \"case\" = \(key) LIMIT 1") { _ in
      true
    } ?? false
  }

  private static func accountPlace(_ number: String) -> String { "case.account/\(number)" }
}
