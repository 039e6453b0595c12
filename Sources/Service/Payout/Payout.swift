import Cryptography
package import Office
import Store

/// The room that pays: batches, files to the bank, and what the bank says of them.
///
/// Every act joins the transaction of whoever calls it, is done once for its key, and leaves its
/// mark in the trail. How it all hangs together: `Documentation/payout.md`.
package struct Payout: Sendable {
  let office: OfficeStore
  let listeners: [any PayoutListener]

  /// - Parameters:
  ///   - office: opened with `Payout.room`.
  ///   - listeners: rooms that must know what became of a payment, in the same transaction.
  package init(_ office: OfficeStore, listeners: [any PayoutListener] = []) {
    self.office = office
    self.listeners = listeners
  }

  /// Files and statements are matters of finance officers of the region alone.
  ///
  /// - Parameters:
  ///   - signer: who acts.
  ///   - region: whose money it is.
  /// - Throws: `PayoutProblem.notAllowed`.
  func require(_ signer: Signer, in region: String) throws(PayoutProblem) {
    guard signer.role == .financeOfficer, signer.actor.may(.financeOfficer, region: region) else {
      throw .notAllowed(region: region)
    }
  }

  /// Does an act once for its key; keys of this room never meet those of others.
  func once(
    _ act: String, _ key: String, by signer: Signer, _ connection: borrowing Connection,
    _ body: (borrowing Connection) throws -> String
  ) throws -> String {
    try office.once("payout.\(act)/\(key)", by: signer, connection, body).result
  }

  func note(
    _ signer: Signer, _ act: String, _ kind: String, _ object: String, party: String? = nil,
    _ detail: [String: String] = [:], _ connection: borrowing Connection
  ) throws {
    try AuditTrail.append(
      AuditEntry(signer, "payout.\(act)", kind, object, party: party, detail: detail),
      at: office.clock.now(), connection)
  }

  /// A name that no other payment of anybody has: the region and 64 random bits. A counter would
  /// begin again after a backup is put back, and the bank would take the next payment for an old one.
  static func newName(_ region: String, _ letter: String = "") throws -> String {
    let bits = Hexadecimal.text(try RandomBytes.make(8)).uppercased()
    return "GJ\(region)\(letter)\(bits)"
  }

  /// Whether an end-to-end id is written as ours are.
  static func isOurs(_ id: String) -> Bool {
    id.utf8.count == 24 && id.hasPrefix("GJ") && id.dropFirst(2).prefix(6).allSatisfy(\.isNumber)
      && Hexadecimal.bytes(id.dropFirst(8)) != nil
  }
}
