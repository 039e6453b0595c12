package import Core
import Office

/// Which days are worked, from the dated catalogue `working-days`.
///
/// A year is published once the catalogue says anything about it; days of such a year that it does
/// not name are worked from Monday to Friday. What falls into another year is unknown, not guessed.
package struct WorkingCalendar: Sendable, Equatable {
  private let named: [CivilDate: Bool]
  private let years: Set<Int>

  /// - Parameter named: the days that the catalogue names, and whether they are worked.
  package init(_ named: [CivilDate: Bool]) {
    self.named = named
    years = Set(named.keys.map(\.year))
  }

  /// Whether a day is worked; `nil` where its year is not published.
  package func isWorked(_ day: CivilDate) -> Bool? {
    guard years.contains(day.year) else { return nil }
    return named[day] ?? (day.weekday <= 5)
  }

  /// The last of so many working days after a day, which itself does not count.
  ///
  /// - Parameters:
  ///   - count: how many; zero gives the day itself.
  ///   - day: the day they are counted from.
  /// - Returns: the day.
  /// - Throws: `CalendarUnknown` with the first year on the way that is not published.
  package func day(_ count: Int, after day: CivilDate) throws(CalendarUnknown) -> CivilDate {
    var (day, left) = (day, count)
    while left > 0 {
      day = CivilDate(dayNumber: day.dayNumber + 1)
      guard let isWorked = isWorked(day) else { throw CalendarUnknown(year: day.year) }
      if isWorked { left -= 1 }
    }
    return day
  }
}

/// The working days of a year are not published.
package struct CalendarUnknown: WordedProblem, Sendable, Equatable {
  package let year: Int

  package init(year: Int) { self.year = year }

  /// Stable.
  package var code: String { "CAL001" }

  /// What is wrong.
  package var message: Bilingual {
    Bilingual(zh: "还没有 \(year) 年的工作日历", en: "the working days of \(year) are not known yet")
  }

  /// What to do about it.
  package var advice: Bilingual {
    Bilingual(
      zh: "请把国务院办公厅公布的放假安排导入登记库的 working-days 目录。",
      en: "Import the year's public holidays into the catalogue working-days of the registry.")
  }
}
