package import Cryptography
package import Office
package import Store

/// The room of what people are told: an inbox for each account and party, and an outbox of letters
/// that say there is something in it.
package struct Messages: Sendable {
  package let texts: MessageTexts
  let seal: Seal
  let clock: OfficeClock

  /// - Parameters:
  ///   - texts: what `Procedures/messages.yaml` says.
  ///   - seal: of the office.
  ///   - clock: of the office.
  package init(texts: MessageTexts, seal: Seal, clock: OfficeClock) {
    self.texts = texts
    self.seal = seal
    self.clock = clock
  }

  /// Puts a message into an inbox, and letters about it into the outbox, one for each channel that
  /// the recipient wants: in the transaction of the act that it tells of.
  ///
  /// - Parameters:
  ///   - template: the id of the message, `case.approved`.
  ///   - recipient: whose inbox.
  ///   - values: exactly what the message declares, except the case.
  ///   - number: the case it is about.
  ///   - key: names the act, `case/17/approved`; the same key again sends nothing.
  ///   - connection: the transaction.
  /// - Returns: the number of the message, now or then.
  /// - Throws: `MessageProblem.unknownTemplate`, `.values`, `.keyOfAnother`; `StoreError`,
  ///   `CryptographyFailure`.
  @discardableResult
  package func send(
    _ template: String, to recipient: Recipient, values: MessageValues = MessageValues(),
    about number: CaseNumber? = nil, key: String, _ connection: borrowing Connection
  ) throws -> Int64 {
    try check(values, number, template)
    let known = try connection.first(
      """
      SELECT "number", "template", "case_number", "values" FROM "message_inbox"
      WHERE "recipient" = \(recipient.text) AND "key" = \(key)
      """
    ) { ($0.integer(0), $0.text(1), $0.textIfAny(2), $0.text(3)) }
    if let (sent, ofTemplate, ofCase, with) = known {
      guard ofTemplate == template, ofCase == number?.text, with == values.json else {
        throw MessageProblem.keyOfAnother(key)
      }
      return sent
    }
    let now = clock.now().microseconds
    let sent = try connection.first(
      """
      INSERT INTO "message_inbox" ("recipient", "key", "template", "case_number", "values", "moment")
      VALUES (\(recipient.text), \(key), \(template), \(number?.text), \(values.json), \(now))
      RETURNING "number"
      """
    ) { $0.integer(0) }
    guard let sent else { throw StoreError.defect("message_inbox: no number") }
    let channels = try connection.all(
      """
      SELECT "channel" FROM "message_contact" WHERE "recipient" = \(recipient.text) AND "wanted" = 1
      ORDER BY "channel"
      """
    ) { $0.text(0) }
    for channel in channels {
      try connection.run(
        """
        INSERT INTO "message_outbox" ("message", "channel", "token", "state", "attempts", "due")
        VALUES (\(sent), \(channel), \(Hexadecimal.text(RandomBytes.make(16))), 'waiting', 0, \(now))
        """)
    }
    return sent
  }

  /// Nothing is missing of what the text tells, and nothing is kept that it does not tell.
  private func check(
    _ values: MessageValues, _ number: CaseNumber?, _ template: String
  ) throws(MessageProblem) {
    let places = try texts.template(template).places
    // A message may be filed under a case without naming it.
    let given = values.given(case: number).subtracting(places.contains(.case) ? [] : [.case])
    guard given == places else {
      func names(_ places: Set<Place>) -> [String] { places.map(\.rawValue).sorted() }
      throw .values(
        template, missing: names(places.subtracting(given)),
        unused: names(given.subtracting(places)))
    }
  }
}
