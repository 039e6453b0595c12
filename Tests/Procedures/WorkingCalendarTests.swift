import Core
import Procedures
import Testing

@Suite struct WorkingCalendarTests {
  /// The days around May Day 2025: 国办发明电〔2024〕12号.
  private static let calendar = WorkingCalendar(
    Dictionary(
      uniqueKeysWithValues: [
        ("2025-04-27", true), ("2025-05-01", false), ("2025-05-02", false), ("2025-05-03", false),
        ("2025-05-04", false), ("2025-05-05", false),
      ].compactMap { text, isWorked in CivilDate(text).map { ($0, isWorked) } }))

  @Test(
    "days off do not count, worked Sundays do",
    arguments: [
      ("2025-04-25", 1, "2025-04-27"), ("2025-04-25", 4, "2025-04-30"),
      ("2025-04-30", 1, "2025-05-06"), ("2025-04-30", 5, "2025-05-12"),
      ("2025-05-03", 0, "2025-05-03"),
    ]) func counting(_ from: String, _ count: Int, _ expected: String) throws
  {
    let day = try #require(CivilDate(from))
    #expect(try Self.calendar.day(count, after: day) == CivilDate(expected))
  }

  @Test("a year that is not published is unknown, not guessed") func unknown() throws {
    let day = try #require(CivilDate("2025-12-30"))
    #expect(throws: CalendarUnknown(year: 2026)) { try Self.calendar.day(3, after: day) }
    #expect(Self.calendar.isWorked(try #require(CivilDate("2026-01-05"))) == nil)
    let problem = CalendarUnknown(year: 2026)
    #expect(
      "\(problem.code): \(problem.message.en). \(problem.advice.en)"
        == "CAL001: the working days of 2026 are not known yet. Import the year's public holidays into the catalogue working-days of the registry."
    )
    #expect(
      problem.message.zh + "。" + problem.advice.zh
        == "还没有 2026 年的工作日历。请把国务院办公厅公布的放假安排导入登记库的 working-days 目录。")
  }
}
