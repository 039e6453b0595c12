import Core
import Foundation
import Testing

@testable import gongjiang

@Suite struct FeelCommandTests {
  @Test(arguments: [
    ("2000 * (1 + 0.5)", "3000"), ("1 + 2", "3"), (#""工" + "匠""#, #""工匠""#),
    (#"date("2020-02-29") + duration("P1Y")"#, "2021-02-28"), ("[1, 2][item > 1]", "[2]"),
    ("null", "null"), ("-2 ** 2", "4"), ("-(1 + 2)", "-3"), (#"-@"P1D""#, "-P1D"),
  ])
  func prints(expression: String, value: String) {
    #expect(run(["feel", expression]) == Run(status: .success, output: value + "\n"))
    #expect(run(["feel", "-"], input: expression).output == value + "\n")
  }

  @Test func aNullSaysWhy() {
    let expected = Run(
      status: .findings, output: "null\n",
      errors: """
        <expression>:1:1: 警告 FEEL-N03: 除数是零
          | 1 / 0
          | ^^^^^
          所以结果是空值（null）。

        """)
    #expect(run(["feel", "1 / 0"]) == expected)
  }

  /// The words are the language's own and tested there.
  @Test func anErrorOfSyntaxIsBadInput() {
    let result = run(["feel", "1 +", "--lang", "en"])
    #expect(result.status == .badInput)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("<expression>:1:4: error FEEL007: "))
  }

  @Test func linesFollowEachOther() {
    let input = """
      x: 3
      x * 2

      monthly income: {"of 2025": 100}
      monthly income.of 2025 / x
      1 / 0
      1 +
      x
      """
    let result = run(["feel", "--lang", "en"], input: input)
    #expect(result.status == .success)
    #expect(
      result.output == """
        3
        6
        {of 2025: 100}
        33.33333333333333333333333333333333
        null
        3

        """)
    #expect(result.errors.contains("<6>:1:1: warning FEEL-N03: the divisor is zero"))
    #expect(result.errors.contains("<7>:1:4: error FEEL007: "))
  }

  /// A null that a name holds is explained where it is used, without a place of another line.
  @Test func anEarlierNullSaysWhy() {
    let result = run(["feel", "--lang", "en"], input: "x: 1 / 0\nx + 1")
    #expect(result.output == "null\nnull\n")
    #expect(result.errors.components(separatedBy: "FEEL-N03: the divisor is zero").count == 3)
  }

  @Test(arguments: [
    (#"{"a": 1.10, "b c": {"d e": [1, 2]}}"#, "a + sum(b c.d e)", "4.1"),
    (#"{"day": "2020-02-29"}"#, #"date(day) + duration("P1Y")"#, "2021-02-28"),
    (#"{"none": null, "ok": true}"#, "none = null and ok", "true"),
  ])
  func namesComeFromAFile(json: String, expression: String, value: String) {
    #expect(run(["feel", expression, "--input", "-"], input: json).output == value + "\n")
  }

  @Test(arguments: [("[1]", "DMN008"), (#"{"a": 1e9999}"#, "DMN007"), ("{", "JSON")])
  func aFileThatIsNoneIsRefused(json: String, code: String) {
    let result = run(["feel", "1", "--input", "-"], input: json)
    #expect(result.status == .badInput)
    #expect(result.errors.contains(code))
  }

  @Test func standardInputIsReadOnce() {
    #expect(run(["feel", "-", "--input", "-"], input: "1").status == .usage)
    #expect(run(["feel", "--input", "-"], input: "{}").status == .usage)
  }
}
