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
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= bounded { low = middle } else { high = middle - 1 }
    }
    let before = String(decoding: bytes[lineStarts[low]..<bounded], as: UTF8.self)
    return (low + 1, before.count + 1)
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
