package import Core

/// Writes JSON (RFC 8259) in the order of the calls: the same calls give the same bytes.
///
///     var writer = JSONWriter()
///     writer.object { writer in
///       writer.member("on", "2020-06-30")
///       writer.key("determinations")
///       writer.array { … }
///     }
///     print(writer.text)
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// No blanks at all: the canonical form.
    case compact
    /// Two blanks a level, one member or item a line.
    case indented
  }

  private let layout: Layout
  /// What was written, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the next member or item is the first of its collection.
  private var isFirst = true
  private var isBehindKey = false

  package init(_ layout: Layout = .compact) { self.layout = layout }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `members` calls `key` before every value.
  package mutating func object<Failure>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try collection(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// Writes an array of the values that `items` writes.
  package mutating func array<Failure>(
    _ items: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try collection(UInt8(ascii: "["), UInt8(ascii: "]"), items)
  }

  /// The name of the member whose value is written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isBehindKey = true
  }

  package mutating func null() { literal("null") }

  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func integer(_ value: Int) { literal(String(value)) }

  /// Plain digits without an exponent.
  package mutating func number(_ value: Decimal128) { literal(value.description) }

  package mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// A member whose value is text, or null.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A value that was read, its members in the order read, its numbers as they were written.
  package mutating func value(_ json: JSON) {
    switch json.kind {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .number(let text): literal(text)
    case .string(let text): string(text)
    case .array(let items): array { writer in for item in items { writer.value(item) } }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.key)
          writer.value(member.value)
        }
      }
    }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func collection<Failure>(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    separate()
    bytes.append(opening)
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(closing)
  }

  /// What stands between the last thing written and the next member or item.
  private mutating func separate() {
    defer { isFirst = false }
    if isBehindKey {
      isBehindKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x20...: bytes.append(byte)
      default: escape(control: byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(control byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
    default:
      bytes.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
