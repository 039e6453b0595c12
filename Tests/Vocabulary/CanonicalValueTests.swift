import Core
import FEEL
import Testing
import Vocabulary

@Suite struct CanonicalValueTests {
  @Test(arguments: [
    (FieldType.boolean, "true", true), (.boolean, "false", true), (.boolean, "yes", false),
    (.date, "2019-02-28", true), (.date, "2019-02-29", false), (.month, "2019-13", false),
    (.region, "330300", true), (.children([]), "1", false),
  ])
  func onlyTextsOfTheTypeAreRead(_ type: FieldType, _ text: String, _ isRead: Bool) {
    #expect((type.value(canonical: text) != nil) == isRead)
  }

  @Test func whatIsRead() throws {
    let boolean = try #require(FieldType.boolean.value(canonical: "false"))
    guard case .boolean(false) = boolean else { throw Wrong(value: boolean) }
    let month = try #require(FieldType.month.value(canonical: "2019-05"))
    guard case .date(CivilDate("2019-05-01")) = month else { throw Wrong(value: month) }
  }

  private struct Wrong: Error {
    let value: Value
  }
}
