/// A piece of HTML. Text gets in only escaped: the way round it is `trusted`, which says so.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// UTF-8.
  package private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Text, escaped.
  package init(_ text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    append(escaping: text)
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// Nothing.
  package static let empty = HTML(bytes: [])

  /// Markup made elsewhere by a renderer that escapes by itself.
  package static func trusted(_ markup: String) -> HTML { HTML(bytes: Array(markup.utf8)) }

  package var markup: String { String(decoding: bytes, as: UTF8.self) }

  static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

  static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

  /// Pieces one after the other, with another between each two.
  package static func joined(_ pieces: [HTML], by separator: HTML) -> HTML {
    HTML(bytes: Array(pieces.map(\.bytes).joined(separator: separator.bytes)))
  }

  /// An element: the one place where tags are written.
  static func element(
    _ name: String, _ attributes: [Attribute], _ content: HTML, isVoid: Bool
  ) -> HTML {
    var html = HTML(bytes: [])
    html.bytes.reserveCapacity(content.bytes.count + 64)
    html.bytes.append(UInt8(ascii: "<"))
    html.bytes += name.utf8
    for attribute in attributes {
      html.bytes.append(UInt8(ascii: " "))
      html.bytes += attribute.name.utf8
      guard let value = attribute.value else { continue }
      html.bytes += "=\"".utf8
      html.append(escaping: value)
      html.bytes.append(UInt8(ascii: "\""))
    }
    html.bytes.append(UInt8(ascii: ">"))
    guard !isVoid else { return html }
    html.bytes += content.bytes
    html.bytes += "</".utf8
    html.bytes += name.utf8
    html.bytes.append(UInt8(ascii: ">"))
    return html
  }

  /// The five characters that mean something in text or in a quoted value become references.
  private mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}

/// Writes HTML as nested blocks; a `String` in a block is text.
@resultBuilder package enum HTMLBuilder {
  package static func buildExpression(_ text: String) -> HTML { HTML(text) }
  package static func buildExpression(_ html: HTML) -> HTML { html }
  package static func buildBlock(_ pieces: HTML...) -> HTML { buildArray(pieces) }
  package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  package static func buildEither(first piece: HTML) -> HTML { piece }
  package static func buildEither(second piece: HTML) -> HTML { piece }
  package static func buildArray(_ pieces: [HTML]) -> HTML {
    pieces.count == 1 ? pieces[0] : pieces.reduce(into: .empty) { $0 += $1 }
  }
}
