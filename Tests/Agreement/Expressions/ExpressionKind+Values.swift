/// Values of fields, and what is worked out from them.
extension ExpressionKind {
  static let dates = ExpressionKind(
    description: "dates",
    operands: [
      "件.日", "件.厂.立日", "(if 件.真 then 件.日 else 件.另日)", "(if 件.真 then 件.日 else null)",
      "(件.日 + @\"P1M\")", "次月(件.日)", "月末(件.日)", "min(零件.日)",
      "max(零件[真].日)", "(if 次月(件.日) > @\"2020-03-01\" then @\"2020-01-01\" else 件.另日)",
    ], other: "件.另日",
    conditions: [
      "① < @\"2020-03-01\"", "① >= ②", "① = ②", "① != ②", "not(① = ②)", "① = null", "① != null",
      "not(① < null)", "① in [@\"2020-01-01\"..@\"2020-03-01\"]", "① in (@\"2020-01-01\"..②)",
      "① between ② and @\"2020-06-30\"", "not(① < @\"2020-03-01\")", "①.year = 2020",
      "not(①.month > 3)", "①.day in [1..15]", "@\"P1Y\" + ① > ②", "次月(①) > ②",
      "not(月末(①) = 认定日)", "定额(①) = 5", "阶梯(①) > 5", "not(短额(①) = 7)",
      "定额(次月(①)) = 5", "定额(月末(①)) = 5", "定额(① - @\"P1D\") = 5",
      "定额(if 件.另真 then ① else ②) = 5",
      "some 段 in 工期 satisfies 覆盖(段, ①)", "every 段 in 工期 satisfies 覆盖(段, ①)",
      "some 段 in 会费 satisfies 覆盖(段, ①)", "覆盖月数(会费, ①) >= 2",
      "some 物 in 零件 satisfies 物.日 <= ①", "紧缺(件.工种, ①.year)", "日期表 < ②", "not(日期表 = null)",
      "定额(日期表) = 5",
    ],
    elsewhere: [
      AskedExpression(.amount, "定额(①)"),
      AskedExpression(.amount, "阶梯(①)"),
      AskedExpression(.amount, "短额(①)"),
      AskedExpression(.amount, "①.month"),
      AskedExpression(.first, "①"),
      AskedExpression(.counts, "① <= 月"),
      AskedExpression(.rate, "定额(①)"),
    ])

  static let numbers = ExpressionKind(
    description: "numbers",
    operands: [
      "件.数", "件.价", "件.厂.人数", "(if 件.真 then 件.数 else null)", "sum(零件.数)",
      "min(零件.价)", "件.日.month", "阶梯(件.日)",
    ], other: "件.另数",
    conditions: [
      "① > 3", "① <= 2", "① = 2", "① != 2", "① = 2.5", "① >= ②", "① = ②", "not(① != ②)", "① = null",
      "① != null", "not(① > null)", "not(① = null)", "① in [1..3]", "① in (1, 3)", "① in (②..4)",
      "not(① in (2, 4))", "① between 1 and ②", "① + ② > 3", "not(① - 1 > 2)", "2 - ① < 0",
      "① * 2 >= 5", "① * ② > 4", "0 * ① = 0", "① / 4 > 0.5", "-① < 0", "not(-① < -2)",
      "max(①, 2) > 2", "not(min(①, ②) > 1)", "max(②, ①, 3) = 3", "floor(①) > 1",
      "not(floor(①) = 2)", "floor(① / 2) = 1", "(if 件.另真 then ① else 2) = 2",
      "not((if 件.另真 then ① else ②) > 2)", "if ① > 2 then 件.真 else 件.另真", "数表 > 2", "not(数表 = ②)",
      "floor(数表) = 2", "合计表 > ①", "not(合计表 = 1)", "最小表 < ②", "not(最小表 > 2)", "最大表 > ②",
      "最大表 = 3", "个数表 = 1", "not(个数表 > 0)",
    ],
    elsewhere: [
      AskedExpression(.amount, "①"),
      AskedExpression(.amount, "① + 1"),
      AskedExpression(.amount, "① * 1.5"),
      AskedExpression(.amount, "① / 8"),
      AskedExpression(.amount, "floor(①)"),
      AskedExpression(.amount, "min(①, 3)"),
      AskedExpression(.amount, "if ① > 2 then 5 else 6"),
      AskedExpression(.cap, "①"),
      AskedExpression(.amount, "合计表"),
      AskedExpression(.amount, "最小表"),
      AskedExpression(.amount, "最大表 + 个数表"),
      AskedExpression(.rate, "①"),
      AskedExpression(.rate, "floor(①)"),
    ],
    left: [
      "件.价 * 件.另数 > 4": "COL011",
      "min(零件.价) * 件.另数 > 4": "COL011",
    ])

  static let texts = ExpressionKind(
    description: "texts",
    operands: [
      "件.文", "件.厂.行业", "(if 件.真 then 件.文 else 件.另文)", "(if 件.真 then 件.文 else null)",
      "min(零件.文)", "max(零件[真].文)",
    ], other: "件.另文",
    conditions: [
      "① = \"甲\"", "① != \"甲\"", "not(① = \"甲\")", "① = ②", "① != ②", "not(① != ②)", "① = null",
      "① != null", "not(① = null)", "① in (\"甲\", \"乙\")", "not(① in (\"甲\", ②))",
      "(if 件.另真 then ① else \"甲\") = \"甲\"", "件.文 < \"乙\"", "文表 = \"甲\"", "not(文表 != ②)",
      "件.类 = \"甲\"", "not(件.类 in (\"甲\"))", "本地(件.地)", "not(本地(件.地))",
      "本地(if 件.真 then 件.地 else null)", "紧缺(件.工种, 件.年)", "not(紧缺(件.工种, 件.年))",
      "紧缺(件.工种, 2020)", "紧缺(if 件.真 then 件.工种 else null, 2019)",
      "鉴定标准(件.工种, 件.级) = 800", "鉴定标准(件.工种, 件.另数) = 800",
      "鉴定标准(件.工种, if 件.真 then 件.级 else null) = 800", "紧缺(件.工种, if 件.真 then 件.年 else null)",
      "string length(件.文) = 1", "(if ① = \"甲\" then \"丁\" else \"戊\") = \"己\"",
      "本地(if 件.真 then \"330327\" else 件.地)", "(if ① = \"甲\" then \"丁\" else ②) = \"丁\"",
      "紧缺(if 件.真 then \"1-01-00-01\" else 件.工种, 2020)",
    ],
    left: [
      "件.文 < \"乙\"": "COL010",
      "string length(件.文) = 1": "COL010",
      "鉴定标准(件.工种, 件.另数) = 800": "COL010",
    ])

  static let truths = ExpressionKind(
    description: "truths",
    operands: [
      "件.真", "件.厂.规上", "(if 件.真 then 件.另真 else 件.厂.规上)",
      "(if 件.另真 then 件.真 else null)", "(件.数 > 2)", "(件.真 and 件.厂.规上)", "not(件.真)",
      "(件.真 = null)", "(some 物 in 零件 satisfies 物.真)",
    ], other: "件.另真",
    conditions: [
      "①", "not(①)", "① and ②", "not(① and ②)", "① or ②", "not(① or ②)", "not(not(①) and ②)",
      "① = true", "① = false", "① != true", "① != false", "not(① = false)", "① = ②", "① != ②",
      "① = null", "① in (true)", "not(① in (false))", "if ① then ② else true",
      "if ① then true else true", "not(if ② then ① else true)", "not(if ② then ① else false)",
      "(if ② then ① else true) = false", "(if ② then true else ①) != true",
      "not(if ② then null else ①)", "if ① then 件.数 > 2 else ②",
      "(if ① then 3 else 件.数) > 2", "(if ① then 件.日 else 件.另日) > @\"2020-01-01\"",
    ],
    elsewhere: [
      AskedExpression(.exclusion, "①"),
      AskedExpression(.exclusion, "not(①)"),
      AskedExpression(.exclusion, "if ② then ① else true"),
      AskedExpression(.counts, "①"),
      AskedExpression(.counts, "not(①)"),
      AskedExpression(.amount, "if ① then 1 else 2"),
      AskedExpression(.amount, "if ① then 件.数 else 2"),
      AskedExpression(.rate, "if ① then 3 else 阶梯(月)"),
    ])
}
