import Core
import Testing

@testable import gongjiang

/// `coverage`: what is told of a document whose examples leave something out.
@Suite struct CoverageCommandTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// A document of one article with rules and one without.
  private static let document = """
    ---
    id: test
    title: { zh: 测试, en: Test }
    dates: { issued: "2020-01-01" }
    region: "330300"
    ---

    ## 第一条 补贴 · Article 1 Grant

    ```yaml benefit
    id: grant
    label: { zh: 补贴, en: grant }
    each: 证书
    ```

    | 规则 | id       | 说明     | Label       | FEEL                                      |
    |------|----------|----------|-------------|-------------------------------------------|
    | 条件 | `level`  | 二、三级 | level 2, 3  | `证书.等级 in [2..3]`                     |
    | 金额 | `amount` | 按等级   | by level    | `if 加倍 then 2 * 标准 else 标准`         |
    | 上限 | `most`   | 最高     | at most     | `3000`                                    |

    #### 决策表 `标准`（元） · Sum (yuan)

    | U              | 证书.等级 | → 标准 |
    |----------------|----------:|-------:|
    | 二级 · level 2 |         2 |   2000 |
    | 三级 · level 3 |         3 |   1000 |

    > **假设** `加倍`（加倍 · doubled）= `false`（可选 `true`、`false`）：没写。 *Not said.*

    > **假设** `口径`（口径 · reading）= `true`：没写。 *Not said.*

    #### 算例 `grant` · Worked examples

    | 例             | 证书.等级 | → 结果 | → 金额 |
    |----------------|----------:|--------|-------:|
    | 二级 · level 2 |         2 | 享受   |   2000 |
    EXTRA

    ## 第二条 组织 · Article 2 Organisation

    由人社局负责。

    | 规定 | id       | 说明     | Label        | 对象 · Addressee |
    |------|----------|----------|--------------|------------------|
    | 职责 | `bureau` | 人社局管 | is in charge | 人社局 · bureau  |

    """

  private func write(_ extra: String = "") throws -> String {
    let text =
      extra.isEmpty
      ? Self.document.replacing("EXTRA\n", with: "")
      : Self.document.replacing("EXTRA", with: extra)
    return try folder.file("test.md", text.utf8)
  }

  @Test(arguments: Language.allCases)
  func everyGapIsToldWithItsLine(_ language: Language) throws {
    let path = try write()
    let result = run(["coverage", path, "--home", repository, "--lang", language.rawValue])
    #expect(result.status == .findings)
    #expect(result.errors.isEmpty)
    let chinese = """
      \(path)：覆盖 54%（6/11）
        第一条：未全覆盖（6/11）
          \(path):18：条件 level（二、三级）：没有算例不满足它
          \(path):19：金额 amount（按等级）：没有算例走到“if 加倍”成立的一支
          \(path):20：上限 most（最高）：没有算例达到上限
          \(path):27：表行 标准（三级）：没有算例用到这一行
          \(path):29：假设 加倍（加倍）：没有算例用到取值 true
          \(path):31：不是规则，是没有规则用到的假设：口径
        第二条：不是规则
          \(path):41：不是规则，是正文：第二条 组织
          \(path):45：不是规则，是规定：人社局管

      """
    let english = """
      \(path): 54% covered (6/11)
        Article 1: not all covered (6/11)
          \(path):18: condition level (level 2, 3): no test in which it fails
          \(path):19: amount amount (by level): no test takes the branch in which “加倍” holds
          \(path):20: cap most (at most): no test that the limit cuts
          \(path):27: table row 标准 (level 3): no test that this row decides
          \(path):29: assumption 加倍 (doubled): no test that reads it as true
          \(path):31: not a rule but an assumption that no rule uses: reading
        Article 2: not a rule
          \(path):41: not a rule but prose: Article 2 Organisation
          \(path):45: not a rule but provision: is in charge

      """
    #expect(result.output == (language == .zh ? chinese : english))
  }

  @Test func nothingIsMissingOnceEveryPointIsShown() throws {
    let path = try write(
      """
      | 三级 · level 3 |         3 | 享受   |   1000 |
      | 四级 · level 4 |         4 | 不享受 |        |

      #### 算例 `grant` · Worked examples: doubled

      | 例                      | 证书.等级 | 加倍 | → 结果 | → 金额 |
      |-------------------------|----------:|------|--------|-------:|
      | 二级加倍 · level 2      |         2 | 是   | 享受   |   3000 |
      """)
    let result = run(["coverage", path, "--home", repository, "--lang", "en"])
    #expect(
      result.output.hasPrefix("\(path): 100% covered (11/11)\n  Article 1: covered (11/11)\n"))
    #expect(result.status == .success)
  }

  @Test func anExampleThatDoesNotHoldProvesNothing() throws {
    let path = try write("| 三级 · level 3 |         3 | 享受   |    999 |")
    let result = run(["coverage", path, "--home", repository, "--lang", "en"])
    #expect(result.output.contains("table row 标准 (level 3): no test that this row decides"))
  }

  @Test func scenariosCountBesideTheExamples() throws {
    let path = try write()
    let facts = #"""
      {"facts": {"on": "2020-12-31", "parties": [{"type": "person", "id": "p", "region": "330300"}],
       "records": [{"type": "certificate", "party": "p", "id": "c", "level": 3}]},
       "expect": [{"benefit": "test/grant"}]}
      """#
    _ = try folder.file("cases/a.json", facts.utf8)
    let result = run(
      [
        "coverage", path, "--home", repository, "--lang", "en", "--scenarios",
        folder.path + "/cases",
      ]
    )
    #expect(result.output.hasPrefix("\(path): 63% covered (7/11)\n"))
    #expect(!result.output.contains("level 3): no test"))
  }

  @Test func aScenarioWithoutFactsIsRefused() throws {
    let path = try write()
    let scenario = try folder.file("cases/a.json", "{\"expect\": []}".utf8)
    let result = run(
      ["coverage", path, "--home", repository, "--scenarios", folder.path + "/cases"])
    #expect(
      result
        == Run(
          status: .badInput,
          errors: """
            gongjiang: \(scenario) 里没有 facts
            每个文件写成 {"facts": {…}, "expect": [ … ]}。

            """))
  }

  @Test func jsonHoldsTheSame() throws {
    let path = try write()
    let result = run(["coverage", path, "--home", repository, "--json"])
    #expect(result.status == .findings)
    #expect(result.output.contains(#""points": 11"#))
    #expect(result.output.contains(#""covered": 6"#))
    #expect(result.output.contains(#""state": "not-a-rule""#))
  }

  @Test func everyArticleOfTheProjectIsCoveredOrNoRule() {
    let result = run(["coverage", "--lang", "en"], directory: repository)
    #expect(result.status == .success, "\(result.output)")
  }

  /// An alternative in a condition, an `if` in the amount, and two paragraphs of which the rules take
  /// up one.
  private static let alternatives = """
    ---
    id: test
    title: { zh: 示例, en: Example }
    dates: { issued: "2024-01-01" }
    region: "330300"
    ---

    ## 第一条 示例补贴 · Article 1 Example subsidy

    取得证书的，给一千元；一级给 2 千元。

    对困难企业另给一次性扶持五万元，按证书发放。

    ```yaml benefit
    id: grant
    label: { zh: 示例补贴, en: grant }
    each: 证书
    ```

    | 规则 | id       | 说明   | Label    | FEEL                                               |
    |------|----------|--------|----------|----------------------------------------------------|
    | 条件 | `level`  | 有等级 | a level  | `证书.等级 in [1..5] or 证书.类型 = "职业资格"`    |
    | 金额 | `amount` | 按等级 | by level | `if 证书.等级 = 1 then 2000 else 1000`             |

    #### 算例 `grant` · Worked examples

    | 例          | 证书.等级 | 证书.类型 | → 结果 | → 金额 |
    |-------------|----------:|-----------|--------|-------:|
    | 甲 · first  |         3 | 技能等级  | 享受   |   1000 |
    | 乙 · second |        无 | 技能等级  | 不享受 |        |

    """

  @Test func branchesCountAndParagraphsWithoutARuleAreTold() throws {
    let path = try folder.file("test.md", Self.alternatives.utf8)
    let result = run(["coverage", path, "--home", repository])
    #expect(
      result.output == """
        \(path)：覆盖 71%（5/7）
          第一条：未全覆盖（5/7）
            \(path):22：条件 level（有等级）：没有算例靠“or”的“证书.类型 = "职业资格"”成立
            \(path):23：金额 amount（按等级）：没有算例走到“if 证书.等级 = 1”成立的一支
            \(path):12：不是规则，是没有规则对应的正文：第一条 示例补贴

        """)
  }
}
