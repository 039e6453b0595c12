package import Store

extension OfficeStore {
  /// What a request asked for once, and what came of it.
  package enum Repetition: Sendable, Equatable {
    case first(String)
    case again(String)

    package var result: String {
      switch self {
      case .first(let result), .again(let result): result
      }
    }
  }

  /// Does what a request asks for unless it was done before: a form sent twice, a client that tries
  /// again. The key stands in the form, made when the form was.
  ///
  /// - Parameters:
  ///   - key: names the request; 16 random bytes in any writing.
  ///   - signer: who asks; the key of somebody else is refused.
  ///   - connection: within the transaction that does it.
  ///   - body: does it, and says in a few characters what came of it, as the number of a case.
  /// - Returns: what came of it, now or then.
  /// - Throws: `OfficeProblem.requestOfAnother`, `StoreError`, and what `body` throws.
  package func once(
    _ key: String, by signer: Signer, _ connection: borrowing Connection,
    _ body: (borrowing Connection) throws -> String
  ) throws -> Repetition {
    let known = try connection.first(
      "SELECT \"user\", \"result\" FROM \"office_request\" WHERE \"key\" = \(key)"
    ) { (user: $0.integer(0), result: $0.text(1)) }
    if let known {
      guard known.user == signer.actor.user else { throw OfficeProblem.requestOfAnother }
      return .again(known.result)
    }
    let result = try body(connection)
    try connection.run(
      """
      INSERT INTO "office_request" ("key", "user", "moment", "result")
      VALUES (\(key), \(signer.actor.user), \(clock.now().microseconds), \(result))
      """)
    return .first(result)
  }
}
