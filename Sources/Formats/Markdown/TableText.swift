package import Core

/// A table as its lines say (GFM 0.29, 4.10), because cmark drops cells beyond the header's
/// number and adds missing ones without a word.
package struct TableText: Sendable {
  package let range: SourceRange
  package let header: Row
  package let alignments: [Alignment]
  package let rows: [Row]

  package struct Row: Sendable {
    /// The whole line.
    package let range: SourceRange
    /// The text of each cell, without the blanks around it.
    package let cells: [SourceRange]
  }

  package enum Alignment: Sendable { case none, left, centre, right }

  /// Reads the lines `range` of a table block, from its header to its last row; `nil` when there
  /// are no header and delimiter lines of equal width.
  package init?(_ source: SourceText, range: SourceRange) {
    let lines = LineIndex(source, in: range).lines
    guard lines.count >= 2 else { return nil }
    let rows = lines.map { Row(range: $0, cells: TableText.cells(of: $0, in: source)) }
    let alignments = rows[1].cells.compactMap { TableText.alignment(source.slice($0)) }
    guard alignments.count == rows[1].cells.count, !alignments.isEmpty,
      rows[0].cells.count == alignments.count
    else { return nil }
    self.range = range
    header = rows[0]
    self.alignments = alignments
    self.rows = Array(rows.dropFirst(2))
  }

  /// Cells between bars; a bar behind a backslash or inside a code span divides nothing.
  package static func cells(of line: SourceRange, in source: SourceText) -> [SourceRange] {
    let text = source.trimmed(line)
    guard text.start < text.end else { return [] }
    let bar = UInt8(ascii: "|")
    let spans = CodeSpan.all(in: source, within: text)
    var spanIndex = 0
    var start = source.bytes[text.start] == bar ? text.start + 1 : text.start
    var position = start
    var cells: [SourceRange] = []
    while position < text.end {
      while spanIndex < spans.count, spans[spanIndex].range.end <= position { spanIndex += 1 }
      if spanIndex < spans.count, spans[spanIndex].range.start <= position {
        position = spans[spanIndex].range.end
        continue
      }
      if source.bytes[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if source.bytes[position] == bar {
        cells.append(source.trimmed(SourceRange(start, position)))
        start = position + 1
      }
      position += 1
    }
    if start < text.end { cells.append(source.trimmed(SourceRange(start, text.end))) }
    return cells
  }

  private static func alignment(_ text: String) -> Alignment? {
    let dashes = text.drop { $0 == ":" }.prefix { $0 == "-" }
    let isLeft = text.first == ":"
    let isRight = text.last == ":"
    let colons = (isLeft ? 1 : 0) + (isRight ? 1 : 0)
    guard !dashes.isEmpty, dashes.count + colons == text.count else { return nil }
    switch (isLeft, isRight) {
    case (true, true): return .centre
    case (true, false): return .left
    case (false, true): return .right
    case (false, false): return Alignment.none
    }
  }
}
