import Core
import Procedures
import TestSupport
import Testing

@testable import Demonstration

@Suite struct CourseTests {
  private static let courses: [(procedure: String, courses: [Course])] = [
    (
      "payment-without-application",
      Course.Payment.first + [Course.Payment.paid, Course.Payment.worker, Course.Payment.large]
        + Course.Payment.second + Course.Payment.third + [Course("found")]
    ),
    ("application-with-evidence", Course.Application.all + [Course.Application.institution]),
    ("selection", Course.Selection.all),
    ("claw-back", Course.ClawBack.all),
  ]

  @Test("every state of every procedure is where some case stands", arguments: 0..<4)
  func everyState(_ index: Int) throws {
    let (id, courses) = Self.courses[index]
    let source = try ProjectFiles.source("Procedures/\(id).yaml")
    let states = try Procedure.read(source).states.map(\.id)
    #expect(Set(courses.map(\.goal)) == Set(states))
  }

  @Test("things happen in their order, on working days of the month", arguments: 0..<4)
  func days(_ index: Int) {
    for course in Self.courses[index].courses {
      let days = course.steps.map(\.day)
      #expect(days == days.sorted(), "\(course.goal)")
      #expect(
        days.allSatisfy { (0...Season.last).contains($0) && Season.isWorkday($0) },
        "\(course.goal)")
    }
  }

  @Test("the month begins on a Monday and stands on a Friday") func month() {
    #expect(Season.date(0).description == "2026-01-05")
    #expect(Season.date(0).weekday == 1)
    #expect(Season.date(Season.last).weekday == 5)
  }
}
