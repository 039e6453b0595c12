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
}
