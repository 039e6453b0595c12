import Core
import Ledger
import Office
import OfficeSupport
import Store
import Testing

private let city = LedgerFixture.city
private let a = LedgerSubject("case-a", party: "p1")
private let day = CivilDate(dayNumber: 20_600)

/// What is refused, with 1,000 granted, 300 of them committed to case a, and 200 of those paid:
/// entries 1 to 4. Entry 5 claims 50 back, 6 proposes 10 more.
@Suite struct RefusalTests {
  struct Case: Sendable {
    let act: LedgerAct
    let problem: LedgerProblem
    var before: [LedgerAct] = []
    var role = Role.financeOfficer
    var user: Int64 = 1
  }

  @Test(arguments: [
    Case(
      act: .commit(a, [.init(city, 701)]),
      problem: .insufficientFunds(city, free: 700, asked: 701)),
    Case(
      act: .propose(city, change: -701),
      problem: .insufficientFunds(city, free: 700, asked: 701)),
    Case(
      act: .confirm(proposal: 7), problem: .insufficientFunds(city, free: 1, asked: 700),
      before: [.propose(city, change: -700), .commit(a, [.init(city, 699)])], role: .approver,
      user: 2),
    Case(
      act: .commit(a, [.init(city, 10)]), problem: .closedYear(city),
      before: [.carryOver(city, to: 2027, free: .carried)]),
    Case(
      act: .propose(city, change: 10), problem: .closedYear(city),
      before: [.carryOver(city, to: 2027, free: .carried)]),
    Case(
      act: .confirm(proposal: 6), problem: .closedYear(city),
      before: [.carryOver(city, to: 2027, free: .carried)], user: 2),
    Case(
      act: .carryOver(city, to: 2028, free: .carried), problem: .closedYear(city),
      before: [.carryOver(city, to: 2027, free: .carried)]),
    Case(act: .commit(a, [.init(city.next, 1)]), problem: .unknownBudget(city.next)),
    Case(act: .settle(a, [.init(city.next, 1)]), problem: .unknownBudget(city.next)),
    Case(act: .takeBack(a, [.init(city.next, 1)]), problem: .unknownBudget(city.next)),
    Case(act: .propose(city.next, change: -1), problem: .unknownBudget(city.next)),
    Case(
      act: .carryOver(city.next, to: 2028, free: .carried), problem: .unknownBudget(city.next)),
    Case(
      act: .settle(a, [.init(city, 101)]),
      problem: .moreThanCommitted(subject: "case-a", city, committed: 100, asked: 101)),
    Case(
      act: .release(LedgerSubject("case-b"), [.init(city, 1)]),
      problem: .moreThanCommitted(subject: "case-b", city, committed: 0, asked: 1)),
    // Two names of one budget do not make two of its commitments.
    Case(
      act: .settle(a, [.init(city, 60), .init(city.next, 60)]),
      problem: .moreThanCommitted(subject: "case-a", city.next, committed: 40, asked: 60),
      before: [.carryOver(city, to: 2027, free: .carried)]),
    Case(
      act: .takeBack(a, [.init(city, 151)]),
      problem: .moreThanPaid(subject: "case-a", city, paid: 150, asked: 151)),
    Case(
      act: .demand(a, [.init(city, 151)], [.init(due: day, amount: 151)]),
      problem: .moreThanPaid(subject: "case-a", city, paid: 150, asked: 151)),
    Case(
      act: .recover(demand: 5, amount: 51),
      problem: .moreThanDemanded(demand: 5, .money, open: 50, asked: 51)),
    Case(
      act: .waive(demand: 5, amount: 21),
      problem: .moreThanDemanded(demand: 5, .money, open: 20, asked: 21),
      before: [.recover(demand: 5, amount: 30)]),
    Case(
      act: .demand(a, [.init(city, 40)], [.init(due: day, amount: 39)]),
      problem: .instalmentsDiffer(.money, instalments: 39, demanded: 40)),
    Case(
      act: .demand(
        a, [.init(city, 1), .init(LedgerFixture.vouchers, 1)], [.init(due: day, amount: 2)]),
      problem: .severalUnits),
    Case(
      act: .demand(
        a, [.init(city, 1)], [.init(due: day, amount: 2), .init(due: day, amount: -1)]),
      problem: .notPositive),
    Case(act: .commit(a, []), problem: .notPositive),
    Case(act: .commit(a, [.init(city, 2), .init(city, -1)]), problem: .notPositive),
    Case(act: .propose(city, change: 0), problem: .notPositive),
    Case(act: .recover(demand: 5, amount: 0), problem: .notPositive),
    Case(act: .waive(demand: 5, amount: -1), problem: .notPositive),
    Case(act: .commit(a, [.init(city, .max), .init(city, 1)]), problem: .tooLarge),
    Case(act: .propose(city, change: .max), problem: .tooLarge),
    Case(act: .propose(city, change: .min), problem: .tooLarge),
    Case(act: .confirm(proposal: 6), problem: .ownAppropriation(proposal: 6)),
    Case(
      act: .confirm(proposal: 6), problem: .ownAppropriation(proposal: 6), role: .approver),
    Case(act: .confirm(proposal: 5), problem: .unknownProposal(5), user: 2),
    Case(
      act: .confirm(proposal: 6), problem: .alreadyDecided(proposal: 6),
      before: [.decline(proposal: 6)], user: 2),
    Case(act: .decline(proposal: 1), problem: .alreadyDecided(proposal: 1)),
    Case(act: .recover(demand: 6, amount: 1), problem: .unknownDemand(6)),
    Case(act: .waive(demand: 99, amount: 1), problem: .unknownDemand(99)),
    Case(
      act: .carryOver(city, to: 2026, free: .lapses), problem: .yearNotLater(city, to: 2026)),
    Case(
      act: .propose(city, change: 1), problem: .roleMayNot(.approver, .propose), role: .approver),
    Case(
      act: .confirm(proposal: 6), problem: .roleMayNot(.clerk, .confirm), role: .clerk, user: 2),
    Case(
      act: .carryOver(city, to: 2027, free: .lapses), problem: .roleMayNot(.clerk, .carryOver),
      role: .clerk),
  ]) func refused(_ example: Case) throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 300)]))
    try fixture.post(.settle(a, [.init(city, 200)]))
    try fixture.post(.demand(a, [.init(city, 50)], [.init(due: day, amount: 50)]))
    try fixture.post(.propose(city, change: 10))
    for act in example.before { try fixture.post(act) }
    let before = try fixture.rows()
    #expect(throws: example.problem) {
      try fixture.post(example.act, key: "refused", example.role, example.user)
    }
    // Not even when whoever asked goes on in the same transaction.
    let signer = try Signer.make(example.role, example.user)
    try fixture.office.write { connection in
      _ = #expect(throws: example.problem) {
        try fixture.ledger.post(example.act, key: "refused", by: signer, connection)
      }
    }
    #expect(try fixture.rows() == before)
    try fixture.verify()
  }
}

extension LedgerFixture {
  /// How many rows each table has.
  func rows() throws -> [Int64] {
    try office.read { connection in
      var counts: [Int64] = []
      for table in Self.tables {
        counts.append(
          try connection.first("SELECT COUNT(*) FROM \(name: table)") { $0.integer(0) } ?? 0)
      }
      return counts
    }
  }

  static let tables = [
    "ledger_budget", "ledger_entry", "ledger_line", "ledger_proposal", "ledger_instalment",
    "ledger_closing", "audit_entry",
  ]
}
