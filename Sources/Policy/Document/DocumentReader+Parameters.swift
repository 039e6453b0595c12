import Core

extension DocumentReader {
  static let parameterHeader = [
    Bilingual(zh: "参数", en: "Parameter"), Bilingual("说明 · Label"), Bilingual(zh: "自", en: "From"),
    Bilingual(zh: "至", en: "To"), Bilingual(zh: "值", en: "Value"), Bilingual(zh: "单位", en: "Unit"),
    Bilingual(zh: "出处", en: "Source"),
  ]

  mutating func readParameters(_ table: PlainTable) {
    guard hasHeader(table, DocumentReader.parameterHeader) else { return }
    let first = parameters.count
    for row in table.rows {
      let cells = row.cells
      let from = date(cells[2], column: table.header[2].text)
      let to = date(cells[3], column: table.header[3].text)
      if let from, let to, to < from {
        report(.periodBackwards, at: cells[2].range.joined(cells[3].range))
      }
      parameters.append(
        ParameterRow(
          name: name(cells[0]), label: cells[1].text.isEmpty ? nil : label(cells[1]), from: from,
          to: to, value: value(cells[4], column: table.header[4].text),
          unit: cells[5].text.isEmpty ? nil : cells[5].text,
          cites: cells[6].text.isEmpty ? nil : cells[6].text, section: currentSection,
          range: row.range))
    }
    append(.parameters(first..<parameters.count))
  }

  /// A parameter has one value a day, from its first row to its last, and a label.
  mutating func checkPeriods() {
    for (name, rows) in Dictionary(grouping: parameters, by: \.name.text) {
      if let first = rows.first, rows.allSatisfy({ $0.label == nil }) {
        report(.parameterWithoutLabel(name), at: first.name.range)
      }
      let ordered = rows.sorted { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
      for (before, after) in zip(ordered, ordered.dropFirst()) {
        let line = source.position(at: before.range.start).line
        let end = before.to ?? .latest
        let start = after.from ?? .earliest
        if start <= end {
          report(.periodsOverlap(name, line: line), at: after.range)
        } else if start.dayNumber > end.dayNumber + 1 {
          report(.periodsLeaveGap(name, line: line), at: after.range)
        }
      }
    }
  }
}

extension CivilDate {
  fileprivate static let earliest = CivilDate(dayNumber: .min)
  fileprivate static let latest = CivilDate(dayNumber: .max - 1)
}
