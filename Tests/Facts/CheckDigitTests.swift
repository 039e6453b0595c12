import Facts
import Testing

@Suite("Check digits")
struct CheckDigitTests {
  /// The example of GB 11643 itself, and its neighbours with one thing changed.
  @Test(
    "identity numbers",
    arguments: [
      ("11010519491231002X", true), ("440524188001010014", true), ("11010519491231002x", false),
      ("110105194912310021", false), ("110105194912310020", false), ("110105194913310021", false),
      ("110105194902300025", false), ("1101051949123100", false), ("", false),
      ("１10105194912310021", false),
    ])
  func identityNumbers(_ text: String, _ expected: Bool) {
    #expect(CheckDigits.isIdentityNumber(text) == expected)
  }

  @Test(
    "credit codes",
    arguments: [
      ("91350100M000100Y43", true), ("91350100M000100Y44", false), ("91350100M000100Y4", false),
      ("91350100m000100y43", false), ("9135010OM000100Y43", false), ("", false),
    ])
  func creditCodes(_ text: String, _ expected: Bool) {
    #expect(CheckDigits.isCreditCode(text) == expected)
  }
}
