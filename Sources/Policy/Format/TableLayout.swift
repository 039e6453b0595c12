import Core
import MarkdownText

/// Lays out a table: cells padded to the width of their column, Chinese characters two wide.
///
/// A cell wider than `widestColumn` sticks out, so that one long formula does not push every other
/// row to its length.
struct TableLayout {
  private let table: TableText
  private let source: SourceText
  private let widths: [Int]

  /// In terminal columns.
  private static let widestColumn = 80

  init(_ table: TableText, _ source: SourceText) {
    self.table = table
    self.source = source
    var widths = [Int](repeating: 1, count: table.header.cells.count)
    for row in [table.header] + table.rows where row.cells.count == widths.count {
      for (column, cell) in row.cells.enumerated() {
        let width = source.slice(cell).terminalWidth
        if width <= TableLayout.widestColumn { widths[column] = max(widths[column], width) }
      }
    }
    self.widths = widths
  }

  var text: String {
    ([line(table.header), rule] + table.rows.map(line)).joined(separator: "\n")
  }

  /// A row with another number of cells than the header stays as it was written: it is an error
  /// that the author has to mend.
  private func line(_ row: TableText.Row) -> String {
    guard row.cells.count == widths.count else { return source.slice(source.trimmed(row.range)) }
    let cells = row.cells.enumerated().map { padded(source.slice($1), column: $0) }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func padded(_ text: String, column: Int) -> String {
    let missing = max(0, widths[column] - text.terminalWidth)
    func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
    switch table.alignments[column] {
    case .right: return blanks(missing) + text
    case .centre: return blanks(missing / 2) + text + blanks(missing - missing / 2)
    case .left, .none: return text + blanks(missing)
    }
  }

  /// The line of dashes under the header.
  private var rule: String {
    let cells = table.alignments.enumerated().map { column, alignment in
      let width = widths[column] + 2
      switch alignment {
      case .none: return String(repeating: "-", count: width)
      case .left: return ":" + String(repeating: "-", count: width - 1)
      case .right: return String(repeating: "-", count: width - 1) + ":"
      case .centre: return ":" + String(repeating: "-", count: width - 2) + ":"
      }
    }
    return "|" + cells.joined(separator: "|") + "|"
  }
}

extension String {
  /// Columns a terminal gives this text.
  fileprivate var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }
}
