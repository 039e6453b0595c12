import Core
import Ledger
import Office
import OfficeSupport
import Store
import Synchronization
import TestSupport

/// One thread of a soak: draws acts and does them.
struct SoakWorker {
  private var generator: SeededGenerator
  private let thread: Int
  private let office: OfficeStore
  private let ledger: Ledger
  private let record: SoakRecord
  private var keys = 0

  init(
    seed: UInt64, _ thread: Int, _ office: OfficeStore, _ ledger: Ledger, _ record: SoakRecord
  ) {
    generator = SeededGenerator(seed: seed)
    self.thread = thread
    self.office = office
    self.ledger = ledger
    self.record = record
  }

  /// Does one act: of ten one is tried again, and one of fifty takes a key that is taken.
  mutating func step(_ event: Int, of count: Int) {
    let old = record.log.withLock { log in
      log.tries.isEmpty ? nil : log.tries.randomElement(using: &generator)
    }
    let draw = Int.random(in: 0..<100, using: &generator)
    if draw < 10, let old { return perform(old) }
    keys += 1
    let one = SoakRecord.Try(
      key: draw < 12 ? old?.key ?? "first" : "\(thread)-\(keys)", act: act(event, of: count),
      user: Int64.random(in: 1...3, using: &generator))
    // A key that is taken may belong to a try that was refused: then it is free.
    if draw >= 12 { record.begin(one) }
    perform(one)
  }

  private func perform(_ one: SoakRecord.Try) {
    do {
      let signer = try Signer.make(.financeOfficer, one.user)
      while true {
        do {
          return try office.write { connection in
            do {
              record.answer(try ledger.post(one.act, key: one.key, by: signer, connection), one)
            } catch let problem as LedgerProblem {
              let last = try connection.first(
                "SELECT MAX(\"number\") FROM \"ledger_entry\""
              ) { $0.integerIfAny(0) ?? 0 }
              record.refuse(problem, after: last ?? 0, one)
            }
          }
        } catch StoreError.locked { continue }
      }
    } catch { record.fail(error, one) }
  }

  private mutating func act(_ event: Int, of count: Int) -> LedgerAct {
    // Years follow each other in the course of the run, and some acts come late or early.
    let present = 2026 + event * 4 / count
    let late = Int.random(in: 0..<12, using: &generator)
    let year = max(2026, late == 0 ? present + 1 : late < 3 ? present - 1 : present)
    let budget = Budget(
      fund: ["city", "district", "province"][Int.random(in: 0..<3, using: &generator)], year: year,
      unit: Int.random(in: 0..<6, using: &generator) == 0
        ? LedgerUnit("voucher:2026-welder") : .money)
    let subject = LedgerSubject(
      "case-\(Int.random(in: 0..<16, using: &generator))", party: "p")
    let amount = Int64.random(in: 1...200, using: &generator)
    var shares = [BudgetShare(budget, amount)]
    if Int.random(in: 0..<8, using: &generator) == 0 {
      let other = Budget(fund: "province", year: year, unit: budget.unit)
      shares.append(BudgetShare(other, Int64.random(in: 1...300, using: &generator)))
    }
    let (proposal, demand) = record.log.withLock { log in
      (
        log.proposals.suffix(20).randomElement(using: &generator) ?? 1,
        log.demands.suffix(20).randomElement(using: &generator) ?? 1
      )
    }
    switch Int.random(in: 0..<1000, using: &generator) {
    case 0..<70: return .propose(budget, change: Int64.random(in: -2000...9000, using: &generator))
    case 70..<160: return .confirm(proposal: proposal)
    case 160..<165: return .decline(proposal: proposal)
    case 165..<480: return .commit(subject, shares)
    case 480..<540: return .release(subject, shares)
    case 540..<740: return .settle(subject, shares)
    case 740..<790: return .takeBack(subject, shares)
    case 790..<870:
      let sum = shares.reduce(0) { $0 + $1.amount }
      let first = Int64.random(in: 1...sum, using: &generator)
      let due = CivilDate(dayNumber: 20_600)
      return .demand(
        subject, shares,
        [.init(due: due, amount: first), .init(due: due, amount: sum - first)].filter {
          $0.amount > 0
        })
    case 870..<970: return .recover(demand: demand, amount: amount)
    case 970..<990: return .waive(demand: demand, amount: amount)
    default:
      let free: LedgerAct.Remainder = Bool.random(using: &generator) ? .carried : .lapses
      return .carryOver(
        Budget(fund: budget.fund, year: present - 1, unit: budget.unit),
        to: present, free: free)
    }
  }
}
