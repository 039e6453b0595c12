import Core
import Testing

@testable import gongjiang

/// Which cases `boundaries` makes of a rule: small documents, each about one kind of rule.
@Suite struct BoundaryCasesTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// A document of one benefit.
  private static func document(_ rules: String) -> String {
    """
    ---
    id: test
    title: { zh: 测试, en: Test }
    dates: { issued: "2019-01-01" }
    region: "330300"
    ---

    ## 第一条 补贴 · Article 1 Grant

    \(rules)

    """
  }

  /// What the terminal shows without the line of the benefit.
  private func cases(_ rules: String) throws -> String {
    let document = try folder.file("test.md", Self.document(rules).utf8)
    let result = run(["boundaries", document, "--home", repository])
    #expect(result.errors.isEmpty)
    return result.output.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func whatExcludesHasEdgesToo() throws {
    #expect(
      try cases(Self.vetoes) == """
          1  起点：算例“没有否决” → 享受 1000.00 元
          2  机构.类型 = 企业（是企业） → 享受 1000.00 元
          3  机构.类型 = 培训机构（是企业） → 不享受
          4  机构.类型 = 学校（是企业） → 不享受
          5  机构.类型 = 工会（是企业） → 不享受
          6  机构.类型 = 行业协会（是企业） → 不享受
          7  机构.类型 = 政府机关（是企业） → 不享受
          8  指标.劳动仲裁件数 = 9（一票否决） → 享受 1000.00 元
          9  指标.劳动仲裁件数 = 11（一票否决） → 不享受
          10  指标.欠薪上访 = 省 5（一票否决） → 不享受
          11  指标.欠薪上访 = 省 6（一票否决） → 不享受
        """)
  }

  /// A benefit by the indicators of the year.
  private static let chosen = """
    ```yaml benefit
    id: chosen
    label: { zh: 入选, en: chosen }
    each: 机构
    event: determination
    of-year: [指标]
    ```
    """

  private static let vetoes = """
    \(chosen)

    | 规则 | id           | 说明     | Label         | FEEL                      |
    |------|--------------|----------|---------------|---------------------------|
    | 定义 | `当年`       | 指标     | indicators    | `年度(指标, 认定日.year)` |
    | 条件 | `enterprise` | 是企业   | an enterprise | `机构.类型 = "企业"`      |
    | 排除 | `vetoed`     | 一票否决 | a veto        | `当年.劳动仲裁件数 > 10 or (some 访 in 当年.欠薪上访 satisfies 访.人数 >= 5)` |
    | 金额 | `amount`     | 定额     | a fixed sum   | `1000`                    |

    #### 算例 `chosen` · Worked examples

    | 例                 | 认定日     | 指标.劳动仲裁件数 | 指标.欠薪上访 | → 结果 |   → 金额 |
    |--------------------|------------|-------------------|---------------|--------|---------:|
    | 没有否决 · no veto | 2021-12-31 | 10                | 省 4          | 享受   |  1000.00 |
    """
}
