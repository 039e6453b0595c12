/// Records, what they name, and what many of them come to.
extension ExpressionKind {
  static let references = ExpressionKind(
    description: "references", operands: ["件.厂"], other: "件.另厂",
    conditions: [
      "①.编号 = ②.编号", "①.编号 != ②.编号", "not(①.编号 = ②.编号)", "①.编号 = null", "工人.编号 = ②.编号",
      "件.厂 = 件.另厂", "件.厂 = null", "件.厂.立日 = null", "not(件.厂.人数 > 2)",
      "工人.生日 > 件.日", "some 机 in 件.厂.机器 satisfies 机.数 > 2",
      "every 机 in 件.厂.机器 satisfies 机.数 > 2", "count(件.厂.机器) > 1",
      "not(sum(件.厂.机器.数) > 3)", "min(件.厂.机器.日) < 件.日", "count(件.厂.机器[数 = null]) = 0",
      "some 段 in 件.友.会费 satisfies 段.会别 = \"工会\"", "count(件.友.会费[会别 = \"行会\"]) = 1",
      "every 段 in 件.友.会费 satisfies 段.会别 != \"工会\"", "count(件.友.工期) > 1",
      "覆盖月数(件.友.会费, 件.日) > 1", "some 段 in 件.友.工期 satisfies 覆盖(段, 件.日)",
      "some 物 in 零件 satisfies 物.厂.规上", "count(零件[厂.人数 > 2]) = 1",
      "some 物 in 零件 satisfies 物.厂.编号 = 件.厂.编号",
      "some 物 in 零件 satisfies some 机 in 物.厂.机器 satisfies 机.数 > 物.数",
    ],
    left: [
      "件.厂.编号 = null": "COL010",
      "工人.编号 = 件.另厂.编号": "COL010",
      "件.厂 = 件.另厂": "COL010",
      "件.厂 = null": "COL010",
    ])

  /// What is told by name and year, and ids of records.
  static let years = ExpressionKind(
    description: "years",
    operands: ["今年", "去年", "那年", "友年", "某年"], other: "件.数",
    conditions: [
      "①.通", "not(①.通)", "①.读数 > ②", "①.读数 = null", "not(①.读数 > 2)", "①.检日 < 件.日",
      "count(①.记号) = 1", "some 记 in ①.记号 satisfies 记.重 > 2",
      "every 记 in ①.记号 satisfies 记.重 > ②", "sum(①.记号.重) > 3", "max(①.记号.重) > 3",
      "count(①.记号[重 > 2]) = 0", "not(就高合计(①.记号.谁, ①.记号.重) > 5)",
      "就高合计(①.记号[重 > 1].谁, ①.记号[重 > 1].重) >= ②",
      "some 机 in 件.厂.机器 satisfies 机.编号 = 件.铭牌",
      "every 物 in 零件 satisfies not(物.编号 = 件.铭牌)", "some 物 in 零件 satisfies 物.编号 != 件.铭牌",
      "件.厂.编号 = 件.文", "件.铭牌 = null", "some 物 in 零件 satisfies 物.编号 = \"x\"",
      "some 物 in 零件 satisfies some 机 in 件.厂.机器 satisfies 物.编号 = 机.编号",
    ],
    left: [
      "some 物 in 零件 satisfies 物.编号 = \"x\"": "COL010",
      "some 物 in 零件 satisfies some 机 in 件.厂.机器 satisfies 物.编号 = 机.编号": "COL010",
    ])

  static let lists = ExpressionKind(
    description: "lists",
    operands: ["零件", "零件[真]", "零件[数 > 2]", "零件[厂.立日 = null]", "零件[真 = null or 数 <= 3]"],
    other: "件.数",
    conditions: [
      "some 物 in ① satisfies 物.数 > ②", "every 物 in ① satisfies 物.数 > ②",
      "not(some 物 in ① satisfies 物.真)", "not(every 物 in ① satisfies 物.真)",
      "some 物 in ① satisfies 物.文 = null", "every 物 in ① satisfies not(物.真 = false)",
      "count(①) > 1", "count(①.数) > 1", "count(①.真) = 1", "count(①.日) <= 1", "count(①.厂) = 1",
      "sum(①.数) > ②", "min(①.数) < 2", "not(max(①.数) > 3)", "max(①.价) >= 2.5",
      "min(①.日) < 件.日", "not(max(①.日) > 件.日)", "min(①.文) = \"甲\"", "max(①.文) = 件.文",
      "count(①[数 > 件.数]) = 1", "sum(①[真 or 件.真].数) > 2",
      "sum(零件.价) > 3", "some 段 in 工期 satisfies 覆盖(段, 件.日) and 段.真", "count(工期) = 1",
      "count(会费) = 1",
      "count(会费[会别 = \"工会\"]) = 1", "some 段 in 会费 satisfies 段.会别 = \"工会\"",
      "every 段 in 会费 satisfies 段.会别 = \"工会\"", "覆盖月数(会费[会别 = \"工会\"], 件.日) > 1",
      "覆盖月数(工期, 件.日) > 1", "not(覆盖月数(工期[真], 认定日) > 1)", "count(工期[止 = null]) = 1",
    ],
    elsewhere: [
      AskedExpression(.amount, "sum(①.数)"),
      AskedExpression(.amount, "max(①.价)"),
      AskedExpression(.amount, "count(①.数)"),
    ],
    left: [
      "sum(零件.价) > 3": "COL011"
    ])

  /// What moves with the month that is paid.
  static let months = ExpressionKind(
    description: "months",
    operands: ["月", "月末(月)", "次月(月)", "(if 件.真 then 月 else 件.日)", "(月 - @\"P1M\")"], other: "件.日",
    conditions: [],
    elsewhere: [
      AskedExpression(.counts, "① > ②"), AskedExpression(.counts, "not(① <= ②)"),
      AskedExpression(.counts, "some 段 in 工期 satisfies 覆盖(段, ①)"),
      AskedExpression(.counts, "every 段 in 会费 satisfies 覆盖(段, ①)"),
      AskedExpression(.counts, "some 段 in 会费[会别 = \"工会\"] satisfies 覆盖(段, ①)"),
      AskedExpression(.counts, "覆盖月数(会费, 月) > 1"),
      AskedExpression(.rate, "定额(①)"), AskedExpression(.rate, "阶梯(①)"),
      AskedExpression(.rate, "短额(①)"), AskedExpression(.rate, "if ① > ② then 1 else 件.数"),
    ],
    left: [
      "counts 覆盖月数(会费, 月) > 1": "COL010"
    ])
}
