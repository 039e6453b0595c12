import Core
import MarkdownText
import PolicyDocument

/// Lays out the blocks of a document: front matter, then one blank line between neighbours.
struct DocumentLayout {
  private let source: SourceText
  private var pieces: [String] = []

  init(_ source: SourceText) {
    self.source = source
    let body = PolicyDocument.body(of: source)
    append(SourceRange(0, body.start))
    var position = body.start
    for block in MarkdownParser.parse(source, within: body).blocks {
      // Between blocks stand blank lines, and link definitions, which make no block.
      append(SourceRange(position, max(position, block.range.start)))
      if block.kind == .table, let table = TableText(source, range: block.range) {
        pieces.append(TableLayout(table, source).text)
      } else {
        append(block.range)
      }
      position = max(position, block.range.end)
    }
    append(SourceRange(position, body.end))
  }

  var text: String { pieces.isEmpty ? "" : pieces.joined(separator: "\n\n") + "\n" }

  /// Adds the lines of a range without the blank ones before and after.
  private mutating func append(_ range: SourceRange) {
    var lines = LineIndex(source, in: range).lines.map { source.slice($0) }[...]
    while let first = lines.first, first.isBlank { lines.removeFirst() }
    while let last = lines.last, last.isBlank { lines.removeLast() }
    if !lines.isEmpty { pieces.append(lines.joined(separator: "\n")) }
  }
}

extension String {
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 32 || $0 == 9 } }
}
