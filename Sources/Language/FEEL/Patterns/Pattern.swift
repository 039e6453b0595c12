import CPCRE2
import Core

/// An XPath regular expression, run by PCRE2 within fixed limits.
struct Pattern {
  /// As the author wrote it, for messages.
  private let written: String
  private let program: Program
  private let isLiteral: Bool

  /// The compiled pattern, freed with its last user.
  private final class Program {
    let code: OpaquePointer

    init(_ code: OpaquePointer) { self.code = code }

    deinit { pcre2_code_free_8(code) }
  }

  /// - Parameters:
  ///   - pattern: in the syntax of XPath and XQuery Functions 3.1, 5.6.1.
  ///   - flags: any of `s`, `m`, `i`, `x`, `q`.
  /// - Throws: why the pattern or a flag is none.
  init(_ pattern: String, flags: String) throws(NullReason) {
    written = pattern
    isLiteral = flags.contains("q")
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY
    for flag in flags {
      switch flag {
      case "i": options |= PCRE2_CASELESS
      case "m": options |= PCRE2_MULTILINE
      case "s": options |= PCRE2_DOTALL
      case "x", "q": continue
      default:
        throw .pattern(pattern, Bilingual(zh: "没有标志“\(flag)”", en: "there is no flag “\(flag)”"))
      }
    }
    if isLiteral { options = (options & ~PCRE2_MULTILINE) | PCRE2_LITERAL }
    let translated =
      isLiteral
      ? pattern
      : try PatternTranslation.translate(pattern, flags: flags)
    var error: Int32 = 0
    var place = 0
    let bytes = Array(translated.utf8)
    guard
      let code = pcre2_compile_8(
        bytes, bytes.count, options & ~Pattern.withoutLiteral(isLiteral), &error, &place, nil)
    else {
      let text = Pattern.message(error)
      throw .pattern(
        pattern, Bilingual(zh: "第 \(place) 字节处有误（\(text)）", en: "\(text) at byte \(place)"))
    }
    program = Program(code)
  }

  /// PCRE2_LITERAL goes with few other options.
  private static func withoutLiteral(_ isLiteral: Bool) -> UInt32 {
    isLiteral ? PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_UCP : 0
  }

  /// PCRE2's own words, which are English.
  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Int(pcre2_get_error_message_8(code, &buffer, buffer.count))
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  /// The first match: the byte ranges of the whole and of each group, `nil` for a group without one.
  func firstMatch(in text: String) throws(NullReason) -> [Range<Int>?]? {
    try match(Array(text.utf8), from: 0)
  }

  /// The text with every match replaced; `$1` in the replacement is the first group, `\$` a dollar
  /// sign, `\\` a backslash.
  func replacing(in text: String, with replacement: String) throws(NullReason) -> String {
    let parts =
      isLiteral
      ? [Replacement.Part.text(replacement)] : try Replacement.parts(of: replacement, written)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    for groups in try matches(in: bytes) {
      guard let whole = groups.first ?? nil else { continue }
      result += bytes[copied..<whole.lowerBound]
      for part in parts {
        switch part {
        case .text(let text): result += Array(text.utf8)
        case .group(let digits):
          let (number, rest) = Replacement.group(digits, of: groups.count - 1)
          if let number, let range = groups[number] { result += bytes[range] }
          result += Array(rest.utf8)
        }
      }
      copied = whole.upperBound
      guard result.count <= Operations.sizeLimit else {
        throw .tooMany(limit: Operations.sizeLimit)
      }
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The parts of the text between the matches.
  func splitting(_ text: String) throws(NullReason) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    for groups in try matches(in: bytes) {
      guard let whole = groups.first ?? nil else { continue }
      parts.append(String(decoding: bytes[start..<whole.lowerBound], as: UTF8.self))
      start = whole.upperBound
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// All matches from left to right. XPath forbids patterns that match nothing at all here
  /// (err:FORX0003), since what they split or replace is anyone's guess.
  private func matches(in bytes: [UInt8]) throws(NullReason) -> [[Range<Int>?]] {
    guard try match([], from: 0) == nil else {
      throw .pattern(
        written, Bilingual(zh: "它能匹配空文本", en: "it matches the empty text"))
    }
    var found: [[Range<Int>?]] = []
    var start = 0
    while start <= bytes.count, let groups = try match(bytes, from: start),
      let whole = groups.first ?? nil
    {
      guard found.count < Interpreter.itemLimit else {
        throw .tooMany(limit: Interpreter.itemLimit)
      }
      if whole.isEmpty {
        start = Pattern.nextCharacter(in: bytes, after: whole.lowerBound)
        continue
      }
      found.append(groups)
      start = whole.upperBound
    }
    return found
  }

  private static func nextCharacter(in bytes: [UInt8], after place: Int) -> Int {
    var next = place + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The first match at or behind an offset.
  private func match(_ bytes: [UInt8], from start: Int) throws(NullReason) -> [Range<Int>?]? {
    guard let context = pcre2_match_context_create_8(nil),
      let data = pcre2_match_data_create_from_pattern_8(program.code, nil)
    else { throw .pattern(written, Bilingual(zh: "内存不足", en: "out of memory")) }
    defer {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
    }
    pcre2_set_match_limit_8(context, 1_000_000)
    pcre2_set_depth_limit_8(context, 10_000)
    pcre2_set_heap_limit_8(context, 20_000)
    // Text from a Swift string is valid UTF-8, so the check may be skipped.
    let count = pcre2_match_8(
      program.code, bytes, bytes.count, start, PCRE2_NO_UTF_CHECK, data, context)
    if count == PCRE2_ERROR_NOMATCH { return nil }
    guard count > 0, let offsets = pcre2_get_ovector_pointer_8(data) else {
      let text = Pattern.message(count)
      throw .pattern(
        written, Bilingual(zh: "匹配太费时（\(text)）", en: "matching takes too long (\(text))"))
    }
    return (0..<Int(pcre2_get_ovector_count_8(data))).map { group in
      // Safe: the vector holds two offsets for each group, and lives as long as `data`.
      let (from, to) = (offsets[2 * group], offsets[2 * group + 1])
      return group < Int(count) && from >= 0 && from <= to ? from..<to : nil
    }
  }
}
