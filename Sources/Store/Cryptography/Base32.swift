/// Bytes as letters A to Z and digits 2 to 7 (RFC 4648, 6), five bits each, without padding: the
/// form in which people type secrets.
package enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var bits = 0
    var held = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        result.append(letters[held >> bits & 31])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { result.append(letters[held << (5 - bits) & 31]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a text; blanks in it do not count.
  ///
  /// - Parameter text: as `text(_:)` gives it.
  /// - Returns: `nil` where it holds anything else.
  package static func bytes(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var bits = 0
    var held = 0
    for letter in text.utf8 where letter != UInt8(ascii: " ") {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      held = held << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(held >> bits & 255))
      }
      held &= (1 << bits) - 1
    }
    return result
  }
}
