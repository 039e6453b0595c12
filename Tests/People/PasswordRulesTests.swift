import Testing

@testable import People

@Suite struct PasswordRulesTests {
  private let account = NewAccount(signIn: "lihua", name: "李华")

  @Test(
    "long and not guessable",
    arguments: [
      ("seven lanterns on the quay", nil), ("码头上挂着七盏灯笼呢", nil), ("p8-Vq!x2Lm", nil),
      ("short", PeopleProblem.passwordTooShort(least: 10)),
      ("码头上七盏灯笼", .passwordTooShort(least: 10)),
      (String(repeating: "长", count: 400), .passwordTooLong(most: 1_024)),
      ("xx LiHua 2026 xx", .passwordGuessable), ("李华的密码很长很长", .passwordTooShort(least: 10)),
      ("这是李华的密码很长很长", .passwordGuessable), ("aaaaaaaaaaaa", .passwordGuessable),
      ("1234567890", .passwordGuessable), ("qwertyuiop12", .passwordGuessable),
      ("abababababab", .passwordGuessable), ("1qaz2wsx3edc", .passwordGuessable),
      ("0987654321", .passwordGuessable),
    ] as [(String, PeopleProblem?)]) func rules(_ password: String, _ expected: PeopleProblem?)
  {
    var found: PeopleProblem?
    do throws(PeopleProblem) { try PasswordRules.check(password, for: account) } catch {
      found = error
    }
    #expect(found == expected)
  }

  @Test("one password however it was composed") func normal() {
    #expect(PasswordRules.normal("caf\u{E9}") == PasswordRules.normal("cafe\u{301}"))
    #expect(Array(PasswordRules.normal("ｐａｓｓ").utf8) == Array("pass".utf8))
  }

  @Test(
    "names to sign in with",
    arguments: [
      ("LiHua", "lihua"), ("ｌｉｈｕａ", "lihua"), (" li.hua-2@wz ", "li.hua-2@wz"), ("李华", "李华"),
      ("a", nil), ("", nil), (".lihua", nil), ("lihua@", nil), ("li hua", nil), ("li\u{0}hua", nil),
      ("li/hua", nil), (String(repeating: "a", count: 65), nil),
    ] as [(String, String?)]) func names(_ typed: String, _ expected: String?)
  {
    #expect(SignInName(typed)?.text == expected)
  }
}
