import Casework
import Core
import Ledger
import Messages
import Office
import Payout
import PolicyPlan
import Store

/// What cases bring about in the ledger and in people's inboxes.
struct MoneyEffects: CaseEffects {
  let ledger: Ledger
  let messages: Messages
  /// Asked whether a payment is under way.
  let payout: Payout
  let funding: Funding
  /// By id of the document.
  let plans: [String: Plan]
  let benefits: [String: Bilingual]
  let clock: OfficeClock

  func commit(
    _ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    guard record.amount > 0 else { return }
    let document = String(record.entitlement.benefit.prefix { $0 != "/" })
    guard let plan = plans[document] else {
      throw FundingProblem.noDocument(benefit: record.entitlement.benefit)
    }
    let shares = try funding.shares(
      of: record.amount, plan, region: record.region, on: clock.today)
    try ledger.post(
      .commit(record.subject, shares), key: "case/\(record.number)/commit", by: signer, connection)
  }

  func release(
    _ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let attempts = try payout.instructions(for: record.number, connection)
    guard !attempts.contains(where: \.status.isLive) else {
      throw BureauProblem.beingPaid(record.number)
    }
    let shares = try ledger.position(ofSubject: record.number, connection)
      .filter { $0.committed > 0 }.map { BudgetShare($0.budget, $0.committed) }
    guard !shares.isEmpty else { return }
    try ledger.post(
      .release(record.subject, shares), key: "case/\(record.number)/release", by: signer,
      connection)
  }

  func demand(
    _ record: CaseRecord, _ instalments: [CaseInstalment], by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    // What is claimed back was paid under the case that this one follows from.
    let paid = LedgerSubject(record.parent ?? record.number, party: record.entitlement.party)
    var left = record.amount
    var shares: [BudgetShare] = []
    for position in try ledger.position(ofSubject: paid.id, connection) where left > 0 {
      let part = min(left, position.paid - position.receivable)
      if part > 0 {
        shares.append(BudgetShare(position.budget, part))
        left -= part
      }
    }
    let parts = instalments.map { Instalment(due: $0.due, amount: $0.amount) }
    let month = CivilDate(dayNumber: clock.today.dayNumber + 30)
    try ledger.post(
      .demand(
        paid, shares, parts.isEmpty ? [Instalment(due: month, amount: record.amount)] : parts),
      key: "case/\(record.number)/demand", by: signer, connection)
  }

  func tell(
    _ record: CaseRecord, template: String, reason: String, key: String,
    _ connection: borrowing Connection
  ) throws {
    let places = messages.texts.places(of: template)
    let benefit = benefits[record.entitlement.benefit] ?? Bilingual(record.entitlement.benefit)
    try messages.send(
      template, to: .party(record.entitlement.party),
      values: MessageValues(
        benefit: places.contains(.benefit) ? benefit : nil,
        amount: places.contains(.amount) ? record.money : nil,
        date: places.contains(.date) ? record.due ?? clock.today : nil,
        reason: places.contains(.reason) ? Bilingual(reason) : nil),
      about: try CaseNumber(record.number), key: key, connection)
  }
}

extension CaseRecord {
  /// What the ledger calls it.
  var subject: LedgerSubject { LedgerSubject(number, party: entitlement.party) }
}
