/// Turns the bytes of a file into UTF-8.
package enum TextDecoding {
  /// UTF-8 is taken as it is, with or without a byte order mark; anything else must be GB18030,
  /// which office programs in China write.
  ///
  /// - Returns: `nil` when the bytes are text of neither.
  package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: CSVText.byteOrderMark) {
      let body = Array(bytes.dropFirst(CSVText.byteOrderMark.count))
      return isUTF8(body) ? body : nil
    }
    if isUTF8(bytes) { return bytes }
    return fromGB18030(bytes)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    // A zero byte is legal in UTF-8 and in no table: UTF-16 comes along like that.
    (try? UTF8Span(validating: bytes.span)) != nil && !bytes.contains(0)
  }

  private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.contains(0) else { return nil }
    // Two bytes of GB18030 give at most three of UTF-8, one gives one, four give at most four.
    return Conversion.convert(bytes, from: "GB18030", to: "UTF-8", room: bytes.count * 3 / 2 + 4)
  }

  /// The text of a file in UTF-8 or GB18030; `nil` where it is neither.
  package static func text(_ bytes: [UInt8]) -> String? {
    utf8(bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}
