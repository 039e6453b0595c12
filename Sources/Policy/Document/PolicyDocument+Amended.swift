package import Core
import MarkdownText
import YAMLText

extension PolicyDocument {
  /// The text of this document as a later one changes it.
  ///
  /// - Parameters:
  ///   - amendment: of something that the document has.
  ///   - other: the text of the document that the change stands in.
  /// - Returns: the whole text; its name is that of this document.
  package func text(changedBy amendment: Amendment, in other: SourceText) -> SourceText {
    let replacement = amendment.replacement(in: other)
    let pieces =
      amendment.action == .replace ? ranges(of: amendment.target) : repealed(by: amendment.target)
    var bytes: [UInt8] = []
    var done = 0
    for (index, range) in pieces.enumerated() {
      let text = index == 0 ? replacement : ""
      let whole = text.isEmpty ? source.wholeLines(range) : range
      bytes += source.bytes[done..<max(done, whole.start)]
      bytes += text.utf8
      done = max(done, whole.end)
    }
    bytes += source.bytes[min(done, source.bytes.count)...]
    return SourceText(name: source.name, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension Amendment {
  /// What takes the place of the target, as it stands in the later document: of rows only the rows,
  /// of stacking only the rules.
  package func replacement(in source: SourceText) -> String {
    guard action == .replace, let content else { return "" }
    switch target {
    case .benefit, .assumption, .article, .prose: return source.slice(source.trimmed(content))
    case .row, .parameter, .target, .provision:
      let rows = blocks(source, content).filter { $0.kind == .table }
        .flatMap { LineIndex(source, in: $0.range).lines.dropFirst(2) }
      return rows.map { source.slice(source.trimmed($0)) }.filter { !$0.isEmpty }
        .joined(separator: "\n")
    case .stacking:
      let rules = blocks(source, content).flatMap { block -> [YAML] in
        guard case .code(let code) = block.kind, code.info.isYAML else { return [] }
        return YAML.parse(source, within: code.content).root?.items ?? []
      }
      return rules.map { source.slice(source.trimmed($0.range)) }.joined(separator: "\n- ")
    }
  }

  private func blocks(_ source: SourceText, _ content: SourceRange) -> [MarkdownBlock] {
    MarkdownParser.parse(source, within: content).blocks
  }
}

extension SourceText {
  /// The lines that a range touches, with the end of the last.
  package func wholeLines(_ range: SourceRange) -> SourceRange {
    var start = range.start
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = range.end
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return SourceRange(start, min(end + 1, bytes.count))
  }
}
