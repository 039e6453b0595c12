import Core
import FEEL
import LocalValues
import PolicyDocument
import PolicyPlan
import Testing
import TestSupport

/// Values that regions put in the place of a document's figures, held against the document.
@Suite("Local values and the plan")
struct LocalFigureTests {
  private static func plan(_ file: String = "wenzhou-2018-242") throws -> Plan {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let source = try ProjectFiles.source("Policies/\(file).md")
    let document = try #require(PolicyDocument.read(source).document)
    return try #require(Plan.compile(document, vocabulary).plan)
  }

  private static func value(
    _ name: String, _ text: String, region: String = "330302", from: String? = nil,
    to: String? = nil, number: Int64 = 1, document: String = "wenzhou-2018-242"
  ) -> LocalValue {
    LocalValue(
      document: document, name: name, region: region,
      from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) }, text: text,
      reason: Bilingual("r"), by: "b", cites: nil,
      origin: .registry(number: number, since: CivilDate(dayNumber: 0)))
  }

  @Test(
    "A value that does not fit is refused in words",
    arguments: [
      (
        [value("岗前最少课", "32")],
        ["LOC011 wenzhou-2018-242 没有叫“岗前最少课”的参数或假设 是不是想写“岗前最少课时”？"],
        [
          "LOC011 wenzhou-2018-242 has no parameter or assumption “岗前最少课” Did you mean “岗前最少课时”?"
        ]
      ),
      (
        [value("岗前最少课时", "三十二")],
        ["LOC012 “岗前最少课时”的值是数字，“三十二”不是 请写数字，例如 36。"],
        ["LOC012 “岗前最少课时” is a number, and “三十二” is none Write a number, as 36."]
      ),
      (
        [value("岗前最少课时", "32", region: "331002")],
        ["LOC014 331002 不在 wenzhou-2018-242 的适用地区 330300 内 请写文件适用地区之内的代码。"],
        [
          "LOC014 331002 does not lie in 330300, where wenzhou-2018-242 applies "
            + "Write the code of a region in which the document applies."
        ]
      ),
      (
        [
          value("岗前最少课时", "32", from: "2019-01-01", to: "2019-12-31", number: 7),
          value("岗前最少课时", "30", from: "2019-12-31"),
        ],
        [
          "LOC015 “岗前最少课时”在 330302 的取值与另一条（登记库第 7 号，2019-01-01–2019-12-31）日期重叠 "
            + "请改正起止日期，让每一天只有一个取值。"
        ],
        [
          "LOC015 the dates of “岗前最少课时” in 330302 overlap with another value "
            + "(number 7 of the registry, 2019-01-01–2019-12-31) "
            + "Correct the dates, so that each day has one value."
        ]
      ),
      (
        [value("名额向下取整", "false")],
        ["LOC017 名额按 330300 全域计算，“名额向下取整”不能在其中一处另定 请把 region 写成 330300。"],
        [
          "LOC017 the quota is counted over all of 330300, so “名额向下取整” cannot differ within it "
            + "Write 330300 as region."
        ]
      ),
      (
        [value("优秀比例", "0.2")],
        ["LOC017 名额按 330300 全域计算，“优秀比例”不能在其中一处另定 请把 region 写成 330300。"],
        [
          "LOC017 the quota is counted over all of 330300, so “优秀比例” cannot differ within it "
            + "Write 330300 as region."
        ]
      ),
    ])
  func refused(_ values: [LocalValue], _ zh: [String], _ en: [String]) throws {
    let problems = try Self.plan().setting(values).problems
    #expect(problems.map { "\($0.code) \($0.message.zh) \($0.advice.zh)" } == zh)
    #expect(problems.map { "\($0.code) \($0.message.en) \($0.advice.en)" } == en)
  }

  @Test("What nothing reads is refused in words")
  func nothingReads() throws {
    let source = try ProjectFiles.source("Policies/huangyan.md")
    let note = "\n> **假设** `只是文字`（只是文字 · words only）= `true`：没有写明。 *It is not said.*\n"
    let changed = SourceText(name: source.name, text: source.text + note)
    let document = try #require(PolicyDocument.read(changed).document)
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let plan = try #require(Plan.compile(document, vocabulary).plan)
    let problems = plan.setting([
      Self.value("只是文字", "false", region: "331003", document: "huangyan")
    ]).problems
    #expect(
      problems.map { "\($0.code) \($0.message.zh) \($0.advice.zh)" } == [
        "LOC016 没有规则用“只是文字”计算，改它的值什么也不会变 这是文字上的理解；要改，请在政策文件里改规则。"
      ])
    #expect(
      problems.map { "\($0.code) \($0.message.en) \($0.advice.en)" } == [
        "LOC016 no rule computes with “只是文字”: another value would change nothing "
          + "It is a reading in words: change the rules of the document instead."
      ])
  }

  @Test("Every assumption of every document can be set otherwise without an edit of the document")
  func allCanBeSet() throws {
    var count = 0
    for name in try ProjectFiles.names(in: "Policies", suffix: ".md") {
      let file = name.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
      let plan = try Self.plan(String(file))
      for assumption in plan.assumptions {
        count += 1
        let other = assumption.options.first { $0.literalText != assumption.value.literalText }
        let text: String
        switch other ?? assumption.value {
        case .boolean(let truth): text = String(other == nil ? !truth : truth)
        case .date: text = "2020-07-01"
        default: text = other?.literalText ?? "1"
        }
        let problems = plan.setting([
          Self.value(assumption.name, text, region: plan.region, document: plan.id)
        ]).problems
        #expect(problems.isEmpty, "\(plan.id) \(assumption.name) \(problems.map(\.message.zh))")
        if case .boolean = assumption.value { #expect(assumption.options.count == 2) }
      }
    }
    #expect(count > 80)
  }

  @Test("An assumption with options takes one of these only")
  func options() throws {
    let plan = try Self.plan("yuhuan")
    func said(_ text: String) -> [String] {
      plan.setting([
        Self.value("八级津贴", text, region: "331083", document: "yuhuan")
      ]).problems.map { "\($0.code) \($0.message.zh) \($0.message.en) \($0.advice.en)" }
    }
    #expect(
      said("950") == [
        "LOC013 “八级津贴”只能取 900、1000，不能取“950” “八级津贴” can only be 900, 1000, not “950” "
          + "Choose one of these."
      ])
    #expect(said("900.00") == [])
  }

  @Test("The most specific region wins, and a gap falls back")
  func mostSpecific() throws {
    let plan = try Self.plan().setting([
      Self.value("岗前最少课时", "38", region: "330300"),
      Self.value("岗前最少课时", "32", from: "2019-01-01", to: "2019-12-31"),
    ]).plan
    let figure = try #require(plan.figure(named: "岗前最少课时"))
    func value(_ region: String, _ day: String) throws -> String? {
      plan.value(of: figure, on: try #require(CivilDate(day)), in: region)?.literalText
    }
    #expect(try value("330302", "2019-01-01") == "32")
    #expect(try value("330302", "2019-12-31") == "32")
    #expect(try value("330302", "2020-01-01") == "38")
    #expect(try value("330303", "2019-06-01") == "38")
    #expect(
      plan.text.contains("assumption 岗前最少课时 = 40 [课时]\n  in 330302 2019-01-01..2019-12-31 32\n"))
    #expect(plan.withoutLocals.text == (try Self.plan().text))
  }
}
