import Core
import FEEL
import Testing

/// An expression that gives null, and every word of why.
struct NullCase: Sendable, CustomTestStringConvertible {
  let text: String
  let reason: NullReason

  init(_ text: String, _ code: String, _ start: Int, _ end: Int, zh: String, en: String) {
    self.text = text
    reason = NullReason(code, Bilingual(zh: zh, en: en), at: SourceRange(start, end))
  }

  var testDescription: String { text }
}

@Suite("FEEL: every null has a reason")
struct NullReasonTests {
  @Test("every word of every reason", arguments: cases)
  func reasons(_ expected: NullCase) throws {
    guard case .null(let reason) = try evaluated(expected.text).get() else {
      Issue.record("a value instead of null")
      return
    }
    #expect(reason == expected.reason)
  }

  static let cases: [NullCase] = [
    .init(
      #"1 + "a""#, "FEEL-N01", 0, 7, zh: #"“+”不能用于数字和文本"#,
      en: #"“+” does not take number and string"#),
    .init(
      #"-"a""#, "FEEL-N01", 0, 4, zh: #"“-”不能用于文本"#,
      en: #"“-” does not take string"#),
    .init(
      #"1 + null"#, "FEEL-N02", 0, 8, zh: #"参与运算的值是空值"#,
      en: #"an operand is null"#),
    .init(
      #"1 / 0"#, "FEEL-N03", 0, 5, zh: #"除数是零"#,
      en: #"the divisor is zero"#),
    .init(
      #"10 ** 10000"#, "FEEL-N04", 0, 11, zh: #"结果不是有限的数"#,
      en: #"the result is no finite number"#),
    .init(
      #"round up(1, 99999)"#, "FEEL-N05", 0, 18, zh: #"数字 99999 超出允许的范围"#,
      en: #"the number 99999 is out of range"#),
    .init(
      #"nobody"#, "FEEL-N06", 0, 6, zh: #"没有名为“nobody”的值"#,
      en: #"nothing is named “nobody”"#),
    .init(
      #"{a: 1}.b"#, "FEEL-N07", 0, 8, zh: #"上下文没有成员“b”"#,
      en: #"context has no member “b”"#),
    .init(
      #"[1][3]"#, "FEEL-N08", 0, 6, zh: #"列表有 1 项，没有第 3 项"#,
      en: #"a list of 1 has no item 3"#),
    .init(
      #"["a"]["b"]"#, "FEEL-N09", 6, 9, zh: #"这里要真假值，却是文本"#,
      en: #"a boolean is needed here, not string"#),
    .init(
      #"if "x" then 1 else 2"#, "FEEL-N09", 3, 6, zh: #"这里要真假值，却是文本"#,
      en: #"a boolean is needed here, not string"#),
    .init(
      #""a"(1)"#, "FEEL-N10", 0, 6, zh: #"文本不是函数"#,
      en: #"string is no function"#),
    .init(
      #"substring("a")"#, "FEEL-N11", 0, 14, zh: #"substring 不能用 1 个参数调用"#,
      en: #"substring does not take 1 argument"#),
    .init(
      #"substring("a", 0)"#, "FEEL-N05", 0, 17, zh: #"数字 0 超出允许的范围"#,
      en: #"the number 0 is out of range"#),
    .init(
      #"upper case(string: "a", b: 1)"#, "FEEL-N12", 0, 29, zh: #"upper case 没有参数“b”"#,
      en: #"upper case has no parameter “b”"#),
    .init(
      #"upper case(text: "a")"#, "FEEL-N12", 0, 21, zh: #"upper case 没有参数“text”"#,
      en: #"upper case has no parameter “text”"#),
    .init(
      #"upper case(1)"#, "FEEL-N13", 0, 13, zh: #"第 1 个参数应是文本，却是数字"#,
      en: #"argument 1 should be string, not number"#),
    .init(
      #"sum([1, "a"])"#, "FEEL-N13", 0, 13, zh: #"第 1 个参数应是列表<数字>，却是列表<任意值>"#,
      en: #"argument 1 should be list<number>, not list<Any>"#),
    .init(
      #"(function(f) f(f))(function(f) f(f))"#, "FEEL-N15", 31, 32, zh: #"计算的层次超过 600"#,
      en: #"evaluation went more than 600 levels deep"#),
    .init(
      #"(function() external {java: {}})()"#, "FEEL-N16", 0, 34, zh: #"不执行外部函数"#,
      en: #"external functions are not run"#),
    .init(
      #"for i in "a".."b" return i"#, "FEEL-N17", 9, 12, zh: #"不能逐项取文本"#,
      en: #"string cannot be gone through item by item"#),
    .init(
      #"for i in 1..9999999 return i"#, "FEEL-N18", 9, 10, zh: #"超过 1000000 项"#,
      en: #"more than 1000000 items"#),
    .init(
      #"@"999999999-12-31" + @"P1D""#, "FEEL-N19", 0, 27, zh: #"结果超出日历的范围（±999,999,999 年）"#,
      en: #"the result is beyond the years ±999,999,999"#),
    .init(
      #"date("2019-02-30")"#, "FEEL-N20", 0, 18, zh: #"“2019-02-30”不是日期"#,
      en: #"“2019-02-30” is no date"#),
    .init(
      #"duration("P")"#, "FEEL-N20", 0, 13, zh: #"“P”不是天时时长"#,
      en: #"“P” is no days and time duration"#),
    .init(
      #"matches("a", "[")"#, "FEEL-N21", 0, 17, zh: #"正则表达式“[”：方括号没有结束"#,
      en: #"the pattern “[”: the brackets are not closed"#),
    .init(
      #"matches("a", "a", "k")"#, "FEEL-N21", 0, 22, zh: #"正则表达式“a”：没有标志“k”"#,
      en: #"the pattern “a”: there is no flag “k”"#),
    .init(
      #"replace("a", "b*", "c")"#, "FEEL-N21", 0, 23, zh: #"正则表达式“b*”：它能匹配空文本"#,
      en: #"the pattern “b*”: it matches the empty text"#),
    .init(
      #"[3..1]"#, "FEEL-N22", 0, 6, zh: #"区间的两端应是同一类可比较的值，且前端不大于后端"#,
      en: #"the ends of a range should be of one ordered type, the first not above the second"#),
    .init(
      #"["a"..1]"#, "FEEL-N22", 0, 8, zh: #"区间的两端应是同一类可比较的值，且前端不大于后端"#,
      en: #"the ends of a range should be of one ordered type, the first not above the second"#),
    .init(
      #"min([])"#, "FEEL-N23", 0, 7, zh: #"列表是空的"#,
      en: #"the list is empty"#),
    .init(
      #"@"10:00:00" < @"10:00:00Z""#, "FEEL-N24", 0, 26, zh: #"一个时刻有时区，另一个没有"#,
      en: #"one of the times has a zone and the other has none"#),
    .init(
      #"@"10:00:00".time offset"#, "FEEL-N29", 0, 23, zh: #"这个时刻没有写时区"#,
      en: #"no such zone is written with the time"#),
    .init(
      #"1 instance of foo"#, "FEEL-N25", 0, 17, zh: #"没有类型“foo”"#,
      en: #"there is no type “foo”"#),
    .init(
      #"context put(1, "a", 2)"#, "FEEL-N13", 0, 22, zh: #"第 1 个参数应是上下文，却是数字"#,
      en: #"argument 1 should be context, not number"#),
    .init(
      #"number("1,5", ".", ".")"#, "FEEL-N27", 0, 23, zh: #"分位符应是空格、“,”或“.”，小数点应是“,”或“.”，两者不同"#,
      en: #"the separators should be two of blank, “,” and “.”, the decimal one no blank"#),
    .init(
      #"number("abc")"#, "FEEL-N20", 0, 13, zh: #"“abc”不是数字"#,
      en: #"“abc” is no number"#),
    .init(
      #"upper case(string: "a", string: "b")"#, "FEEL-N28", 0, 36, zh: #"“string”出现了两次"#,
      en: #"“string” occurs twice"#),
    .init(
      #"matches("a", "(?=a)")"#, "FEEL-N21", 0, 21, zh: #"正则表达式“(?=a)”：括号后不能用 ?"#,
      en: #"the pattern “(?=a)”: no ? may follow a parenthesis but in (?:"#),
    .init(
      #"matches("a", "\q")"#, "FEEL-N21", 0, 18, zh: #"正则表达式“\q”：没有转义 \q"#,
      en: #"the pattern “\q”: there is no escape \q"#),
    .init(
      #"replace("ab", "a", "$")"#, "FEEL-N21", 0, 23, zh: #"正则表达式“a”：替换文本里 $ 后应是数字"#,
      en: #"the pattern “a”: in the replacement digits must follow a $"#),
    .init(
      #"all([true, 3])"#, "FEEL-N09", 0, 14, zh: #"这里要真假值，却是数字"#,
      en: #"a boolean is needed here, not number"#),
    .init(
      #"sort([1, 2], function(a, b) 3)"#, "FEEL-N09", 0, 30, zh: #"这里要真假值，却是数字"#,
      en: #"a boolean is needed here, not number"#),
    .init(
      #"context([{key: "a", value: 1}, {key: "a", value: 2}])"#, "FEEL-N28", 0, 53,
      zh: #"“a”出现了两次"#,
      en: #"“a” occurs twice"#),
    .init(
      #"time(25, 0, 0)"#, "FEEL-N20", 0, 14, zh: #"“25:0:0”不是时刻"#,
      en: #"“25:0:0” is no time"#),
    .init(
      #"matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "(a+)+$")"#, "FEEL-N21", 0, 55,
      zh: #"正则表达式“(a+)+$”：匹配太费时（match limit exceeded）"#,
      en: #"the pattern “(a+)+$”: matching takes too long (match limit exceeded)"#),
    .init(
      #"string(1) + 1"#, "FEEL-N01", 0, 13, zh: #"“+”不能用于文本和数字"#,
      en: #"“+” does not take string and number"#),
    .init(
      #"[1,2,3] < [4]"#, "FEEL-N01", 0, 13, zh: #"“<”不能用于列表<数字>和列表<数字>"#,
      en: #"“<” does not take list<number> and list<number>"#),
  ]

  @Test("the first cause is the reason, however far it travels")
  func firstCause() throws {
    guard case .null(let reason) = try evaluated("[{a: 1 / 0}][1].a + 2 * 3").get() else {
      Issue.record("a value instead of null")
      return
    }
    #expect(reason?.code == "FEEL-N03")
    #expect(reason?.range == SourceRange(5, 10))
  }
}
