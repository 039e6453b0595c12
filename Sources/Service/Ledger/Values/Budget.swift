package import Core

/// 预算指标: what one fund gives in one budget year, in one unit.
package struct Budget: Sendable, Hashable {
  /// The id of the source of the money, `city-employment`.
  package let fund: String
  /// The budget year, which in China is the calendar year (预算法, article 18).
  package let year: Int
  package let unit: LedgerUnit

  package init(fund: String, year: Int, unit: LedgerUnit = .money) {
    self.fund = fund
    self.year = year
    self.unit = unit
  }

  /// The same fund and unit in another year.
  package func inYear(_ year: Int) -> Budget { Budget(fund: fund, year: year, unit: unit) }

  /// `city-employment/2026/CNY`: names it in the trail.
  package var id: String { "\(fund)/\(year)/\(unit.id)" }

  /// As people read it.
  package var text: Bilingual {
    Bilingual(
      zh: "\(year) 年度“\(fund)”指标", en: "the \(year) budget of \u{201C}\(fund)\u{201D}")
  }
}

extension Budget: Comparable {
  package static func < (left: Budget, right: Budget) -> Bool {
    (left.fund, left.year, left.unit.id) < (right.fund, right.year, right.unit.id)
  }
}
