package import Office
package import Store

/// A room that must know what became of a payment. It is told within the transaction that learns
/// of it; what it throws undoes the whole statement.
package protocol PayoutListener: Sendable {
  /// The money is with the payee.
  func settled(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection) throws
  /// The bank refused; no money moved.
  func failed(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection) throws
  /// The money had left, and came back.
  func returned(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection) throws
}

/// What became of an attempt to pay.
package struct PayoutOutcome: Sendable, Equatable {
  /// The number of the case.
  package let subject: String
  package let party: String
  /// 分.
  package let amount: Int64
  /// The number of the instruction.
  package let instruction: Int64
  /// A code of ISO 20022 or the bank's words, where it failed or came back.
  package let reason: String?
  /// Names this outcome once and for all: the key for whatever follows from it.
  package let key: String
}
