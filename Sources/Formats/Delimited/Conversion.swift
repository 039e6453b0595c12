import Glibc

/// From one encoding to another by the C library.
enum Conversion {
  /// - Parameters:
  ///   - bytes: the text.
  ///   - source: the encoding it is in, by the name the library knows it by.
  ///   - target: the encoding it shall be in.
  ///   - room: the most bytes that can come of it.
  /// - Returns: `nil` when the bytes are no text in that encoding.
  static func convert(
    _ bytes: [UInt8], from source: String, to target: String, room: Int
  ) -> [UInt8]? {
    let converter = iconv_open(target, source)
    // (iconv_t) −1 says that there is no such conversion.
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
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
