import Core
import Statistics
import Testing

@testable import Statistics

@Suite struct QuotientTests {
  @Test(
    "rounded half up, from the exact quotient",
    arguments: [
      (1, 8, 2, "0.13"), (1, 3, 4, "0.3333"), (2, 3, 4, "0.6667"), (0, 7, 2, "0"),
      (125, 1000, 2, "0.13"), (124_999, 1_000_000, 2, "0.12"), (7, 7, 2, "1"),
    ])
  func rounded(_ numerator: Int, _ denominator: Int, _ digits: Int, _ text: String) {
    let quotient = Quotient.rounded(Int128(numerator), Int128(denominator), digits: digits)
    #expect(quotient?.description == text)
  }
}
