import PolicyPlan
import Testing

/// A published document as an invented later one changes it: formulas, figures, stacking rules and
/// whether benefits are there at all, by the day of events and by that of determinations.
enum AmendedPolicies {
  /// What the later document changes.
  enum Change: String, CaseIterable, Sendable {
    /// Figures, rows, formulas, and benefits that are no more.
    case rules
    /// Stacking rules, and what they go by.
    case stacking
    /// Which of the best have a place.
    case ties
  }

  /// The plan, with a version for each set of changes; read once.
  static func plan(_ change: Change) throws -> Plan {
    switch change {
    case .rules: try rulesChanged.get()
    case .stacking: try stackingChanged.get()
    case .ties: try tiesChanged.get()
    }
  }

  private static let rulesChanged = Result { try plan(rules) }
  private static let stackingChanged = Result { try plan(stacking) }
  private static let tiesChanged = Result { try plan(ties) }

  private static func plan(_ changes: [String]) throws -> Plan {
    let text = ([head] + changes).joined(separator: "\n")
    return try #require(
      try InventedPolicies.plans(
        [text], beside: ["wenzhou-2018-242"], expecting: ["wenzhou-2018-242"]
      ).first)
  }

  private static let head = """
    ---
    id: later
    number: 测发〔2021〕9号
    title: { zh: 修改的通知, en: Notice of changes }
    dates: { issued: "2019-01-01" }
    region: "330300"
    ---

    ## 第一条 修改 · Article 1 Changes

    """

  private static func amendment(
    _ id: String, _ change: String, from day: String, by: String = "event"
  ) -> String {
    """

    ```yaml amendment
    id: \(id)
    of: wenzhou-2018-242
    \(change)
    from: "\(day)"
    by: \(by)
    ```

    """
  }

  private static func parameter(_ name: String, _ value: String, _ unit: String) -> String {
    """
    | 参数 | 说明 · Label | 自 | 至 | 值 | 单位 | 出处 |
    |------|--------------|----|----|---:|------|------|
    | `\(name)` | 改过的 · changed | | | \(value) | \(unit) | 第一条 |

    """
  }

  private static let rules = [
    amendment("level-4", "replace: { row: 标准/四级 }", from: "2020-01-01", by: "on") + """
      | U | 证书.等级 | → 标准 |
      |---|---:|---:|
      | 四级 · level 4 | 4 | 1800 |

      """,
    amendment("bonus", "replace: { parameter: 紧缺上浮 }", from: "2021-06-01", by: "on")
      + parameter("紧缺上浮", "0.9", ""),
    amendment("steps", "replace: { parameter: 奖金级差 }", from: "2020-01-01")
      + parameter("奖金级差", "3000", "元"),
    amendment("allowance", "replace: { parameter: 一级月额 }", from: "2020-01-01")
      + parameter("一级月额", "1100", "元"),
    amendment("no-start-up", "repeal: { benefit: start-up-training }", from: "2020-01-01"),
    amendment("no-county", "repeal: { benefit: county-studio }", from: "2020-01-01", by: "on"),
    amendment("base", "replace: { benefit: training-base }", from: "2018-05-01") + """
      ```yaml benefit
      id: training-base
      label: { zh: 基地新资助, en: new grant for a training base }
      each: 实训基地
      ```

      | 规则 | id | 说明 | Label | FEEL |
      |---|---|---|---|---|
      | 条件 | `level` | 市级以上 | city or higher | `实训基地.级别 in ("国家", "省", "市")` |
      | 金额 | `amount` | 一律 | the same | `市级基地下限(实训基地.设立日期) * 2` |

      """,
  ]

  private static let stacking = [
    amendment("apprentices", "replace: { parameter: 学徒补贴上限 }", from: "2020-01-01")
      + parameter("学徒补贴上限", "5000", "元"),
    amendment("appraisals", "replace: { stacking: one-appraisal-a-year }", from: "2020-01-01") + """
      ```yaml stacking
      - id: one-appraisal-a-year
        kind: once
        label: { zh: 一人一次, en: once a person }
        over: [training-and-appraisal]
        per: [人]
        keep: earliest
        cites: 第四条
      ```

      """,
    amendment("awards", "replace: { stacking: awards }", from: "2020-01-01") + """
      ```yaml stacking
      - id: awards
        kind: highest
        label: { zh: 称号奖项就高不重复, en: awards do not add up }
        over: [contest-prize, leading-talent]
        per: [人]
        same-series: always
        other-series: P1Y
        years: days
        pay: full
        cites: 附则
      ```

      """,
    amendment("allowances", "replace: { stacking: one-allowance-a-month }", from: "2020-01-01")
      + """
      ```yaml stacking
      - id: one-allowance-a-month
        kind: blocks
        label: { zh: 有引进津贴的没有岗位津贴, en: one allowance bars the other }
        over: [introduced-allowance]
        lower: [post-allowance]
        per: [人]
        cites: 第八条
      ```

      """,
    amendment("levels", "repeal: { stacking: once-a-level }", from: "2021-02-01"),
  ]

  private static let ties = [
    amendment("ties", "replace: { assumption: 名额线上并列不入选 }", from: "2020-01-01") + """
      > **假设** `名额线上并列不入选`（名额线上并列的都不入选 · ties across the cut are left out）= `false`（可选 `true`、`false`）：改了。 *Changed.*

      """
  ]
}
