package import Core
import Cryptography
package import Office
package import Store

/// Where somebody wants to be told that there is news, as pages show it.
package struct Contact: Sendable, Equatable {
  package let channel: Channel
  /// The address with most of it hidden.
  package let masked: String
  /// The language of the letters.
  package let language: Language
  /// Whether letters are sent there.
  package let isWanted: Bool
}

extension Messages {
  /// Keeps an address, sealed, in the place of the one before. Whoever calls has made sure that the
  /// address belongs to the recipient.
  ///
  /// - Parameters:
  ///   - address: where to.
  ///   - recipient: whose; one of the signer's own, or any for the service itself.
  ///   - language: of the letters.
  ///   - isWanted: whether letters are sent there.
  ///   - signer: who says so.
  ///   - connection: the transaction.
  /// - Throws: `MessageProblem.notYours`, `StoreError`, `CryptographyFailure`.
  package func setContact(
    _ address: Address, of recipient: Recipient, language: Language = .zh, isWanted: Bool = true,
    by signer: Signer, _ connection: borrowing Connection
  ) throws {
    try mayChange(recipient, signer)
    let now = clock.now()
    let sealed = try seal.seal(address.text, at: Self.place(recipient, address.channel))
    try connection.run(
      """
      INSERT INTO "message_contact"
        ("recipient", "channel", "address", "language", "wanted", "moment")
      VALUES (\(recipient.text), \(address.channel.rawValue), \(sealed), \(language.rawValue),
        \(isWanted ? Int64(1) : 0), \(now.microseconds))
      ON CONFLICT ("recipient", "channel") DO UPDATE SET "address" = excluded."address",
        "language" = excluded."language", "wanted" = excluded."wanted", "moment" = excluded."moment"
      """)
    try record("message.contact-set", recipient, address.channel, signer, now, connection)
  }

  /// Forgets an address; letters that still wait for it are cancelled when their time comes.
  ///
  /// - Throws: `MessageProblem.notYours`, `StoreError`, `CryptographyFailure`.
  package func removeContact(
    _ channel: Channel, of recipient: Recipient, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try mayChange(recipient, signer)
    try connection.run(
      """
      DELETE FROM "message_contact"
      WHERE "recipient" = \(recipient.text) AND "channel" = \(channel.rawValue)
      """)
    try record("message.contact-removed", recipient, channel, signer, clock.now(), connection)
  }

  /// The addresses of a recipient, masked.
  ///
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func contacts(
    of recipient: Recipient, _ connection: borrowing Connection
  ) throws -> [Contact] {
    try Channel.allCases.compactMap { channel in
      guard let kept = try kept(channel, of: recipient, connection), let address = kept.address
      else { return nil }
      return Contact(
        channel: channel, masked: address.masked, language: kept.language, isWanted: kept.isWanted)
    }
  }

  /// What is kept; the address is `nil` where it was not sealed with this key for this place.
  func kept(
    _ channel: Channel, of recipient: Recipient, _ connection: borrowing Connection
  ) throws -> (address: Address?, language: Language, isWanted: Bool)? {
    let row = try connection.first(
      """
      SELECT "address", "language", "wanted" FROM "message_contact"
      WHERE "recipient" = \(recipient.text) AND "channel" = \(channel.rawValue)
      """
    ) { ($0.bytes(0), $0.text(1), $0.integer(2)) }
    guard let (sealed, language, wanted) = row else { return nil }
    let text = try seal.open(sealed, at: Self.place(recipient, channel))
    return (
      text.flatMap { try? Address($0, for: channel) }, Language(rawValue: language) ?? .zh,
      wanted == 1
    )
  }

  private static func place(_ recipient: Recipient, _ channel: Channel) -> String {
    "message_contact.address/\(recipient.text)/\(channel.rawValue)"
  }

  private func mayChange(_ recipient: Recipient, _ signer: Signer) throws(MessageProblem) {
    guard signer.role == .system || Recipient.all(of: signer.actor).contains(recipient) else {
      throw .notYours
    }
  }

  private func record(
    _ action: String, _ recipient: Recipient, _ channel: Channel, _ signer: Signer,
    _ moment: Moment, _ connection: borrowing Connection
  ) throws {
    try AuditTrail.append(
      AuditEntry(
        signer, action, "contact", recipient.text, party: recipient.party,
        detail: ["channel": channel.rawValue]),
      at: moment, connection)
  }
}
