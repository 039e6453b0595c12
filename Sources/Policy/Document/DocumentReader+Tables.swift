import Core
import MarkdownText

/// A table's header and its well-formed rows.
struct PlainTable {
  let header: [Cell]
  let headerRange: SourceRange
  let rows: [Row]
  /// Whether every line became a row.
  let isWhole: Bool
  let range: SourceRange

  struct Row {
    let cells: [Cell]
    let range: SourceRange
  }
}

extension DocumentReader {
  /// Finds out from the header, and from what the heading announced, which kind of table it is.
  mutating func readTable(_ block: SourceRange) {
    guard let table = plainTable(block) else { return }
    let first = table.header.first?.text ?? ""
    switch first {
    case "规则", "Rule": readRules(table)
    case "评分", "Score": readScore(table)
    case "参数", "Parameter": readParameters(table)
    case "目标", "Target": readTargets(table)
    case "规定", "Provision": readProvisions(table)
    case "例", "Example": readExamples(table)
    default:
      if case .decisionTable(let name, let label, let unit) = heading {
        heading = .plain
        readDecisionTable(table, name: name, label: label, unit: unit)
      } else if case .sourceTable(let name, let unit) = heading {
        heading = .plain
        readSourceTable(table, name: name, unit: unit)
      } else if DecisionTable.hitPolicies.contains(first) {
        report(.decisionTableWithoutHeading, at: table.headerRange)
      } else {
        report(.unknownTable(first: first), at: table.headerRange)
      }
    }
  }

  /// Splits the lines of a table into cells; rows of another width are reported and left out.
  private mutating func plainTable(_ block: SourceRange) -> PlainTable? {
    guard let text = TableText(source, range: block) else {
      report(.brokenTable, at: LineIndex(source, in: block)[1])
      return nil
    }
    var rows: [PlainTable.Row] = []
    for row in [text.header] + text.rows {
      for span in row.cells.flatMap({ CodeSpan.all(in: source, within: $0) })
      where source.slice(span.content).contains("|") {
        report(.barInCode, at: span.range)
      }
      if row.cells.count == text.header.cells.count {
        rows.append(PlainTable.Row(cells: row.cells.map(cell), range: source.trimmed(row.range)))
      } else {
        report(
          .wrongNumberOfCells(found: row.cells.count, expected: text.header.cells.count),
          at: source.trimmed(row.range))
      }
    }
    return PlainTable(
      header: rows[0].cells, headerRange: rows[0].range, rows: Array(rows.dropFirst()),
      isWhole: rows.count == text.rows.count + 1, range: source.trimmed(block))
  }

  /// Checks a header, whose columns are named in either language.
  mutating func hasHeader(_ table: PlainTable, _ columns: [Bilingual]) -> Bool {
    let fits =
      table.header.count == columns.count
      && zip(table.header, columns).allSatisfy { $0.text == $1.zh || $0.text == $1.en }
    if fits {
      for (cell, column) in zip(table.header, columns) { note(column, at: cell.range) }
    } else {
      report(.wrongHeader(expected: columns.map(\.zh)), at: table.headerRange)
    }
    return fits
  }

  /// Remembers a word of the form that has two languages.
  mutating func note(_ word: Bilingual, at range: SourceRange) {
    if word.zh != word.en { words.append(FormWord(range: range, forms: word)) }
  }
}
