import Core
import Foundation
import Import
import Testing

@testable import gongjiang

/// `boundaries`: the cases, the table and its way back.
@Suite struct BoundariesCommandTests {
  private let folder: Folder
  private let document: String

  init() throws {
    folder = try Folder()
    document = try folder.file("test.md", Self.text.utf8)
  }

  private static let text = """
    ---
    id: test
    title: { zh: 测试, en: Test }
    dates: { issued: "2020-01-01", events-from: "2020-01-01" }
    region: "330300"
    ---

    ## 第一条 补贴 · Article 1 Grant

    ```yaml benefit
    id: grant
    label: { zh: 补贴, en: grant }
    each: 培训
    ```

    | 规则 | id       | 说明     | Label        | FEEL                      |
    |------|----------|----------|--------------|---------------------------|
    | 条件 | `hours`  | 课时够数 | enough hours | `培训.课时 >= 最少课时(培训.起)` |
    | 条件 | `kind`   | 技能培训 | skills       | `培训.类型 = "技能"`      |
    | 金额 | `amount` | 半费     | half the fee | `培训.费用 * 0.5`         |
    | 上限 | `most`   | 最高     | at most      | `1000`                    |

    #### 参数 · Parameters

    | 参数       | 说明 · Label         | 自         | 至         | 值 | 单位 | 出处   |
    |------------|----------------------|------------|------------|---:|------|--------|
    | `最少课时` | 课时 · fewest hours  |            | 2020-12-31 | 40 | 课时 | 第一条 |
    | `最少课时` |                      | 2021-01-01 |            | 20 | 课时 | 第一条 |

    #### 算例 `grant` · Worked examples

    | 例           | 认定日     | 培训.类型 | 培训.起    | 培训.课时 | 培训.费用 | → 结果 | → 金额 |
    |--------------|------------|-----------|------------|----------:|----------:|--------|-------:|
    | 够数 · enough | 2021-12-31 | 技能      | 2020-05-01 |        40 |      1000 | 享受   | 500.00 |

    """

  private func boundaries(_ words: String...) -> Run {
    run(["boundaries", document, "--home", repository] + words)
  }

  @Test func everyEdgeGivesThreeCasesAndEveryWordItsOwn() {
    let result = boundaries()
    #expect(
      result
        == Run(
          status: .success,
          output: """
            grant
              1  起点：算例“够数” → 享受 500.00 元
              2  培训.起 = 2019-12-31（适用起始日） → 不享受
              3  培训.起 = 2020-01-01（适用起始日） → 享受 500.00 元
              4  培训.起 = 2020-01-02（适用起始日） → 享受 500.00 元
              5  培训.课时 = 39.99（课时够数） → 不享受
              6  培训.课时 = 40.01（课时够数） → 享受 500.00 元
              7  培训.起 = 2020-12-31（课时够数） → 享受 500.00 元
              8  培训.起 = 2021-01-01（课时够数） → 享受 500.00 元
              9  培训.起 = 2021-01-02（课时够数） → 享受 500.00 元
              10  培训.类型 = 岗前（技能培训） → 不享受
              11  培训.类型 = 家政（技能培训） → 不享受
              12  培训.类型 = 创业（技能培训） → 不享受
              13  培训.费用 = 1999.99（最高） → 享受 1000.00 元
              14  培训.费用 = 2000（最高） → 享受 1000.00 元
              15  培训.费用 = 2000.01（最高） → 享受 1000.00 元

            """))
  }

  /// The rows of a table as they are written, with marks put into the column “confirmed”.
  private func marked(_ file: String, _ marks: [Int: (mark: String, remark: String)]) throws
    -> String
  {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    var rows = try PlainRows([UInt8](data), name: file).rows.map(\.cells)
    for index in rows.indices {
      while rows[index].count < 9 { rows[index].append("") }
      if let mark = marks[index] {
        rows[index].replaceSubrange(7...8, with: [mark.mark, mark.remark])
      }
    }
    let lines = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    return try folder.file("back.csv", (lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  @Test(arguments: ["csv", "xlsx"], ["zh", "en"])
  func whatIsConfirmedBecomesATest(_ format: String, _ language: String) throws {
    let file = folder.path + "/table." + format
    let written = boundaries("--" + format, file, "--lang", language)
    #expect(
      written
        == Run(
          status: .success, output: language == "zh" ? "\(file)：15 个案例\n" : "\(file): 15 cases\n"))
    let back = try marked(file, [1: ("是", ""), 5: ("yes", "对照过"), 6: ("√", "")])
    let target = folder.path + "/test.cases.csv"
    #expect(
      boundaries("--confirm", back)
        == Run(
          status: .success,
          output: "\(target)：新确认 3 行，共 3 个测试\n待商定 0 处，未看 12 行\n"))
    // Once more changes nothing.
    #expect(
      boundaries("--confirm", back).output
        == "\(target)：新确认 3 行，共 3 个测试\n待商定 0 处，未看 12 行\n")
    let check = run(["check", document, "--home", repository])
    #expect(
      check.output == "\(document)：通过，0 个错误，0 个警告，1 个算例，3 个确认过的案例\n")
    #expect(try folder.text(of: "test.cases.csv").contains("对照过"))
  }

  @Test func whatIsMarkedWrongIsTold() throws {
    let file = folder.path + "/table.csv"
    _ = boundaries("--csv", file)
    let back = try marked(file, [5: ("否", "应按 39 课时"), 6: ("是", "")])
    #expect(
      boundaries("--confirm", back)
        == Run(
          status: .findings,
          output: """
            \(back):22：CAS021：认为有误：grant 培训.课时 = 39.99（课时够数），现算得 不享受；备注：应按 39 课时。\
            请核对条款，改正规则，或与确认人商定。
            \(folder.path)/test.cases.csv：新确认 1 行，共 1 个测试
            待商定 1 处，未看 13 行

            """))
  }

  @Test(
    "What is marked wrong later is no test any more",
    arguments: [
      (Language.zh, "新确认 0 行，撤下", "行，共", "个测试"),
      (.en, "0 rows confirmed,", "withdrawn,", "tests in all"),
    ])
  func changesOfMind(_ language: Language, _ new: String, _ middle: String, _ end: String) throws {
    let file = folder.path + "/table.csv"
    _ = boundaries("--csv", file)
    _ = boundaries("--confirm", try marked(file, [5: ("是", ""), 6: ("是", "")]))
    let target = folder.path + "/test.cases.csv"
    let colon = language == .zh ? "：" : ": "
    for (row, left) in [(5, 1), (6, 0)] {
      let back = try marked(file, [row: ("否", "")])
      let result = boundaries("--confirm", back, "--lang", language.rawValue)
      #expect(result.status == .findings)
      #expect(
        result.output.contains("\n\(target)\(colon)\(new) 1 \(middle) \(left) \(end)\n"))
      let check = run(["check", document, "--home", repository])
      #expect(
        check
          == Run(
            status: .success,
            output: "\(document)：通过，0 个错误，0 个警告，1 个算例，\(left) 个确认过的案例\n"))
      // Once more there is nothing left to take out.
      #expect(!boundaries("--confirm", back).output.contains("个测试"))
    }
  }

  @Test func aRowThatNobodyHadConfirmedLeavesNoFileWhenItIsMarkedWrong() throws {
    let file = folder.path + "/table.csv"
    _ = boundaries("--csv", file)
    let result = boundaries("--confirm", try marked(file, [5: ("否", "")]))
    #expect(result.status == .findings)
    #expect(throws: (any Error).self) { try folder.text(of: "test.cases.csv") }
  }

  @Test func aRuleThatChangesIsToldByCheck() throws {
    let file = folder.path + "/table.csv"
    _ = boundaries("--csv", file)
    _ = boundaries("--confirm", try marked(file, [5: ("是", "")]))
    _ = try folder.file(
      "test.md", Self.text.replacing("2020-12-31 | 40 |", with: "2020-12-31 | 39 |").utf8)
    let check = run(["check", document, "--home", repository, "--lang", "en"])
    #expect(check.status == .findings)
    #expect(
      check.output == """
        \(folder.path)/test.cases.csv:2: CAS022: confirmed as not-entitled and now gives entitled, \
        500.00 yuan: grant 培训.课时 = 39.99（课时够数）. Correct the rule; where it changed on purpose, \
        have this row confirmed anew.
        \(document): failed, 1 errors, 0 warnings, 1 examples, 1 confirmed cases

        """)
  }

  private static let header = "序号,待遇,变动,事实,结论,金额,条款,确认,备注\n"

  @Test(
    "What is said of tables that cannot be taken back",
    arguments: [
      (
        "序号,事实\n1,x\n",
        """
        CAS001：FILE 的表头缺少：待遇、变动、结论、金额、条款、确认、备注
        请用 gongjiang boundaries 生成的表，保留它的列名。
        """
      ),
      (
        header + "1,grant,,培训.课时 40,享受,500,,是,\n2,grant,,培训.课时 = 40,通过,500,,是,\n"
          + "3,grant,,培训.课时 = 40,享受,五百,,是,\n4,grant,,培训.课时 = 40,享受,500,,也许,\n",
        """
        CAS002：FILE 有 4 行读不懂
        FILE:2：CAS011：“事实”一格读不懂。一行写一项：证书.等级 = 4。
        FILE:3：CAS012：结论不能是“通过”。可以写：享受、不享受、待定、无此项。
        FILE:4：CAS013：金额不能是“五百”。写元，至多两位小数，不带千分号；没有金额的留空。
        FILE:5：CAS014：“确认”一格不能是“也许”。写是或否；还没有看的留空。
        """
      ),
      (
        header + "1,bonus,,培训.课时 = 40,享受,500,,是,\n2,grant,,培训.课时 = 很多,享受,500,,是,\n",
        """
        CAS002：FILE 有 2 行读不懂
        FILE:2：CAS015：没有待遇“bonus”。本文件的待遇：grant。
        FILE:3：CAS016：事实不成立：“很多” 不是数，如 3000 或 "0.5"。请写数，如 3000 或 "0.5"。
        """
      ),
      ("", "IMP002：FILE 是空的\n首行应为列名，其后每行一条。"),
    ])
  func refusals(_ text: String, _ told: String) throws {
    let file = try folder.file("back.csv", text.utf8)
    let result = boundaries("--confirm", file)
    #expect(result.status == .badInput)
    #expect(result.errors == "gongjiang: " + told.replacing("FILE", with: file) + "\n")
  }

  @Test func aDocumentWithoutAnExampleThatIsDueIsRefused() throws {
    _ = try folder.file(
      "test.md",
      Self.text.replacing("| 享受   | 500.00 |", with: "| 享受   | 499.00 |").replacing(
        "技能      | 2020", with: "岗前      | 2020"
      ).utf8)
    #expect(
      boundaries()
        == Run(
          status: .badInput,
          errors: """
            “补贴”没有结果为享受的算例，没有从它生成案例
            gongjiang: CAS003：test 没有一项待遇有结果为享受的算例
            请先写至少一个算例，边界从它变出来。

            """))
  }

  @Test(
    "A document that neither pays nor scores has nothing to confirm, which is no fault of it",
    arguments: [
      ("frame", Language.zh), ("tiantai", .en), ("wenling", .zh), ("xianju", .en),
    ])
  func nothingToConfirm(_ id: String, _ language: Language) throws {
    let file = try folder.file("table.csv", "older".utf8)
    let (notice, written, confirmed) =
      switch language {
      case .zh: ("“\(id)”没有自己的发放或评分待遇，没有要确认的案例\n", "\(file)：0 个案例\n", "待商定 0 处，未看 0 行\n")
      case .en:
        (
          "“\(id)” has no benefit of its own that pays or scores, so there is nothing to confirm\n",
          "\(file): 0 cases\n", "0 differences to settle, 0 rows not looked at\n"
        )
      }
    let words = [
      "boundaries", repository + "/Policies/\(id).md", "--home", repository, "--lang",
      language.rawValue,
    ]
    #expect(run(words) == Run(status: .success, errors: notice))
    // A table that is asked for takes the place of an older one all the same.
    #expect(
      run(words + ["--csv", file]) == Run(status: .success, output: written, errors: notice))
    #expect(run(words + ["--confirm", file]) == Run(status: .success, output: confirmed))
  }

  @Test func ontoOneAnother() {
    #expect(
      boundaries("--csv", "a.csv", "--confirm", "b.csv")
        == Run(
          status: .usage,
          errors: """
            gongjiang boundaries: --csv 和 --confirm 不能同时写
            用法见 gongjiang boundaries --help

            """))
  }

  /// A benefit with a date that hides the start and a limit by class, and a sheet of points with
  /// bands, steps and child records.
  private static let bands = """
    ---
    id: test
    title: { zh: 测试, en: Test }
    dates: { issued: "2020-01-01", events-from: "2020-01-01" }
    region: "330300"
    ---

    ## 第一条 竞赛 · Article 1 Contests

    ```yaml benefit
    id: contest
    label: { zh: 办赛, en: contest }
    each: 竞赛
    ```

    | 规则 | id       | 说明   | Label         | FEEL                       |
    |------|----------|--------|---------------|----------------------------|
    | 条件 | `recent` | 一年内 | within a year | `认定日 <= 竞赛.日期 + duration("P1Y")` |
    | 金额 | `amount` | 费用   | the cost      | `竞赛.费用`                |
    | 上限 | `most`   | 按类别 | by class      | `承办上限`                 |

    #### 决策表 `承办上限`（元） · Limit (yuan)

    | U           | 竞赛.类别 | → 承办上限 |
    |-------------|-----------|-----------:|
    | 一类 · I    | 省级一类  |     100000 |
    | 二类 · II   | 省级二类  |      80000 |
    | 市级 · city | 市级      |      50000 |

    #### 算例 `contest` · Worked examples

    | 例          | 认定日     | 竞赛.类别 | 竞赛.日期  | 竞赛.费用 | → 结果 |   → 金额 |
    |-------------|------------|-----------|------------|----------:|--------|---------:|
    | 一类 · I    | 2022-12-31 | 省级一类  | 2022-09-01 |      3000 | 享受   |  3000.00 |
    | 二类 · II   | 2022-12-31 | 省级二类  | 2022-09-01 |      3000 | 享受   |  3000.00 |

    ## 附件 评分表 · Annex Sheet

    ```yaml benefit
    id: points
    label: { zh: 评分, en: points }
    each: 机构
    event: determination
    of-year: [指标]
    score: { base: 7, bonus: 0 }
    ```

    | 规则 | id           | 说明   | Label         | FEEL                      |
    |------|--------------|--------|---------------|---------------------------|
    | 定义 | `当年`       | 指标   | indicators    | `年度(指标, 认定日.year)` |
    | 条件 | `enterprise` | 是企业 | an enterprise | `机构.类型 = "企业"`      |

    | 评分 | id   | 说明 | Label       | 最高 | 证明材料 · Evidence | FEEL |
    |------|------|------|-------------|-----:|---------------------|------|
    | 分组 | `A`  | 全部 | all         |    7 |                     |      |
    | 基本 | `A.1` | 学徒 | apprentices |    2 | 名册 · register     | `学徒分` |
    | 基本 | `A.2` | 占比 | share       |    2 | 名册 · register     | `if 当年.技术工人占比 < 0.35 then 0 else 1 + floor((当年.技术工人占比 - 0.35) / 0.05)` |
    | 基本 | `A.3` | 荣誉 | honours     |    3 | 证书 · certificate  | `就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)` |

    #### 决策表 `学徒分`（分） · Apprentices (points)

    | U             | 当年.学徒培养人数 | → 学徒分 |
    |---------------|-------------------|---------:|
    | 没有 · none   | < 20              |        0 |
    | 有 · some     | [20..50)          |        1 |
    | 很多 · many   | >= 50             |        2 |

    #### 决策表 `荣誉分`（分） · Honours (points)

    | U               | 领军荣誉.级别 | → 荣誉分 |
    |-----------------|---------------|---------:|
    | 区县 · district | 区县          |        1 |
    | 市 · city       | 市            |        2 |
    | 更高 · higher   | 省, 国家      |        3 |

    #### 算例 `points` · Worked examples

    | 例           | 认定日     | 指标.学徒培养人数 | 指标.技术工人占比 | 指标.领军荣誉 | → 得分 |
    |--------------|------------|-------------------|-------------------|---------------|-------:|
    | 一些 · some  | 2021-12-31 | 20                | 0.35              | 丁 市         |      4 |

    """

  @Test func everyEdgeShowsFromTheExampleInWhichItShows() throws {
    _ = try folder.file("test.md", Self.bands.utf8)
    let result = boundaries()
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        contest
          1  起点：算例“一类” → 享受 3000.00 元
          2  认定日 = 2020-05-01，竞赛.日期 = 2019-12-31（适用起始日） → 不享受
          3  认定日 = 2020-05-01，竞赛.日期 = 2020-01-01（适用起始日） → 享受 3000.00 元
          4  认定日 = 2020-05-01，竞赛.日期 = 2020-01-02（适用起始日） → 享受 3000.00 元
          5  认定日 = 2023-08-31（一年内） → 享受 3000.00 元
          6  认定日 = 2023-09-01（一年内） → 享受 3000.00 元
          7  认定日 = 2023-09-02（一年内） → 不享受
          8  竞赛.类别 = 市级（按类别） → 享受 3000.00 元
          9  竞赛.费用 = 99999.99（按类别） → 享受 99999.99 元
          10  竞赛.费用 = 100000（按类别） → 享受 100000.00 元
          11  竞赛.费用 = 100000.01（按类别） → 享受 100000.00 元
          12  起点：算例“二类” → 享受 3000.00 元
          13  竞赛.费用 = 79999.99（按类别） → 享受 79999.99 元
          14  竞赛.费用 = 80000（按类别） → 享受 80000.00 元
          15  竞赛.费用 = 80000.01（按类别） → 享受 80000.00 元
        points
          16  起点：算例“一些” → 享受；A.1 = 1 分；A.2 = 1 分；A.3 = 2 分
          17  认定日 = 2019-12-31（适用起始日） → 不享受
          18  认定日 = 2020-01-01（适用起始日） → 享受
          19  认定日 = 2020-01-02（适用起始日） → 享受
          20  机构.类型 = 企业（是企业） → 享受
          21  机构.类型 = 培训机构（是企业） → 不享受
          22  机构.类型 = 学校（是企业） → 不享受
          23  机构.类型 = 工会（是企业） → 不享受
          24  机构.类型 = 行业协会（是企业） → 不享受
          25  机构.类型 = 政府机关（是企业） → 不享受
          26  指标.学徒培养人数 = 19（学徒） → 享受；A.1 = 0 分
          27  指标.学徒培养人数 = 21（学徒） → 享受；A.1 = 1 分
          28  指标.学徒培养人数 = 49（学徒） → 享受；A.1 = 1 分
          29  指标.学徒培养人数 = 50（学徒） → 享受；A.1 = 2 分
          30  指标.学徒培养人数 = 51（学徒） → 享受；A.1 = 2 分
          31  指标.技术工人占比 = 0.3499（占比） → 享受；A.2 = 0 分
          32  指标.技术工人占比 = 0.3501（占比） → 享受；A.2 = 1 分
          33  指标.技术工人占比 = 0.3999（占比） → 享受；A.2 = 1 分
          34  指标.技术工人占比 = 0.4（占比） → 享受；A.2 = 2 分
          35  指标.技术工人占比 = 0.4001（占比） → 享受；A.2 = 2 分
          36  指标.领军荣誉 = 丁 区县（荣誉） → 享受；A.3 = 1 分
          37  指标.领军荣誉 = 丁 省（荣誉） → 享受；A.3 = 3 分
          38  指标.领军荣誉 = 丁 国家（荣誉） → 享受；A.3 = 3 分

        """)
  }

  @Test(arguments: ["csv", "xlsx"], ["zh", "en"])
  func pointsThatAreConfirmedBecomeATest(_ format: String, _ language: String) throws {
    _ = try folder.file("test.md", Self.bands.utf8)
    let file = folder.path + "/table." + format
    _ = boundaries("--" + format, file, "--lang", language)
    let back = try marked(file, [26: ("是", ""), 31: ("yes", ""), 37: ("√", "")])
    let target = folder.path + "/test.cases.csv"
    #expect(
      boundaries("--confirm", back).output
        == "\(target)：新确认 3 行，共 3 个测试\n待商定 0 处，未看 35 行\n")
    let check = run(["check", document, "--home", repository])
    #expect(check.output == "\(document)：通过，0 个错误，0 个警告，3 个算例，3 个确认过的案例\n")
    // Other points are another result.
    _ = try folder.file(
      "test.md",
      Self.bands.replacing("| [20..50)          |", with: "| [19..50)          |")
        .replacing("| < 20              |", with: "| < 19              |").utf8)
    let changed = run(["check", document, "--home", repository, "--lang", "en"])
    #expect(changed.status == .findings)
    #expect(
      changed.output.contains(
        "CAS022: confirmed as entitled; A.1 = 0 points and now gives entitled; A.1 = 1 points: "
          + "points "))
  }
}
