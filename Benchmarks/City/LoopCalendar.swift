import Core

/// What the hand-written loop looks up of days, from 2018-01-01 through the day of the determination.
struct LoopCalendar: Sendable {
  let on = Int32(City.on.dayNumber)
  let thisMonth = Int32(City.on.monthNumber)
  let start2010 = LoopCalendar.day(PlainCity.firstYear)
  let start2017 = LoopCalendar.day(2017)
  let start2018 = LoopCalendar.day(2018)
  let month2018 = Int32(2018 * 12)
  /// A bit for each month from 2018-01.
  let allMonths: UInt64
  /// By day from 2010-01-01, its year from 2010.
  let years: [UInt8]
  /// By day from 2018-01-01: its month from 2018-01; how many months have ended by it; and the day two
  /// years later.
  let months: [UInt8]
  let ended: [UInt8]
  let twoYearsLater: [Int32]

  init() {
    let last = City.on.dayNumber
    func dates(_ first: Int32) -> [CivilDate] {
      (Int(first)...last).map { CivilDate(dayNumber: $0) }
    }
    years = dates(start2010).map { UInt8($0.year - PlainCity.firstYear) }
    let days = dates(start2018)
    months = days.map { UInt8($0.monthNumber - 2018 * 12) }
    ended = days.map { day in
      let following = CivilDate(dayNumber: day.dayNumber + 1)
      let all = following.monthNumber - 2018 * 12
      // The month of the determination counts as soon as its day has come.
      return UInt8(day.dayNumber == last ? City.on.monthNumber - 2018 * 12 + 1 : all)
    }
    twoYearsLater = days.map { day in
      let later =
        CivilDate(year: day.year + 2, month: day.month, day: day.day)
        ?? CivilDate(year: day.year + 2, month: day.month, day: day.day - 1)
      return Int32(later?.dayNumber ?? 0)
    }
    allMonths = (1 << UInt64(City.on.monthNumber - 2018 * 12 + 1)) - 1
  }

  private static func day(_ year: Int) -> Int32 {
    Int32(CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0)
  }
}
