/// The bytes of a page while they are written.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init() {
    // Most pages fit; a result page has some 14 KB.
    bytes.reserveCapacity(1 << 15)
  }

  /// Markup, as it is.
  mutating func write(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Text. The five characters that mean something in text or in a quoted value become references;
  /// what lies between them is copied in one go.
  mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var begin = utf8.startIndex
      for position in utf8.indices {
        guard let reference = HTMLWriter.reference(for: utf8[position]) else { continue }
        bytes.append(contentsOf: utf8[begin..<position])
        bytes.append(contentsOf: reference.utf8)
        begin = position + 1
      }
      bytes.append(contentsOf: utf8[begin...])
    }
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
