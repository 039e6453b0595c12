package import Core
package import Office
import Procedures
package import Store

/// Whose points they are.
package enum ScoreSide: String, Sendable, CaseIterable {
  /// The enterprise's own.
  case own = "self"
  case review
}

/// The points of an item.
package struct ItemScore: Sendable, Equatable {
  package let item: String
  package let points: Decimal128
  /// What the points rest on.
  package let note: String

  package init(item: String, points: Decimal128, note: String) {
    self.item = item
    self.points = points
    self.note = note
  }
}

/// Both sides of an item, and how far they are apart.
package struct ScoreComparison: Sendable, Equatable {
  package let item: String
  package var own: ItemScore?
  package var review: ItemScore?

  /// Review less own; `nil` while one is missing.
  package var difference: Decimal128? {
    guard let own, let review else { return nil }
    return review.points.subtracting(own.points)
  }
}

extension Casework {
  /// Gives points for items; the last word for each counts, earlier ones stay in the history.
  ///
  /// - Parameters:
  ///   - scores: the items and their points.
  ///   - side: whose.
  ///   - number: of the case.
  ///   - signer: the party for its own, the reviewer who has taken the case for theirs.
  ///   - connection: the transaction.
  /// - Throws: `CaseworkProblem.unknownItem`, `.notYourTurn`, `.notTaken`; `StoreError`.
  package func set(
    _ scores: [ItemScore], _ side: ScoreSide, of number: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let (record, key) = try scorable(side, number, by: signer, connection)
    let items = try items(key, connection)
    let now = office.clock.now()
    for score in scores {
      guard items.contains(score.item) else { throw CaseworkProblem.unknownItem(score.item) }
      try connection.run(
        """
        INSERT INTO "case_score" ("case", "side", "item", "points", "note", "user", "moment")
        VALUES (\(key), \(side.rawValue), \(score.item), \(score.points.description),
          \(score.note), \(signer.actor.user), \(now.microseconds))
        """)
    }
    try CaseEvents.append(
      CaseEvents.Draft(
        signer: signer, act: "score-\(side.rawValue)", stage: side == .review ? .review : nil),
      to: key, at: now, connection)
    try trail(signer, "case.score", record, detail: ["side": side.rawValue], connection)
  }

  /// Both sides, in the order of the sheet.
  ///
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func scores(
    of number: String, _ connection: borrowing Connection
  ) throws -> [ScoreComparison] {
    let key = try CaseTable.find(number, connection).key
    var found: [String: ScoreComparison] = [:]
    // Later rows take the place of earlier ones.
    try connection.forEach(
      """
      SELECT "side", "item", "points", "note" FROM "case_score" WHERE "case" = \(key)
      ORDER BY "key"
      """
    ) { row in
      let item = row.text(1)
      guard let points = Decimal128(row.text(2)) else { return }
      let score = ItemScore(item: item, points: points, note: row.text(3))
      var comparison = found[item] ?? ScoreComparison(item: item)
      if row.text(0) == ScoreSide.own.rawValue {
        comparison.own = score
      } else {
        comparison.review = score
      }
      found[item] = comparison
    }
    return try items(key, connection).map { found[$0] ?? ScoreComparison(item: $0) }
  }

  func items(_ key: Int64, _ connection: borrowing Connection) throws -> [String] {
    let text = try connection.first(
      "SELECT \"items\" FROM \"case_basis\" WHERE \"case\" = \(key)"
    ) { $0.text(0) }
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  /// Whether every item of the sheet has points of this side.
  func isScored(
    _ side: ScoreSide, _ key: Int64, _ connection: borrowing Connection
  ) throws -> Bool {
    let items = try items(key, connection)
    guard !items.isEmpty else { return false }
    let scored = try connection.first(
      """
      SELECT count(DISTINCT "item") FROM "case_score"
      WHERE "case" = \(key) AND "side" = \(side.rawValue)
      """
    ) { Int($0.integer(0)) }
    return scored == items.count
  }

  private func scorable(
    _ side: ScoreSide, _ number: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> (record: CaseRecord, key: Int64) {
    if side == .own { return try partyCase(number, by: signer, connection) }
    let (record, key) = try CaseTable.find(number, connection)
    let steps = CaseMachine.open(
      try standing(record, key, connection), try shelf.procedure(of: record), to: signer.actor)
    guard
      steps.contains(where: {
        $0.transition.needs.contains(.reviewScores) && $0.role == signer.role
      })
    else { throw CaseworkProblem.notYourTurn(number) }
    guard record.assigned == signer.actor.user else { throw CaseworkProblem.notTaken(number) }
    return (record, key)
  }
}
