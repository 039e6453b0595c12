import Core

extension DocumentReader {
  static let targetHeader = [
    Bilingual(zh: "目标", en: "Target"), Bilingual("id"), Bilingual("说明"), Bilingual("Label"),
    Bilingual(zh: "值", en: "Value"), Bilingual(zh: "单位", en: "Unit"),
    Bilingual(zh: "期限", en: "Due"),
  ]
  static let provisionHeader = [
    Bilingual(zh: "规定", en: "Provision"), Bilingual("id"), Bilingual("说明"), Bilingual("Label"),
    Bilingual("对象 · Addressee"),
  ]

  /// Figures that the document wants reached.
  mutating func readTargets(_ table: PlainTable) {
    guard hasHeader(table, DocumentReader.targetHeader) else { return }
    let first = targets.count
    for row in table.rows {
      let cells = row.cells
      let id = identifier(cells[1])
      register(id, as: .target)
      targets.append(
        TargetRow(
          kind: kind(cells[0], column: table.header[0].text), id: id,
          label: label(zh: cells[2], en: cells[3]),
          value: value(cells[4], column: table.header[4].text),
          unit: cells[5].text.isEmpty ? nil : cells[5].text,
          due: date(cells[6], column: table.header[6].text), section: currentSection,
          range: row.range))
    }
    append(.targets(first..<targets.count))
  }

  /// Statuses, priorities and permissions.
  mutating func readProvisions(_ table: PlainTable) {
    guard hasHeader(table, DocumentReader.provisionHeader) else { return }
    let first = provisions.count
    for row in table.rows {
      let cells = row.cells
      let id = identifier(cells[1])
      register(id, as: .provision)
      provisions.append(
        ProvisionRow(
          kind: kind(cells[0], column: table.header[0].text), id: id,
          label: label(zh: cells[2], en: cells[3]), addressee: label(cells[4]),
          section: currentSection, range: row.range))
    }
    append(.provisions(first..<provisions.count))
  }

  /// The word in the first column, from a closed list.
  private mutating func kind<Kind: NamedKind>(_ cell: Cell, column: String) -> Kind {
    if let kind = Kind.allCases.first(where: { [$0.name.zh, $0.name.en].contains(cell.text) }) {
      note(kind.name, at: cell.range)
      return kind
    }
    let isChinese = cell.text.unicodeScalars.first?.isASCII != true
    let words = Kind.allCases.map { isChinese ? $0.name.zh : $0.name.en }
    report(.unknownWord(cell.text, column: column, allowed: words), at: cell.range)
    return Kind.fallback
  }
}
