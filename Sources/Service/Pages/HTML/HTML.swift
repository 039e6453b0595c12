/// A piece of HTML. Text gets in only escaped: the way round it is `trusted`, which says so.
///
/// A tree while it is made; written in one pass when the page is sent, so that an inner element is
/// not copied once for every element around it.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  private let node: Node

  private indirect enum Node: Sendable {
    case empty
    case text(String)
    case markup(String)
    case element(name: String, attributes: [Attribute], content: Node, isVoid: Bool)
    case sequence([HTML])
    case pair(Node, Node)
  }

  private init(_ node: Node) { self.node = node }

  /// Text, escaped.
  package init(_ text: String) { node = .text(text) }

  package init(stringLiteral text: String) { self.init(text) }

  /// Nothing.
  package static let empty = HTML(Node.empty)

  /// Markup made elsewhere by a renderer that escapes by itself.
  package static func trusted(_ markup: String) -> HTML { HTML(.markup(markup)) }

  /// As it is sent: UTF-8.
  package var bytes: [UInt8] {
    var writer = HTMLWriter()
    HTML.write(node, to: &writer)
    return writer.bytes
  }

  package var markup: String { String(decoding: bytes, as: UTF8.self) }

  static func + (left: HTML, right: HTML) -> HTML { HTML(.pair(left.node, right.node)) }

  static func += (left: inout HTML, right: HTML) { left = left + right }

  /// Pieces one after the other.
  static func sequence(_ pieces: [HTML]) -> HTML { HTML(.sequence(pieces)) }

  /// Pieces one after the other, with another between each two.
  package static func joined(_ pieces: [HTML], by separator: HTML) -> HTML {
    sequence(Array(pieces.map { [$0] }.joined(separator: [separator])))
  }

  static func element(
    _ name: String, _ attributes: [Attribute], _ content: HTML, isVoid: Bool
  ) -> HTML {
    HTML(.element(name: name, attributes: attributes, content: content.node, isVoid: isVoid))
  }

  /// The one place where tags are written.
  private static func write(_ node: Node, to writer: inout HTMLWriter) {
    switch node {
    case .empty: break
    case .text(let text): writer.write(escaping: text)
    case .markup(let markup): writer.write(markup)
    case .sequence(let pieces): for piece in pieces { write(piece.node, to: &writer) }
    case .pair(let first, let second):
      write(first, to: &writer)
      write(second, to: &writer)
    case .element(let name, let attributes, let content, let isVoid):
      writer.write("<")
      writer.write(name)
      for attribute in attributes {
        writer.write(" ")
        writer.write(attribute.name)
        guard let value = attribute.value else { continue }
        writer.write("=\"")
        writer.write(escaping: value)
        writer.write("\"")
      }
      writer.write(">")
      guard !isVoid else { return }
      write(content, to: &writer)
      writer.write("</")
      writer.write(name)
      writer.write(">")
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
    pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }
}
