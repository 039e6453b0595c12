import Core
import XMLText

extension DocumentWriting {
  /// The tables of some elements; those of one heading, which a document writes as columns of one
  /// table, together.
  func tables(_ elements: [XMLElement]) -> [String] {
    var groups: [[XMLElement]] = []
    for element in elements {
      let heading = element.ours("table")?["zh"]
      let inputs = element.first("decisionTable")?.all("input").map(\.inputText)
      let place = groups.firstIndex { group in
        heading != nil && group[0].ours("table")?["zh"] == heading
          && group[0].first("decisionTable")?.all("input").map(\.inputText) == inputs
      }
      if let place { groups[place].append(element) } else { groups.append([element]) }
    }
    return groups.map(table)
  }

  func table(_ elements: [XMLElement]) -> String {
    let tables = elements.compactMap { $0.first("decisionTable") }
    let place = elements[0].ours("table")
    let names = elements.map { $0.first("variable")?["name"] ?? $0["name"] ?? "" }
    let label = place?.label() ?? Bilingual(names[0])
    let unit = place?["unit"].map { "（\($0)）" } ?? ""
    let outputs = zip(names, tables).flatMap { name, table in
      let own = table.all("output").map { $0["name"] ?? "" }
      return own.count > 1 ? own : [name]
    }
    let header =
      [DocumentWriting.policy(tables[0])] + tables[0].all("input").map { formula($0.inputText) }
      + outputs.map { "→ " + $0 }
    let rows = tables[0].all("rule").enumerated().map { number, rule -> [String] in
      let label =
        rule.ours("row")?.label() ?? Bilingual(rule.first("description")?.text ?? "\(number + 1)")
      let values = tables.flatMap { table in
        let rules = table.all("rule")
        return number < rules.count ? rules[number].all("outputEntry") : []
      }
      return [DocumentWriting.both(label)]
        + (rule.all("inputEntry") + values).map { cell($0.first("text")?.text ?? "-") }
    }
    return "#### 决策表 `\(label.zh)`\(unit) · \(label.en)\n\n"
      + DocumentWriting.table(header, rows)
  }
}

extension XMLElement {
  /// Of an input of a decision table, its expression.
  fileprivate var inputText: String { first("inputExpression")?.first("text")?.text ?? "" }
}
