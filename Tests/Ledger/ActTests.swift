import Core
import Ledger
import Testing

private let city = LedgerFixture.city
private let a = LedgerSubject("case-a", party: "p1")
private let b = LedgerSubject("case-b")

/// What each act does to the accounts of the city's budget, with 1,000 granted before.
@Suite struct ActTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let acts: [LedgerAct]
    /// appropriation, free, committed, paid, receivable; of this year, then of the next.
    let expected: [[Int64]]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "granted", acts: [], expected: [[1000, 1000, 0, 0, 0]]),
    Case(
      name: "committed", acts: [.commit(a, [.init(city, 300)])],
      expected: [[1000, 700, 300, 0, 0]]),
    Case(
      name: "the same budget named twice", acts: [.commit(a, [.init(city, 300), .init(city, 1)])],
      expected: [[1000, 699, 301, 0, 0]]),
    Case(
      name: "released in part",
      acts: [.commit(a, [.init(city, 300)]), .release(a, [.init(city, 100)])],
      expected: [[1000, 800, 200, 0, 0]]),
    Case(
      name: "settled in part",
      acts: [.commit(a, [.init(city, 300)]), .settle(a, [.init(city, 250)])],
      expected: [[1000, 700, 50, 250, 0]]),
    Case(
      name: "a payment that came back",
      acts: [.commit(a, [.init(city, 300)]), .settle(a, [.init(city, 300)])]
        + [.takeBack(a, [.init(city, 120)])],
      expected: [[1000, 700, 120, 180, 0]]),
    Case(name: "claimed", acts: claim, expected: [[1000, 700, 0, 300, 200]]),
    Case(
      name: "recovered in part", acts: claim + [.recover(demand: 5, amount: 150)],
      expected: [[1000, 850, 0, 150, 50]]),
    Case(
      name: "no longer claimed", acts: claim + [.waive(demand: 5, amount: 200)],
      expected: [[1000, 700, 0, 300, 0]]),
    Case(
      name: "carried over with what is free", acts: year(.carried),
      expected: [[100, 0, 0, 100, 0], [900, 400, 500, 0, 0]]),
    Case(
      name: "carried over, free money lapses", acts: year(.lapses),
      expected: [[100, 0, 0, 100, 0], [500, 0, 500, 0, 0]]),
    Case(
      name: "settled in the new year under the old name",
      acts: year(.lapses) + [.settle(a, [.init(city, 200)])],
      expected: [[100, 0, 0, 100, 0], [500, 0, 300, 200, 0]]),
    Case(
      name: "released in the new year under the old name",
      acts: year(.lapses) + [.release(b, [.init(city, 300)])],
      expected: [[100, 0, 0, 100, 0], [500, 300, 200, 0, 0]]),
    Case(
      name: "a payment of the old year that comes back in the new one",
      acts: year(.lapses) + [.takeBack(a, [.init(city, 60)])],
      expected: [[40, 0, 0, 40, 0], [560, 0, 560, 0, 0]]),
    Case(
      name: "paid in both years under the old name, and all of it comes back",
      acts: year(.lapses) + [.settle(a, [.init(city, 200)]), .takeBack(a, [.init(city, 300)])],
      expected: [[0, 0, 0, 0, 0], [600, 0, 600, 0, 0]]),
    Case(
      name: "what comes in for a closed year goes to the treasury",
      acts: year(.lapses)
        + [
          .demand(a, [.init(city, 100)], [.init(due: .init(dayNumber: 20_900), amount: 100)]),
          .recover(demand: 7, amount: 40),
        ],
      expected: [[60, 0, 0, 60, 60], [500, 0, 500, 0, 0]]),
    Case(
      name: "claimed before the year was closed",
      acts: claim + [
        .carryOver(city, to: 2027, free: .carried), .recover(demand: 5, amount: 200),
      ],
      expected: [[100, 0, 0, 100, 0], [700, 700, 0, 0, 0]]),
    Case(
      name: "closed twice, settled under the first name",
      acts: year(.carried) + [
        .carryOver(city.next, to: 2028, free: .lapses), .settle(a, [.init(city, 200)]),
      ],
      expected: [[100, 0, 0, 100, 0], [0, 0, 0, 0, 0], [500, 0, 300, 200, 0]]),
  ]) func act(_ example: Case) throws {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    for act in example.acts { try fixture.post(act) }
    for (offset, expected) in example.expected.enumerated() {
      let found = try fixture.position(city.inYear(2026 + offset))
      #expect(
        found.map { [$0.appropriation, $0.free, $0.committed, $0.paid, $0.receivable] } == expected)
      #expect(found?.isClosed == (offset < example.expected.count - 1))
    }
    try fixture.verify()
  }
}

private let claim: [LedgerAct] = [
  .commit(a, [.init(city, 300)]), .settle(a, [.init(city, 300)]),
  .demand(
    a, [.init(city, 200)],
    [
      .init(due: .init(dayNumber: 20_600), amount: 50),
      .init(due: .init(dayNumber: 20_630), amount: 150),
    ]),
]

/// Commitments of two cases, a third of one of them paid, and the year closed.
private func year(_ free: LedgerAct.Remainder) -> [LedgerAct] {
  [
    .commit(a, [.init(city, 300)]), .commit(b, [.init(city, 300)]),
    .settle(a, [.init(city, 100)]), .carryOver(city, to: 2027, free: free),
  ]
}
