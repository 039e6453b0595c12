import Core
import LocalValues
import PolicyDocument
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// A document with one benefit for each expression.
enum YardDocument {
  static func plan(_ asked: [AskedExpression], _ vocabulary: Vocabulary) throws -> Plan {
    let source = SourceText(name: "yard.md", text: text(asked))
    let (document, faults) = PolicyDocument.read(source)
    let compiled = try #require(document, "\(faults.rendered(in: source))")
    let (plan, diagnostics) = Plan.compile(compiled, vocabulary)
    let problems = (faults + diagnostics).prefix(3)
    try #require(problems.isEmpty, "\(Array(problems).rendered(in: source))")
    return try #require(plan)
  }

  /// The same document, with values that the city and the workers' district have set.
  static func setLocally(_ plan: Plan) -> Plan {
    let values = [
      ("定额", "330300", nil, nil, "6"), ("定额", "330302", nil, "2019-12-31", "5"),
      ("阶梯", "330302", "2020-02-15", nil, "3"), ("短额", "330302", "2018-06-01", "2019-06-30", "7"),
      ("短额", "330303", nil, nil, "8"),
    ].map { name, region, from, to, text in
      LocalValue(
        document: plan.id, name: name, region: region,
        from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) }, text: text,
        reason: Bilingual("r"), by: "b", cites: nil,
        origin: .registry(number: 1, since: CivilDate(dayNumber: 0)))
    }
    return plan.setting(values).plan
  }

  private static func text(_ asked: [AskedExpression]) -> String {
    let benefits = asked.enumerated().map { place, one in
      // The names of tables are those of the whole document.
      let named = tables.filter { one.text.contains($0.key) }
      let months =
        one.isMonthly
        ? "months: { at-most: 3, counted: \(place % 2 == 0 ? "window" : "paid") }" : ""
      let text = """
        ```yaml benefit
        id: b\(place)
        label: { zh: 津贴\(place), en: allowance \(place) }
        each: 件
        \(months)
        ```

        | 规则 | id | 说明 | Label | FEEL |
        |---|---|---|---|---|
        \(one.rules)

        """
      return named.keys.reduce(text + named.values.joined()) {
        $0.replacing($1, with: "\($1)\(place)")
      }
    }
    return ([head] + benefits + [figures]).joined(separator: "\n")
  }

  private static let head = """
    ---
    id: yard
    number: 场〔2020〕1号
    title: { zh: 场, en: Yard }
    issuer: { zh: 场务局, en: Yard office }
    dates: { issued: "2020-01-01" }
    region: "330300"
    ---
    ## 第一条 津贴 · Article 1 Allowances

    """

  /// Definitions of those who name them.
  fileprivate static let definitions = [
    ("今年", "年度(仪表, 2020)"), ("去年", "年度(仪表, 认定日.year - 1)"), ("那年", "年度(仪表, 件.年)"),
    ("友年", "年度(件.友.仪表, 2019)"), ("某年", "年度(仪表, if 件.真 then 2018 else 件.年)"),
  ]

  /// Decision tables of those who name them.
  private static let tables = [
    "数表": """
    #### 决策表 `数表`（元） · Numbers (yuan)

    | U | 件.数 | 件.真 | → 数表 |
    |---|---|---|--:|
    | 一 · one | < 2 | - | 1 |
    | 二 · two | [2..3] | 是 | 2 |
    | 三 · three | [2..3] | 否 | 3 |
    | 四 · four | null | - | `件.另数` |

    """,
    "合计表": """
    #### 决策表 `合计表`（元） · Sums (yuan)

    | C+ | 件.数 | 件.真 | → 合计表 |
    |---|---|---|--:|
    | 一 · one | < 3 | - | 1 |
    | 二 · two | >= 2 | 是 | `件.另数` |
    | 三 · three | - | 否 | 2.5 |

    """,
    "最小表": """
    #### 决策表 `最小表`（元） · Least (yuan)

    | C< | 件.数 | 件.真 | → 最小表 |
    |---|---|---|--:|
    | 一 · one | < 3 | - | 3 |
    | 二 · two | >= 2 | 是 | `件.另数` |
    | 三 · three | >= 4 | - | 2 |

    """,
    "最大表": """
    #### 决策表 `最大表`（元） · Greatest (yuan)

    | C> | 件.数 | 件.真 | → 最大表 |
    |---|---|---|--:|
    | 一 · one | < 3 | - | `件.价` |
    | 二 · two | >= 2 | 是 | 3 |

    """,
    "个数表": """
    #### 决策表 `个数表` · Number

    | C# | 件.数 | 件.真 | → 个数表 |
    |---|---|---|--:|
    | 一 · one | < 3 | - | 1 |
    | 二 · two | >= 2 | 是 | 1 |

    """,
    "日期表": """
    #### 决策表 `日期表` · Dates

    | F | 件.文 | → 日期表 |
    |---|---|---|
    | 一 · one | `"甲"` | `件.日` |
    | 二 · two | `not("乙")` | `件.另日` |

    """,
    "文表": """
    #### 决策表 `文表` · Texts

    | A | 件.日 | → 文表 |
    |---|---|---|
    | 一 · one | `< @"2020-02-01"` | `"甲"` |
    | 二 · two | `< @"2020-03-01"` | `"甲"` |
    | 三 · three | `>= @"2020-03-01"` | `件.另文` |

    """,
  ]

  private static let figures = """
    #### 参数 · Parameters

    | 参数 | 说明 · Label | 自 | 至 | 值 | 单位 | 出处 |
    |---|---|---|---|--:|---|---|
    | `定额` | 定额 · fixed sum | | | 5 | 元 | 第一条 |
    | `阶梯` | 阶梯 · in steps | | 2019-12-31 | 3 | 元 | 第一条 |
    | `阶梯` | | 2020-01-01 | | 7 | 元 | 第一条 |
    | `短额` | 有期限 · for a time | 2019-01-01 | | 7 | 元 | 第一条 |

    """
}

extension AskedExpression {
  fileprivate var isMonthly: Bool { [.first, .counts, .rate].contains(place) }

  /// The rows of its benefit's table, of which it is one.
  fileprivate var rules: String {
    let rules: [(kind: String, place: Place, usual: String)] =
      isMonthly
      ? [("首月", .first, "@\"2020-01-01\""), ("计月", .counts, "true"), ("月额", .rate, "2")]
      : [
        ("条件", .condition, "true"), ("排除", .exclusion, "false"), ("金额", .amount, "4"),
        ("上限", .cap, "5"),
      ]
    let defined = YardDocument.definitions.filter { text.contains($0.0) }
      .map { "| 定义 | `\($0.0)` | 所指 | what is meant | `\($0.1)` |\n" }
    return defined.joined()
      + rules.map { rule in
        let text = rule.place == place ? text : rule.usual
        return "| \(rule.kind) | `\(rule.place)` | 所问 | what is asked | `\(text)` |"
      }.joined(separator: "\n")
  }
}
