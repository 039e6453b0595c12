import Core

/// String functions (DMN 1.5, 10.3.4.3). Positions and lengths count Unicode code points.
extension BuiltIns {
  static let strings: [BuiltIn] = [
    BuiltIn(
      "substring",
      .init(.string("string"), .number("start position"), returns: .string, substring),
      .init(
        .string("string"), .number("start position"), .number("length"), returns: .string,
        substring)),
    BuiltIn("string length", .init(.string("string"), returns: .number, stringLength)),
    BuiltIn("upper case", .init(.string("string"), returns: .string, upperCase)),
    BuiltIn("lower case", .init(.string("string"), returns: .string, lowerCase)),
    BuiltIn(
      "substring before",
      .init(.string("string"), .string("match"), returns: .string, substringBefore)),
    BuiltIn(
      "substring after",
      .init(.string("string"), .string("match"), returns: .string, substringAfter)),
    BuiltIn("contains", .init(.string("string"), .string("match"), returns: .boolean, contains)),
    BuiltIn(
      "starts with", .init(.string("string"), .string("match"), returns: .boolean, startsWith)),
    BuiltIn("ends with", .init(.string("string"), .string("match"), returns: .boolean, endsWith)),
    BuiltIn(
      "string join",
      .init(.list("list"), returns: .string, stringJoin),
      .init(
        .list("list"), .init("delimiter", .string, acceptsNull: true), returns: .string,
        stringJoin)),
  ]

  private static func substring(_ arguments: Arguments) throws(NullReason) -> Value {
    let characters = try arguments.string(0).unicodeScalars
    let start = try arguments.integer(1)
    let count = characters.count
    guard start != 0, start.magnitude <= count else { throw .outOfRange(Decimal128(start)) }
    let rest = characters.dropFirst(start > 0 ? start - 1 : count + start)
    guard arguments.values.count > 2 else { return .string(String(rest)) }
    let length = try arguments.integer(2)
    guard length > 0 else { throw .outOfRange(Decimal128(length)) }
    return .string(String(rest.prefix(length)))
  }

  private static func stringLength(_ arguments: Arguments) throws(NullReason) -> Value {
    .number(Decimal128(try arguments.string(0).unicodeScalars.count))
  }

  private static func upperCase(_ arguments: Arguments) throws(NullReason) -> Value {
    .string(try arguments.string(0).uppercased())
  }

  private static func lowerCase(_ arguments: Arguments) throws(NullReason) -> Value {
    .string(try arguments.string(0).lowercased())
  }

  private static func substringBefore(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = Array(try arguments.string(0).utf8)
    let match = Array(try arguments.string(1).utf8)
    guard let place = firstPlace(of: match, in: text) else { return .string("") }
    return .string(String(decoding: text[..<place], as: UTF8.self))
  }

  private static func substringAfter(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = Array(try arguments.string(0).utf8)
    let match = Array(try arguments.string(1).utf8)
    guard let place = firstPlace(of: match, in: text) else { return .string("") }
    return .string(String(decoding: text[(place + match.count)...], as: UTF8.self))
  }

  private static func contains(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = Array(try arguments.string(0).utf8)
    return .boolean(firstPlace(of: Array(try arguments.string(1).utf8), in: text) != nil)
  }

  private static func startsWith(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(try arguments.string(0).utf8.starts(with: try arguments.string(1).utf8))
  }

  private static func endsWith(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(
      try arguments.string(0).utf8.reversed().starts(with: try arguments.string(1).utf8.reversed()))
  }

  /// Nulls in the list are left out; no delimiter is the empty one.
  private static func stringJoin(_ arguments: Arguments) throws(NullReason) -> Value {
    let delimiter = arguments[1].isNull ? "" : try arguments.string(1)
    var parts: [String] = []
    var size = 0
    for item in try arguments.list(0) {
      switch item {
      case .string(let text):
        parts.append(text)
        size += text.utf8.count + delimiter.utf8.count
      case .null: continue
      default: throw .wrongElement(item, expected: .string)
      }
    }
    guard size <= Operations.sizeLimit else { throw .tooMany(limit: Operations.sizeLimit) }
    return .string(parts.joined(separator: delimiter))
  }

  /// Where `match` first occurs; at the start when it is empty.
  private static func firstPlace(of match: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = match.first else { return 0 }
    guard match.count <= text.count else { return nil }
    return (0...text.count - match.count).first {
      text[$0] == first && text[$0..<$0 + match.count].elementsEqual(match)
    }
  }
}
