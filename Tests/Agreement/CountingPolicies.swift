import PolicyPlan
import TestSupport

/// An invented document whose rules count benefits of a published one: once, blocks, and caps by sum
/// and by number. What the other document pays above the lower sum of early years counts in full later.
enum CountingPolicies {
  /// The document, before the published one whose benefits it counts, and after it.
  static func plans() throws -> [[Plan]] {
    let plans = try InventedPolicies.plans(
      [text], beside: ["wenzhou-2018-242"], expecting: ["counting", "wenzhou-2018-242"])
    return [plans, plans.reversed()]
  }

  private static let text = """
    ---
    id: counting
    number: 测发〔2018〕3号
    title: { zh: 另给的办法, en: Rules for more }
    issuer: { zh: 测试局, en: Test bureau }
    dates: { issued: "2018-01-01" }
    region: "330300"
    ---

    ## 第一条 另给 · Article 1 More

    ```yaml benefit
    id: certified
    label: { zh: 取证奖, en: reward for a certificate }
    each: 证书
    ```

    | 规则 | id | 说明 | Label | FEEL |
    |---|---|---|---|---|
    | 条件 | `level` | 五级以上 | level 5 or higher | `证书.等级 in [1..5]` |
    | 金额 | `amount` | 定额 | a fixed sum | `3000` |

    ```yaml benefit
    id: trained
    label: { zh: 培训奖, en: reward for training }
    each: 培训
    ```

    | 规则 | id | 说明 | Label | FEEL |
    |---|---|---|---|---|
    | 条件 | `hours` | 有课时 | some hours | `培训.课时 >= 1` |
    | 金额 | `amount` | 定额 | a fixed sum | `800` |

    ```yaml benefit
    id: won
    label: { zh: 获奖奖, en: reward for an award }
    each: 奖项
    ```

    | 规则 | id | 说明 | Label | FEEL |
    |---|---|---|---|---|
    | 条件 | `rank` | 有名次 | a rank | `奖项.名次 >= 1` |
    | 金额 | `amount` | 定额 | a fixed sum | `20000` |

    ```yaml stacking
    - id: one-a-certificate
      kind: once
      label: { zh: 每个职业等级一次, en: once an occupation and level }
      over: [certified, wenzhou-2018-242/skill-upgrade]
      per: [人, 证书.职业, 证书.等级]
      keep: earliest
      cites: 第一条
    - id: no-more-training
      kind: blocks
      label: { zh: 有岗位津贴的不另给, en: an allowance bars it }
      over: [wenzhou-2018-242/post-allowance]
      lower: [trained]
      per: [人]
      cites: 第一条
    - id: no-more-than-two
      kind: cap
      label: { zh: 一年至多两次, en: two a year }
      over: [certified, wenzhou-2018-242/skill-upgrade]
      per: [人]
      period: year
      count: 2
      cites: 第一条
    - id: sum-of-awards
      kind: cap
      label: { zh: 合计封顶, en: no more in all }
      over: [won, wenzhou-2018-242/contest-prize]
      per: [人]
      amount: 获奖合计
      cites: 第一条
    ```

    #### 参数 · Parameters

    | 参数 | 说明 · Label | 自 | 至 | 值 | 单位 | 出处 |
    |---|---|---|---|--:|---|---|
    | `获奖合计` | 合计最高 · most in all | | 2019-12-31 | 3000 | 元 | 第一条 |
    | `获奖合计` | 合计最高 · most in all | 2020-01-01 | | 22000 | 元 | 第一条 |
    """
}
