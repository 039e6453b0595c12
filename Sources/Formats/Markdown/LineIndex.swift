package import Core

/// Where each line of a part of a file begins and ends, counted as cmark counts: a line ends at
/// LF, CR LF or CR (CommonMark 0.29, 2.1).
package struct LineIndex: Sendable {
  /// The bytes of each line without its end.
  package let lines: [SourceRange]

  /// Lines of the bytes `range` of the source.
  package init(_ source: SourceText, in range: SourceRange) {
    var lines: [SourceRange] = []
    var start = range.start
    var position = range.start
    while position < range.end {
      let byte = source.bytes[position]
      let next = position + 1
      if byte == UInt8(ascii: "\n") {
        lines.append(SourceRange(start, position))
        start = next
      } else if byte == UInt8(ascii: "\r") {
        lines.append(SourceRange(start, position))
        let isPair = next < range.end && source.bytes[next] == UInt8(ascii: "\n")
        start = isPair ? next + 1 : next
        position = start - 1
      }
      position += 1
    }
    if start < range.end || lines.isEmpty { lines.append(SourceRange(start, range.end)) }
    self.lines = lines
  }

  /// The line, 1-based; the nearest one where the number lies outside.
  package subscript(number: Int) -> SourceRange {
    lines[min(max(number, 1), lines.count) - 1]
  }
}
