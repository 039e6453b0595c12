import Core
import FEEL
import Testing

@Suite("FEEL parser: diagnostics")
struct ParserDiagnosticsTests {
  @Test("every word of every syntax error", arguments: cases)
  func diagnostics(_ expected: DiagnosticCase) {
    let source = SourceText(name: "<expression>", text: expected.text)
    let error = #expect(throws: DiagnosticsError.self) { try Parser.expression(source) }
    #expect(error?.diagnostics.contains(where: expected.matches) == true)
  }

  static let cases: [DiagnosticCase] = [
    .init(
      #"1 # 2"#, "FEEL001", 2, 3,
      zh: #"表达式里不能有字符“#”"#, #"请删去这个字符。"#,
      en: #"an expression cannot contain “#”"#, #"Delete this character."#),
    .init(
      #"f（1）"#, "FEEL002", 1, 4,
      zh: #"全角符号“（”不是表达式的符号"#, #"请改用半角符号 ( 。"#,
      en: #"the full-width sign “（” is no sign of FEEL"#, #"Use the half-width sign ( instead."#),
    .init(
      #"f（1）"#, "FEEL002", 5, 8,
      zh: #"全角符号“）”不是表达式的符号"#, #"请改用半角符号 ) 。"#,
      en: #"the full-width sign “）” is no sign of FEEL"#, #"Use the half-width sign ) instead."#),
    .init(
      #"“企业” = 1"#, "FEEL002", 0, 3,
      zh: #"全角符号““”不是表达式的符号"#, #"请改用半角符号 " 。"#,
      en: #"the full-width sign ““” is no sign of FEEL"#, #"Use the half-width sign " instead."#),
    .init(
      #"等级＞＝3"#, "FEEL002", 6, 9,
      zh: #"全角符号“＞”不是表达式的符号"#, #"请改用半角符号 > 。"#,
      en: #"the full-width sign “＞” is no sign of FEEL"#, #"Use the half-width sign > instead."#),
    .init(
      #"等级＞＝3"#, "FEEL002", 9, 12,
      zh: #"全角符号“＝”不是表达式的符号"#, #"请改用半角符号 = 。"#,
      en: #"the full-width sign “＝” is no sign of FEEL"#, #"Use the half-width sign = instead."#),
    .init(
      #""abc"#, "FEEL003", 0, 4,
      zh: #"文本没有结束引号"#, #"请在文本末尾补上 " 。"#,
      en: #"this text has no closing quotation mark"#, #"Put a " at the end of the text."#),
    .init(
      #"1 /* x"#, "FEEL004", 2, 4,
      zh: #"注释没有结束"#, #"请在注释末尾补上 */ 。"#,
      en: #"this comment is not closed"#, #"Put */ at the end of the comment."#),
    .init(
      #"1e9999"#, "FEEL005", 0, 6,
      zh: #"数字 1e9999 太大或太小"#, #"数字最多 34 位有效数字，指数在 −6176 与 6111 之间。"#,
      en: #"the number 1e9999 is too large or too small"#,
      #"Numbers have up to 34 digits and exponents between −6176 and 6111."#),
    .init(
      #""#, "FEEL006", 0, 0,
      zh: #"这里没有表达式"#, #"请写上一个值或条件，例如 等级 >= 3 。"#,
      en: #"there is no expression here"#, #"Write a value or a condition, such as level >= 3."#),
    .init(
      #"1 +"#, "FEEL007", 3, 3,
      zh: #"这里应当是一个值，却是结尾"#, #"请检查前面的运算符是否多余，或补上缺少的值。"#,
      en: #"a value should stand here, not the end"#,
      #"Remove the sign before it, or write the missing value."#),
    .init(
      #"(1, 2"#, "FEEL008", 2, 3,
      zh: #"括号里应当是“)”，却是“,”"#, #"请在此处写上 ) 。"#,
      en: #"“)” should stand here in the parenthesis, not “,”"#, #"Write ) here."#),
    .init(
      #"[1, 2"#, "FEEL008", 5, 5,
      zh: #"列表里应当是“]”，却是结尾"#, #"请在此处写上 ] 。"#,
      en: #"“]” should stand here in the list, not the end"#, #"Write ] here."#),
    .init(
      #"{a: 1, b 2}"#, "FEEL014", 10, 11,
      zh: #"这里应当是一个名称，却是“}”"#, #"名称由汉字、字母、数字和下划线组成，不以数字开头。"#,
      en: #"a name should stand here, not “}”"#,
      #"Names consist of letters, digits and underscores and begin with a letter."#),
    .init(
      #"1 2"#, "FEEL009", 2, 3,
      zh: #"表达式到此已经完整，后面却还有“2”"#, #"请在两部分之间写上运算符（如 and、+、=），或删去多余的部分。"#,
      en: #"the expression is complete before “2”"#,
      #"Join the two parts with an operator (and, +, = …), or delete the rest."#),
    .init(
      #"1,000 + 1"#, "FEEL010", 1, 2,
      zh: #"数字里不能用逗号分位"#, #"请把 1,000 写成 1000 。"#,
      en: #"a number cannot contain commas"#, #"Write 1000, not 1,000."#),
    .init(
      #"f(1,000"#, "FEEL008", 7, 7,
      zh: #"函数参数里应当是“)”，却是结尾"#, #"请在此处写上 ) 。"#,
      en: #"“)” should stand here in the arguments, not the end"#, #"Write ) here."#),
    .init(
      #"{a: 1, a: 2}"#, "FEEL012", 7, 8,
      zh: #"上下文里“a”写了两次"#, #"请删去其中一个，或改名。"#,
      en: #"the context has “a” twice"#, #"Delete or rename one of them."#),
    .init(
      #"@"2019-13-01""#, "FEEL013", 0, 13,
      zh: #"@"2019-13-01" 不是日期、时刻或时长"#,
      #"请写成 @"2019-05-03"、@"10:15:00"、@"2019-05-03T10:15:00"、@"P1Y2M" 或 @"P3DT4H" 。"#,
      en: #"@"2019-13-01" is no date, time or duration"#,
      #"Write @"2019-05-03", @"10:15:00", @"2019-05-03T10:15:00", @"P1Y2M" or @"P3DT4H"."#),
    .init(
      #"for 1 in [1] return 1"#, "FEEL014", 4, 5,
      zh: #"这里应当是一个名称，却是“1”"#, #"名称由汉字、字母、数字和下划线组成，不以数字开头。"#,
      en: #"a name should stand here, not “1”"#,
      #"Names consist of letters, digits and underscores and begin with a letter."#),
    .init(
      #"some x in [1] return x"#, "FEEL008", 14, 20,
      zh: #"some … in … satisfies …里应当是“satisfies”，却是“return”"#, #"请在此处写上 satisfies 。"#,
      en: #"“satisfies” should stand here in some … in … satisfies …, not “return”"#,
      #"Write satisfies here."#),
    .init(
      #"if true then 1"#, "FEEL008", 14, 14,
      zh: #"if … then … else …里应当是“else”，却是结尾"#, #"请在此处写上 else 。"#,
      en: #"“else” should stand here in if … then … else …, not the end"#, #"Write else here."#),
    .init(
      #"x instance of 5"#, "FEEL015", 14, 15,
      zh: #"这里应当是一个类型，却是“5”"#, #"例如 number、string、date、list<number> 。"#,
      en: #"a type should stand here, not “5”"#, #"Such as number, string, date, list<number>."#),
    .init(
      #"function(a b"#, "FEEL014", 12, 12,
      zh: #"这里应当是一个名称，却是结尾"#, #"名称由汉字、字母、数字和下划线组成，不以数字开头。"#,
      en: #"a name should stand here, not the end"#,
      #"Names consist of letters, digits and underscores and begin with a letter."#),
    .init(
      #"1 between 2 or 3"#, "FEEL008", 12, 14,
      zh: #"between … and …里应当是“and”，却是“or”"#, #"请在此处写上 and 。"#,
      en: #"“and” should stand here in between … and …, not “or”"#, #"Write and here."#),
    .init(
      #"a.1"#, "FEEL009", 1, 3,
      zh: #"表达式到此已经完整，后面却还有“.1”"#, #"请在两部分之间写上运算符（如 and、+、=），或删去多余的部分。"#,
      en: #"the expression is complete before “.1”"#,
      #"Join the two parts with an operator (and, +, = …), or delete the rest."#),
    .init(
      #"not("#, "FEEL007", 4, 4,
      zh: #"这里应当是一个值，却是结尾"#, #"请检查前面的运算符是否多余，或补上缺少的值。"#,
      en: #"a value should stand here, not the end"#,
      #"Remove the sign before it, or write the missing value."#),
  ]

  @Test("rendered with the place underlined, in both languages")
  func rendered() throws {
    let source = SourceText(name: "a.md", text: "x\n| `等级＞3` |\n")
    let error = #expect(throws: DiagnosticsError.self) {
      try Parser.expression(source, within: SourceRange(5, 15))
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(
      diagnostic.rendered(in: source, .zh) == """
        a.md:2:6: 错误 FEEL002: 全角符号“＞”不是表达式的符号
          | | `等级＞3` |
          |        ^^
          请改用半角符号 > 。
        """)
    #expect(
      diagnostic.rendered(in: source, .en) == """
        a.md:2:6: error FEEL002: the full-width sign “＞” is no sign of FEEL
          | | `等级＞3` |
          |        ^^
          Use the half-width sign > instead.
        """)
  }

  @Test("all lexical errors are reported at once, in order")
  func several() {
    let source = SourceText(name: "", text: "f（1，2）# “a”")
    let error = #expect(throws: DiagnosticsError.self) { try Parser.expression(source) }
    #expect(
      error?.diagnostics.map(\.code) == [
        "FEEL002", "FEEL002", "FEEL002", "FEEL001", "FEEL002",
      ])
  }

  @Test(
    "too deep is a diagnostic, however it nests",
    arguments: [
      String(repeating: "(", count: 10_000), String(repeating: "[", count: 10_000),
      String(repeating: "-", count: 10_000) + "1", String(repeating: "{a:", count: 10_000),
      String(repeating: "1 in (", count: 10_000), String(repeating: "if ", count: 10_000),
      "1" + String(repeating: " + 1", count: 10_000),
      "a" + String(repeating: ".b", count: 10_000),
      "1 instance of " + String(repeating: "list<", count: 10_000),
      String(repeating: "f(", count: 10_000), "a" + String(repeating: "[1]", count: 10_000),
      String(repeating: "function() ", count: 10_000),
      "a" + String(repeating: "()", count: 10_000), String(repeating: "not(", count: 10_000),
      String(repeating: "]1..", count: 10_000),
    ])
  func tooDeep(_ text: String) {
    let source = SourceText(name: "", text: text)
    let error = #expect(throws: DiagnosticsError.self) { try Parser.expression(source) }
    #expect(error?.diagnostics.map(\.code) == ["FEEL011"])
  }

  @Test("the words of too deep")
  func tooDeepWords() throws {
    let source = SourceText(name: "", text: String(repeating: "(", count: 600))
    let error = #expect(throws: DiagnosticsError.self) { try Parser.expression(source) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.message.zh == "表达式的层次超过 200")
    #expect(diagnostic.message.en == "the expression is nested more than 200 levels deep")
    #expect(diagnostic.advice.zh == "请把它拆成几个有名称的定义。")
    #expect(diagnostic.advice.en == "Split it into several named definitions.")
  }
}
