import Core

/// The days of a demonstration: it begins on a Monday after the last day of a town's facts, and stands
/// on a Friday a month later. Days are counted from the first.
enum Season {
  static let first = CivilDate(year: 2026, month: 1, day: 5) ?? CivilDate(dayNumber: 0)
  static let last = 32

  static func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: first.dayNumber + day) }

  static func isWorkday(_ day: Int) -> Bool { date(day).weekday < 6 }

  /// When certificates turn out to be of another level than was paid for.
  static let correction = 16

  /// When something of a kind happens to a whole group of cases.
  enum Opening {
    static let first = 1
    static let second = 7
    static let third = 24
    static let fourth = 31
  }

  enum Notice {
    static let first = 3
    static let second = 9
    static let third = 30
    /// Working days that they are open.
    static let days = 5
    /// The first working days after the first two.
    static let firstOver = 11
    static let secondOver = 17
  }

  enum Batch {
    static let first = 14
    static let firstPaid = 15
    static let second = 21
    static let secondPaid = 23
    static let third = 32
  }
}
