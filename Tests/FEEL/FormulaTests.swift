import Core
import FEEL
import Testing

/// The short way into the language, as another program uses it.
@Suite struct FormulaTests {
  @Test(
    arguments: [
      ("a + b", ["a": 3, "b": 4], "7"), ("monthly income * 12", ["monthly income": 100], "1200"),
      ("names[1]", ["names": ["甲", "乙"]], #""甲""#), ("if ok then 1 else 2", ["ok": true], "1"),
      ("a + 1", ["a": "1"], "null"), ("b", [:], "null"),
      ("today().year", [:], "2026"),
    ] as [(String, Context, String)])
  func evaluates(_ text: String, _ names: Context, _ expected: String) throws {
    let clock: @Sendable () -> DateTime = { DateTime("2026-06-30T08:00:00") ?? DateTime.now }
    let formula = try Formula(text, names: names.keys, clock: clock)
    #expect("\(formula.value(with: names))" == expected)
  }

  @Test func tellsWhatIsWrong() {
    #expect(throws: DiagnosticsError.self) { try Formula("1 +") }
  }

  @Test func saysWhyThereIsNothing() throws {
    guard case .null(let reason?) = try Formula("1 / 0").value() else {
      Issue.record("not null")
      return
    }
    #expect(reason.message.en == "the divisor is zero")
  }
}
