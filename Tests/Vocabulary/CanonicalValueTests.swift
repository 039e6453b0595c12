import Core
import FEEL
import Testing
import Vocabulary

@Suite struct CanonicalValueTests {
  @Test(arguments: [
    (FieldType.boolean, "true", Value.boolean(true)), (.boolean, "false", .boolean(false)),
    (.boolean, "yes", nil), (.date, "2019-02-29", nil), (.month, "2019-13", nil),
    (.region, "330300", .string("330300")), (.children([]), "1", nil),
  ])
  func textsOfTheTypeAreRead(_ type: FieldType, _ text: String, _ value: Value?) {
    switch (type.value(canonical: text), value) {
    case (nil, nil): break
    case (let found?, let expected?): #expect(found.equals(expected))
    case (let found, _): Issue.record("\(text) as \(type) is \(String(describing: found))")
    }
  }

  @Test func aMonthIsItsFirstDay() throws {
    guard case .date(let day)? = FieldType.month.value(canonical: "2019-05") else {
      Issue.record("2019-05 is no month")
      return
    }
    #expect(day == CivilDate("2019-05-01"))
  }
}
