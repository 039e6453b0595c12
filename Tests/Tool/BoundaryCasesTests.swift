import Core
import Foundation
import Import
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

  @Test(
    "The kind of an organisation stands in its own column, that of an employer beside the spell",
    arguments: [
      ("培训.培训机构.类型 = \"培训机构\"", "机构.类型", "培训机构", "机构.类型 = ", ""),
      ("培训.培训机构.类型 = \"企业\"", "培训.课时", "40", "机构.类型 = ", ""),
      (
        "some 工作 in 就业 satisfies 工作.单位.类型 = \"企业\"", "就业", "企业 2015-01-01..", "就业 = ",
        " 2015-01-01.."
      ),
    ])
  func kinds(
    _ condition: String, _ column: String, _ text: String, _ before: String, _ after: String
  ) throws {
    let rules = """
      ```yaml benefit
      id: training
      label: { zh: 培训, en: training }
      each: 培训
      ```

      | 规则 | id       | 说明   | Label       | FEEL           |
      |------|----------|--------|-------------|----------------|
      | 条件 | `kind`   | 哪一类 | of the kind | `\(condition)` |
      | 金额 | `amount` | 定额   | a fixed sum | `200`          |

      #### 算例 `training` · Worked examples

      | 例          | 认定日     | 培训.起    | \(column) | → 结果 | → 金额 |
      |-------------|------------|------------|-----------|--------|-------:|
      | 可以 · paid | 2021-12-31 | 2021-04-01 | \(text)   | 享受   | 200.00 |
      """
    let paid = condition.contains("培训机构\"") ? "培训机构" : "企业"
    let kinds = ["企业", "培训机构", "学校", "工会", "行业协会", "政府机关"]
    // The example itself is told as such.
    let others = kinds.filter { before + $0 + after != "\(column) = \(text)" }
    let lines = others.enumerated().map { index, kind in
      "  \(index + 2)  \(before)\(kind)\(after)（哪一类） → " + (kind == paid ? "享受 200.00 元" : "不享受")
    }
    #expect(
      try cases(rules) == (["  1  起点：算例“可以” → 享受 200.00 元"] + lines).joined(separator: "\n"))
  }

  @Test(
    "Every case states the day on which it is determined",
    arguments: [
      ("培训", "培训.课时", "认定日"), ("training", "training.hours", "determinationDate"),
    ], [false, true])
  func days(_ words: (each: String, column: String, day: String), _ isStated: Bool) throws {
    let (each, column, dayColumn) = words
    let rules = """
      ```yaml benefit
      id: training
      label: { zh: 培训, en: training }
      each: \(each)
      ```

      | 规则 | id       | 说明 | Label        | FEEL              |
      |------|----------|------|--------------|-------------------|
      | 条件 | `hours`  | 课时 | enough hours | `\(column) >= 40` |
      | 金额 | `amount` | 定额 | a fixed sum  | `200`             |

      #### 算例 `training` · Worked examples

      | 例          | \(dayColumn) | \(column) | → 结果 | → 金额 |
      |-------------|------------|-----------|--------|-------:|
      | 可以 · paid | \(isStated ? "2021-06-30" : "") | 40 | 享受 | 200.00 |
      """
    let document = try folder.file("test.md", Self.document(rules).utf8)
    let table = folder.path + "/cases.csv"
    #expect(run(["boundaries", document, "--home", repository, "--csv", table]).status == .success)
    let data = try Data(contentsOf: URL(fileURLWithPath: table))
    let facts = try PlainRows([UInt8](data), name: table).rows.dropFirst().map { $0.cells[3] }
    let day = "\(dayColumn) = \(isStated ? "2021-06-30" : "2020-12-31")\n"
    #expect(facts == ["40", "39.99", "40.01"].map { "\(day)\(column) = \($0)" })
  }

  @Test(
    "Indicators go by the last digit that is said of their unit",
    arguments: [
      ("技能津贴", "150", ["149.99", "150.01"]), ("学徒培养人数", "150", ["149", "151"]),
      ("技术工人占比", "0.35", ["0.3499", "0.3501"]),
    ])
  func units(_ indicator: String, _ threshold: String, _ beside: [String]) throws {
    let rules = """
      \(Self.chosen)

      | 规则 | id       | 说明 | Label       | FEEL                      |
      |------|----------|------|-------------|---------------------------|
      | 定义 | `当年`   | 指标 | indicators  | `年度(指标, 认定日.year)` |
      | 条件 | `enough` | 够   | enough      | `当年.\(indicator) >= \(threshold)` |
      | 金额 | `amount` | 定额 | a fixed sum | `1000`                    |

      #### 算例 `chosen` · Worked examples

      | 例          | 认定日     | 指标.\(indicator) | → 结果 |  → 金额 |
      |-------------|------------|-------------------|--------|--------:|
      | 可以 · paid | 2021-12-31 | \(threshold)      | 享受   | 1000.00 |
      """
    #expect(
      try cases(rules) == """
          1  起点：算例“可以” → 享受 1000.00 元
          2  指标.\(indicator) = \(beside[0])（够） → 不享受
          3  指标.\(indicator) = \(beside[1])（够） → 享受 1000.00 元
        """)
  }

  @Test(
    "The end of a window of more than ten years is nobody's edge",
    arguments: [
      (24, ["2023-03-31", "2023-04-30", "2023-05-31"]),
      (120, ["2031-03-31", "2031-04-30", "2031-05-31"]), (121, []), (600, []),
    ])
  func horizon(_ months: Int, _ last: [String]) throws {
    let rules = """
      ```yaml benefit
      id: title
      label: { zh: 职称津贴, en: allowance }
      each: 职称
      event: determination
      months: { at-most: \(months), counted: paid }
      ```

      | 规则 | id       | 说明       | Label              | FEEL            |
      |------|----------|------------|--------------------|-----------------|
      | 首月 | `first`  | 取得当月   | the month of it    | `职称.授予日期` |
      | 计月 | `counts` | 都算       | all count          | `true`          |
      | 月额 | `rate`   | 定额       | a fixed sum        | `100`           |

      #### 算例 `title` · Worked examples

      | 例          | 认定日     | 职称.授予日期 | → 结果 | → 金额 |
      |-------------|------------|---------------|--------|-------:|
      | 可以 · paid | 2021-05-31 | 2021-05-20    | 享受   | 100.00 |
      """
    let told = try cases(rules).split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: "=").last?.split(separator: "（").first?.trimmingCharacters(
        in: .whitespaces)
    }
    #expect(told == ["2021-04-30", "2021-06-30"] + last)
  }
}
