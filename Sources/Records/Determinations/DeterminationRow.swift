import Core
import Determination
import Explain
import Store

/// A determination as a row of the store.
struct DeterminationRow: Hashable {
  let owner: Int64
  let benefit: Int64
  let subject: String?
  /// `nil` for the owner itself.
  let receiver: String?
  let outcome: Int64
  let gross: Int64?
  let amount: Int64?
  let granted: Int64?
  let months: String?
  let until: Int64?
  let plan: Int64
  let score: String?

  /// - Parameters:
  ///   - finding: what a subject came to.
  ///   - owner: key of its owner.
  ///   - benefit: number of its benefit.
  ///   - plan: number of its plan.
  init(_ finding: Finding, owner: Int64, benefit: Int64, plan: Int64) {
    let determination = finding.determination
    self.owner = owner
    self.benefit = benefit
    self.plan = plan
    subject = determination.subject
    receiver = determination.party == finding.owner ? nil : determination.party
    outcome = determination.outcome.stored
    gross = determination.gross?.fen
    amount = determination.amount?.fen
    granted = determination.granted?.fen
    months = determination.monthly.map(MonthText.text)
    until = finding.until.map { Int64($0.dayNumber) }
    score = determination.score.map(ScoreText.text)
  }

  /// The columns in the order of `init(row:)`.
  static let columns: SQL = """
    "owner", "benefit", "subject", "receiver", "outcome", "gross", "amount", "granted", "months",
    "until", "plan", "score"
    """

  /// - Parameters:
  ///   - row: selected with `columns`.
  ///   - offset: how many columns stand before them.
  init(_ row: borrowing Row, from offset: Int) {
    owner = row.integer(offset)
    benefit = row.integer(offset + 1)
    subject = row.textIfAny(offset + 2)
    receiver = row.textIfAny(offset + 3)
    outcome = row.integer(offset + 4)
    gross = row.integerIfAny(offset + 5)
    amount = row.integerIfAny(offset + 6)
    granted = row.integerIfAny(offset + 7)
    months = row.textIfAny(offset + 8)
    until = row.integerIfAny(offset + 9)
    plan = row.integer(offset + 10)
    score = row.textIfAny(offset + 11)
  }

  /// What is bound to the columns.
  var values: [SQLValue] {
    [
      .integer(owner), .integer(benefit), SQLValue(subject), SQLValue(receiver), .integer(outcome),
      SQLValue(gross), SQLValue(amount), SQLValue(granted), SQLValue(months), SQLValue(until),
      .integer(plan), SQLValue(score),
    ]
  }
}
