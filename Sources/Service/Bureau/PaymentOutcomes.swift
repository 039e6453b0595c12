import Casework
import Ledger
import Office
import Payout
import Store

/// What the bank's answers bring about in the ledger and in the cases.
struct PaymentOutcomes: PayoutListener {
  let casework: Casework
  let ledger: Ledger

  func settled(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let subject = LedgerSubject(outcome.subject, party: outcome.party)
    try ledger.post(
      .settle(subject, try shares(outcome, \.committed, connection)), key: outcome.key, by: signer,
      connection)
    _ = try casework.act("settle", on: outcome.subject, by: .system, connection)
  }

  func failed(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    // Nothing moved: what was set aside stays so until it is paid elsewhere or given up.
    _ = try casework.act(
      "fail", on: outcome.subject, reason: outcome.reason ?? "", by: .system, connection)
  }

  func returned(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let subject = LedgerSubject(outcome.subject, party: outcome.party)
    try ledger.post(
      .takeBack(subject, try shares(outcome, \.paid, connection)), key: outcome.key, by: signer,
      connection)
    _ = try casework.act(
      "fail", on: outcome.subject, reason: outcome.reason ?? "", by: .system, connection)
  }

  /// The amount over the budgets that hold it, in their order.
  private func shares(
    _ outcome: PayoutOutcome, _ part: KeyPath<SubjectPosition, Int64>,
    _ connection: borrowing Connection
  ) throws -> [BudgetShare] {
    var left = outcome.amount
    var shares: [BudgetShare] = []
    for position in try ledger.position(ofSubject: outcome.subject, connection) where left > 0 {
      let amount = min(left, position[keyPath: part])
      if amount > 0 { shares.append(BudgetShare(position.budget, amount)) }
      left -= amount
    }
    return shares
  }
}
