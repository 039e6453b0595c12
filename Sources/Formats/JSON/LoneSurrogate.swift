import Core

/// Finds the first `\ud83d` or its like that is half of a character only (RFC 8259, 8.2). yajl
/// would put a question mark in its place, and an id would silently become another one.
///
/// - Parameter bytes: the whole JSON text.
/// - Returns: where the escape stands, six bytes.
func loneSurrogate(in bytes: [UInt8]) -> SourceRange? {
  var position = 0
  while let backslash = bytes[position...].firstIndex(of: UInt8(ascii: "\\")) {
    switch surrogate(in: bytes, at: backslash) {
    case .high? where surrogate(in: bytes, at: backslash + 6) == .low: position = backslash + 12
    case .some: return SourceRange(backslash, backslash + 6)
    // Two bytes, so that the second of two backslashes begins nothing.
    case nil: position = min(backslash + 2, bytes.count)
    }
  }
  return nil
}

private enum Surrogate { case high, low }

/// The kind of surrogate that a `\uXXXX` at this place stands for.
private func surrogate(in bytes: [UInt8], at start: Int) -> Surrogate? {
  guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
    bytes[start + 1] == UInt8(ascii: "u"),
    let unit = UInt16(String(decoding: bytes[(start + 2)..<(start + 6)], as: UTF8.self), radix: 16)
  else { return nil }
  switch unit {
  case 0xD800...0xDBFF: return .high
  case 0xDC00...0xDFFF: return .low
  default: return nil
  }
}
