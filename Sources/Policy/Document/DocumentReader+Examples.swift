import Core

extension DocumentReader {
  /// A table of worked examples under a heading ``算例 `benefit` ``.
  mutating func readExamples(_ table: PlainTable) {
    guard case .examples(let benefit) = heading else {
      report(.headingWithoutName(example: DocumentReader.exampleHeading), at: table.headerRange)
      return
    }
    guard let split = splitColumns(table) else { return }
    note(Bilingual(zh: "例", en: "Example"), at: table.header[0].range)
    forgetNames(of: .example)
    for row in table.rows {
      if row.cells[0].text.isEmpty {
        report(.emptyCell(column: table.header[0].text), at: row.cells[0].range)
      } else {
        register(row.cells[0], as: .example)
      }
    }
    append(.examples(examples.count))
    examples.append(
      ExampleTable(
        benefit: benefit, section: currentSection, inputs: split.inputs, outputs: split.outputs,
        rows: table.rows.map { row in
          let cells = row.cells.dropFirst().map(unwrapped)
          return ExampleTable.Row(
            name: row.cells[0], title: row.cells[0].title,
            inputs: Array(cells.prefix(split.inputs.count)),
            outputs: Array(cells.dropFirst(split.inputs.count)), range: row.range)
        }, range: table.range))
  }

  static let exampleHeading = "#### 算例 `benefit-id` · Worked examples"

  /// Examples name a benefit of this document, wherever it stands.
  mutating func checkExamples() {
    let known = benefits.map(\.id.text)
    let amended = amendments.map { $0.document.text + "/" }
    for table in examples where !known.contains(table.benefit.text) {
      // Benefits of the documents it amends go by their full ids.
      if amended.contains(where: table.benefit.text.hasPrefix) { continue }
      report(.examplesOfNothing(table.benefit.text, known: known), at: table.benefit.range)
    }
  }
}
