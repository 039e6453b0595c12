package import Core
import MarkdownText

/// Where the front matter of a document stands, and where the rest begins.
struct FrontMatterExtent {
  /// The YAML between the two lines `---`; `nil` when one of them is missing.
  let content: SourceRange?
  /// What is behind the front matter: everything where there is none, nothing where it is open.
  let body: SourceRange
  /// Whether it begins and does not end.
  let isOpen: Bool
  let firstLine: SourceRange

  init(_ source: SourceText) {
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let whole = SourceRange(hasMark ? 3 : 0, source.bytes.count)
    let lines = LineIndex(source, in: whole).lines
    func isFence(_ line: SourceRange) -> Bool {
      source.slice(source.trimmed(line)) == "---" && source.bytes[line.start] == UInt8(ascii: "-")
    }
    firstLine = lines[0]
    guard isFence(lines[0]) else {
      (content, body, isOpen) = (nil, whole, false)
      return
    }
    guard let close = lines.indices.dropFirst().first(where: { isFence(lines[$0]) }) else {
      // What stands behind an open front matter is YAML, not Markdown.
      (content, body, isOpen) = (nil, SourceRange(whole.end, whole.end), true)
      return
    }
    content = SourceRange(lines[1].start, lines[close].start)
    let next = close + 1 < lines.count ? lines[close + 1].start : whole.end
    (body, isOpen) = (SourceRange(next, whole.end), false)
  }
}

extension PolicyDocument {
  /// The Markdown of a document: all that stands behind its front matter.
  package static func body(of source: SourceText) -> SourceRange { FrontMatterExtent(source).body }
}
