/// Writes XML, an element a line: the same calls give the same bytes.
package struct MarkupWriter {
  package private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  package init() {}

  /// An element that holds others, or nothing.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    element(name, attributes.map { ($0.key, $0.value) }, content)
  }

  /// An element with attributes that depend on what is written.
  package mutating func element(
    _ name: String, _ attributes: [(String, String)], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
    let start = bytes.count
    depth += 1
    content(&self)
    depth -= 1
    // An element without content has no blank in it either: schemas tell the two apart.
    if bytes.count == start { bytes.removeLast() } else { indent() }
    close(name)
  }

  /// An element that holds text alone.
  package mutating func leaf(
    _ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    open(name, attributes.map { ($0.key, $0.value) })
    escape(text)
    close(name)
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    indent()
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
