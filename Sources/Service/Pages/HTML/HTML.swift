/// A piece of HTML. Text gets in only escaped: the way round it is `trusted`, which says so.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  package private(set) var markup: String

  private init(markup: String) { self.markup = markup }

  /// Text, escaped.
  package init(_ text: String) { markup = Self.escaped(text) }

  package init(stringLiteral text: String) { self.init(text) }

  /// Nothing.
  package static let empty = HTML(markup: "")

  /// Markup made elsewhere by a renderer that escapes by itself.
  package static func trusted(_ markup: String) -> HTML { HTML(markup: markup) }

  static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }

  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// Pieces one after the other, with another between each two.
  package static func joined(_ pieces: [HTML], by separator: HTML) -> HTML {
    HTML(markup: pieces.map(\.markup).joined(separator: separator.markup))
  }

  /// An element: the one place where tags are written.
  static func element(
    _ name: String, _ attributes: [Attribute], _ content: HTML, isVoid: Bool
  ) -> HTML {
    var markup = "<" + name
    for attribute in attributes {
      markup += " " + attribute.name
      if let value = attribute.value { markup += "=\"" + escaped(value) + "\"" }
    }
    markup += ">"
    if !isVoid { markup += content.markup + "</" + name + ">" }
    return HTML(markup: markup)
  }

  /// The five characters that mean something in text or in a quoted value become references.
  static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      case UInt8(ascii: "'"): escaped += "&#39;".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
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
    pieces.reduce(into: .empty) { $0 += $1 }
  }
}
