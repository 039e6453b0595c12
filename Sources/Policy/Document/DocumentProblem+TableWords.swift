import Core

extension DocumentProblem {
  /// Words for problems of a table as a whole.
  var tableWords: Words? {
    switch self {
    case .benefitWithoutTable(let id):
      Words(
        "待遇“\(id)”后面没有规则表", "no rule table follows the benefit “\(id)”",
        do: "在同一标题下写表头为“规则 | id | 说明 | Label | FEEL”的表。",
        "Under the same heading, add a table with the header “规则 | id | 说明 | Label | FEEL”.")
    case .tableWithoutBenefit:
      Words(
        "规则表前面没有待遇块", "this rule table follows no benefit block",
        do: "在表前写 ```yaml benefit 块；一个待遇只有一张规则表。",
        "Put a ```yaml benefit block before it; a benefit has one rule table.")
    case .benefitWithoutScore(let id):
      Words(
        "待遇“\(id)”后面没有评分表", "no score table follows the benefit “\(id)”",
        do: "在同一标题下写表头为“评分 | id | 说明 | Label | 最高 | 证明材料 · Evidence | FEEL”的表。",
        "Under the same heading, add a table with the header “评分 | id | 说明 | Label | 最高 | "
          + "证明材料 · Evidence | FEEL”.")
    case .scoreWithoutBenefit:
      Words(
        "评分表前面没有写 score 的待遇块", "this score table follows no benefit block with a score",
        do: "在表前写 ```yaml benefit 块，其中写 score: { base: 100, bonus: 15 }。",
        "Put a ```yaml benefit block before it that says score: { base: 100, bonus: 15 }.")
    case .unknownTable(let first):
      Words(
        "不认识第一个表头为“\(first)”的表", "unknown table: its first header cell is “\(first)”",
        do: "第一个表头应为“规则”“评分”“参数”“目标”“规定”“例”，或在“决策表”标题下写命中策略（如 U）。",
        "Begin the header with 规则, 评分, 参数, 目标, 规定 or 例, or, under a “决策表” heading, with a hit "
          + "policy such as U.")
    case .wrongHeader(let expected):
      Words(
        "表头与这种表的列不符", "the header does not have the columns of this kind of table",
        do: "表头应为：| \(expected.joined(separator: " | ")) |",
        "The header must be: | \(expected.joined(separator: " | ")) |")
    case .wrongNumberOfCells(let found, let expected):
      Words(
        "这一行有 \(found) 格，表头有 \(expected) 格",
        "\(found) cells in this row, \(expected) in the header",
        do: "补足或删去格子；没有内容的格子也要写出竖线。",
        "Add or remove cells; a cell without content still needs its bars.")
    case .brokenTable:
      Words(
        "看起来是表，但表头与分隔行不符，不会显示为表",
        "this looks like a table but is none: the header and the line of dashes disagree",
        do: "第二行写成 |---|---|，格数与表头相同，表前空一行。",
        "Write |---|---| on its second line, as many cells as the header, and leave a blank line "
          + "before it.")
    case .barInCode:
      Words(
        "表格的反引号里有竖线，很多网页会把它当作分格",
        "a bar stands in a code span of a table; most pages take it as the end of the cell",
        do: "在字符串里写 \\u007C 代替竖线。", "In a string, write \\u007C instead.")
    case .decisionTableWithoutHeading:
      Words(
        "决策表没有说明名称的标题", "the decision table has no heading that names it",
        do: "在表前写标题：#### 决策表 `名称`（单位） · English name",
        "Put a heading before it: #### 决策表 `名称`（单位） · English name")
    case .columnsOutOfOrder:
      Words(
        "结果列（→）必须有，而且在所有输入列之后",
        "result columns (→) are needed, and they stand behind all the others",
        do: "先写输入列，再写以“→ ”开头的结果列。",
        "Write the inputs first and then the results, each beginning with “→ ”.")
    case .continuationOfNothing:
      Words(
        "“…”（依次类推）看不出怎样推下去", "it is not clear how “…” (and so on) goes on",
        do: "只有一个输入列时才能用；每格都以“…”开头，前面至少有两行，或写明步长：`… +1`。",
        "It needs a single input column, “…” in every cell, and two rows before it or its steps "
          + "stated: `… +1`.")
    default: nil
    }
  }
}
