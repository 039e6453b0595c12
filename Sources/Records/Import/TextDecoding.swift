import Glibc
import Spreadsheet

/// Turns the bytes of a file into UTF-8.
package enum TextDecoding {
  /// UTF-8 is taken as it is, with or without a byte order mark; anything else must be GB18030,
  /// which office programs in China write.
  ///
  /// - Returns: `nil` when the bytes are text of neither.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
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
    let converter = iconv_open("UTF-8", "GB18030")
    // (iconv_t) −1 says that there is no such conversion.
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    // Two bytes of GB18030 give at most three of UTF-8, one gives one, four give at most four.
    let room = bytes.count * 3 / 2 + 4
    var input = bytes.map { CChar(bitPattern: $0) }
    let output = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      // Safe: iconv reads the input and writes the output within the counts it is given.
      let rest = input.withUnsafeMutableBufferPointer { source -> Int? in
        var from = source.baseAddress
        var left = source.count
        return target.withMemoryRebound(to: CChar.self) { target in
          var to = target.baseAddress
          var room = target.count
          return iconv(converter, &from, &left, &to, &room) == Int.max || left > 0 ? nil : room
        }
      }
      count = rest.map { room - $0 } ?? 0
    }
    return output.isEmpty && !bytes.isEmpty ? nil : output
  }
}
