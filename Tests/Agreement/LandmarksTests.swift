import Core
import FEEL
import Testing

@testable import Explain

/// The values that rules tell apart, those of later texts among them.
@Suite("Landmarks")
struct LandmarksTests {
  @Test("Figures of an amendment are among them")
  func amended() throws {
    let landmarks = PreparedPlan(try AmendedPolicies.plan(.rules)).landmarks
    for figure in ["1800", "0.9", "1100"] {
      let number = try #require(Decimal128(figure))
      #expect(landmarks.numbers.contains(number), "\(figure)")
    }
    let day = try #require(CivilDate("2020-01-01"))
    #expect(landmarks.days.contains(day))
  }
}
