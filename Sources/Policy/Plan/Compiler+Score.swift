import Core
import FEEL
import PolicyDocument

/// Score tables: each row a rule, and the sums that the document states.
extension Compiler {
  mutating func scoreSheet(_ benefit: Benefit, _ totals: ScoreTotals) -> ScoreSheet? {
    var items: [ScoreSheet.Item] = []
    var vetoes: [ScoreSheet.Veto] = []
    for row in benefit.scoreRows {
      guard let kind = row.kind.item else {
        guard row.kind == .veto, let rule = compile(row, in: benefit, [.boolean]) else { continue }
        vetoes.append(ScoreSheet.Veto(rule: rule, evidence: row.evidence))
        continue
      }
      guard let rule = compile(row, in: benefit, [.number]) else { continue }
      items.append(
        ScoreSheet.Item(
          kind: kind, rule: rule, maximum: row.points, evidence: row.evidence))
    }
    prove(totals, benefit)
    guard let base = Decimal128(totals.base.text), let bonus = Decimal128(totals.bonus.text) else {
      return nil
    }
    let groups = benefit.scoreRows.filter { $0.kind == .group }
    return ScoreSheet(
      items: items, vetoes: vetoes,
      groups: groups.map { ScoreSheet.Group(id: $0.id.text, label: $0.label) },
      base: base, bonus: bonus)
  }

  private mutating func compile(
    _ row: ScoreRow, in benefit: Benefit, _ types: [FEELType]
  ) -> RulePlan? {
    guard let expression = row.expression else { return nil }
    return compileRow(row.id, row.label, expression, row.range, in: benefit, types)
  }

  /// Holds the column of maxima against the totals in front and against the rows of groups.
  private mutating func prove(_ totals: ScoreTotals, _ benefit: Benefit) {
    let rows = benefit.scoreRows
    prove(totals.base, sum(rows.filter { $0.kind == .base }), Bilingual(zh: "基本分", en: "base"))
    prove(totals.bonus, sum(rows.filter { $0.kind == .bonus }), Bilingual(zh: "加分", en: "bonus"))
    for group in rows where group.kind == .group {
      guard let stated = group.maximum else { continue }
      let members = rows.filter { $0.kind != .group && $0.id.text.hasPrefix(group.id.text + ".") }
      let name = Bilingual(zh: "分组 \(group.id.text) ", en: "group \(group.id.text)")
      prove(stated, sum(members), name)
    }
  }

  private mutating func prove(_ stated: Cell, _ sum: Decimal128, _ what: Bilingual) {
    guard let total = Decimal128(stated.text), total != sum else { return }
    refuse(
      "PLN094", stated.range,
      Bilingual(
        zh: "\(what.zh)写明共 \(total) 分，各项最高分之和是 \(sum) 分",
        en: "the \(what.en) is stated as \(total) points; the most of its items add up to \(sum)"),
      Bilingual(
        zh: "请对照原文，改正总分或某一项的最高分。",
        en: "Compare with the source and correct the total or the most of an item."))
  }

  private func sum(_ rows: [ScoreRow]) -> Decimal128 {
    rows.compactMap(\.points).reduce(.zero) { $0.adding($1) ?? $0 }
  }
}

extension ScoreRow {
  fileprivate var points: Decimal128? { maximum.flatMap { Decimal128($0.text) } }
}

extension ScoreRow.Kind {
  fileprivate var item: ScoreSheet.Kind? {
    switch self {
    case .base: .base
    case .bonus: .bonus
    case .deduction: .deduction
    case .veto, .group: nil
    }
  }
}
