import Core
import PolicyDocument
import PolicyPlan

extension PolicyView {
  /// A score sheet: groups, items with their most points and the proof they ask for, each formula
  /// with its sentence.
  func scoreTable(_ benefit: Benefit, _ totals: ScoreTotals) -> HTML {
    let sheet = sheet(of: benefit)
    return scrolling(place("评分表", "Score sheet")) {
      Tag.caption {
        place(
          "评分表：基本项共 \(totals.base.text) 分，加分项共 \(totals.bonus.text) 分",
          "Score sheet: base items \(totals.base.text) points, bonus items \(totals.bonus.text)")
      }
      Tag.thead {
        Tag.tr {
          for title in Self.scoreColumns { Tag.th(Attribute("scope", "col")) { place(title) } }
        }
      }
      Tag.tbody {
        for row in benefit.scoreRows {
          scoreRow(row, sheet)
          noteRow(on: row.range, columns: Self.scoreColumns.count)
        }
      }
    }
  }

  private static let scoreColumns = [
    Bilingual(zh: "编号", en: "Item"), Bilingual(zh: "内容", en: "What for"),
    Bilingual(zh: "最高", en: "Most"), Bilingual(zh: "怎样计分", en: "How points are given"),
    Bilingual(zh: "证明材料", en: "Evidence"),
  ]

  private func sheet(of benefit: Benefit) -> ScoreSheet? {
    guard case .score(let sheet)? = plan(of: benefit)?.payment else { return nil }
    return sheet
  }

  private func scoreRow(_ row: ScoreRow, _ sheet: ScoreSheet?) -> HTML {
    guard row.kind != .group else {
      return Tag.tr {
        Tag.th(Attribute("scope", "rowgroup"), Attribute("colspan", "2")) {
          Tag.code { row.id.text }
          " " + place(row.label.capitalised)
        }
        Tag.td(.class("number")) { row.maximum?.text ?? "" }
        Tag.td(Attribute("colspan", "2")) {}
      }
    }
    let rule = sheet?.rules.first { $0.place.range == row.range }
    return Tag.tr {
      Tag.th(Attribute("scope", "row")) { Tag.code { row.id.text } }
      Tag.td {
        Tag.span(.class("kind")) { place(row.kind.label) }
        " " + place(row.label.capitalised)
      }
      Tag.td(.class("number")) { row.maximum?.text ?? "" }
      Tag.td {
        if let rule, let plan { Tag.p(.class("reads")) { place(plan.sentence(for: rule.node)) } }
        if let expression = row.expression {
          Tag.p(.class("formula")) { Tag.code { expression.text } }
        }
      }
      Tag.td { row.evidence.map { place($0) } ?? "" }
    }
  }
}

extension ScoreRow.Kind {
  /// What readers of a sheet call the kind.
  fileprivate var label: Bilingual {
    switch self {
    case .base: Bilingual(zh: "基本", en: "Base")
    case .bonus: Bilingual(zh: "加分", en: "Bonus")
    case .deduction: Bilingual(zh: "扣分", en: "Deduction")
    case .veto: Bilingual(zh: "一票否决", en: "Veto")
    case .group: Bilingual(zh: "分组", en: "Group")
    }
  }
}
