/// Tables.
extension Composer {
  /// A row whose cells are broken into lines.
  private struct SetRow {
    /// By column: each line, and where it begins below the upper edge of the row's text.
    let cells: [[(line: TypesetLine, top: Double)]]
    let isTotal: Bool
    let isHeader: Bool

    /// Of the text, without what is left free around it.
    var height: Double {
      cells.compactMap { cell in cell.last.map { $0.top + $0.line.leading } }.max() ?? 0
    }
  }

  private struct Frame {
    let columns: [(x: Double, width: Double, alignment: PrintedTable.Column.Alignment)]
    let header: SetRow?
  }

  private static let padding = 3.5
  private static let gutter = 10.0

  mutating func add(_ table: PrintedTable) throws(PrintProblem) {
    let columns = Self.columns(table.columns)
    let header =
      table.header.isEmpty
      ? nil
      : try set(
        PrintedTable.Row(table.header.map { [PrintedText($0, .small)] }), columns, isHeader: true)
    let frame = Frame(columns: columns, header: header)
    var rows: [SetRow] = []
    for row in table.rows { rows.append(try set(row, columns, isHeader: false)) }
    begin(frame, keeping: rows.first)
    for row in rows { place(row, frame) }
    rule(.edge)
    put(.close("Table"))
    y += 8
  }

  private static func columns(
    _ columns: [PrintedTable.Column]
  ) -> [(x: Double, width: Double, alignment: PrintedTable.Column.Alignment)] {
    let shares = Double(max(1, columns.reduce(0) { $0 + $1.share }))
    let free = Sheet.contentWidth - gutter * Double(max(0, columns.count - 1))
    var x = Sheet.margin
    return columns.map { column in
      let width = free * Double(column.share) / shares
      defer { x += width + gutter }
      return (x, width, column.alignment)
    }
  }

  private func set(
    _ row: PrintedTable.Row,
    _ columns: [(x: Double, width: Double, alignment: PrintedTable.Column.Alignment)],
    isHeader: Bool
  ) throws(PrintProblem) -> SetRow {
    var cells: [[(line: TypesetLine, top: Double)]] = []
    for (cell, column) in zip(row.cells, columns) {
      var lines: [(line: TypesetLine, top: Double)] = []
      var top = 0.0
      for text in cell {
        for line in try typesetter.lines(text, width: column.width) {
          lines.append((line, top))
          top += line.leading
        }
      }
      cells.append(lines)
    }
    return SetRow(cells: cells, isTotal: row.isTotal, isHeader: isHeader)
  }

  /// The upper edge and the header, on this page where the first row fits below them.
  private mutating func begin(_ frame: Frame, keeping first: SetRow?) {
    let header = frame.header.map { $0.height + 2 * Self.padding } ?? 0
    let needed = header + min(first?.height ?? 0, 120) + 2 * Self.padding
    if needed > room, !isPageEmpty { turnPage() }
    put(.open("Table"))
    rule(.edge)
    if let row = frame.header { draw(row, frame) }
  }

  private mutating func rule(_ rule: Rule) {
    put(
      .rule(
        x: Sheet.margin, y: y, width: Sheet.contentWidth, weight: rule.weight, grey: rule.grey))
  }

  private enum Rule {
    /// Above and below a table.
    case edge
    /// Below its header and above what sums up.
    case inner
    /// Between rows.
    case row

    var weight: Double { self == .edge ? 0.9 : 0.5 }
    var grey: Double { self == .row ? 0.75 : 0.1 }
  }

  private mutating func turnPage(_ frame: Frame) {
    rule(.inner)
    put(.close("Table"))
    turnPage()
    put(.open("Table"))
    rule(.edge)
    if let header = frame.header { draw(header, frame) }
  }

  private mutating func place(_ row: SetRow, _ frame: Frame) {
    let needed = row.height + 2 * Self.padding
    let header = frame.header.map { $0.height + 2 * Self.padding } ?? 0
    if needed > room {
      guard needed > Sheet.bottom - Sheet.top - header else {
        turnPage(frame)
        return draw(row, frame)
      }
      return drawInParts(row, frame)
    }
    draw(row, frame)
  }

  private mutating func draw(_ row: SetRow, _ frame: Frame) {
    if row.isTotal { rule(.inner) }
    draw(row.cells, isHeader: row.isHeader, frame)
    y += row.height + 2 * Self.padding
    if !row.isTotal { rule(row.isHeader ? .inner : .row) }
  }

  /// A row that no page holds: as many lines of each cell as fit, and the rest on the next page.
  private mutating func drawInParts(_ row: SetRow, _ frame: Frame) {
    var rest = row.cells
    while rest.contains(where: { !$0.isEmpty }) {
      var now: [[(line: TypesetLine, top: Double)]] = []
      var height = 0.0
      for index in rest.indices {
        let start = rest[index].first?.top ?? 0
        let fitting = rest[index].prefix {
          $0.top - start + $0.line.leading <= room - 2 * Self.padding
        }
        let shown = fitting.map { (line: $0.line, top: $0.top - start) }
        if let last = shown.last { height = max(height, last.top + last.line.leading) }
        rest[index].removeFirst(fitting.count)
        now.append(shown)
      }
      if height == 0 {
        turnPage(frame)
        continue
      }
      draw(now, isHeader: false, frame)
      y += height + 2 * Self.padding
      if rest.contains(where: { !$0.isEmpty }) { turnPage(frame) } else { rule(.row) }
    }
  }

  private mutating func draw(
    _ cells: [[(line: TypesetLine, top: Double)]], isHeader: Bool, _ frame: Frame
  ) {
    put(.open("TR"))
    for (cell, column) in zip(cells, frame.columns) where !cell.isEmpty {
      put(.open(isHeader ? "TH" : "TD"))
      for (line, top) in cell {
        let x = column.alignment == .start ? column.x : column.x + column.width - line.width
        put(.line(line, x: x, baseline: y + Self.padding + top + line.ascent))
      }
      put(.close(isHeader ? "TH" : "TD"))
    }
    put(.close("TR"))
  }
}
