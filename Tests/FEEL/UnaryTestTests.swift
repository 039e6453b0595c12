import Core
import FEEL
import Testing

@Suite("FEEL: unary tests")
struct UnaryTestTests {
  @Test(
    "cells of decision tables",
    arguments: [
      ("-", "1", "true"), ("1, 2", "2", "true"), ("< 5", "4", "true"), ("[1..3]", "3", "true"),
      ("not(1, 2)", "3", "true"), ("not(1, 2)", "2", "false"), (#""a", "b""#, #""b""#, "true"),
      ("? > 3 and ? < 5", "4", "true"), ("? = true", "false", "false"), ("true", "true", "true"),
      ("not(true)", "false", "true"), ("> 3, < 1", "2", "false"), ("1", "null", "false"),
      ("null", "null", "true"),
      // A literal is a value: a missing Boolean is none of them; beside a number it is a condition.
      ("true", "null", "false"), ("false", "null", "false"), ("true, null", "null", "true"),
      ("true", "1", "true"), ("? = null", "null", "true"),
      (#"starts with(?, "a")"#, #""abc""#, "true"), ("[1, 2, 3]", "2", "true"),
      (#"@"2019-01-01""#, #"@"2019-01-01""#, "true"),
      ("1 + 1", "2", "true"), ("(1..3)", "1", "false"), (#"< "b""#, "1", "null"),
      ("= 3", "3", "true"),
      ("!= 3", "3", "false"), ("not(null)", "1", "true"), ("not(< 3)", "2", "false"),
    ])
  func tests(_ tests: String, _ input: String, _ expected: String) throws {
    let parsed = try Parser.unaryTests(SourceText(name: "", text: tests))
    let value = try evaluated(input).get()
    #expect(Interpreter().evaluate(parsed.tests, for: value).text == expected)
  }

  @Test(
    "what is no cell",
    arguments: [("1,", "FEEL007"), ("", "FEEL006"), ("1 2", "FEEL009"), ("not(1", "FEEL008")])
  func refused(_ text: String, _ code: String) {
    let source = SourceText(name: "", text: text)
    let error = #expect(throws: DiagnosticsError.self) { try Parser.unaryTests(source) }
    #expect(error?.diagnostics.map(\.code) == [code])
  }
}
