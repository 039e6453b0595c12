import Core
import Cryptography
import Registry
import Store

extension DeterminationStore {
  /// Keeps what plans were compiled from, where it is not kept yet.
  ///
  /// Runs do this by themselves; whoever decides something by plans that no run may have gone by asks
  /// for it.
  ///
  /// - Parameter rules: the plans.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func keep(_ rules: Rulebook) throws {
    guard let digest = rules.textsDigest else { return }
    // Only read where nothing is to be written: others may be writing for long.
    let isKept = try registry.database.read { try set(digest, $0) != nil }
    if isKept { return }
    try registry.database.write { connection in
      try connection.transaction { connection in
        _ = try keep(rules, numbers(of: rules, connection), connection)
      }
    }
  }

  /// The same within a transaction.
  ///
  /// - Parameters:
  ///   - rules: the plans.
  ///   - plans: their numbers.
  ///   - connection: in the transaction in which a plan is recorded.
  /// - Returns: the number of the set of texts; `nil` where the plans do not hold all of theirs.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  func keep(
    _ rules: Rulebook, _ plans: [Int64], _ connection: borrowing Connection
  ) throws -> Int64? {
    guard let texts = rules.texts, let digest = rules.textsDigest else { return nil }
    if let known = try set(digest, connection) { return known }
    let number = try connection.first(
      "INSERT INTO \"_rule_set\" (\"digest\") VALUES (\(digest)) RETURNING \"number\""
    ) { $0.integer(0) }
    guard let number else { throw StoreError.defect("no number for a set of rules") }
    for (place, kept) in texts.all.enumerated() {
      let text = try self.text(kept.text, connection)
      try connection.run(
        """
        INSERT INTO "_rule_set_text" ("set", "place", "role", "name", "text")
        VALUES (\(number), \(Int64(place)), \(kept.role.rawValue), \(kept.name), \(text))
        """)
    }
    for plan in plans {
      try connection.run(
        "INSERT INTO \"_rule_set_plan\" (\"plan\", \"set\") VALUES (\(plan), \(number))")
    }
    return number
  }

  private func set(_ digest: String, _ connection: borrowing Connection) throws -> Int64? {
    try connection.first("SELECT \"number\" FROM \"_rule_set\" WHERE \"digest\" = \(digest)") {
      $0.integer(0)
    }
  }

  /// The number of a text, kept once however many plans were compiled from it.
  private func text(_ text: String, _ connection: borrowing Connection) throws -> Int64 {
    let digest = try SM3.hexDigest(text)
    try connection.run(
      """
      INSERT INTO "_rule_text" ("digest", "text") VALUES (\(digest), \(text))
      ON CONFLICT ("digest") DO NOTHING
      """)
    let number = try connection.first(
      "SELECT \"number\" FROM \"_rule_text\" WHERE \"digest\" = \(digest)"
    ) { $0.integer(0) }
    guard let number else { throw StoreError.defect("no number for a text of rules") }
    return number
  }

  /// The texts of a set.
  ///
  /// - Parameter number: of the set.
  /// - Returns: the texts, each compared with its digest.
  /// - Throws: `DeterminationProblem.damagedText` when one is not what was kept; `StoreError`,
  ///   `CryptographyFailure`, `DiagnosticsError`.
  package func texts(ofSet number: Int64) throws -> RuleTexts {
    let kept = try registry.database.read { connection in
      try connection.all(
        """
        SELECT s."role", s."name", t."text", t."digest" FROM "_rule_set_text" AS s
        JOIN "_rule_text" AS t ON t."number" = s."text" WHERE s."set" = \(number)
        ORDER BY s."place"
        """
      ) { row in
        guard let role = RuleTexts.Role(rawValue: row.text(0)) else {
          throw StoreError.defect("role of a text: \(row.text(0))")
        }
        let kept = RuleTexts.Kept(role: role, name: row.text(1), text: row.text(2))
        guard try SM3.hexDigest(kept.text) == row.text(3) else {
          throw DeterminationProblem.damagedText(name: kept.name, set: number)
        }
        return kept
      }
    }
    return try RuleTexts(kept)
  }

  /// The sets of texts that a plan was compiled from, the last kept first: they differ in words that
  /// change no answer.
  ///
  /// - Parameter hash: of the plan.
  /// - Returns: their numbers; empty for a plan from before texts were kept.
  /// - Throws: `StoreError`.
  package func sets(ofPlan hash: String) throws -> [Int64] {
    try registry.database.read { connection in
      try connection.all(
        """
        SELECT s."set" FROM "_rule_set_plan" AS s JOIN "_plan" AS p ON p."number" = s."plan"
        WHERE p."hash" = \(hash) ORDER BY s."set" DESC
        """
      ) { $0.integer(0) }
    }
  }
}

extension RuleTexts {
  /// SM3 over the digests of all texts, their names and what they are for.
  func digest() throws(CryptographyFailure) -> String {
    var lines: [String] = []
    for kept in all {
      lines.append("\(kept.role.rawValue) \(kept.name) \(try SM3.hexDigest(kept.text))")
    }
    return try SM3.hexDigest(lines.joined(separator: "\n"))
  }
}
