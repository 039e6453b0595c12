import Core
import Testing

@testable import gongjiang

@Suite struct FeelCommandTests {
  @Test(arguments: [
    ("2000 * (1 + 0.5)", "3000"), ("1 + 2", "3"), (#""工" + "匠""#, #""工匠""#),
    (#"date("2020-02-29") + duration("P1Y")"#, "2021-02-28"), ("[1, 2][item > 1]", "[2]"),
    ("null", "null"),
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
}
