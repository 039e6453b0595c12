import Core
import PolicyDocument
import PolicyPlan

extension PolicyView {
  /// A decision table, or only some of its rows.
  func decisionTable(_ table: DecisionTable, rows shown: [Int]? = nil) -> HTML {
    let compiled = plan?.tables.filter { $0.place.range == table.range } ?? []
    return scrolling(place(table.label)) {
      Tag.caption { place(HitPolicy.words(table.hitPolicy.text).capitalised) + unit(table) }
      Tag.thead {
        Tag.tr {
          Tag.th(Attribute("scope", "col")) { place("情形", "Case") }
          for (column, input) in table.inputs.enumerated() {
            header(input.text, compiled.first.map { $0.inputs[column] })
          }
          for output in table.outputs { header("→ " + output.text, nil) }
        }
      }
      Tag.tbody {
        for (index, row) in table.rows.enumerated() where shown?.contains(index) ?? true {
          Tag.tr {
            Tag.th(Attribute("scope", "row")) { place(row.title) }
            for (column, test) in row.tests.enumerated() {
              cell(test.text, compiled.first.flatMap { sentence(of: $0, index, column) })
            }
            for (column, value) in row.values.enumerated() {
              cell(value.text, sentence(ofValue: index, in: compiled, column))
            }
          }
          noteRow(on: row.range, columns: 1 + row.tests.count + row.values.count)
        }
      }
    }
  }

  func unit(_ table: DecisionTable) -> String {
    guard let unit = table.unit.map({ Plan.words(forUnit: $0) }) else { return "" }
    return place("（\(unit.zh)）", " (\(unit.en))")
  }

  private func header(_ text: String, _ input: NodeID?) -> HTML {
    Tag.th(Attribute("scope", "col")) {
      Tag.code { text }
      if let input, let plan {
        Tag.div(.class("small soft")) { place(plan.words(for: input)) }
      }
    }
  }

  /// A formula and, below it, what it says.
  private func cell(_ formula: String, _ sentence: Bilingual?) -> HTML {
    Tag.td {
      Tag.code { formula }
      if let sentence { Tag.div(.class("small")) { place(sentence) } }
    }
  }

  private func sentence(of table: TablePlan, _ row: Int, _ column: Int) -> Bilingual? {
    plan?.sentence(for: table.rows[row].tests[column], of: table.inputs[column])
  }

  /// The value's sentence; a plain number speaks for itself.
  private func sentence(ofValue row: Int, in tables: [TablePlan], _ column: Int) -> Bilingual? {
    guard let plan, tables.indices.contains(column) else { return nil }
    let node = tables[column].rows[row].value
    if case .constant = plan.nodes[node].operation { return nil }
    return plan.sentence(for: node)
  }
}

extension HitPolicy {
  /// What the letters of a hit policy say, for the caption of a table.
  static func words(_ text: String) -> Bilingual {
    switch HitPolicy(rawValue: text) {
    case .unique: Bilingual(zh: "只有一行符合", en: "exactly one row applies")
    case .any: Bilingual(zh: "符合的行结果相同", en: "all rows that apply agree")
    case .first: Bilingual(zh: "取最先符合的一行", en: "the first row that applies counts")
    case .sum: Bilingual(zh: "符合各行之和", en: "the sum of the rows that apply")
    case .minimum: Bilingual(zh: "符合各行中最小的", en: "the least of the rows that apply")
    case .maximum: Bilingual(zh: "符合各行中最大的", en: "the greatest of the rows that apply")
    case .count: Bilingual(zh: "符合的行数", en: "the number of rows that apply")
    case nil: Bilingual(text)
    }
  }
}
