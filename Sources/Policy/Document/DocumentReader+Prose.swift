import Core
import MarkdownText

extension DocumentReader {
  /// Text for people. Neighbouring blocks make one piece, so that lists stay together.
  mutating func readProse(_ block: MarkdownBlock) {
    if isBrokenTable(block) {
      report(.brokenTable, at: source.trimmed(LineIndex(source, in: block.range)[1]))
      ruleTable = .unreadable
    }
    if case .code(let code) = block.kind {
      if !code.isClosed { report(.blockOpen, at: LineIndex(source, in: block.range)[1]) }
    } else {
      for mark in Emphasis.unrendered(in: source, within: block.range) {
        report(.boldNotRendered, at: mark)
      }
    }
    let range = SourceRange(block.range.start, source.trimmed(block.range).end)
    if case .prose(let before) = sections[currentSection].content.last {
      sections[currentSection].content.removeLast()
      append(.prose(before.joined(range)))
    } else {
      append(.prose(range))
    }
  }

  /// A paragraph with a line that begins and ends with a bar.
  private func isBrokenTable(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .paragraph else { return false }
    let bar = UInt8(ascii: "|")
    return LineIndex(source, in: block.range).lines.contains { line in
      let text = source.trimmed(line)
      return text.end - text.start > 1 && source.bytes[text.start] == bar
        && source.bytes[text.end - 1] == bar
    }
  }
}
