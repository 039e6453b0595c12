import Core
import FEEL
import Testing

@Suite("FEEL: built-in functions")
struct BuiltInTests {
  @Test(
    "strings",
    arguments: [
      (#"substring("工匠人才", 2, 2)"#, #""匠人""#), (#"substring("abc", -2)"#, #""bc""#),
      (#"substring("abc", 4)"#, "null"), (#"string length("🐎a")"#, "2"),
      (#"upper case("aß")"#, #""ASS""#),
      (#"substring before("a-b", "-")"#, #""a""#), (#"substring after("a-b", "-")"#, #""b""#),
      (#"substring after("ab", "")"#, #""ab""#), (#"substring before("ab", "x")"#, #""""#),
      (#"contains("abc", "bc")"#, "true"), (#"starts with("abc", "ab")"#, "true"),
      (#"ends with("abc", "bc")"#, "true"), (#"string join(["a", null, "b"], "-")"#, #""a-b""#),
      (#"string join([])"#, #""""#), (#"lower case(["ABC"])"#, #""abc""#),
      (#"string("a")"#, #""a""#), (#"string([1, "a", @"P1D"])"#, #""[1, \"a\", P1D]""#),
      (#"string({a: null})"#, #""{a: null}""#), ("string(1.50)", #""1.5""#),
      ("string(null)", "null"),
    ])
  func strings(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "regular expressions of XPath",
    arguments: [
      (#"matches("foobar", "^fo*b")"#, "true"), (#"matches("b", "[a-z-[aeiou]]")"#, "true"),
      (#"matches("e", "^[a-z-[aeiou]]$")"#, "false"),
      (#"matches("中", "\p{IsCJKUnifiedIdeographs}")"#, "true"),
      (#"matches("a:b", "^\i\c*$")"#, "true"), (#"matches("1a", "^\i")"#, "false"),
      (#"matches("AB", "ab", "i")"#, "true"),
      (#"matches("ab", "a b", "x")"#, "true"), (#"matches("a.b", "a.b", "q")"#, "true"),
      (#"matches("axb", "a.b", "q")"#, "false"), (#"matches("a\nb", "a.b")"#, "false"),
      (#"matches("a\nb", "a.b", "s")"#, "true"), (#"matches("abab", "(ab)\1")"#, "true"),
      (#"replace("abab", "a.*?b", "*")"#, #""**""#),
      (#"replace("abc", "(b)", "$15$9")"#, #""ab5c""#),
      (#"replace("abc", ".*?", "x")"#, "null"), (#"replace("abc", "b", "$")"#, "null"),
      (#"replace("abc", "b", "\x")"#, "null"),
      (#"replace("abcd", "(b)(c)", "$2$1")"#, #""acbd""#),
      (#"replace("a.b", ".", "x")"#, #""xxx""#),
      (#"replace("a1b22", "\d+", "<$0>")"#, #""a<1>b<22>""#),
      (#"replace("abc", "b", "\$")"#, #""a$c""#),
      (#"replace("aXbx", "x", "-", "i")"#, #""a-b-""#),
      (#"split("a;b;;c", ";")"#, #"["a", "b", "", "c"]"#),
      (#"split("a1b2c", "[0-9]")"#, #"["a", "b", "c"]"#), (#"matches("a", "a++")"#, "null"),
      (#"matches("_", "\w")"#, "false"), (#"matches("+", "\w")"#, "true"),
      (#"matches("\r", ".")"#, "false"),
      (#"matches("a1", "(a)\11")"#, "false"), (#"matches("aa1", "(a)\11")"#, "true"),
      (#"matches("a", "(a\1)")"#, "null"),
      (#"matches("a", "(*UTF)a")"#, "null"), (#"matches("a-b", "^[\w\-]+$")"#, "true"),
      (#"matches("é", "^.$")"#, "true"), (#"matches("\r\n", "^\s+$")"#, "true"),
    ])
  func patterns(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "lists",
    arguments: [
      ("count([1, null])", "2"), ("min(3, 1, 2)", "1"), (#"max("a", "c")"#, #""c""#),
      ("min([])", "null"),
      (#"min(@"2019-01-02", @"2019-01-01")"#, "2019-01-01"), ("sum(1, 2.5)", "3.5"),
      ("sum([])", "null"),
      ("mean([1, 2])", "1.5"), ("median([3, 1, 2])", "2"), ("median(1, 2)", "1.5"),
      ("mode([2, 1, 2, 1])", "[1, 2]"),
      ("mode([])", "[]"), ("product([2, 3])", "6"),
      ("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"),
      ("all([])", "true"), ("all([true, null])", "null"), ("any([false, true, null])", "true"),
      ("any([])", "false"),
      ("list contains([1, null], null)", "true"), ("index of([1, 2, 1], 1)", "[1, 3]"),
      ("sublist([1, 2, 3], 2)", "[2, 3]"),
      ("sublist([1, 2, 3], -2, 1)", "[2]"), ("append([1], 2, 3)", "[1, 2, 3]"),
      ("append(1, null)", "[1, null]"),
      ("concatenate([1], [2, 3])", "[1, 2, 3]"), ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
      ("remove([1, 2], -1)", "[1]"), ("reverse([1, 2])", "[2, 1]"),
      ("union([1], [1, 2])", "[1, 2]"),
      ("distinct values([1, 1.0, 2])", "[1, 2]"), ("flatten([[1, [2]], 3])", "[1, 2, 3]"),
      ("list replace([1, 2], 2, 5)", "[1, 5]"),
      ("list replace([1, 2, 3], function(a, b) a < b, 3)", "[3, 3, 3]"),
      ("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"), ("remove([1], 2)", "null"),
      ("insert before([], 1, 2)", "null"), ("count(1)", "1"), ("sublist([1], 1, 2)", "null"),
    ])
  func lists(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "numbers",
    arguments: [
      ("decimal(2.5, 0)", "2"), ("decimal(1 / 3, 2)", "0.33"), ("floor(-1.5)", "-2"),
      ("ceiling(-1.5)", "-1"),
      ("floor(1.56, 1)", "1.5"), ("ceiling(1.51, 1)", "1.6"), ("round up(1.01, 1)", "1.1"),
      ("round up(-5.5, 0)", "-6"),
      ("round down(-5.5, 0)", "-5"), ("round half up(2.5, 0)", "3"),
      ("round half down(2.5, 0)", "2"),
      ("round half up(0.125, 2)", "0.13"), ("round half up(1250, -2)", "1300"), ("abs(-1)", "1"),
      (#"abs(@"-P1D")"#, "P1D"), ("modulo(12, 5)", "2"), ("modulo(-12, 5)", "3"),
      ("modulo(12, -5)", "-3"),
      ("modulo(10.1, 4.5)", "1.1"), ("modulo(1, 0)", "null"), ("sqrt(16)", "4"),
      ("sqrt(-1)", "null"), ("log(0)", "null"),
      ("exp(0)", "1"), ("odd(5)", "true"), ("even(5)", "false"), ("even(1.5)", "false"),
      (#"number("1 000,5", " ", ",")"#, "1000.5"),
      (#"number("1,000.5", ",", ".")"#, "1000.5"), (#"number("-2")"#, "-2"),
      (#"number("1.000", ".", null)"#, "1000"),
      (#"number("x")"#, "null"),
    ])
  func numbers(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "dates",
    arguments: [
      (#"date("2019-02-29")"#, "null"), ("date(2020, 2, 29)", "2020-02-29"),
      (#"date(@"2019-01-01T10:00:00")"#, "2019-01-01"),
      (#"date and time("2019-01-01")"#, "2019-01-01T00:00:00"),
      (#"date and time(@"2019-01-01", @"10:00:00Z")"#, "2019-01-01T10:00:00Z"),
      ("date and time(2019, 1, 2, 3, 4, 5)", "2019-01-02T03:04:05"),
      (
        #"date and time(2019, 1, 2, 3, 4, 5, "Asia/Shanghai")"#, "2019-01-02T03:04:05@Asia/Shanghai"
      ),
      (#"time(10, 20, 30.5)"#, "10:20:30.5"), (#"time(10, 20, 30, @"-PT1H")"#, "10:20:30-01:00"),
      (#"time("25:00:00")"#, "null"),
      (#"duration("P1DT2H")"#, "P1DT2H"), (#"duration("-P14M")"#, "-P1Y2M"),
      (#"duration("P1Y1D")"#, "null"),
      (#"years and months duration(@"2019-01-31", @"2020-01-30")"#, "P11M"),
      (#"years and months duration(@"2020-01-30", @"2019-01-31")"#, "-P11M"),
      (#"day of year(@"2020-12-31")"#, "366"), (#"day of week(@"2019-05-03")"#, #""Friday""#),
      (#"month of year(@"2019-05-03")"#, #""May""#), (#"week of year(@"2021-01-03")"#, "53"),
      (#"is(@"10:00:00Z", @"10:00:00+00:00")"#, "true"),
      (#"is(@"10:00:00Z", @"11:00:00+01:00")"#, "false"),
      (#"is(1, "1")"#, "false"), ("now() > today()", "null"),
    ])
  func dates(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test("the clock is the host's")
  func clock() throws {
    let moment = try #require(DateTime("2020-06-30T12:00:00+08:00"))
    let interpreter = Interpreter(clock: { moment })
    #expect(try evaluated("now()", interpreter: interpreter).get().text == moment.description)
    #expect(try evaluated("today()", interpreter: interpreter).get().text == "2020-06-30")
  }

  @Test(
    "ranges",
    arguments: [
      ("before(1, 10)", "true"), ("before([1..5], 5)", "false"), ("before([1..5), 5)", "true"),
      ("after([5..10], [1..5))", "true"), ("meets([1..5], [5..10])", "true"),
      ("meets([1..5), [5..10])", "false"),
      ("met by([5..10], [1..5])", "true"), ("overlaps([1..5], [5..8])", "true"),
      ("overlaps([1..5), [5..8])", "false"),
      ("overlaps before([1..5], [4..10])", "true"), ("overlaps after([4..10], [1..5])", "true"),
      ("finishes(10, [1..10])", "true"), ("finished by([1..10], (1..10])", "true"),
      ("includes([1..10], 10)", "true"),
      ("includes([1..10), 10)", "false"), ("during([4..6], [1..10])", "true"),
      ("starts(1, (1..10])", "false"),
      ("started by([1..10], [1..5])", "true"), ("coincides([1..5], [1..5])", "true"),
      ("coincides([1..5], [1..5))", "false"),
      ("before(point: 1, range: [2..3])", "true"), ("before(range: [1..2], point: 3)", "true"),
      ("after(range: [4..5], point: 3)", "true"), ("after(point: 1, range: [2..3])", "false"),
      ("after(range2: [1..2], range1: [4..5])", "true"),
      (#"before(1, "a")"#, "null"), ("during(3, >= 2)", "true"), (#"range("[1..3)")"#, "[1..3)"),
      (#"range("[@\"2019-01-01\"..@\"2019-02-01\"]")"#, #"[@"2019-01-01"..@"2019-02-01"]"#),
      (#"range("1")"#, "null"),
      (#"range("[-1..1]")"#, "[-1..1]"), (#"range(string((1..3]))"#, "(1..3]"),
    ])
  func ranges(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test(
    "contexts",
    arguments: [
      (#"get value({a: 1}, "a")"#, "1"), (#"get value({a: 1}, "b")"#, "null"),
      ("get entries({a: 1})", #"[{key: "a", value: 1}]"#),
      (#"context([{key: "a", value: 1}])"#, "{a: 1}"),
      (#"context put({a: 1}, "b", 2)"#, "{a: 1, b: 2}"),
      (#"context put({a: {b: 1}}, ["a", "b"], 2)"#, "{a: {b: 2}}"),
      (#"context put({a: 1}, [], 2)"#, "null"),
      ("context merge([{a: 1, b: 2}, {b: 3}])", "{a: 1, b: 3}"),
      (#"context put({a: 1}, "a", null)"#, "{a: null}"),
      (#"context put({x: 1}, ["y", "z"], 1)"#, "null"),
    ])
  func contexts(_ text: String, _ expected: String) { #expect(result(of: text) == expected) }

  @Test("every function is declared once, with names that no two of its parameters share")
  func declarations() {
    #expect(BuiltIns.byName.count == BuiltIns.all.count)
    for builtIn in BuiltIns.all {
      for signature in builtIn.signatures {
        let names = signature.parameters.map(\.name)
        #expect(Set(names).count == names.count, "\(builtIn.name)")
      }
    }
  }

  @Test("every function gives null with a reason for nulls, or a value, whatever it is called with")
  func totality() throws {
    let samples: [Value] = [
      .null, .number(.zero), .number(Decimal128(-3)), .string(""), .string("["), .boolean(true),
      .list([]),
      .list([.null, .string("a")]), .context(Context()), .date(CivilDate(dayNumber: 0)),
      .range(RangeValue(.less, .number(.one))), .dayTimeDuration(DayTimeDuration(seconds: -1)),
    ]
    for builtIn in BuiltIns.all {
      for signature in builtIn.signatures {
        for sample in samples {
          let arguments = signature.parameters.map { _ in sample }
          let value = Interpreter().call(.builtIn(builtIn), arguments)
          if case .null(nil) = value {
            Issue.record("\(builtIn.name)(\(sample.text)) without a reason")
          }
        }
      }
    }
  }
}
