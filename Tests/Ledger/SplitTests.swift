import Core
import Ledger
import TestSupport
import Testing

private func budget(_ fund: String) -> Budget { Budget(fund: fund, year: 2026) }

@Suite struct SplitTests {
  struct Sound: Sendable {
    let numerators: [Int64]
    let denominator: Int64
    let amount: Int64
    let shares: [Int64]
    init(_ amount: Int64, _ numerators: [Int64], of denominator: Int64, _ shares: [Int64]) {
      self.numerators = numerators
      self.denominator = denominator
      self.amount = amount
      self.shares = shares
    }
  }

  @Test(
    "units that are left over go to the largest remainders, then to those listed first",
    arguments: [
      Sound(101, [1, 1], of: 2, [51, 50]), Sound(99, [60, 40], of: 100, [59, 40]),
      Sound(99, [40, 60], of: 100, [40, 59]), Sound(100, [1, 1, 1], of: 3, [34, 33, 33]),
      Sound(2, [1, 1, 1], of: 3, [1, 1, 0]), Sound(5, [0, 7], of: 7, [0, 5]),
      Sound(0, [1, 2], of: 3, [0, 0]),
      Sound(.max, [1, 2], of: 3, [3_074_457_345_618_258_602, 6_148_914_691_236_517_205]),
      Sound(.max, [.max - 1, 1], of: .max, [.max - 1, 1]),
    ]) func table(_ example: Sound) throws
  {
    let parts = example.numerators.enumerated().map { Split.Part(budget("\($0)"), $1) }
    let found = try Split(parts, of: example.denominator).shares(of: example.amount)
    let expected = zip(parts, example.shares).filter { $1 > 0 }
    #expect(found == expected.map { BudgetShare($0.budget, $1) })
  }

  @Test("20,000 random splits are exact, and no share is off by a whole unit") func property()
    throws
  {
    let seed: UInt64 = 20_261_129
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let size = Int64(1) << Int64.random(in: 0...40, using: &generator)
      var numerators = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Int64.random(in: 0...size, using: &generator)
      }
      numerators[0] += 1
      let denominator = numerators.reduce(0, +)
      let largest = Int64.max >> Int64.random(in: 0...62, using: &generator)
      let amount = Int64.random(in: 0...largest, using: &generator)
      let parts = numerators.enumerated().map { Split.Part(budget("\($0)"), $1) }
      let shares = try Split(parts, of: denominator).shares(of: amount)
      guard shares.reduce(Int128(0), { $0 + Int128($1.amount) }) == Int128(amount) else {
        Issue.record("\(amount) by \(numerators) of \(denominator): \(shares)")
        continue
      }
      for part in parts {
        let share = shares.first { $0.budget == part.budget }?.amount ?? 0
        let off = Int128(share) * Int128(denominator) - Int128(amount) * Int128(part.numerator)
        if abs(off) >= Int128(denominator) {
          Issue.record("\(amount) by \(numerators) of \(denominator): \(share)")
        }
      }
    }
  }

  struct Unsound: Sendable {
    let numerators: [(String, Int64)]
    let denominator: Int64
  }

  @Test(
    "shares that are not sound are refused",
    arguments: [
      Unsound(numerators: [], denominator: 0),
      Unsound(numerators: [("a", 1)], denominator: 2),
      Unsound(numerators: [("a", 3), ("b", -1)], denominator: 2),
      Unsound(numerators: [("a", 1), ("a", 1)], denominator: 2),
      Unsound(numerators: [("a", 0)], denominator: 0),
      Unsound(numerators: [("a", .max), ("b", .max)], denominator: -2),
    ]) func unsound(_ example: Unsound)
  {
    let parts = example.numerators.map { Split.Part(budget($0), $1) }
    #expect(throws: LedgerProblem.unsoundSplit) { try Split(parts, of: example.denominator) }
  }

  @Test("parts of several units, and amounts below zero, are refused") func others() throws {
    #expect(throws: LedgerProblem.unsoundSplit) {
      try Split([.init(LedgerFixture.city, 1), .init(LedgerFixture.vouchers, 1)], of: 2)
    }
    let split = try Split([.init(LedgerFixture.city, 1)], of: 1)
    #expect(throws: LedgerProblem.notPositive) { try split.shares(of: -1) }
  }
}
