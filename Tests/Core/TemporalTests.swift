import Core
import Testing

@Suite("Dates, times, durations")
struct TemporalTests {
  @Test(
    "times round trip",
    arguments: [
      ("10:15:30", "10:15:30"), ("00:00:00Z", "00:00:00Z"), ("10:15:30+00:00", "10:15:30Z"),
      ("10:15:30.500", "10:15:30.5"),
      ("10:15:30.123456789", "10:15:30.123456789"), ("10:15:30-02:30", "10:15:30-02:30"),
      ("24:00:00", "00:00:00"),
      ("10:15:30+08:00:15", "10:15:30+08:00:15"),
      ("10:15:30@Asia/Shanghai", "10:15:30@Asia/Shanghai"),
    ])
  func times(_ text: String, _ printed: String) { #expect(TimeOfDay(text)?.description == printed) }

  @Test(
    "no times",
    arguments: [
      "", "1:00:00", "10:00", "25:00:00", "10:60:00", "10:00:60", "24:00:01", "10:00:00.",
      "10:00:00+15:00", "10:00:00+1:00",
      "10:00:00@Nowhere/City", "10:00:00+08:00@Asia/Shanghai", "10:00:00 ", "１0:00:00",
      "10:00:00@GMT+8",
    ])
  func noTimes(_ text: String) { #expect(TimeOfDay(text) == nil) }

  @Test(
    "date-times round trip",
    arguments: [
      ("2019-05-03T10:15:30", "2019-05-03T10:15:30"),
      ("-2019-05-03T10:15:30Z", "-2019-05-03T10:15:30Z"),
      ("2019-12-31T24:00:00", "2020-01-01T00:00:00"),
      ("999999999-12-31T00:00:00", "999999999-12-31T00:00:00"),
    ])
  func dateTimes(_ text: String, _ printed: String) {
    #expect(DateTime(text)?.description == printed)
  }

  @Test(
    "no date-times",
    arguments: [
      "2019-05-03", "2019-05-03 10:00:00", "2019-02-29T00:00:00", "999999999-12-31T24:00:00",
      "T10:00:00",
    ])
  func noDateTimes(_ text: String) { #expect(DateTime(text) == nil) }

  @Test(
    "durations round trip",
    arguments: [
      ("P1DT2H3M4.5S", "P1DT2H3M4.5S"), ("PT36H", "P1DT12H"), ("-PT90M", "-PT1H30M"),
      ("PT0S", "PT0S"), ("-P0D", "PT0S"),
      ("PT0.000000001S", "PT0.000000001S"), ("P99999999999D", "P99999999999D"),
    ])
  func durations(_ text: String, _ printed: String) {
    #expect(DayTimeDuration(text)?.description == printed)
  }

  @Test(
    "durations of months round trip",
    arguments: [
      ("P1Y2M", "P1Y2M"), ("P14M", "P1Y2M"), ("-P12M", "-P1Y"), ("P0Y", "P0M"), ("P1Y0M", "P1Y"),
    ])
  func months(_ text: String, _ printed: String) {
    #expect(YearMonthDuration(text)?.description == printed)
  }

  @Test(
    "no durations",
    arguments: [
      "", "P", "PT", "P1", "1D", "P1DT", "P1S", "PT1D", "P1M1Y", "P1D1D", "P-1D", "P1.5D", "p1d",
      "P1Y1D", "--P1D", "PT.S",
    ])
  func noDurations(_ text: String) {
    #expect(DayTimeDuration(text) == nil)
    #expect(YearMonthDuration(text) == nil)
  }

  @Test(
    "moments across zones and changes of clocks",
    arguments: [
      ("1970-01-01T08:00:00+08:00", 0), ("1970-01-01T08:00:00@Asia/Shanghai", 0),
      ("2021-03-28T03:30:00@Europe/Paris", 1_616_895_000),
      ("2021-10-31T00:30:00@Europe/Paris", 1_635_633_000),
    ])
  func instants(_ text: String, _ seconds: Int) throws {
    let moment = try #require(DateTime(text))
    #expect(moment.instant == Int128(seconds) * 1_000_000_000)
  }

  @Test("adding time passes over a change of clocks; adding months keeps the hour")
  func clocks() throws {
    let moment = try #require(DateTime("2021-03-28T01:30:00@Europe/Paris"))
    #expect(
      moment.adding(nanoseconds: 3_600_000_000_000)?.description
        == "2021-03-28T03:30:00@Europe/Paris")
    #expect(moment.adding(months: 1)?.description == "2021-04-28T01:30:00@Europe/Paris")
  }

  @Test(
    "days and weeks of years",
    arguments: [
      ("2020-12-31", 366, 53), ("2021-01-03", 3, 53), ("2021-01-04", 4, 1), ("2019-12-30", 364, 1),
      ("2019-01-01", 1, 1),
    ])
  func calendar(_ text: String, _ day: Int, _ week: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayOfYear == day)
    #expect(date.weekOfYear == week)
  }

  @Test("the calendar ends")
  func limits() throws {
    let last = try #require(CivilDate("999999999-12-31"))
    #expect(CivilDate(validDayNumber: last.dayNumber) == last)
    #expect(CivilDate(validDayNumber: last.dayNumber + 1) == nil)
    #expect(last.addingChecked(months: 1) == nil)
    #expect(last.addingChecked(months: Int.max) == nil)
    let first = try #require(CivilDate("-999999999-01-01"))
    #expect(CivilDate(validDayNumber: first.dayNumber - 1) == nil)
    #expect(DateTime(last, TimeOfDay(nanoseconds: 0)).adding(nanoseconds: Int128.max) == nil)
  }
}
