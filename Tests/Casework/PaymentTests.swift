import Casework
import Core
import Office
import OfficeSupport
import Procedures
import Store
import Testing

@Suite struct PaymentTests {
  private let desk: Desk
  private let clerk: Signer
  private let approver: Signer

  init() throws {
    desk = try Desk()
    clerk = try .make(.clerk, 1)
    approver = try .make(.approver, 2)
  }

  @Test("from what was found to what was paid, each step by other hands") func wholeWay() throws {
    let record = try desk.open()
    #expect(record.number == "2025-0000001")
    try desk.consent(record)
    _ = try desk.announce([record], by: clerk)
    #expect(try desk.pass(to: "2025-04-28") == [])
    #expect(try desk.pass(to: "2025-04-30") == [record.number])
    _ = try desk.act("approve", record, by: approver)
    for step in ["pay", "settle"] { _ = try desk.act(step, record, by: .system) }
    #expect(try desk.state(record) == "paid")
    #expect(
      desk.effects.lines.filter { !$0.hasPrefix("tell") } == ["commit \(record.number) 3000.00"])
    let posts = try desk.office.read { try desk.casework.posts($0) }
    #expect(
      posts.map(\.content) == [
        #"{"type":"claim","party":"p1","benefit":"wenzhou-2018-242/skill-upgrade","subject":"c1","on":"2025-04-30","amount":"3000.00","caseNumber":"2025-0000001"}"#
      ])
    let events = try desk.office.read {
      try desk.casework.detail(record.number, for: clerk.actor, $0).events
    }
    #expect(
      events.reversed().map(\.act) == [
        "open", "account", "consent", "take", "announce", "close-notice", "take", "approve", "pay",
        "settle",
      ])
    #expect(try desk.office.read { try AuditTrail.verify($0).count } > 9)
  }

  @Test("an entitlement is in one open case only, and in none while a payment is not recorded")
  func onlyOnce() throws {
    let record = try desk.open()
    #expect(throws: CaseworkProblem.alreadyOpen(record.number)) { try desk.open() }
    _ = try desk.open("p2")
    try desk.consent(record)
    _ = try desk.announce([record], by: clerk)
    _ = try desk.pass(to: "2025-05-06")
    _ = try desk.act("approve", record, by: approver)
    for step in ["pay", "settle"] { _ = try desk.act(step, record, by: .system) }
    #expect(throws: CaseworkProblem.notYetRecorded) { try desk.open() }
    try desk.office.write { connection in
      for post in try desk.casework.posts(connection) {
        try desk.casework.told(post, change: 9, connection)
      }
    }
    #expect(try desk.open().number == "2025-0000003")
  }

  @Test("a button pressed twice acts once") func doubleClick() throws {
    let record = try desk.open()
    let party = try Signer.make(.worker, 50, region: nil, party: "p1")
    for _ in 1...3 {
      let after = try desk.casework.act("decline", on: record.number, key: "k1", by: party)
      #expect(after.state == "declined")
    }
    #expect(throws: CaseRefusal.self) {
      try desk.casework.act("decline", on: record.number, key: "k2", by: party)
    }
  }

  @Test("whoever made it does not approve it, whatever else they are") func secondRole() throws {
    let both = Actor(
      user: 1, name: "x", grants: [Grant(.clerk, region: "330300"), Grant(.approver)])
    let asClerk = try #require(Signer(both, as: .clerk))
    let asApprover = try #require(Signer(both, as: .approver))
    let record = try desk.open()
    try desk.consent(record)
    _ = try desk.announce([record], by: asClerk)
    _ = try desk.pass(to: "2025-05-06")
    #expect(throws: CaseworkProblem.nothingToDo(record.number)) {
      try desk.act("approve", record, by: asApprover)
    }
    #expect(throws: CaseRefusal.otherStage(Stage.intake.label)) {
      try desk.office.write {
        try desk.casework.act("approve", on: record.number, by: asApprover, $0).record
      }
    }
  }

  @Test("without money in the appropriation nothing is approved, and nothing half done")
  func noMoney() throws {
    let record = try desk.open()
    try desk.consent(record)
    _ = try desk.announce([record], by: clerk)
    _ = try desk.pass(to: "2025-05-06")
    let before = try desk.office.read { try AuditTrail.verify($0).count }
    desk.effects.refuse()
    #expect(throws: WrittenEffects.NoMoney.self) { try desk.act("approve", record, by: approver) }
    #expect(try desk.state(record) == "cleared")
    #expect(try desk.office.read { try AuditTrail.verify($0).count } == before)
  }

  @Test("a large amount waits for its signatures, each of somebody else") func signatures() throws {
    let record = try desk.open(amount: 5_000_000)
    try desk.consent(record)
    _ = try desk.announce([record], by: clerk)
    _ = try desk.pass(to: "2025-05-06")
    _ = try desk.act("approve", record, by: approver)
    #expect(try desk.state(record) == "cleared")
    #expect(throws: (any Error).self) { try desk.act("approve", record, by: approver) }
    _ = try desk.act("approve", record, by: .make(.approver, 3))
    #expect(try desk.state(record) == "approved")
    #expect(desk.effects.lines.filter { $0.hasPrefix("commit") }.count == 1)
  }

  @Test("a payment that fails goes back to the party, whose new account is paid") func failed()
    throws
  {
    let record = try desk.open()
    try desk.consent(record)
    _ = try desk.announce([record], by: clerk)
    _ = try desk.pass(to: "2025-05-06")
    _ = try desk.act("approve", record, by: approver)
    _ = try desk.act("pay", record, by: .system)
    _ = try desk.act("fail", record, by: .system)
    let party = try Signer.make(.worker, 50, region: nil, party: "p1")
    try desk.office.write { connection in
      try desk.casework.set(
        PayeeAccount(bank: "乙银行", holder: "寅卯辰", number: "6222021234567899"), of: record.number,
        by: party, connection)
    }
    _ = try desk.act("correct-account", record, by: party)
    #expect(try desk.state(record) == "approved")
    let account = try desk.office.read { try desk.casework.account(of: record.number, $0) }
    #expect(account == PayeeAccount(bank: "乙银行", holder: "寅卯辰", number: "6222021234567899"))
  }

  @Test("account numbers lie in the database sealed") func sealed() throws {
    let record = try desk.open()
    try desk.consent(record)
    let raw = try desk.office.read { connection in
      try connection.first("SELECT \"number\" FROM \"case_account\"") { $0.bytes(0) }
    }
    #expect(raw.map { String(decoding: $0, as: UTF8.self).contains("6222") } == false)
  }

  @Test("what nobody consents to lapses by the working days") func lapse() throws {
    let record = try desk.open()
    // Twenty working days behind 2025-04-24, May Day and a worked Sunday among them.
    #expect(record.due == CivilDate("2025-05-26"))
    #expect(try desk.pass(to: "2025-05-26") == [])
    #expect(try desk.pass(to: "2025-05-27") == [record.number])
    #expect(try desk.state(record) == "lapsed")
    #expect(try desk.pass(to: "2025-05-28") == [])
  }
}
