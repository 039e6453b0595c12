import Core
import JSONText
import Office
package import Store

/// Something that a case has brought about and that the registry must be told.
package struct RegistryPost: Sendable, Equatable {
  package let key: Int64
  /// The number of the case.
  package let number: String
  package let kind: Kind
  /// Whose record it is.
  package let party: String
  /// The record, as facts files write it.
  package let content: String

  /// Whether the record is put in, or is no longer so.
  package enum Kind: String, Sendable { case put, withdraw }
}

extension Casework {
  enum PostKind {
    /// So much was granted.
    case claim
    /// What was told to be granted came back for good.
    case unclaim
    case selection
  }

  /// Writes down what the registry must be told. It lies in another database, so it is told
  /// afterwards, by `RegistryPost`s that are kept until it has them; until then nothing new is opened
  /// for the same entitlement.
  func post(
    _ kind: PostKind, _ record: CaseRecord, _ key: Int64, _ connection: borrowing Connection
  ) throws {
    let content: String
    var act = RegistryPost.Kind.put
    // Money that came back and was paid again was granted once.
    let claimed = try connection.first(
      """
      SELECT "content", "kind" FROM "case_post" WHERE "case" = \(key) ORDER BY "key" DESC LIMIT 1
      """
    ) { (content: $0.text(0), kind: $0.text(1)) }
    let isClaimed = claimed?.kind == RegistryPost.Kind.put.rawValue
    switch kind {
    case .claim:
      guard !isClaimed, record.amount > 0 else { return }
      content = Casework.claim(record, on: office.clock.today)
    case .unclaim:
      guard isClaimed, let claimed else { return }
      content = claimed.content
      act = .withdraw
    case .selection: content = try selection(record, key, connection)
    }
    try connection.run(
      """
      INSERT INTO "case_post" ("case", "kind", "content", "moment")
      VALUES (\(key), \(act.rawValue), \(content), \(office.clock.now().microseconds))
      """)
  }

  /// What the registry has still to be told, in order.
  ///
  /// - Throws: `StoreError`.
  package func posts(
    limit: Int = 1_000, _ connection: borrowing Connection
  ) throws -> [RegistryPost] {
    try connection.all(
      """
      SELECT "case_post"."key", "number", "case_post"."kind", "party", "content" FROM "case_post"
      JOIN "case_record" ON "case_record"."key" = "case_post"."case"
      WHERE "case_post"."change" IS NULL ORDER BY "case_post"."key" LIMIT \(Int64(limit))
      """
    ) { row in
      RegistryPost(
        key: row.integer(0), number: row.text(1),
        kind: RegistryPost.Kind(rawValue: row.text(2)) ?? .put, party: row.text(3),
        content: row.text(4))
    }
  }

  /// Remembers that the registry was told.
  ///
  /// - Parameters:
  ///   - post: what it was told.
  ///   - change: the number of its change.
  ///   - connection: the transaction.
  /// - Throws: `StoreError`.
  package func told(
    _ post: RegistryPost, change: Int64, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "case_post" SET "change" = \(change) WHERE "key" = \(post.key) AND "change" IS NULL
      """)
  }

  /// A claim record: granted so much, by this case.
  private static func claim(_ record: CaseRecord, on day: CivilDate) -> String {
    fact("claim", of: record.entitlement.party) { writer in
      writer.member("benefit", record.entitlement.benefit)
      writer.member("subject", record.entitlement.subject)
      writer.member("on", day.description)
      writer.member("amount", record.money.description)
      writer.member("caseNumber", record.number)
    }
  }

  /// The result of a selection. `excellent` and `rejected` follow from where the case stands.
  private func selection(
    _ record: CaseRecord, _ key: Int64, _ connection: borrowing Connection
  ) throws -> String {
    let comparisons = try scores(of: record.number, connection)
    func total(_ side: ScoreSide) -> Decimal128? {
      comparisons.reduce(Decimal128(0)) { sum, comparison in
        let score = side == .own ? comparison.own : comparison.review
        return score.flatMap { sum?.adding($0.points) }
      }
    }
    let (own, review) = (total(.own), total(.review))
    return Casework.fact("selection", of: record.entitlement.party) { writer in
      writer.member("id", record.number)
      writer.member("scheme", record.entitlement.benefit)
      writer.key("year")
      writer.integer(record.basis.on.year)
      if let own {
        writer.key("selfScore")
        writer.number(own)
      }
      if let review {
        writer.key("reviewScore")
        writer.number(review)
      }
      writer.member("result", record.state == "selected" ? "selected" : "rejected")
    }
  }

  private static func fact(
    _ type: String, of party: String, _ members: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("type", type)
      writer.member("party", party)
      members(&writer)
    }
    return writer.text
  }
}
