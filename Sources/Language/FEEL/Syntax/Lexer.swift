import Core

/// Cuts a piece of source into tokens (DMN 1.5, 10.3.1.2, rules 22–37 and 61–66).
///
/// Never fails: what is no token is reported and skipped, or read as the token that was meant.
struct Lexer {
  private let source: SourceText
  private let end: Int
  private var offset: Int
  private(set) var diagnostics: [Diagnostic] = []
  private static let mostDiagnostics = 50

  init(_ source: SourceText, within range: SourceRange? = nil) {
    self.source = source
    end = min(range?.end ?? source.bytes.count, source.bytes.count)
    offset = min(max(range?.start ?? 0, 0), end)
  }

  /// All tokens, the last of which is `end`.
  mutating func tokens() -> [Token] {
    var result: [Token] = []
    while true {
      let start = offset
      skipBlanksAndComments()
      let hasSpace = offset > start
      let tokenStart = offset
      guard let kind = nextKind() else { continue }
      result.append(
        Token(kind: kind, range: SourceRange(tokenStart, offset), hasSpaceBefore: hasSpace))
      if kind == .end { return result }
    }
  }

  /// The next token's kind; `nil` when a character was reported and skipped.
  private mutating func nextKind() -> Token.Kind? {
    guard let (scalar, length) = peek() else { return .end }
    switch scalar {
    case "\"": return string(openedBy: length)
    case "0"..."9": return number()
    case "." where peekDigit(at: offset + 1): return number()
    default: break
    }
    if FEELCharacter.isNameStart(scalar) { return word() }
    if let symbol = symbol(at: offset) {
      offset += symbol.rawValue.utf8.count
      return .symbol(symbol)
    }
    if let meant = scalar.halfWidth {
      return fullWidth(scalar, length: length, meant: meant)
    }
    offset += length
    report(.unknownCharacter(scalar), SourceRange(offset - length, offset))
    return nil
  }

  /// The longest sign at an offset.
  private func symbol(at offset: Int) -> Symbol? {
    guard let byte = peekByte(offset), byte < 0x80 else { return nil }
    let sign = String(Unicode.Scalar(byte))
    if let next = peekByte(offset + 1), next < 0x80,
      let symbol = Symbol(rawValue: sign + String(Unicode.Scalar(next)))
    {
      return symbol
    }
    return Symbol(rawValue: sign)
  }

  private mutating func word() -> Token.Kind {
    let start = offset
    while let (scalar, length) = peek(), FEELCharacter.isNamePart(scalar) { offset += length }
    return .word(String(decoding: source.bytes[start..<offset], as: UTF8.self))
  }

  private mutating func number() -> Token.Kind {
    let start = offset
    skipDigits()
    if peekByte(offset) == UInt8(ascii: "."), peekDigit(at: offset + 1) {
      offset += 1
      skipDigits()
    }
    if let byte = peekByte(offset), byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      let sign = peekByte(offset + 1)
      let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if peekDigit(at: offset + (hasSign ? 2 : 1)) {
        offset += hasSign ? 2 : 1
        skipDigits()
      }
    }
    let text = String(decoding: source.bytes[start..<offset], as: UTF8.self)
    if let number = Decimal128(text) { return .number(number) }
    report(.numberOutOfRange(text), SourceRange(start, offset))
    return .number(.zero)
  }

  /// Reports a full-width sign and reads it as the half-width one.
  private mutating func fullWidth(
    _ scalar: Unicode.Scalar, length: Int, meant: String
  ) -> Token.Kind? {
    report(.fullWidth(scalar, meant: meant), SourceRange(offset, offset + length))
    if meant == "\"" { return string(openedBy: length) }
    offset += length
    if let symbol = Symbol(rawValue: meant) { return .symbol(symbol) }
    return Decimal128(meant).map { .number($0) }
  }

  /// A string from its opening mark to the closing one; full-width marks were reported already.
  private mutating func string(openedBy length: Int) -> Token.Kind {
    let start = offset
    offset += length
    var content = StringContent()
    while let (scalar, length) = peek(), scalar != "\n", scalar != "\r" {
      offset += length
      if scalar == "\"" { return .string(content.finished()) }
      if scalar.halfWidth == "\"", source.bytes[start] != UInt8(ascii: "\"") {
        return .string(content.finished())
      }
      if scalar == "\\", let escaped = escape() {
        content.append(escaped)
      } else {
        content.append(scalar)
      }
    }
    report(.unclosedString, SourceRange(start, offset))
    return .string(content.finished())
  }

  /// The escape behind a backslash, consumed; `nil` when it is none, and the backslash stays.
  private mutating func escape() -> StringContent.Unit? {
    guard let byte = peekByte(offset) else { return nil }
    switch byte {
    case UInt8(ascii: "n"): return simple("\n")
    case UInt8(ascii: "r"): return simple("\r")
    case UInt8(ascii: "t"): return simple("\t")
    case UInt8(ascii: "\""): return simple("\"")
    case UInt8(ascii: "'"): return simple("'")
    case UInt8(ascii: "\\"): return simple("\\")
    case UInt8(ascii: "u"): return hexadecimal(digits: 4)
    case UInt8(ascii: "U"): return hexadecimal(digits: 6)
    default: return nil
    }
  }

  private mutating func simple(_ scalar: Unicode.Scalar) -> StringContent.Unit {
    offset += 1
    return .scalar(scalar)
  }

  private mutating func hexadecimal(digits: Int) -> StringContent.Unit? {
    guard offset + 1 + digits <= end else { return nil }
    let text = String(decoding: source.bytes[offset + 1..<offset + 1 + digits], as: UTF8.self)
    guard text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(text, radix: 16)
    else { return nil }
    offset += 1 + digits
    return Unicode.Scalar(code).map { .scalar($0) } ?? .surrogate(UInt16(truncatingIfNeeded: code))
  }

  private mutating func skipBlanksAndComments() {
    while let (scalar, length) = peek() {
      if FEELCharacter.isWhitespace(scalar) {
        offset += length
      } else if scalar == "/", peekByte(offset + 1) == UInt8(ascii: "/") {
        while let byte = peekByte(offset), byte != UInt8(ascii: "\n") { offset += 1 }
      } else if scalar == "/", peekByte(offset + 1) == UInt8(ascii: "*") {
        skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() {
    let start = offset
    offset += 2
    while offset < end {
      if peekByte(offset) == UInt8(ascii: "*"), peekByte(offset + 1) == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    report(.unclosedComment, SourceRange(start, min(start + 2, end)))
  }

  private mutating func skipDigits() {
    while peekDigit(at: offset) { offset += 1 }
  }

  private func peekByte(_ place: Int) -> UInt8? { place < end ? source.bytes[place] : nil }

  private func peekDigit(at place: Int) -> Bool {
    peekByte(place).map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
  }

  /// The scalar at the offset and its length in bytes. A fragment may begin or end inside a
  /// character: such a byte reads as U+FFFD.
  private func peek() -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = peekByte(offset) else { return nil }
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= end,
      let scalar = String(decoding: source.bytes[offset..<offset + length], as: UTF8.self)
        .unicodeScalars.first
    else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  private mutating func report(_ problem: SyntaxProblem, _ range: SourceRange) {
    // Whoever has so many has pasted something that is no expression.
    guard diagnostics.count < Lexer.mostDiagnostics else { return }
    diagnostics.append(problem.diagnostic(at: range))
  }
}

/// Collects a string's characters; two escapes may be the halves of one surrogate pair.
private struct StringContent {
  enum Unit {
    case scalar(Unicode.Scalar)
    case surrogate(UInt16)
  }

  private var text = String.UnicodeScalarView()
  private var pending: UInt16?

  mutating func append(_ scalar: Unicode.Scalar) {
    flush()
    text.append(scalar)
  }

  mutating func append(_ unit: Unit) {
    switch unit {
    case .scalar(let scalar): append(scalar)
    case .surrogate(let half):
      if let high = pending, let joined = StringContent.joined(high, half) {
        pending = nil
        text.append(joined)
      } else {
        flush()
        pending = half
      }
    }
  }

  mutating func finished() -> String {
    flush()
    return String(text)
  }

  /// A half without its other half reads as U+FFFD.
  private mutating func flush() {
    if pending != nil { text.append("\u{FFFD}") }
    pending = nil
  }

  private static func joined(_ high: UInt16, _ low: UInt16) -> Unicode.Scalar? {
    guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
  }
}
