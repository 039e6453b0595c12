import Core
import Testing

@testable import gongjiang

/// `dmn check`, `dmn run` and `dmn test`, from the command line to the printed words.
@Suite struct DmnCommandTests {
  static let model = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="补贴" namespace="urn:a">
    <itemDefinition name="tLevel"><typeRef>string</typeRef>
      <allowedValues><text>"高级", "技师"</text></allowedValues></itemDefinition>
    <itemDefinition name="tDates" isCollection="true"><typeRef>date</typeRef></itemDefinition>
    <inputData id="l" name="等级"><variable name="等级" typeRef="tLevel"/></inputData>
    <inputData id="o" name="日期"><variable name="日期" typeRef="tDates"/></inputData>
    <inputData id="n" name="数额"><variable name="数额" typeRef="number"/></inputData>
    <decision id="a" name="金额"><variable name="金额" typeRef="number"/>
      <informationRequirement><requiredInput href="#l"/></informationRequirement>
      <informationRequirement><requiredInput href="#n"/></informationRequirement>
      <decisionTable hitPolicy="UNIQUE">
        <input><inputExpression><text>等级</text></inputExpression></input><output/>
        <rule><inputEntry><text>"高级"</text></inputEntry>
          <outputEntry><text>数额</text></outputEntry></rule>
        <rule><inputEntry><text>"技师"</text></inputEntry>
          <outputEntry><text>数额 + 0.1</text></outputEntry></rule>
      </decisionTable></decision>
    <decision id="u" name="期限"><informationRequirement><requiredInput href="#o"/>
      </informationRequirement>
      <literalExpression><text>for d in 日期 return d + duration("P1Y")</text></literalExpression>
    </decision>
    </definitions>
    """

  /// Runs `dmn run` on the model with inputs from standard input.
  private func runModel(_ input: String, _ more: [String] = []) throws -> Run {
    let folder = try Folder()
    let path = try folder.file("a.dmn", Self.model.utf8)
    return run(["dmn", "run", path, "--input", "-"] + more, input: input)
  }

  @Test func decisionsAsJSON() throws {
    let input = #"{"等级": "技师", "日期": ["2020-02-29"], "数额": 90071992547409931.25}"#
    #expect(
      try runModel(input)
        == Run(
          status: .success,
          output: """
            {
              "decisions": {
                "金额": 90071992547409931.35,
                "期限": [
                  "2021-02-28"
                ]
              }
            }

            """))
  }

  @Test func aTraceTellsEveryStep() throws {
    #expect(
      try runModel(#"{"等级": "高级"}"#, ["--trace"]).output == """
        {
          "decisions": {
            "金额": null,
            "期限": null
          },
          "trace": [
            {
              "kind": "input",
              "name": "等级",
              "value": "高级"
            },
            {
              "kind": "input",
              "name": "数额",
              "value": null,
              "why": {
                "code": "DMN-N15",
                "zh": "没有给出输入“数额”",
                "en": "the input “数额” is not given"
              }
            },
            {
              "kind": "decision",
              "name": "金额",
              "value": null,
              "why": {
                "code": "DMN-N15",
                "zh": "没有给出输入“数额”",
                "en": "the input “数额” is not given"
              },
              "tables": [
                {
                  "hits": [
                    1
                  ],
                  "rules": 2
                }
              ]
            },
            {
              "kind": "input",
              "name": "日期",
              "value": null,
              "why": {
                "code": "DMN-N15",
                "zh": "没有给出输入“日期”",
                "en": "the input “日期” is not given"
              }
            },
            {
              "kind": "decision",
              "name": "期限",
              "value": null,
              "why": {
                "code": "DMN-N15",
                "zh": "没有给出输入“日期”",
                "en": "the input “日期” is not given"
              }
            }
          ]
        }

        """)
  }

  @Test(arguments: [
    (
      #"{"等极": "技师"}"#, "1:2: 错误 DMN006: 模型没有名为“等极”的输入", "等极", 1, 6, "您要写的是“等级”吗？",
      "1:2: error DMN006: the model has no input “等极”", "Did you mean “等级”?"
    ),
    (
      #"{"工种": "技师"}"#, "1:2: 错误 DMN006: 模型没有名为“工种”的输入", "工种", 1, 6, "请删去它，或改成模型里的名称。",
      "1:2: error DMN006: the model has no input “工种”", "Remove it, or use a name of the model."
    ),
    (
      #"{"日期": ["2020-02-30"]}"#, "1:9: 错误 DMN007: “2020-02-30”不是日期", "日期[0]", 10, 12,
      "日期如 2020-06-30，时刻如 08:30:00，时长如 P1Y6M 或 PT8H。",
      "1:9: error DMN007: “2020-02-30” is no date",
      "A date is like 2020-06-30, a time like 08:30:00, a duration like P1Y6M or PT8H."
    ),
    (
      #"{"等级": "初级"}"#, "1:8: 错误 DMN008: 这个值不是文本，或不在允许的取值内", "等级", 9, 6,
      "请按模型中该输入的类型填写。",
      "1:8: error DMN008: this value is no string, or not among the allowed ones",
      "Give a value of the input's type in the model."
    ),
    (
      #"{"数额": "12"}"#, "1:8: 错误 DMN008: 这个值不是数字，或不在允许的取值内", "数额", 9, 4,
      "请按模型中该输入的类型填写。",
      "1:8: error DMN008: this value is no number, or not among the allowed ones",
      "Give a value of the input's type in the model."
    ),
    (
      "[1]", "1:1: 错误 DMN008: 输入应是一个 JSON 对象", "", 0, 3, "请写成 {\"输入名\": 值, …}。",
      "1:1: error DMN008: the inputs should be a JSON object",
      "Write {\"name of an input\": value, …}."
    ),
  ])
  func faultyInputs(
    input: String, zh: String, path: String, indent: Int, width: Int, zhAdvice: String,
    en: String, enAdvice: String
  ) throws {
    let shown =
      (path.isEmpty ? "" : "  \(path)\n") + "  | \(input)\n  | "
      + String(repeating: " ", count: indent) + String(repeating: "^", count: width) + "\n  "
    #expect(
      try runModel(input)
        == Run(status: .badInput, errors: "<stdin>:\(zh)\n\(shown)\(zhAdvice)\n"))
    #expect(
      try runModel(input, ["--lang", "en"])
        == Run(status: .badInput, errors: "<stdin>:\(en)\n\(shown)\(enAdvice)\n"))
  }

  @Test func check() throws {
    let folder = try Folder()
    let good = try folder.file("a.dmn", Self.model.utf8)
    let bad = try folder.file("b/b.dmn", Self.model.replacing("数额 + 0.1", with: "数额 +").utf8)
    #expect(
      run(["dmn", "check", good]) == Run(status: .success, output: "\(good)：2 个决策，0 个问题\n"))
    #expect(
      run(["dmn", "check", bad, "--lang", "en"])
        == Run(
          status: .findings,
          output: "\(bad): 金额: the formula “数额 +” cannot be read: a value should stand here, "
            + "not the end\n\(bad): decisions 2, problems 1\n"))
  }

  static let tests = """
    <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>a.dmn</modelName>
    <testCase id="1">
    <inputNode name="等级"><value xsi:type="xsd:string">高级</value></inputNode>
    <inputNode name="数额"><value xsi:type="xsd:decimal">7</value></inputNode>
    <resultNode name="金额"><expected><value xsi:type="xsd:decimal">7.0</value></expected></resultNode>
    <resultNode name="期限"><expected><value xsi:nil="true"/></expected></resultNode></testCase>
    <testCase id="2"><resultNode name="金额"><expected><value xsi:type="xsd:decimal">7</value>
    </expected></resultNode></testCase></testCases>
    """

  @Test func testsOfAFolder() throws {
    let folder = try Folder()
    _ = try folder.file("补贴/a.dmn", Self.model.utf8)
    _ = try folder.file("补贴/a-test-01.xml", Self.tests.utf8)
    let report = folder.path + "/report.json"
    let words = ["dmn", "test", folder.path, "--failures", "--report", report]
    #expect(
      run(words)
        == Run(
          status: .findings,
          output: """
            补贴: 2 passed, 1 failed, 0 skipped
                2  金额: 7 ≠ null (DMN-N06 no rule of the decision table hits)
            有值的 1/2，应为空的 1/1
            2 passed, 1 failed, 0 skipped

            """))
    #expect(
      try folder.text(of: "report.json") == """
        {
          "folders": [
            {
              "folder": "补贴",
              "values": {
                "passed": 1,
                "failed": 1
              },
              "nulls": {
                "passed": 1,
                "failed": 0
              },
              "failures": [
                {
                  "case": "2",
                  "what": "金额: 7 ≠ null (DMN-N06 no rule of the decision table hits)"
                }
              ],
              "skipped": []
            }
          ],
          "total": {
            "values": {
              "passed": 1,
              "failed": 1
            },
            "nulls": {
              "passed": 1,
              "failed": 0
            },
            "skipped": 0
          }
        }

        """)
    #expect(
      run(["dmn", "test", folder.path, "--report", "/proc/none/report.json"]).errors
        == "gongjiang: 无法写入 /proc/none/report.json\n请检查文件和所在目录的写权限。\n")
  }

  @Test(arguments: [
    (["dmn", "rnu", "a.dmn"], "dmn 之后的词：只能是 check 或 run 或 test，不能是“rnu”；您要写的是 run 吗？"),
    (["dmn", "run"], "缺少参数：check|run|test 路径"),
    (["dmn", "run", "a.dmn", "b.dmn"], "“b.dmn”是多余的"),
    (["dmn", "check", "a.dmn", "--trace"], "没有 --trace 这个选项"),
  ])
  func usage(words: [String], message: String) {
    #expect(
      run(words)
        == Run(
          status: .usage,
          errors: "gongjiang dmn: \(message)\n用法见 gongjiang dmn --help\n"))
  }

  @Test(arguments: [
    (["dmn", "run", "/nowhere.dmn"], "没有 /nowhere.dmn 这个文件\n请检查路径。"),
    (["dmn", "test", "/nowhere"], "没有 /nowhere 这个目录\n请检查路径。"),
    (["dmn", "test", "/proc/self/fd"], "/proc/self/fd 里没有测试文件\n测试文件的名称形如 …-test-01.xml。"),
  ])
  func missing(words: [String], message: String) {
    #expect(run(words) == Run(status: .badInput, errors: "gongjiang: \(message)\n"))
  }
}
