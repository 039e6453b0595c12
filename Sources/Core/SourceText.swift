/// A text file as its readers see it: a name for messages, the bytes, and where each line begins.
public final class SourceText: Sendable {
  /// What messages call it: a path as the user gave it, or `<expression>`.
  public let name: String
  public let text: String
  /// UTF-8, which every offset counts in.
  public let bytes: [UInt8]
  /// Offset of the first byte of each line.
  public let lineStarts: [Int]

  public init(name: String, text: String) {
    self.name = name
    self.text = text
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The line, 1-based, without its line end; empty beyond the last line.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    var slice = bytes[start..<max(start, end)]
    if slice.last == UInt8(ascii: "\r") { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  /// Line and column, both 1-based; the column counts characters, not bytes.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let bounded = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: bounded)
    let before = bytes[lineStarts[line]..<bounded]
    // Far into a line without end, code points are near enough and a hundred times faster.
    let column =
      before.count > 10_000
      ? before.count { !$0.isContinuation } : String(decoding: before, as: UTF8.self).count
    return (line + 1, column + 1)
  }

  /// Index in `lineStarts` of the line that an offset lies in.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The line around an offset without its line end, at most `reach` bytes on either side and
  /// never cut within a character's code point.
  package func lineExtent(at offset: Int, within reach: Int) -> SourceRange {
    let bounded = min(max(offset, 0), bytes.count)
    let index = lineIndex(at: bounded)
    var start = max(lineStarts[index], bounded - reach)
    while start < bounded, bytes[start].isContinuation { start += 1 }
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end > bounded + reach {
      end = bounded + reach
      while end > bounded, bytes[end].isContinuation { end -= 1 }
    }
    return SourceRange(start, end)
  }

  /// The text a range covers.
  public func slice(_ range: SourceRange) -> String {
    let start = min(max(range.start, 0), bytes.count)
    return String(decoding: bytes[start..<min(max(range.end, start), bytes.count)], as: UTF8.self)
  }
}

/// Bytes `start ..< end` of a `SourceText`, in UTF-8 offsets.
public struct SourceRange: Sendable, Hashable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// From the start of this range to the end of the other.
  public func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// The range moved by `offset`: from a fragment to the file it was cut from.
  public func shifted(by offset: Int) -> SourceRange { SourceRange(start + offset, end + offset) }
}

extension UInt8 {
  /// Whether this is the second or a later byte of a code point in UTF-8.
  fileprivate var isContinuation: Bool { self & 0b1100_0000 == 0b1000_0000 }
}
