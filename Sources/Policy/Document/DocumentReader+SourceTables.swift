import Core

extension DocumentReader {
  static let sourceTableHeading = "#### 原文 `名称`（单位） · As written"

  /// A table under a heading ``原文 `name` ``: the bands as the author of the text wrote them, in the
  /// form of a decision table. The name is that of the table that applies them, or of its own.
  mutating func readSourceTable(_ table: PlainTable, name: Cell, unit: String?) {
    register(name, as: .sourceTable)
    let label = Bilingual(zh: name.text, en: name.text)
    guard let bands = decisionTable(table, name: name, label: label, unit: unit) else { return }
    checkContinuations(bands)
    append(.sourceTable(sourceTables.count))
    sourceTables.append(bands)
  }

  /// “And so on” goes on from something: from two rows, or from one by a step that it states.
  private mutating func checkContinuations(_ table: DecisionTable) {
    for (index, row) in table.rows.enumerated() where row.isContinuation {
      let cells = row.tests + row.values
      let stated = table.rows[..<index].reversed().prefix { !$0.isContinuation }.count
      let isComplete = cells.allSatisfy { $0.text.hasPrefix("… ") }
      let needed = isComplete ? 1 : 2
      let goesOn = cells.allSatisfy { $0.text.hasPrefix("…") }
      if table.inputs.count != 1 || !goesOn || stated < needed {
        report(.continuationOfNothing, at: row.range)
      }
    }
  }
}
