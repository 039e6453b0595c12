package import Core
import YAMLText

extension ScoreRow.Kind {
  /// What documents call the kind.
  package var name: Bilingual {
    switch self {
    case .base: Bilingual(zh: "基本", en: "base")
    case .bonus: Bilingual(zh: "加分", en: "bonus")
    case .deduction: Bilingual(zh: "扣分", en: "deduction")
    case .veto: Bilingual(zh: "否决", en: "veto")
    case .group: Bilingual(zh: "分组", en: "group")
    }
  }

  /// Whether the row states the most points.
  fileprivate var hasMaximum: Bool {
    switch self {
    case .base, .bonus, .group: true
    case .deduction, .veto: false
    }
  }
}

extension DocumentReader {
  static let scoreHeader = [
    Bilingual(zh: "评分", en: "Score"), Bilingual("id"), Bilingual("说明"), Bilingual("Label"),
    Bilingual(zh: "最高", en: "Most"), Bilingual("证明材料 · Evidence"), Bilingual("FEEL"),
  ]

  /// The score table of the benefit above.
  mutating func readScore(_ table: PlainTable) {
    let expected = scoreTable
    scoreTable = .unexpected
    // The rule table, where there is one, stands before it.
    ruleTable = .unexpected
    if expected == .unexpected { report(.scoreWithoutBenefit, at: table.headerRange) }
    guard expected == .awaited, hasHeader(table, DocumentReader.scoreHeader) else { return }
    for element in [DocumentProblem.Element.item, .veto] { forgetNames(of: element) }
    let last = benefits.count - 1
    benefits[last].scoreRows = table.rows.compactMap { scoreRow($0, table) }
    benefits[last].range = benefits[last].range.joined(table.range)
  }

  private mutating func scoreRow(_ row: PlainTable.Row, _ table: PlainTable) -> ScoreRow? {
    let cells = row.cells
    let label = label(zh: cells[2], en: cells[3])
    let id = itemID(cells[1])
    guard
      let kind = ScoreRow.Kind.allCases.first(where: {
        [$0.name.zh, $0.name.en].contains(cells[0].text)
      })
    else {
      let words = ScoreRow.Kind.allCases.map { table.isChinese ? $0.name.zh : $0.name.en }
      report(
        .unknownWord(cells[0].text, column: table.header[0].text, allowed: words),
        at: cells[0].range)
      return nil
    }
    note(kind.name, at: cells[0].range)
    register(id, as: kind == .veto ? .veto : .item)
    let evidence = cells[5].text.isEmpty ? nil : self.label(cells[5])
    return ScoreRow(
      kind: kind, id: id, label: label, maximum: maximum(cells[4], kind, table),
      evidence: evidence, expression: kind == .group ? empty(cells[6], table, 6) : code(cells[6]),
      range: row.range)
  }

  /// Points from 0; nothing where the kind has no maximum.
  private mutating func maximum(
    _ cell: Cell, _ kind: ScoreRow.Kind, _ table: PlainTable
  ) -> Cell? {
    guard kind.hasMaximum else { return empty(cell, table, 4) }
    let value = unwrapped(cell)
    guard let points = Decimal128(value.text), !points.isNegative else {
      report(
        .wrongCell(column: table.header[4].text, found: cell.text, expected: .number),
        at: cell.range)
      return nil
    }
    return value
  }

  private mutating func empty(_ cell: Cell, _ table: PlainTable, _ column: Int) -> Cell? {
    if !cell.text.isEmpty {
      report(
        .wrongCell(column: table.header[column].text, found: cell.text, expected: .nothing),
        at: cell.range)
    }
    return nil
  }

  /// `X2.1` in a code span.
  private mutating func itemID(_ cell: Cell) -> Cell {
    let id = code(cell)
    let parts = id.text.split(separator: ".", omittingEmptySubsequences: false)
    let isLegal = parts.enumerated().allSatisfy { place, part in
      place == 0 ? String(part).isName : !part.isEmpty && ("x" + String(part)).isName
    }
    if !isLegal { report(.wrongCell(column: "id", found: id.text, expected: .item), at: id.range) }
    return id
  }

  // MARK: the keys of a benefit block

  mutating func scoreTotals(_ node: YAML?) -> ScoreTotals? {
    guard let node,
      let fields = fields(
        of: node, name: "score", allowed: ["base", "bonus"], required: ["base", "bonus"]),
      let base = points(fields["base"], "base"), let bonus = points(fields["bonus"], "bonus")
    else { return nil }
    return ScoreTotals(base: base, bonus: bonus)
  }

  private mutating func points(_ node: YAML?, _ key: String) -> Cell? {
    guard let node, let cell = text(node, key) else { return nil }
    if let points = Decimal128(cell.text), !points.isNegative { return cell }
    report(wrongValue(key, node, .number), at: node.range)
    return nil
  }

  /// `[指标, 遴选]`, or one name.
  mutating func names(_ node: YAML?, _ key: String) -> [Cell] {
    guard let node else { return [] }
    let items = node.items ?? [node]
    return items.compactMap { text($0, key) }
  }

  mutating func ranking(_ node: YAML?) -> RankingBlock? {
    let keys = ["by", "result", "places", "excellent", "pass", "cut"]
    guard let node,
      let fields = fields(of: node, name: "ranking", allowed: keys, required: keys)
    else { return nil }
    let cells = keys.compactMap { text(fields[$0], $0) }
    guard cells.count == keys.count else { return nil }
    return RankingBlock(
      by: cells[0], result: cells[1], places: cells[2], excellent: cells[3], pass: cells[4],
      cut: cells[5], range: node.range)
  }
}
