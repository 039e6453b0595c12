/// How cells of a CSV text are written (RFC 4180).
package enum CSVText {
  /// What Excel reads UTF-8 only behind.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  package static let comma = UInt8(ascii: ",")
  package static let lineEnd: [UInt8] = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]

  private static let quote = UInt8(ascii: "\"")

  /// Writes a cell, in quotes where it needs them.
  package static func append(_ cell: String, to bytes: inout [UInt8]) {
    guard needsQuotes(cell) else {
      bytes += cell.utf8
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Blanks at either end would be lost without quotes.
  private static func needsQuotes(_ cell: String) -> Bool {
    isBlank(cell.utf8.first) || isBlank(cell.utf8.last)
      || cell.utf8.contains { byte in
        byte == comma || byte == quote || lineEnd.contains(byte)
      }
  }

  private static func isBlank(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
