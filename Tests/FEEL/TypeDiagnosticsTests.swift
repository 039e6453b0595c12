import Core
import FEEL
import Testing

@Suite("FEEL types: diagnostics")
struct TypeDiagnosticsTests {
  @Test("every word of every type error", arguments: cases)
  func diagnostics(_ expected: DiagnosticCase) throws {
    let source = SourceText(name: "<expression>", text: expected.text)
    let parsed = try Parser.expression(source)
    let found = TypeChecker.check(
      parsed.root, nodeCount: parsed.nodeCount, in: PolicyNames()
    ).diagnostics
    #expect(found.count == 1)
    #expect(found.contains(where: expected.matches))
  }

  static let cases: [DiagnosticCase] = [
    .init(
      #"证书.等几 = 3"#, "FEEL021", 7, 13,
      zh: #"记录 certificate 没有成员“等几”"#, #"是否想写“等级”？"#,
      en: #"record certificate has no member “等几”"#, #"Did you mean “等级”?"#),
    .init(
      #"证数.等级 = 3"#, "FEEL020", 0, 6,
      zh: #"没有名为“证数”的值或函数"#, #"是否想写“证书”？"#,
      en: #"no value or function is named “证数”"#, #"Did you mean “证书”?"#),
    .init(
      #"levle > 3"#, "FEEL020", 0, 5,
      zh: #"没有名为“levle”的值或函数"#, #"是否想写“level”？"#,
      en: #"no value or function is named “levle”"#, #"Did you mean “level”?"#),
    .init(
      #""a" + 1"#, "FEEL022", 0, 7,
      zh: #"“+”不能用于文本和数字"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"“+” does not take string and number"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"-"a""#, "FEEL022", 0, 4,
      zh: #"“-”不能用于文本"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"“-” does not take string"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"放宽口径 = "申请日期""#, "FEEL023", 15, 29,
      zh: #""申请日期" 不是可选的值"#, #"是否想写 "申请日" ？"#,
      en: #""申请日期" is not one of the values it can have"#, #"Did you mean "申请日"?"#),
    .init(
      #"放宽口径 in ("a", "取证日")"#, "FEEL023", 17, 20,
      zh: #""a" 不是可选的值"#, #"可以写："申请日"、"取证日""#,
      en: #""a" is not one of the values it can have"#, #"Choose one of: "申请日", "取证日""#),
    .init(
      #"就业[单位.类型 = "企液"]"#, "FEEL023", 23, 31,
      zh: #""企液" 不是可选的值"#, #"是否想写 "企业" ？"#,
      en: #""企液" is not one of the values it can have"#, #"Did you mean "企业"?"#),
    .init(
      #"就业[类型 = "公司"]"#, "FEEL023", 16, 24,
      zh: #""公司" 不是可选的值"#, #"可以写："企业"、"院校""#,
      en: #""公司" is not one of the values it can have"#, #"Choose one of: "企业", "院校""#),
    .init(
      #"substring("a")"#, "FEEL024", 0, 14,
      zh: #"函数 substring 不能用 1 个参数调用"#,
      #"写法：substring(string, start position); substring(string, start position, length)"#,
      en: #"the function substring does not take 1 argument"#,
      #"Write substring(string, start position); substring(string, start position, length)."#),
    .init(
      #"substring(1, 2)"#, "FEEL025", 10, 11,
      zh: #"函数 substring 的第 1 个参数应是文本，却是数字"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"argument 1 of substring should be string, not number"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"if 3 then 1 else 2"#, "FEEL026", 3, 4,
      zh: #"这里要一个条件（真假值），却是数字"#, #"请写成比较，例如 等级 >= 3 。"#,
      en: #"a condition (a boolean) is needed here, not number"#,
      #"Write a comparison, such as level >= 3."#),
    .init(
      #"level(3)"#, "FEEL027", 0, 5,
      zh: #"数字不是函数，不能调用"#, #"请去掉括号，或检查名称。"#,
      en: #"number is no function to be called"#, #"Drop the parentheses, or check the name."#),
    .init(
      #"substring(strin: "a", start position: 1)"#, "FEEL028", 0, 40,
      zh: #"函数 substring 没有参数“strin”"#, #"可以写：string、start position、length"#,
      en: #"substring has no parameter “strin”"#, #"Choose one of: string, start position, length"#),
    .init(
      #"level = "3""#, "FEEL029", 0, 11,
      zh: #"数字和文本不能比较"#, #"两边应是同一类值；文本要加引号，日期写成 @"2019-05-03" 。"#,
      en: #"number and string cannot be compared"#,
      #"Both sides should be of one type; text stands in quotation marks, a date is @"2019-05-03"."#
    ),
    .init(
      #"level < 认定日"#, "FEEL029", 0, 17,
      zh: #"数字和日期不能比较"#, #"两边应是同一类值；文本要加引号，日期写成 @"2019-05-03" 。"#,
      en: #"number and date cannot be compared"#,
      #"Both sides should be of one type; text stands in quotation marks, a date is @"2019-05-03"."#
    ),
    .init(
      #"x instance of foo"#, "FEEL030", 0, 17,
      zh: #"没有类型“foo”"#, #"例如 number、string、date、list<number> 。"#,
      en: #"there is no type “foo”"#, #"Such as number, string, date, list<number>."#),
    .init(
      #"认定日 > 2019-01-01"#, "FEEL031", 12, 22,
      zh: #"2019-01-01 在这里是减法，不是日期"#, #"请写成 @"2019-01-01"；若确是减法，请在减号两边加空格。"#,
      en: #"2019-01-01 is a subtraction here, not a date"#,
      #"Write @"2019-01-01"; if you mean to subtract, put blanks around the signs."#),
    .init(
      #"for i in "a".."b" return i"#, "FEEL032", 9, 17,
      zh: #"不能逐项取区间<文本>"#, #"in 后面应是列表，或整数、日期的区间，例如 1..10 。"#,
      en: #"range<string> cannot be gone through item by item"#,
      #"A list belongs behind in, or a range of whole numbers or dates such as 1..10."#),
    .init(
      #"就业["a"]"#, "FEEL033", 7, 10,
      zh: #"方括号里要一个条件或序号，却是文本"#, #"例如 [等级 >= 3] 或 [1] 。"#,
      en: #"the brackets need a condition or an index, not string"#,
      #"Such as [level >= 3] or [1]."#),
    .init(
      #"[1.."a"]"#, "FEEL034", 0, 8,
      zh: #"区间的两端是数字和文本"#, #"两端应同是数字、文本、日期、时刻或时长。"#,
      en: #"the ends of the range are number and string"#,
      #"Both ends should be numbers, strings, dates, times or durations."#),
    .init(
      #"参保门槛(3)"#, "FEEL025", 13, 14,
      zh: #"函数 参保门槛 的第 1 个参数应是日期，却是数字"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"argument 1 of 参保门槛 should be date, not number"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"参保门槛()"#, "FEEL024", 0, 14,
      zh: #"函数 参保门槛 不能用 0 个参数调用"#, #"写法：参保门槛(date)"#,
      en: #"the function 参保门槛 does not take 0 arguments"#, #"Write 参保门槛(date)."#),
    .init(
      #"认定日.yeer"#, "FEEL021", 10, 14,
      zh: #"日期 没有成员“yeer”"#, #"是否想写“year”？"#,
      en: #"date has no member “yeer”"#, #"Did you mean “year”?"#),
    .init(
      #"放宽口径 < "申请日""#, "FEEL022", 0, 26,
      zh: #"“<”不能用于选项 basis和文本"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"“<” does not take option of basis and string"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"some e in 就业 satisfies 3"#, "FEEL026", 27, 28,
      zh: #"这里要一个条件（真假值），却是数字"#, #"请写成比较，例如 等级 >= 3 。"#,
      en: #"a condition (a boolean) is needed here, not number"#,
      #"Write a comparison, such as level >= 3."#),
    .init(
      #"qqqqqq"#, "FEEL020", 0, 6,
      zh: #"没有名为“qqqqqq”的值或函数"#, #"请检查名称，或先定义它；文本要加引号。"#,
      en: #"no value or function is named “qqqqqq”"#,
      #"Check the name or define it first; text stands in quotation marks."#),
    .init(
      #"level and true"#, "FEEL026", 0, 5,
      zh: #"这里要一个条件（真假值），却是数字"#, #"请写成比较，例如 等级 >= 3 。"#,
      en: #"a condition (a boolean) is needed here, not number"#,
      #"Write a comparison, such as level >= 3."#),
    .init(
      #"证书.等级 in (1, "a")"#, "FEEL029", 21, 24,
      zh: #"数字和文本不能比较"#, #"两边应是同一类值；文本要加引号，日期写成 @"2019-05-03" 。"#,
      en: #"number and string cannot be compared"#,
      #"Both sides should be of one type; text stands in quotation marks, a date is @"2019-05-03"."#
    ),
    .init(
      #"["a"] + 1"#, "FEEL022", 0, 9,
      zh: #"“+”不能用于列表<文本>和数字"#, #"请改用合适类型的值，或先用 number()、string()、date() 等转换。"#,
      en: #"“+” does not take list<string> and number"#,
      #"Use a value of a fitting type, or convert it by number(), string(), date() …"#),
    .init(
      #"upper caes("a")"#, "FEEL020", 0, 10,
      zh: #"没有名为“upper caes”的值或函数"#, #"是否想写“upper case”？"#,
      en: #"no value or function is named “upper caes”"#, #"Did you mean “upper case”?"#),
  ]

  @Test(
    "nothing is said against these",
    arguments: [
      "证书.等级 in [3..5]", "放宽口径 = \"申请日\"", "就业[单位.类型 = \"企业\"].单位",
      "some 工作 in 就业 satisfies 工作.自 <= 认定日 and 工作.单位.类型 in (\"企业\", \"院校\")",
      "就业[自 < 认定日][1].单位", "if 放宽口径 = \"申请日\" then 认定日 else 证书.发证日期", "认定日 + duration(\"P1M\")",
      "认定日.year - 1", "count(就业) > 0", "参保门槛(认定日) * 2", "x.anything[1] + 1", "max(证书.等级, 3)",
      "for i in 1..3 return i * 2", "证书.职业 != null", "min([level, 3]) + 1",
      "{a: 1, b: a + 1}.b", "function(a: number) a + 1",
      "moment > date and time(\"2019-01-01T00:00:00\")",
      "level between 1 and 3", "[1, 2][item > 1]", "就业[-1].自.month = 3", "contains(证书.职业, \"焊\")",
      "2019 - 01 - 01", "level in (< 3, > 5)", "level instance of number",
      "sort(就业, function(a, b) a.自 < b.自)[1].自", "not(level = 3)", "day of week(认定日) = \"Sunday\"",
    ])
  func accepted(_ text: String) throws {
    let parsed = try Parser.expression(SourceText(name: "", text: text))
    let found = TypeChecker.check(
      parsed.root, nodeCount: parsed.nodeCount, in: PolicyNames()
    ).diagnostics
    #expect(found.isEmpty)
  }

  @Test(
    "types",
    arguments: [
      ("1 + 1", FEELType.number), ("认定日 - birthday", .dayTimeDuration), ("就业.自", .list(.date)),
      ("就业[1].单位", .record("organisation")), ("就业[自 = 认定日]", .list(.record("employment"))),
      ("for e in 就业 return e.自", .list(.date)), ("[1..3]", .range(.number)), ("x", .any),
      ("if true then 1 else \"a\"", .any), ("substring(\"a\", 1)", .string), ("min(1, 2)", .number),
      ("append([1], 2)", .list(.number)), ("flatten([[1], [2]])", .list(.number)), ("null", .null),
      ("参保门槛(认定日)", .number), ("{a: 1}", .context(["a": .number])), ("认定日 + @\"P1M\"", .date),
      ("放宽口径", .enumeration("basis")), ("moment.hour", .number), ("level in (1, 2)", .boolean),
      ("years and months duration(birthday, 认定日)", .yearMonthDuration), ("[1..3].start", .number),
      ("abs(@\"P1D\")", .dayTimeDuration), ("date and time(\"2019-01-01T00:00:00\")", .dateTime),
    ])
  func types(_ text: String, _ expected: FEELType) throws {
    let parsed = try Parser.expression(SourceText(name: "", text: text))
    let check = TypeChecker.check(parsed.root, nodeCount: parsed.nodeCount, in: PolicyNames())
    #expect(check.types[parsed.root] == expected)
    #expect(check.diagnostics.isEmpty)
  }

  @Test(
    "unary tests are checked against their input",
    arguments: [
      ("\"企业\", \"院校\"", FEELType.enumeration("kind"), []),
      ("\"公司\"", .enumeration("kind"), ["FEEL023"]),
      ("[1..3]", .number, []), ("\"a\"", .number, ["FEEL029"]), ("< 3, > 5", .number, []),
      ("not(\"企业\")", .enumeration("kind"), []), ("? > 3 and ? < 5", .number, []), ("-", .date, []),
      ("> @\"2019-01-01\"", .date, []), ("> 3", .date, ["FEEL029"]), ("true", .boolean, []),
    ])
  func unaryTests(_ text: String, _ input: FEELType, _ codes: [String]) throws {
    let parsed = try Parser.unaryTests(SourceText(name: "", text: text))
    let check = TypeChecker.check(
      parsed.tests, nodeCount: parsed.nodeCount, input: input, in: PolicyNames())
    #expect(check.diagnostics.map(\.code) == codes)
  }

  @Test("the whole must have the type that is asked for")
  func expected() throws {
    let parsed = try Parser.expression(SourceText(name: "", text: "1"))
    let problem = try #require(
      TypeChecker.check(
        parsed.root, nodeCount: parsed.nodeCount, in: NamedTypes(), expecting: .date
      ).diagnostics.first)
    #expect(problem.code == "FEEL035")
    #expect(problem.message.zh == "这里要日期，却是数字")
    #expect(problem.message.en == "date is needed here, not number")
  }
}

/// A few names of policies, as a host would give them.
struct PolicyNames: TypeEnvironment {
  private static let types: [String: FEELType] = [
    "证书": .record("certificate"), "就业": .list(.record("employment")), "level": .number,
    "认定日": .date, "放宽口径": .enumeration("basis"), "birthday": .date, "moment": .dateTime,
    "x": .any, "参保门槛": .function([.date], result: .number),
  ]
  private static let members: [String: [String: FEELType]] = [
    "certificate": ["等级": .number, "发证日期": .date, "职业": .string],
    "employment": ["单位": .record("organisation"), "类型": .enumeration("kind"), "自": .date],
    "organisation": ["类型": .enumeration("kind")],
  ]

  func type(ofName name: String) -> FEELType? { PolicyNames.types[name] }
  var names: [String] { PolicyNames.types.keys.sorted() }

  func type(ofMember member: String, of record: String) -> FEELType? {
    PolicyNames.members[record]?[member]
  }

  func members(of record: String) -> [String] {
    (PolicyNames.members[record] ?? [:]).keys.sorted()
  }

  func literals(of enumeration: String) -> [Value] {
    enumeration == "basis"
      ? [.string("申请日"), .string("取证日")] : [.string("企业"), .string("院校")]
  }

  func canonicalValue(of enumeration: String, for literal: Value) -> Value? {
    literals(of: enumeration).first { Operations.isEqual($0, literal) == true }
  }
}
