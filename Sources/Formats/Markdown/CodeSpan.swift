package import Core

/// A code span (CommonMark 0.29, 6.3) with its place in the file.
package struct CodeSpan: Sendable, Equatable {
  /// Backticks included.
  package let range: SourceRange
  /// What stands between the backticks, without the blanks around it.
  package let content: SourceRange

  /// The code spans of a piece of text, in order. A run of backticks without a run of the same
  /// length after it opens nothing, and a backslash before a backtick outside code escapes it.
  package static func all(in source: SourceText, within range: SourceRange) -> [CodeSpan] {
    var spans: [CodeSpan] = []
    // Lengths of runs known to have no partner further on: keeps the search linear.
    var unmatched: Set<Int> = []
    var position = range.start
    while position < range.end {
      let byte = source.bytes[position]
      if byte == UInt8(ascii: "\\") {
        position += 2
      } else if byte == UInt8(ascii: "`") {
        let length = runLength(source, at: position, end: range.end)
        let inside = position + length
        if !unmatched.contains(length),
          let close = closing(source, from: inside, end: range.end, length: length)
        {
          spans.append(
            CodeSpan(
              range: SourceRange(position, close + length),
              content: source.trimmed(SourceRange(inside, close))))
          position = close + length
        } else {
          unmatched.insert(length)
          position = inside
        }
      } else {
        position += 1
      }
    }
    return spans
  }

  private static func runLength(_ source: SourceText, at position: Int, end: Int) -> Int {
    source.bytes[position..<end].prefix { $0 == UInt8(ascii: "`") }.count
  }

  private static func closing(
    _ source: SourceText, from start: Int, end: Int, length: Int
  ) -> Int? {
    var position = start
    while position < end {
      guard source.bytes[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = runLength(source, at: position, end: end)
      if run == length { return position }
      position += run
    }
    return nil
  }
}

extension SourceText {
  /// The range without the blanks and line ends at both of its ends.
  package func trimmed(_ range: SourceRange) -> SourceRange {
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    var start = range.start
    var end = min(range.end, bytes.count)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return SourceRange(start, end)
  }
}
