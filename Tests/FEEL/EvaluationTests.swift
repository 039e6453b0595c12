import Core
import FEEL
import Testing

@Suite("FEEL: values of expressions")
struct EvaluationTests {
  @Test(
    "arithmetic",
    arguments: [
      ("0.1 + 0.2", "0.3"), ("7 - 10", "-3"), ("2 * 3 + 4 * 5", "26"), ("10 / 4", "2.5"),
      ("2 ** 3 ** 2", "64"), ("-2 ** 2", "4"), ("2 ** -1", "0.5"), ("--3", "3"), ("1.5e3", "1500"),
      ("1 / 3 * 3", "0.9999999999999999999999999999999999"), (#""a" + "b""#, #""ab""#),
      ("1.1 ** 2", "1.21"), ("(1 + 2) * 3", "9"), ("5 - 3 - 1", "1"), ("100 / 10 / 5", "2"),
      (".5 + .25", "0.75"), ("4 ** 0.5", "2"), ("1 + null", "null"), ("null * 2", "null"),
    ])
  func arithmetic(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "dates, times and durations",
    arguments: [
      (#"@"2019-01-31" + @"P1M""#, "2019-02-28"), (#"@"2020-02-29" - @"P1Y""#, "2019-02-28"),
      (#"@"2019-03-01" - @"2019-02-01""#, "P28D"), (#"@"2019-01-01" + @"PT36H""#, "2019-01-02"),
      (#"@"2019-01-01" - @"PT1H""#, "2018-12-31"), (#"@"23:30:00" + @"PT1H""#, "00:30:00"),
      (#"@"2019-01-01T23:00:00+08:00" + @"PT2H""#, "2019-01-02T01:00:00+08:00"),
      (#"@"2021-03-28T01:30:00@Europe/Paris" + @"PT1H""#, "2021-03-28T03:30:00@Europe/Paris"),
      (#"@"P1D" * 1.5"#, "P1DT12H"), (#"@"P1Y" / 5"#, "P2M"), (#"@"P1D" / @"PT6H""#, "4"),
      (#"-@"P1Y2M""#, "-P1Y2M"), (#"@"P1Y" - @"P18M""#, "-P6M"), (#"@"PT1H" - @"P1D""#, "-PT23H"),
      (#"@"10:00:00+02:00" - @"10:00:00Z""#, "-PT2H"),
      (#"@"2019-05-03".weekday"#, "5"), (#"@"2019-05-03T10:20:30.5".second"#, "30"),
      (#"@"P1Y14M".months"#, "2"), (#"@"P1DT2H3M4S".hours"#, "2"), (#"@"-P1DT2H".days"#, "-1"),
      (#"@"10:00:00+08:00".time offset"#, "PT8H"),
      (#"@"10:00:00@Asia/Shanghai".timezone"#, #""Asia/Shanghai""#),
      (#"@"2019-07-01T00:00:00@Europe/Paris".time offset"#, "PT2H"),
      (#"@"2019-12-31T24:00:00""#, "2020-01-01T00:00:00"),
    ])
  func temporal(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "comparison",
    arguments: [
      ("1 = 1.0", "true"), (#"1 = "1""#, "null"), ("null = null", "true"), ("1 != null", "true"),
      ("[1, 2] = [1, 2]", "true"), ("{a: 1} = {a: 1}", "true"),
      ("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
      (#""甲" < "乙""#, "false"), (#"@"2019-01-01" < @"2019-01-02""#, "true"),
      ("true < false", "null"),
      (#"@"P1Y" = @"P12M""#, "true"), (#"@"P1Y" < @"P365D""#, "null"),
      ("3 between 1 and 3", "true"),
      (#"@"2019-01-01T08:00:00+08:00" = @"2019-01-01T00:00:00Z""#, "true"),
      (#"@"08:00:00+08:00" = @"00:00:00Z""#, "true"), (#"@"08:00:00" = @"08:00:00Z""#, "false"),
      ("2 in [1..3]", "true"), ("3 in [1..3)", "false"), ("1 in ]1..3]", "false"),
      ("2 in (1, 2)", "true"), ("2 in (< 1, > 5)", "false"), ("2 in >= 2", "true"),
      (#""b" in ["a".."c"]"#, "true"), ("2 in [[1..3], [5..7]]", "true"),
      ("4 in (1 + 2) * 2", "false"),
      ("6 in (1 + 2) * 2", "true"), ("2 in (1..3)", "true"), ("1 in [null]", "false"),
      ("null in [1..3]", "null"), ("(< 3) = (< 3)", "true"), ("(> 3).start", "3"),
      ("[1..3).end included", "false"),
      ("5 in (? > 3)", "null"), ("1 < null", "null"), ("[1] = 1", "null"),
      (#"(function() 1) = 1"#, "null"),
    ])
  func comparison(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "logic with three values",
    arguments: [
      ("false and null", "false"), ("true and null", "null"), ("null or true", "true"),
      ("null or false", "null"), ("not(null)", "null"), ("not(true)", "false"),
      ("1 and false", "false"),
      ("1 or 2", "null"), ("true or 1 / 0 = 1", "true"), ("if null then 1 else 2", "2"),
      ("if false then 1 else if true then 2 else 3", "2"),
    ])
  func logic(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "lists, contexts and iteration",
    arguments: [
      ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][item > 1]", "[2, 3]"),
      ("5[1]", "5"),
      ("[{a: 1}, {a: 2}][a = 2].a", "[2]"), ("[{a: 1}, {b: 2}].a", "[1, null]"),
      ("{a: 1, b: a + 1}.b", "2"), (#"{"a b": 1}.a b"#, "1"), ("{a: {b: 3}}.a.b", "3"),
      ("for i in 1..3 return i * i", "[1, 4, 9]"), ("for i in 3..1 return i", "[3, 2, 1]"),
      ("for i in [1, 2], j in [3, 4] return i * j", "[3, 4, 6, 8]"),
      ("for i in 1..4 return if i = 1 then 1 else partial[-1] * i", "[1, 2, 6, 24]"),
      ("for partial in [1, 2] return partial * 2", "[2, 4]"),
      (#"for d in @"2019-12-31"..@"2020-01-01" return d"#, "[2019-12-31, 2020-01-01]"),
      ("for i in [2..4] return i", "[2, 3, 4]"), ("for i in (2..4) return i", "[3]"),
      ("for i in 1..2, j in 1..i return j", "[1, 1, 2]"), ("for i in [] return i", "[]"),
      ("some x in [1, 2] satisfies x > 1", "true"), ("every x in [1, 2] satisfies x > 1", "false"),
      ("some x in [] satisfies true", "false"), ("every x in [] satisfies false", "true"),
      ("some x in [1, null] satisfies x > 1", "null"),
      ("some x in [null, 2] satisfies x > 1", "true"),
      ("{if: 1}.if", "1"), (#"{"for": {in: 2}}.for.in"#, "2"), ("[[1, 2], [3]][1][2]", "2"),
      ("[{item: 5}][item = 5]", "[{item: 5}]"), ("[][1]", "null"), ("[][true]", "[]"),
      ("[1, 2][true]", "[1, 2]"), ("[0, 1][item]", "null"),
    ])
  func composites(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "functions",
    arguments: [
      ("(function(a, b) a - b)(5, 3)", "2"), ("(function(a, b) a - b)(b: 5, a: 3)", "-2"),
      ("{f: function(x) x * 2, r: f(4)}.r", "8"), ("(function(n: number) n)(\"a\")", "null"),
      ("(function(n: number) n)([3])", "3"), ("(function(n: list<number>) n)(3)", "[3]"),
      ("{a: 1, f: function() a, r: {a: 2, g: f()}.g}.r", "1"),
      ("(function(a) function(b) a + b)(1)(2)", "3"),
      ("(function(f) f(-3))(abs)", "3"), ("(function(a) a)()", "null"), ("abs(n: -1)", "1"),
      ("{max: function(a) a, r: max(7)}.r", "7"), ("{first name: 1, x: first name + 1}.x", "2"),
      ("(function(a-b, a) a-b - a)(5, 3)", "2"),
    ])
  func functions(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "instance of",
    arguments: [
      ("1 instance of number", "true"), ("null instance of Any", "false"),
      ("null instance of Null", "true"),
      ("[1] instance of list<number>", "true"), ("[1] instance of list<string>", "false"),
      ("[] instance of list<string>", "true"), ("[1..2] instance of range<number>", "true"),
      ("{a: 1} instance of context<a: number>", "true"),
      ("{a: 1} instance of context<b: number>", "false"),
      ("{a: 1} instance of context<>", "true"),
      ("abs instance of function<number> -> number", "true"),
      ("(function(a: number) a) instance of function<number> -> Any", "true"),
      ("(function(a: string) a) instance of function<number> -> Any", "false"),
      (#"(function() "a") instance of function<> -> string"#, "true"),
      ("(function(n: number) n * 2) instance of function<number> -> number", "true"),
      (#"(function() "a") instance of function<> -> number"#, "false"),
      (#"@"P1D" instance of days and time duration"#, "true"),
      ("1 instance of number and true", "true"),
    ])
  func instances(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "strings and comments",
    arguments: [
      (#""a\"b\\\n""#, #""a\"b\\\n""#), (#""\u4F01\u4e1a""#, "\"企业\""), (#""\U01F40E""#, "\"🐎\""),
      (#""\uD83D\uDC0E""#, "\"🐎\""), ("1 // one\n + 2", "3"), ("1 /* one */ + 2", "3"),
      (#""a\db""#, #""a\\db""#), ("\u{3000}1\u{A0}+ 1", "2"),
    ])
  func strings(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test("names with blanks, keywords and signs are found by the longest match")
  func names() {
    let names: [String: Value] = [
      "a": .number(Decimal128(1)), "b": .number(Decimal128(2)), "a-b": .number(Decimal128(10)),
      "days in weekend": .list([.number(Decimal128(6))]),
      "profit and loss": .number(Decimal128(3)), "for sale": .boolean(true),
      "税前 收入": .number(Decimal128(4)),
      "a's": .number(Decimal128(5)),
      "标准": .number(Decimal128(7)),
    ]
    let cases = [
      ("a-b", "10"), ("a - b", "-1"), ("profit and loss + a", "4"),
      ("for d in days in weekend return d", "[6]"),
      ("if for sale then a else b", "1"), ("税前  收入 * 2", "8"), ("a's", "5"), ("标准*2", "14"),
      ("{a-b: 3}.a-b", "3"),
    ]
    for (text, expected) in cases { #expect(result(of: text, names: names) == expected, "\(text)") }
  }
}
