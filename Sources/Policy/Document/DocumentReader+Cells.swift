import Core
import MarkdownText

extension Cell {
  /// The text of a cell as people read it: `\|` is a bar.
  var unescaped: String { text.replacing("\\|", with: "|") }

  /// `中文 · English`, or the same text in both.
  var title: Bilingual { Bilingual(splitting: unescaped) ?? Bilingual(unescaped) }
}

extension DocumentReader {
  /// What stands between the backticks of a cell that is one code span; `nil` for other cells.
  private func inside(_ cell: Cell) -> Cell? {
    let spans = CodeSpan.all(in: source, within: cell.range)
    guard spans.count == 1, spans[0].range == cell.range else { return nil }
    return self.cell(spans[0].content)
  }

  /// The inside of a cell that may be a code span, else the cell as it is.
  func unwrapped(_ cell: Cell) -> Cell { inside(cell) ?? cell }

  /// The inside of a cell that has to be a code span.
  mutating func code(_ cell: Cell) -> Cell {
    if let inside = inside(cell) { return inside }
    report(.notCode(cell.text), at: cell.range)
    return cell
  }

  /// The name in a code span, fit to be used in rules.
  mutating func name(_ cell: Cell) -> Cell {
    guard let name = inside(cell) else { return code(cell) }
    checkName(name)
    return name
  }

  /// `skill-upgrade` in a code span.
  mutating func identifier(_ cell: Cell) -> Cell {
    guard let id = inside(cell) else { return code(cell) }
    if !id.text.isIdentifier {
      report(.wrongCell(column: "id", found: id.text, expected: .identifier), at: id.range)
    }
    return id
  }

  mutating func checkName(_ name: Cell) {
    if let sign = name.text.unicodeScalars.first(where: { $0.halfWidth != nil }),
      let half = sign.halfWidth
    {
      report(.fullWidthSign(Character(sign), half: half), at: name.range)
    } else if !name.text.isName {
      report(.badName(name.text), at: name.range)
    }
  }

  mutating func label(zh: Cell, en: Cell) -> Bilingual {
    if zh.text.isEmpty || en.text.isEmpty {
      report(.labelIncomplete, at: zh.range.joined(en.range))
    }
    return Bilingual(zh: zh.unescaped, en: en.unescaped)
  }

  /// `中文 · English` in one cell.
  mutating func label(_ cell: Cell) -> Bilingual {
    if let label = Bilingual(splitting: cell.unescaped) { return label }
    report(.labelIncomplete, at: cell.range)
    return Bilingual(cell.text)
  }

  /// A date in a cell; an empty cell is no date.
  mutating func date(_ cell: Cell, column: String) -> CivilDate? {
    guard !cell.text.isEmpty else { return nil }
    if let date = CivilDate(unwrapped(cell).text) { return date }
    report(.wrongCell(column: column, found: cell.text, expected: .date), at: cell.range)
    return nil
  }

  /// The value of a parameter or a target.
  mutating func value(_ cell: Cell, column: String) -> Cell {
    let value = unwrapped(cell)
    if value.text.isEmpty {
      report(.emptyCell(column: column), at: cell.range)
    } else {
      refuseSeparators(value, column: column)
    }
    return value
  }

  /// FEEL would take `1,000` for two numbers.
  mutating func refuseSeparators(_ value: Cell, column: String) {
    guard value.text.hasSeparators else { return }
    report(.wrongCell(column: column, found: value.text, expected: .number), at: value.range)
  }
}
