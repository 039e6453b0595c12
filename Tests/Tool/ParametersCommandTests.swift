import Core
import Testing

@testable import gongjiang

/// Local values, as a person sets them.
@Suite struct ParametersCommandTests {
  private static let facts = """
    {"on": "2020-06-30", "region": "330302",
     "parties": [{"type": "person", "id": "p1"},
      {"type": "organisation", "id": "e1", "kind": "enterprise"}],
     "records": [{"type": "hire", "party": "e1", "id": "h1", "person": "p1", "on": "2019-06-01",
      "preJobHours": 36}]}
    """
  private static let values = """
    - document: wenzhou-2018-242
      name: 岗前最少课时
      region: "330302"
      from: "2019-01-01"
      value: 32
      reason: { zh: 短训, en: short courses }
      by: 鹿城区人社局
      cites: 第一号
    """

  private struct Desk {
    let folder: Folder
    let options: [String]
    let values: String

    init(_ text: String = ParametersCommandTests.values) throws {
      folder = try Folder()
      values = try folder.file("local.yaml", text.utf8)
      options = ["--registry", folder.path + "/town.db"]
    }

    func parameters(_ words: String...) -> Run {
      run(["parameters"] + words + options, directory: repository)
    }

    func determine(_ words: String...) -> Run {
      run(["determine"] + words + options, directory: repository)
    }
  }

  @Test func aFileForOneDetermination() throws {
    let desk = try Desk()
    let facts = try desk.folder.file("facts.json", Self.facts.utf8)
    func outcome(_ words: String...) -> String {
      let output = run(["determine", "--facts", facts] + words, directory: repository).output
      return String(output.split(separator: "\n").dropFirst().first ?? "")
    }
    #expect(outcome() == "✘  企业岗前培训补贴  h1  → e1  不能享受  wenzhou-2018-242/pre-job-training")
    #expect(
      outcome("--parameters", desk.values)
        == "✔  企业岗前培训补贴  h1  → e1  可以享受  200.00 元  wenzhou-2018-242/pre-job-training")
    let plan = run(
      ["plan", repository + "/Policies/wenzhou-2018-242.md", "--parameters", desk.values],
      directory: repository)
    #expect(plan.output.contains("  in 330302 2019-01-01.. 32\n"))
  }

  @Test func setListedDeterminedAndWithdrawn() throws {
    let desk = try Desk()
    let facts = try desk.folder.file("facts.json", Self.facts.utf8)
    #expect(run(["import", facts] + desk.options, directory: repository).status == .success)
    #expect(
      desk.determine("--all", "--on", "2020-06-30").output.hasPrefix(
        "按 2020-06-30 核定了 2 个当事人（第 1 次）\n结果新增 1 条，终止 0 条，不变 0 条\n"))
    #expect(
      desk.parameters("set", desk.values)
        == Run(status: .success, output: "地方取值：新增 1 条，更正 0 条，不变 0 条\n"))
    #expect(
      desk.parameters("set", desk.values, "--lang", "en").output
        == "local values: 0 new, 0 corrected, 1 unchanged\n")
    let today = DateTime.now.date
    #expect(
      desk.parameters("list").output == """
        1  wenzhou-2018-242 岗前最少课时（岗前培训最少课时）
           鹿城区 330302  2019-01-01 – …  = 32，文件原值 40
           短训（鹿城区人社局，第一号，\(today) 登记）

        """)
    #expect(
      desk.parameters("list", "wenzhou-2018-242", "--lang", "en").output == """
        1  wenzhou-2018-242 岗前最少课时 (fewest hours of pre-job training)
           Lucheng 330302  2019-01-01 – …  = 32, the document's own: 40
           short courses (鹿城区人社局, 第一号, recorded \(today))

        """)
    // The plan is another one, so that a run over what changed sees it.
    #expect(
      desk.determine("--changed", "--on", "2020-06-30").output.contains(
        "企业岗前培训补贴：可以享受 1 项，共 200.00 元"))
    #expect(desk.determine("--party", "e1", "--on", "2020-06-30").output.contains("文件原值 40 课时"))
    #expect(
      desk.parameters("withdraw", "1", "--by", "鹿城区人社局", "--because", "到期").output
        == "已撤回第 1 号取值\n")
    #expect(desk.parameters("list").output == "登记库里没有地方取值\n")
    #expect(desk.parameters("list", "--known", "2").output.hasPrefix("1  wenzhou-2018-242"))
    #expect(
      desk.determine("--changed", "--on", "2020-06-30").output.contains(
        "企业岗前培训补贴：可以享受 0 项"))
  }

  @Test func aTrialLeavesNothing() throws {
    let desk = try Desk()
    #expect(
      desk.parameters("set", desk.values, "--trial", "--json").output.contains("\"added\": 1"))
    #expect(desk.parameters("list", "--json").output == "{\n  \"values\": []\n}\n")
  }

  @Test func aValueOfTheSameFirstDayIsCorrected() throws {
    let desk = try Desk()
    _ = desk.parameters("set", desk.values)
    let other = try desk.folder.file(
      "other.yaml", Self.values.replacing("value: 32", with: "value: 30").utf8)
    #expect(desk.parameters("set", other).output == "地方取值：新增 0 条，更正 1 条，不变 0 条\n")
    #expect(desk.parameters("list").output.hasPrefix("2  wenzhou-2018-242"))
    let late = try desk.folder.file(
      "late.yaml", Self.values.replacing("from: \"2019", with: "from: \"2020").utf8)
    #expect(
      desk.parameters("set", late)
        == Run(
          status: .badInput,
          errors: """
            gongjiang: REG013：“岗前最少课时”与登记库里第 2 号地方取值的日期重叠
            请改正日期；或写上与它相同的 from，更正那一条；或先用 parameters withdraw 2 撤回它。

            """))
    #expect(
      desk.parameters("set", late, "--lang", "en").errors == """
        gongjiang: REG013: the dates of "岗前最少课时" overlap with local value number 2 of the registry
        Correct the dates; or give the same from, which corrects that value; or withdraw it with \
        parameters withdraw 2.

        """)
  }

  @Test func faultsOfAFileAreToldWithTheirPlace() throws {
    let desk = try Desk(
      Self.values.replacing("岗前最少课时", with: "岗前最多课时")
        + "\n" + Self.values.replacing("wenzhou-2018-242", with: "wenzhou"))
    let told = desk.parameters("set", desk.values).errors
    #expect(
      told == """
        \(desk.values):2:9: 错误 LOC011: wenzhou-2018-242 没有叫“岗前最多课时”的参数或假设
          |   name: 岗前最多课时
          |         ^^^^^^^^^^^^
          是不是想写“岗前最少课时”？
        \(desk.values):9:13: 错误 LOC010: 没有政策文件“wenzhou”
          | - document: wenzhou
          |             ^^^^^^^
          请写 Policies 里一份文件的 id。

        """)
    #expect(
      desk.parameters("set", desk.values, "--lang", "en").errors.contains(
        """
        9:13: error LOC010: there is no document “wenzhou”
          | - document: wenzhou
          |             ^^^^^^^
          Write the id of a document in Policies.

        """))
  }

  @Test(arguments: [
    (
      ["lst"], 2 as Int32,
      "gongjiang parameters: parameters 之后的词：只能是 list 或 set 或 withdraw，不能是“lst”；您要写的是 list 吗？\n用法见 gongjiang parameters --help\n"
    ),
    (
      ["set"], 2,
      "gongjiang parameters: 缺少参数：list|set|withdraw [文件|编号]\n用法见 gongjiang parameters --help\n"
    ),
    (
      ["withdraw", "x", "--by", "a", "--because", "b"], 2,
      "gongjiang parameters: 编号应为正整数，而不是“x”\n用法见 gongjiang parameters --help\n"
    ),
    (
      ["withdraw", "1", "--by", "a"], 2,
      "gongjiang parameters: 缺少 --because 理由\n用法见 gongjiang parameters --help\n"
    ),
    (
      ["withdraw", "9", "--by", "a", "--because", "b"], 3,
      "gongjiang: REG014：登记库里没有第 9 号地方取值，或已撤回\n请用 gongjiang parameters list 查看编号。\n"
    ),
    (
      ["list", "--by", "a"], 2,
      "gongjiang parameters: 没有 --by 这个选项\n用法见 gongjiang parameters --help\n"
    ),
  ])
  func whatIsWrongIsTold(_ words: [String], _ status: Int32, _ told: String) throws {
    let desk = try Desk()
    _ = desk.parameters("set", desk.values)
    let ran = run(["parameters"] + words + desk.options, directory: repository)
    #expect(ran.errors == told)
    #expect(ran.status.rawValue == status)
  }
}
