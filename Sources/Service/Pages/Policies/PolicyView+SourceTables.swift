import Core
import PolicyDocument

extension PolicyView {
  /// The bands of a table as the author of the text wrote them, with what is made of them.
  func sourceTable(_ table: DecisionTable) -> HTML {
    Tag.div(.class("as-written")) {
      Tag.p(.class("small")) { standing(of: table) }
      scrolling(place("原文所写", "As written")) {
        Tag.caption { place("原文所写", "As written") + unit(table) }
        Tag.thead {
          Tag.tr {
            Tag.th(Attribute("scope", "col")) { place("情形", "Case") }
            for input in table.inputs {
              Tag.th(Attribute("scope", "col")) { Tag.code { input.text } }
            }
            for output in table.outputs {
              Tag.th(Attribute("scope", "col")) { Tag.code { "→ " + output.text } }
            }
          }
        }
        Tag.tbody {
          for row in table.rows {
            Tag.tr {
              Tag.th(Attribute("scope", "row")) { place(row.title) }
              for cell in row.tests + row.values { Tag.td { Tag.code { cell.text } } }
            }
            noteRow(on: row.range, columns: 1 + row.tests.count + row.values.count)
          }
        }
      }
    }
  }

  /// What the table is for, with a link to the one that applies it.
  private func standing(of table: DecisionTable) -> HTML {
    guard let applied = document.tables.first(where: { $0.name.text == table.name.text }) else {
      return HTML(
        place("原文这样写，仅供对照，不参与计算。", "The text has it so; for comparison, never run."))
    }
    return HTML(place("原文这样写，仅供对照；适用的是", "The text has it so, for comparison; what applies is "))
      + Tag.a(.href("#" + document.sections[applied.section].anchor)) { place(applied.label) }
      + HTML(place("。", "."))
  }
}
