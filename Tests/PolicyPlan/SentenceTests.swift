import Core
import FEEL
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing
import Vocabulary

@Suite struct SentenceTests {
  /// A rule of a document about certificates, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    let zh: String
    let en: String

    init(_ formula: String, _ zh: String, _ en: String) {
      self.formula = formula
      self.zh = zh
      self.en = en
    }

    var testDescription: String { formula }
  }

  @Test(arguments: [
    Case("证书.等级 in [3..5]", "证书的等级在 3 到 5 之间（含）。", "The certificate’s level is from 3 to 5."),
    Case(
      "证书.等级 in (3..5]", "证书的等级大于3，并且证书的等级不超过5。",
      "The certificate’s level is more than 3 and the certificate’s level is at most 5."),
    Case(
      "证书.类型 in (\"职业资格\", \"技能等级\")", "证书的类型是 职业资格、技能等级 之一。",
      "The certificate’s kind is vocational qualification or skill level."),
    Case("证书.类型 = \"专项能力\"", "证书的类型是专项能力。", "The certificate’s kind is special ability."),
    Case(
      "not(证书.类型 = \"专项能力\")", "并非“证书的类型是专项能力”。",
      "It is not so that the certificate’s kind is special ability."),
    Case(
      "证书.发证日期 >= date(\"2017-01-01\")", "证书的发证日期不早于2017-01-01。",
      "The certificate’s date of issue is on or after 2017-01-01."),
    Case(
      "证书.发证日期.year = 认定日.year", "证书的发证日期的年份是认定日的年份。",
      "The year of the certificate’s date of issue is the year of the day of determination."),
    Case(
      "some 工作 in 就业 satisfies 覆盖(工作, 认定日) and 工作.单位.类型 = \"企业\"",
      "至少有一条就业记录满足：该就业包含认定日，并且该就业的单位的类型是企业。",
      "For at least one of the employment records, that employment covers the day of "
        + "determination and that employment’s employer’s kind is enterprise."),
    Case(
      "every 工作 in 就业 satisfies 工作.全职", "每一条就业记录都满足：该就业的“全职”为是。",
      "For each of the employment records, that employment’s “full time” is yes."),
    Case(
      "覆盖月数(参保[险种 = \"失业\"], 认定日) >= 12", "参保记录（该参保的险种是失业）截至认定日累计覆盖的月数不少于12。",
      "The number of months that the social insurance records (that social insurance’s scheme is "
        + "unemployment) cover through the day of determination is at least 12."),
    Case(
      "紧缺(证书.职业, 证书.发证日期.year)", "证书的职业列入证书的发证日期的年份的紧缺职业目录。",
      "The certificate’s occupation is in the shortage list of the year of the certificate’s date "
        + "of issue."),
    Case(
      "本地(人.所在地区) or 证书.等级 = 1 and 证书.等级 < 2",
      "本人的所在地区在本文件适用的地区内，或者（证书的等级是1，并且证书的等级小于2）。",
      "The person’s region of residence lies in the document’s region or (the certificate’s level "
        + "is 1 and the certificate’s level is less than 2)."),
    Case(
      "(证书.等级 + 1) * 2 - (3 - 1) > 0", "（证书的等级 + 1） × 2 − （3 − 1）大于0。",
      "(The certificate’s level + 1) × 2 − (3 − 1) is more than 0."),
    Case("count(就业) > 0", "就业记录的条数大于0。", "The number of employment records is more than 0."),
    Case(
      "max(就业.起) < 认定日", "就业记录的开始时间中最大的早于认定日。",
      "The greatest start of employment records is before the day of determination."),
    Case(
      "min(证书.等级, 3) = 3", "证书的等级和3中较小的是3。",
      "The lesser of the certificate’s level and 3 is 3."),
    Case(
      "min(证书.等级, 3, 2) = 2", "证书的等级、3、2中最小的是2。",
      "The least of the certificate’s level, 3, 2 is 2."),
    Case(
      "2 + floor(证书.等级 / 2) > 0", "2 + （证书的等级 ÷ 2，舍去小数）大于0。",
      "2 + (the certificate’s level ÷ 2, rounded down to a whole number) is more than 0."),
    Case(
      "not(本地(人.所在地区))", "本人的所在地区不在本文件适用的地区内。",
      "The person’s region of residence does not lie in the document’s region."),
    Case(
      "(本地(人.所在地区)) = false", "本人的所在地区不在本文件适用的地区内。",
      "The person’s region of residence does not lie in the document’s region."),
    Case(
      "if 证书.等级 = 1 then true else if 证书.等级 = 2 then true else false",
      "如果证书的等级是1，则为是，否则如果证书的等级是2，则为是，否则为否。",
      "Yes if the certificate’s level is 1, otherwise yes if the certificate’s level is 2, "
        + "otherwise no."),
    Case(
      "if 证书.等级 = 1 then 证书.等级 > 0 else 证书.等级 > 1",
      "如果证书的等级是1，则为证书的等级大于0，否则为证书的等级大于1。",
      "The certificate’s level is more than 0 if the certificate’s level is 1, otherwise the "
        + "certificate’s level is more than 1."),
    Case(
      "次月(证书.发证日期) < 认定日", "证书的发证日期的次月早于认定日。",
      "The month after the certificate’s date of issue is before the day of determination."),
    Case(
      "门槛(认定日) > 3", "“参保门槛”在认定日的数值大于3。",
      "“insured for” as of the day of determination is more than 3."),
    Case("系数 > 3", "假设“年限”（2 年）大于3。", "The assumption “term” (2 years) is more than 3."),
    Case(
      "标准 > 3", "按“标准”表得出的值大于3。", "The value of the table “Standard amount” is more than 3."),
  ])
  func aRuleIsReadAloud(_ rule: Case) throws {
    let plan = try plan(with: rule.formula)
    let condition = try #require(plan.benefits.first?.conditions.first)
    #expect(plan.sentence(for: condition.node).zh == rule.zh)
    #expect(plan.sentence(for: condition.node).en == rule.en)
  }

  @Test func aTableCellIsReadAloud() throws {
    let plan = try plan(with: "true")
    let table = try #require(plan.tables.first)
    let cells = table.rows.map { plan.sentence(for: $0.tests[0], of: table.inputs[0]) }
    #expect(cells.map(\.zh) == ["证书的等级是5。", "证书的等级小于5。", "不限。"])
    #expect(
      cells.map(\.en)
        == ["The certificate’s level is 5.", "The certificate’s level is less than 5.", "Any."])
    let kinds = try #require(plan.tables.last)
    #expect(
      kinds.rows.map { plan.sentence(for: $0.tests[0], of: kinds.inputs[0]).zh }
        == ["证书的类型是职业资格。", "证书的类型是 技能等级、专项能力 之一。"])
  }

  @Test func aStackingRuleIsReadAloud() throws {
    let plan = try plan(with: "true")
    let sentences = plan.stacking.map { plan.sentence(for: $0) }
    #expect(
      sentences.map(\.zh) == [
        "“测试”：同一对象、职业、等级只享受一次，取最早的。", "“测试”：同一对象合计不超过 6000.00 元。",
      ])
    #expect(
      sentences.map(\.en) == [
        "“test”: only once for the same party, occupation, level; the earliest counts.",
        "“test”: at most 6000.00 yuan in all for the same party.",
      ])
  }

  @Test func whatABenefitReadsIsListedOnceInOrder() throws {
    let plan = try plan(
      with: "证书.等级 = 1 and (some 工作 in 就业 satisfies 覆盖(工作, 认定日) and 工作.单位.类型 = \"企业\")")
    let paths = plan.reads(of: 0).map { path in
      let type = plan.vocabulary.types[path.type]
      return type.id + (path.field.map { "." + type.fields[$0].id } ?? "")
    }
    #expect(
      paths == [
        "certificate", "certificate.issuedOn", "certificate.level", "employment",
        "employment.from", "employment.to", "employment.employer", "organisation.kind",
        "certificate.occupation",
      ])
  }

  @Test func textsThatRulesKnowAreListed() throws {
    let plan = try plan(with: "证书.发证机构 in (\"甲\", \"乙\") or 证书.发证机构 = \"丙\"")
    let type = try #require(plan.vocabulary.typeIndex("certificate"))
    let field = try #require(plan.vocabulary.types[type].fieldIndex("issuer"))
    let path = FactPath(type: type, field: field)
    #expect(plan.texts(comparedWith: path) == ["甲", "乙", "丙"])
  }

  /// A document with one benefit that has the formula as its condition.
  private func plan(with formula: String) throws -> Plan {
    let source = SourceText(
      name: "test.md",
      text: """
        ---
        id: test
        title: { zh: 测试, en: test }
        dates: { issued: "2018-12-19" }
        region: "330300"
        ---
        ## 第一条 测试 · Article 1 Test
        ```yaml benefit
        id: test
        label: { zh: 测试, en: test }
        each: 证书
        ```

        | 规则 | id | 说明 | Label | FEEL |
        |---|---|---|---|---|
        | 条件 | `test` | 测试 | test | `\(formula)` |
        | 金额 | `amount` | 金额 | amount | `标准` |

        > **假设** `系数`（年限 · term）= `2`（年）：理由。 *Reason.*

        #### 决策表 `标准`（元） · Standard amount (yuan)

        | U | 证书.等级 | → 标准 |
        |---|--:|--:|
        | 五级 · level 5 | 5 | 1000 |
        | 四级 · level 4 | < 5 | 1500 |
        | 其他 · other | - | 2000 |

        #### 决策表 `类别` · Kind

        | U | 证书.类型 | → 类别 |
        |---|---|--:|
        | 一类 · first | 职业资格 | 1 |
        | 二类 · second | 技能等级, 专项能力 | 2 |

        #### 参数 · Parameters

        | 参数 | 说明 · Label | 自 | 至 | 值 | 单位 | 出处 |
        |---|---|---|---|--:|---|---|
        | `门槛` | 参保门槛 · insured for | | 2018-12-31 | 36 | 月 | 第一条 |
        | `门槛` | | 2019-01-01 | | 12 | 月 | 第一条 |

        ```yaml stacking
        - id: once-a-level
          kind: once
          label: { zh: 一次, en: once }
          over: [test]
          per: [人, 证书.职业, 证书.等级]
          keep: earliest
        - id: at-most
          kind: cap
          label: { zh: 上限, en: cap }
          over: [test]
          per: [人]
          amount: 6000
        ```

        """)
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let (document, diagnostics) = PolicyDocument.read(source)
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    let compiled = Plan.compile(try #require(document), vocabulary)
    #expect(compiled.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    return try #require(compiled.plan)
  }
}
