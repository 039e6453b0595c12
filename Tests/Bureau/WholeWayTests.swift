import BankFiles
import Determinations
import Bureau
import Casework
import Core
import Ledger
import Messages
import Office
import OfficeSupport
import Payout
import Store
import Testing

@Suite struct WholeWayTests {
  private let city: City

  init() throws { city = try City() }

  private func paid() throws -> String {
    try city.grant(1_000_000, region: "330300")
    try city.grant(1_000_000, region: "330302")
    try city.clear()
    try city.act("approve", by: city.approver)
    let id = try city.send("first")
    try city.bank(.payment, id, "r1")
    return id
  }

  @Test("what was found is paid, each share from its fund, and the registry learns of it")
  func wholeWay() throws {
    _ = try paid()
    #expect(try city.record().state == "paid")
    #expect(try city.position("330300") == [1_000_000, 850_000, 0, 150_000])
    #expect(try city.position("330302") == [1_000_000, 850_000, 0, 150_000])
    #expect(city.bureau.round().told == 1)
    try city.determine()
    let stored = try city.bureau.determinations.stored(of: "p1")
    let upgrade = stored.first { $0.benefit == "wenzhou-2018-242/skill-upgrade" }
    #expect(upgrade?.granted == Money(fen: 300_000))
    #expect(upgrade?.payable == .zero)
    #expect(try city.bureau.openFound().opened == 0)
    #expect(try city.bureau.office.read { try city.bureau.ledger.verify($0) }.entries > 0)
    #expect(try city.bureau.office.read { try AuditTrail.verify($0).count } > 20)
    let inbox = try city.bureau.office.read {
      try city.bureau.messages.inbox(of: city.worker.actor, limit: 20, $0)
    }
    #expect(
      inbox.reversed().map(\.template) == [
        "case.consent-asked", "case.consented", "notice.opened", "case.approved", "case.paid",
      ])
  }

  @Test("looking for entitlements again opens nothing twice") func again() throws {
    try city.determine()
    let first = try city.bureau.openFound()
    #expect((first.opened, first.amount) == (1, 300_000))
    let second = try city.bureau.openFound()
    #expect((second.opened, second.waiting) == (0, 1))
  }

  @Test("what the appropriation does not hold is not approved, and nothing is half done")
  func noMoney() throws {
    try city.grant(149_999, region: "330300")
    try city.grant(1_000_000, region: "330302")
    try city.clear()
    #expect(throws: LedgerProblem.self) { try city.act("approve", by: city.approver) }
    #expect(try city.record().state == "cleared")
    #expect(try city.position("330302") == [1_000_000, 1_000_000, 0, 0])
  }

  @Test("money that comes back is promised again, paid once more, and granted once")
  func comesBack() throws {
    let id = try paid()
    #expect(city.bureau.round().told == 1)
    try city.bank(.return, id, "r2")
    #expect(try city.record().state == "account-wrong")
    #expect(try city.position("330300") == [1_000_000, 850_000, 150_000, 0])
    try city.setAccount("6222021234567899")
    try city.act("correct-account", by: city.worker)
    let second = try city.send("second")
    #expect(second != id)
    try city.bank(.payment, second, "r3")
    #expect(try city.record().state == "paid")
    #expect(try city.position("330300") == [1_000_000, 850_000, 0, 150_000])
    #expect(city.bureau.round().told == 0)
    try city.determine()
    let upgrade = try city.bureau.determinations.stored(of: "p1")
      .first { $0.benefit == "wenzhou-2018-242/skill-upgrade" }
    #expect(upgrade?.granted == Money(fen: 300_000))
  }

  @Test("what is given up is free again, and no longer counts as granted") func givenUp() throws {
    let id = try paid()
    _ = city.bureau.round()
    try city.bank(.return, id, "r2")
    try city.act("give-up", reason: "无法联系", by: city.cashier)
    #expect(try city.position("330300") == [1_000_000, 1_000_000, 0, 0])
    #expect(city.bureau.round().told == 1)
    try city.determine()
    let upgrade = try city.bureau.determinations.stored(of: "p1")
      .first { $0.benefit == "wenzhou-2018-242/skill-upgrade" }
    #expect(upgrade?.payable == Money(fen: 300_000))
  }

  @Test("money that may be on its way is not given up") func underWay() throws {
    try city.grant(1_000_000, region: "330300")
    try city.grant(1_000_000, region: "330302")
    try city.clear()
    try city.act("approve", by: city.approver)
    let number = try city.record().number
    try city.bureau.office.write { connection in
      let batch = try city.bureau.payout.draft(
        region: "330300", payer: .init(name: "市财政局", number: "3300000000001", bank: "甲银行"),
        day: city.clock.clock.today, key: "d", by: city.cashier, connection)
      _ = try city.bureau.collect(
        [number, number], into: batch, key: "a", by: city.cashier, connection)
    }
    #expect(throws: BureauProblem.beingPaid(number)) {
      try city.act("give-up", reason: "x", by: city.controller)
    }
    #expect(
      BureauProblem.beingPaid("A-1").sentence
        == Bilingual(
          zh: "办件 A-1 的款项正在支付。请先从批次里移出，或等银行回音。",
          en:
            "a payment of case A-1 is under way. Take it out of its batch first, or wait for the bank's answer."
        ))
  }

  @Test("what turns out too much is claimed back in parts, and the case itself stays as it was")
  func clawBack() throws {
    _ = try paid()
    _ = city.bureau.round()
    let paidCase = try city.record()
    // The certificate turns out to be of the level below: 1,500 and half as much more.
    try city.put(
      """
      {"on": "2025-04-29", "parties": [{"type": "person", "id": "p1"}], "records": [{"type": "certificate", "party": "p1", "id": "c1",
        "occupation": "6-18-01-01", "level": 4, "kind": "skill-level", "issuedOn": "2024-05-03"}]}
      """)
    #expect(try city.bureau.compare("p1", on: city.clock.clock.today) == 1)
    #expect(try city.bureau.compare("p1", on: city.clock.clock.today) == 0)
    let difference = try #require(
      try city.bureau.office.read {
        try city.bureau.casework.differences(for: city.clerk, $0)
      }.first)
    #expect(difference.amount == -75_000)
    #expect(try city.record() == paidCase)
    _ = try city.bureau.office.write {
      try city.bureau.casework.follow(difference.key, reason: "等级更正", by: city.clerk, $0)
    }
    try city.act("tell", reason: "等级更正", by: city.clerk)
    try city.act("answer", reason: "同意", by: city.worker)
    let claim = try city.record()
    #expect(throws: CaseworkProblem.noInstalmentsNow) {
      try city.bureau.office.write { connection in
        _ = try city.bureau.casework.take(claim.number, by: city.reviewer, connection)
        try city.bureau.casework.set([], of: claim.number, by: city.reviewer, connection)
      }
    }
    try city.act("review", reason: "属实", by: city.reviewer)
    try city.bureau.office.write { connection in
      _ = try city.bureau.casework.take(claim.number, by: city.approver, connection)
    }
    let short = CaseInstalment(due: CivilDate(dayNumber: 20_300), amount: 74_999)
    let late = CaseInstalment(due: CivilDate(dayNumber: 10_000), amount: 75_000)
    for (part, problem) in [
      (late, CaseworkProblem.pastInstalment),
      (short, .badInstalments),
    ] {
      #expect(throws: problem) {
        try city.bureau.office.write {
          try city.bureau.casework.set([part], of: claim.number, by: city.approver, $0)
        }
      }
    }
    try city.bureau.office.write { connection in
      try city.bureau.casework.set(
        [
          CaseInstalment(due: CivilDate(dayNumber: 20_300), amount: 25_000),
          CaseInstalment(due: CivilDate(dayNumber: 20_330), amount: 50_000),
        ], of: claim.number, by: city.approver, connection)
    }
    try city.act("decide", reason: "决定", by: city.approver)
    let demand = try #require(
      try city.bureau.office.read {
        try city.bureau.ledger.demands(ofSubject: paidCase.number, $0)
      }.first)
    #expect(demand.instalments.map(\.amount) == [25_000, 50_000])
    for (amount, state) in [(Int64(25_000), "collecting"), (50_000, "settled")] {
      try city.bureau.office.write { connection in
        try city.bureau.recover(
          amount, of: claim.number, key: "r\(amount)", by: city.cashier, connection)
      }
      #expect(try city.record().state == state)
    }
    #expect(try city.position("330300") == [1_000_000, 925_000, 0, 75_000])
    #expect(try city.position("330302") == [1_000_000, 850_000, 0, 150_000])
  }
}
