import Core
import Determination
import Testing

@testable import Notice

/// Sums on a notice add up to the last 分, or there is no notice.
@Suite("Sums of notices")
struct NoticeSumTests {
  private static func money(_ fen: Int64) -> Money { Money(fen: fen) }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let determination: Determination
    /// 分 by line, as they stand.
    let lines: [Int64]
    let payable: Int64?
  }

  static let cases = [
    Case(
      testDescription: "in full",
      determination: .made(.entitled, amount: 300_000, gross: 300_000),
      lines: [300_000], payable: 300_000),
    Case(
      testDescription: "capped",
      determination: .made(
        .entitled, amount: 500_000, gross: 500_001, because: [.rule("cap", left: 500_000)]),
      lines: [500_001, -1, 500_000], payable: 500_000),
    Case(
      testDescription: "the highest with its excess, after a cap, partly granted",
      determination: .made(
        .entitled, amount: 200_001, gross: 900_001, granted: 50_000,
        because: [.rule("cap", left: 800_001), .rule("highest", left: 200_001)]),
      lines: [900_001, -100_000, -600_000, 200_001, -50_000, 150_001], payable: 150_001),
    Case(
      testDescription: "nothing left by a choice",
      determination: .made(
        .entitled, amount: 0, gross: 300_000, because: [.rule("choice", left: 0)]),
      lines: [300_000, -300_000, 0], payable: 0),
    Case(
      testDescription: "granted more than is due",
      determination: .made(.entitled, amount: 100_000, gross: 100_000, granted: 150_000),
      lines: [100_000, -150_000, -50_000], payable: -50_000),
    Case(
      testDescription: "granted and not due",
      determination: .made(.notEntitled, granted: 150_000),
      lines: [0, -150_000, -150_000], payable: -150_000),
    Case(
      testDescription: "granted, nobody knows how much",
      determination: .made(.entitled, amount: 100_000, gross: 100_000, granted: nil),
      lines: [100_000], payable: nil),
    Case(testDescription: "not due", determination: .made(.notEntitled), lines: [], payable: nil),
    Case(
      testDescription: "open, gross known",
      determination: .made(.undetermined, gross: 300_000), lines: [], payable: nil),
    Case(testDescription: "in kind", determination: .made(.entitled), lines: [], payable: nil),
    Case(
      testDescription: "a rule that took nothing",
      determination: .made(
        .entitled, amount: 7, gross: 7,
        because: [.rule("highest", left: nil), .rule("cap", left: 7)]),
      lines: [7], payable: 7),
  ]

  @Test(arguments: cases)
  func lines(_ one: Case) throws {
    let sums = try one.determination.sums()
    #expect(sums.map(\.amount.fen) == one.lines)
    #expect(one.determination.payable?.fen == one.payable)
    Self.check(sums)
    if let payable = one.payable { #expect(sums.last?.amount.fen == payable) }
  }

  /// Each result is all that stands above it.
  static func check(_ sums: [NoticeSum]) {
    var running: Int64?
    for sum in sums {
      switch sum.role {
      case .start: running = sum.amount.fen
      case .change: running = (running ?? 0) + sum.amount.fen
      case .result:
        if let running { #expect(running == sum.amount.fen) }
        running = sum.amount.fen
      }
    }
  }

  @Test(
    "What does not add up is refused",
    arguments: [
      Determination.made(.entitled, amount: 99, gross: 100),
      .made(.entitled, amount: 99, gross: 100, because: [.rule("cap", left: 98)]),
      .made(.entitled, amount: .max, gross: .max, granted: -1),
    ])
  func disagreeing(_ determination: Determination) {
    #expect(throws: NoticeProblem.sumsDisagree(benefit: determination.label)) {
      try determination.sums()
    }
  }

  @Test(
    "Months times rates",
    arguments: [
      ([("2019-06-01", "2019-08-01", 50_000)], 150_000, [(3, 150_000)]),
      (
        [("2019-06-01", "2019-08-01", 50_000), ("2019-10-01", "2019-10-01", 12_345)], 162_345,
        [(3, 150_000), (1, 12_345)]
      ),
      ([], 0, []),
      ([("2018-12-01", "2020-01-01", 33_333)], 466_662, [(14, 466_662)]),
    ] as [([(String, String, Int64)], Int64, [(Int, Int64)])])
  func months(_ spans: [(String, String, Int64)], _ amount: Int64, _ rows: [(Int, Int64)]) throws {
    let monthly = try Monthly(
      months: rows.reduce(0) { $0 + $1.0 },
      spans: spans.map {
        Monthly.Span(
          from: try #require(CivilDate($0.0)), to: try #require(CivilDate($0.1)),
          rate: Self.money($0.2))
      })
    let label = Bilingual("x")
    let months = try NoticeMonths(monthly, amount: Self.money(amount), benefit: label)
    #expect(months.spans.map(\.months) == rows.map(\.0))
    #expect(months.spans.map(\.subtotal.fen) == rows.map(\.1))
    #expect(months.total.fen == amount)
    #expect(throws: NoticeProblem.sumsDisagree(benefit: label)) {
      try NoticeMonths(monthly, amount: Self.money(amount + 1), benefit: label)
    }
    #expect(throws: NoticeProblem.sumsDisagree(benefit: label)) {
      try NoticeMonths(
        Monthly(months: monthly.months + 1, spans: monthly.spans), amount: Self.money(amount),
        benefit: label)
    }
  }

  @Test(
    "In characters",
    arguments: [
      (0, "零元整"), (1, "壹分"), (10, "壹角整"), (15, "壹角伍分"), (100, "壹元整"), (105, "壹元零伍分"),
      (150, "壹元伍角整"), (100_000, "壹仟元整"), (100_500, "壹仟零伍元整"), (101_000, "壹仟零壹拾元整"),
      (1_000_000, "壹万元整"), (1_000_100, "壹万零壹元整"), (1_050_000, "壹万零伍佰元整"),
      (11_050_000, "壹拾壹万零伍佰元整"), (1_600_012, "壹万陆仟元壹角贰分"), (10_000_000_100, "壹亿零壹元整"),
      (10_010_000_000, "壹亿零壹拾万元整"), (-300_000, "负叁仟元整"),
      (123_456_789_012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"),
    ] as [(Int64, String)])
  func capitals(_ fen: Int64, _ text: String) { #expect(Money(fen: fen).capitals == text) }

  @Test(
    "With commas",
    arguments: [
      (0, "0.00"), (5, "0.05"), (99_999, "999.99"), (100_000, "1,000.00"),
      (-123_456_789, "−1,234,567.89"),
    ] as [(Int64, String)])
  func grouped(_ fen: Int64, _ text: String) { #expect(Money(fen: fen).grouped == text) }
}
