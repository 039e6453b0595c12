import Core

/// Which numbers of a scale are values at all: what lies between two neighbours is no gap.
enum Grid: Sendable, Hashable {
  /// Every number.
  case dense
  /// Numbers with so many digits after the point: 0 for counts, levels and days.
  case digits(Int)
  /// First days of months, as day numbers.
  case months

  /// The same place among the values: the cut before the next value, so that two cuts with no value
  /// between them are one.
  func settled(_ cut: Cut) -> Cut {
    switch cut {
    case .start, .end: cut
    case .before(let value): atOrAbove(value).map(Cut.before) ?? cut
    case .after(let value): above(value).map(Cut.before) ?? cut
    }
  }

  private func atOrAbove(_ value: Decimal128) -> Decimal128? {
    switch self {
    case .dense: nil
    case .digits(let scale): value.rounded(scale: scale, .ceiling)
    case .months:
      value.rounded(scale: 0, .ceiling)?.integer.map { day in
        let date = CivilDate(dayNumber: day)
        let first = date.firstOfMonth
        return Decimal128((first == date ? first : first.adding(months: 1)).dayNumber)
      }
    }
  }

  private func above(_ value: Decimal128) -> Decimal128? {
    switch self {
    case .dense: return nil
    case .digits(let scale):
      guard let next = value.rounded(scale: scale, .ceiling) else { return nil }
      return value < next ? next : next.adding(Decimal128(units: 1, scale: scale))
    case .months:
      guard let day = value.rounded(scale: 0, .floor)?.integer else { return nil }
      return Decimal128(CivilDate(dayNumber: day).firstOfMonth.adding(months: 1).dayNumber)
    }
  }

  /// The last value before another one of the grid; `nil` where every number is a value.
  func value(before next: Decimal128) -> Decimal128? {
    switch self {
    case .dense: nil
    case .digits(let scale): next.subtracting(Decimal128(units: 1, scale: scale))
    case .months:
      next.integer.map {
        Decimal128(CivilDate(dayNumber: $0).adding(months: -1).firstOfMonth.dayNumber)
      }
    }
  }
}
