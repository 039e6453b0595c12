import Core
import MarkdownText

extension DecisionTable {
  /// As DMN 1.5, 8.2.10 abbreviates them.
  static let hitPolicies: Set<String> = [
    "U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "C#",
  ]
}

extension DocumentReader {
  /// A table under a heading ``决策表 `name` ``: hit policy, inputs, results marked by `→`.
  mutating func readDecisionTable(
    _ table: PlainTable, name: Cell, label: Bilingual, unit: String?
  ) {
    register(name, as: .table)
    guard let decisionTable = decisionTable(table, name: name, label: label, unit: unit) else {
      return
    }
    for output in decisionTable.outputs { checkName(output) }
    append(.table(tables.count))
    tables.append(decisionTable)
  }

  /// The columns and rows of a table whose first header cell is a hit policy; `nil` where the
  /// columns are not in order, which was then reported.
  mutating func decisionTable(
    _ table: PlainTable, name: Cell, label: Bilingual, unit: String?
  ) -> DecisionTable? {
    let policy = table.header[0]
    if !DecisionTable.hitPolicies.contains(policy.text) {
      report(
        .wrongCell(column: policy.text, found: policy.text, expected: .hitPolicy), at: policy.range)
    }
    guard let split = splitColumns(table) else { return nil }
    forgetNames(of: .row)
    for row in table.rows { checkRowLabel(row.cells[0], column: policy.text) }
    return DecisionTable(
      name: name, label: label, unit: unit, section: currentSection, hitPolicy: policy,
      inputs: split.inputs, outputs: split.outputs,
      rows: table.rows.map { row in
        let cells = row.cells.dropFirst().map(unwrapped)
        return DecisionTable.Row(
          label: row.cells[0], title: row.cells[0].title,
          tests: Array(cells.prefix(split.inputs.count)),
          values: Array(cells.dropFirst(split.inputs.count)), range: row.range)
      }, range: table.range)
  }

  /// Columns behind the first: inputs, then results with their arrows taken off.
  mutating func splitColumns(_ table: PlainTable) -> (inputs: [Cell], outputs: [Cell])? {
    var inputs: [Cell] = []
    var outputs: [Cell] = []
    var isInOrder = true
    for column in table.header.dropFirst() {
      if column.text.isEmpty { report(.emptyCell(column: "→"), at: table.headerRange) }
      guard column.text.hasPrefix("→") else {
        if !outputs.isEmpty { isInOrder = false }
        inputs.append(unwrapped(column))
        continue
      }
      let arrow = "→".utf8.count
      let rest = source.trimmed(SourceRange(column.range.start + arrow, column.range.end))
      outputs.append(unwrapped(cell(rest)))
    }
    if !isInOrder || outputs.isEmpty {
      report(.columnsOutOfOrder, at: table.headerRange)
      return nil
    }
    return (inputs, outputs)
  }

  mutating func checkRowLabel(_ label: Cell, column: String) {
    if label.text.isEmpty {
      report(.emptyCell(column: column), at: label.range)
    } else {
      register(label, as: .row)
    }
  }
}
