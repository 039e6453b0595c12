import Core
import Ledger
import Office
import OfficeSupport
import Store
import Testing

private let city = LedgerFixture.city
private let district = LedgerFixture.district
private let a = LedgerSubject("case-a", party: "p1")
private func day(_ offset: Int) -> CivilDate { CivilDate(dayNumber: 20_500 + offset) }

@Suite struct ReadTests {
  @Test("positions of a year, by fund and unit, in one statement") func year() throws {
    let fixture = try LedgerFixture()
    for budget in [district, LedgerFixture.vouchers, city, city.next] {
      try fixture.grant(500, budget)
    }
    let found = try fixture.office.read { try fixture.ledger.positions(year: 2026, $0) }
    #expect(found.map(\.budget) == [city, LedgerFixture.vouchers, district])
    #expect(found.map(\.free) == [500, 500, 500])
  }

  @Test("where a budget stands says what came and went between years") func sources() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 300)]))
    try fixture.post(.carryOver(city, to: 2027, free: .lapses))
    let old = try #require(try fixture.position())
    #expect([old.granted, old.carried, old.returned, old.appropriation] == [1000, -300, 700, 0])
    let new = try #require(try fixture.position(city.next))
    #expect([new.granted, new.carried, new.returned, new.appropriation] == [0, 300, 0, 300])
    #expect(old.successor == city.next && new.successor == nil)
  }

  @Test("a payment shared by city and district is split, paid and recovered to the unit")
  func shared() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.grant(1000, district)
    let shares = try Split([.init(city, 60), .init(district, 40)], of: 100).shares(of: 333)
    #expect(shares == [BudgetShare(city, 200), BudgetShare(district, 133)])
    try fixture.post(.commit(a, shares))
    try fixture.post(.settle(a, shares))
    let demand = try fixture.post(
      .demand(a, shares, [.init(due: day(1), amount: 333)])
    ).number
    for amount in [Int64(1), 100, 232] {
      try fixture.post(.recover(demand: demand, amount: amount))
      try fixture.verify()
    }
    #expect(try fixture.demand(demand)?.open == 0)
    #expect(try fixture.position()?.free == 1000)
    #expect(try fixture.position(district)?.free == 1000)
  }

  @Test("what comes in pays the earliest instalment, what is dropped comes off the latest")
  func instalments() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 300)]))
    try fixture.post(.settle(a, [.init(city, 300)]))
    let demand = try fixture.post(
      .demand(
        a, [.init(city, 300)],
        [
          .init(due: day(60), amount: 100), .init(due: day(30), amount: 100),
          .init(due: day(90), amount: 100),
        ])
    ).number
    let entry = try fixture.post(.recover(demand: demand, amount: 150))
    #expect(entry.subject == a)
    try fixture.post(.waive(demand: demand, amount: 120))
    let found = try #require(try fixture.demand(demand))
    #expect(found.instalments.map(\.due) == [day(30), day(60), day(90)])
    #expect(found.openInstalments == [Instalment(due: day(60), amount: 30)])
    #expect([found.recovered, found.waived, found.open] == [150, 120, 30])
    #expect(found.overdue(on: day(60)) == 0 && found.overdue(on: day(61)) == 30)
    let all = try fixture.office.read { try fixture.ledger.demands(ofSubject: "case-a", $0) }
    #expect(all == [found])
  }

  @Test("lines come back by pages, the newest first") func lines() throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.grant(1000, district)
    for amount in 1...3 as ClosedRange<Int64> {
      try fixture.post(.commit(a, [.init(city, amount), .init(district, amount)]))
    }
    let (office, ledger) = (fixture.office, fixture.ledger)
    let page = try office.read { try ledger.lines(of: city, limit: 3, $0) }
    #expect(page.map(\.amount) == [3, -3, 2])
    #expect(page.map(\.balance) == [6, 994, 3])
    #expect(page.map(\.subject) == [a, a, a])
    let before = try #require(page.last?.number)
    let older = try office.read { try ledger.lines(of: city, before: before, limit: 9, $0) }
    #expect(older.map(\.amount) == [-2, 1, -1, 1000, -1000])
    #expect(older.last?.kind == .confirm)
    let ofCase = try office.read { try ledger.lines(ofSubject: "case-a", limit: 2, $0) }
    #expect(ofCase.map(\.budget) == [district, district])
    let entry = try office.read { try ledger.entry(page[0].entry, $0) }
    #expect(entry?.lines.count == 4)
  }

  @Test("proposals wait for a second person, and are gone once decided on") func proposals() throws
  {
    let fixture = try LedgerFixture()
    let numbers = try [5, 7].map { change in
      try fixture.post(.propose(city, change: Int64(change))).number
    }
    #expect(try fixture.position() == nil)
    let open = { try fixture.office.read { try fixture.ledger.openProposals($0) } }
    #expect(try open().map(\.number) == numbers)
    #expect(try open().map(\.change) == [5, 7])
    try fixture.post(.decline(proposal: numbers[0]))
    try fixture.post(.confirm(proposal: numbers[1]), .approver, 2)
    #expect(try open() == [])
    #expect(try fixture.position()?.appropriation == 7)
  }
}
