import Core
import Ledger
import Office
import OfficeSupport
import Store
import Synchronization
import TestSupport
import Testing

private let city = LedgerFixture.city
private let a = LedgerSubject("case-a", party: "p1")

@Suite struct KeyTests {
  @Test("the same again gives the same answer and does nothing, whoever asks") func again() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    let shares = [BudgetShare(city, 100), BudgetShare(city, 50)]
    let first = try fixture.post(.commit(a, shares), key: "k")
    let rows = try fixture.rows()
    fixture.clock.advance(seconds: 60)
    // Shares in another order, or put together, are the same act.
    for shares in [shares, shares.reversed(), [BudgetShare(city, 150)]] {
      #expect(try fixture.post(.commit(a, shares), key: "k", .approver, 9) == first)
    }
    #expect(try fixture.rows() == rows)
    #expect(try fixture.position(of: "case-a").map(\.committed) == [150])
  }

  @Test(
    "a key is refused for anything else",
    arguments: [
      LedgerAct.commit(a, [.init(city, 101)]), .settle(a, [.init(city, 100)]),
      .commit(LedgerSubject("case-a", party: "p2"), [.init(city, 100)]),
      .commit(LedgerSubject("case-a"), [.init(city, 100)]),
      .commit(a, [.init(city.next, 100)]), .carryOver(city, to: 2027, free: .lapses),
      .confirm(proposal: 1),
    ]) func other(_ act: LedgerAct) throws
  {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 100)]), key: "k")
    let rows = try fixture.rows()
    #expect(throws: LedgerProblem.keyReused("k")) { try fixture.post(act, key: "k") }
    #expect(try fixture.rows() == rows)
  }

  @Test("every act leaves one entry in the trail") func trail() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 100)]), key: "k", .approver, 3)
    try fixture.post(.commit(a, [.init(city, 100)]), key: "k", .approver, 3)
    let lines = try fixture.office.read { try AuditTrail.entries(.init(), limit: 9, $0) }
    #expect(lines.map(\.action) == ["ledger.commit", "ledger.confirm", "ledger.propose"])
    #expect(lines.map(\.object) == ["case-a", "city/2026/CNY", "city/2026/CNY"])
    #expect(lines.map(\.user) == [3, 2, 1])
    #expect(lines.first?.party == "p1")
    #expect(
      lines.first?.detail
        == #"{"city/2026/CNY committed":"100","city/2026/CNY free":"-100","entry":"3","key":"k"}"#)
  }

  @Test("two approvers at once cannot spend more than there is", arguments: [1, 2])
  func approversAtOnce(_ offices: Int) throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    let others = try (0..<offices).map { _ in
      try fixture.folder.office([Ledger.room], clock: fixture.clock.clock)
    }
    let outcomes = Mutex((done: 0, refused: 0, failures: [String]()))
    let ledger = fixture.ledger
    inThreads(8) { thread in
      for number in 0..<4 {
        do {
          let signer = try Signer.make(.approver, Int64(thread + 1))
          try others[thread % offices].write { connection in
            _ = try ledger.post(
              .commit(LedgerSubject("case-\(thread)-\(number)"), [.init(city, 90)]),
              key: "\(thread)-\(number)", by: signer, connection)
          }
          outcomes.withLock { $0.done += 1 }
        } catch LedgerProblem.insufficientFunds(city, free: 10, asked: 90) {
          outcomes.withLock { $0.refused += 1 }
        } catch { outcomes.withLock { $0.failures.append("\(error)") } }
      }
    }
    let (done, refused, failures) = outcomes.withLock { $0 }
    #expect(failures == [])
    #expect(done == 11 && refused == 21)
    #expect(try fixture.position()?.committed == 990)
    try fixture.verify()
  }

  @Test("one payment, confirmed from all sides at once, is paid once") func confirmedAtOnce() throws
  {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 600)]))
    let answers = Mutex<[LedgerEntry?]>([])
    let (office, ledger) = (fixture.office, fixture.ledger)
    inThreads(8) { _ in
      for _ in 0..<100 {
        let entry = try? office.write { connection in
          try ledger.post(
            .settle(a, [.init(city, 300)]), key: "payment", by: .system, connection)
        }
        answers.withLock { $0.append(entry) }
      }
    }
    let all = answers.withLock { $0 }
    #expect(all.count == 800 && all.allSatisfy { $0 != nil && $0 == all.first })
    #expect(try fixture.position(of: "case-a").map(\.paid) == [300])
  }
}
