import Core

/// Rewrites an XPath regular expression in PCRE2's syntax (XPath and XQuery Functions 3.1, 5.6.1).
///
/// Most of the two languages is the same. What differs: XPath's name classes `\i` and `\c`, its
/// narrower `\s` and wider `\w`, blocks `\p{IsGreek}`, class subtraction `[a-z-[aeiou]]`, references
/// to groups, and the blanks that flag `x` takes out. What only PCRE2 has, is refused.
struct PatternTranslation {
  private var rest: ArraySlice<Unicode.Scalar>
  private var result = ""
  private let pattern: String
  private let dotMatchesAll: Bool
  private var groupCount = 0
  /// Numbers of the groups that are open, innermost last; 0 for one without a number.
  private var openGroups: [Int] = []
  private var closedGroups: Set<Int> = []

  private init(_ pattern: String, flags: String) {
    self.pattern = pattern
    dotMatchesAll = flags.contains("s")
    let scalars = Array(pattern.unicodeScalars)
    rest = (flags.contains("x") ? PatternTranslation.withoutBlanks(scalars) : scalars)[...]
  }

  /// The pattern for PCRE2.
  ///
  /// - Throws: what XPath does not allow in a pattern.
  static func translate(_ pattern: String, flags: String) throws(NullReason) -> String {
    var translation = PatternTranslation(pattern, flags: flags)
    try translation.run()
    return translation.result
  }

  /// Flag `x`: blanks outside brackets go before anything is read.
  private static func withoutBlanks(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var depth = 0
    var isEscaped = false
    for scalar in scalars {
      if depth == 0, [" ", "\t", "\n", "\r"].contains(scalar) { continue }
      if !isEscaped, scalar == "[" { depth += 1 }
      if !isEscaped, scalar == "]" { depth = max(0, depth - 1) }
      isEscaped = !isEscaped && scalar == "\\"
      result.append(scalar)
    }
    return result
  }

  private mutating func run() throws(NullReason) {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": result += try escape(inClass: false)
      case "[": result += try characterClass(depth: 0)
      case "(": try openGroup()
      case ")":
        append(scalar)
        closedGroups.insert(openGroups.popLast() ?? 0)
      case ".": result += dotMatchesAll ? "." : "[^\\n\\r]"
      // PCRE2 makes quantifiers possessive by a second +.
      case "*", "+", "?", "}":
        append(scalar)
        if rest.first == "+" {
          throw failure(zh: "量词后不能再用 +", en: "no + may follow a quantifier")
        }
      default: append(scalar)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) { result.unicodeScalars.append(scalar) }

  private mutating func openGroup() throws(NullReason) {
    result += "("
    switch rest.first {
    case "?":
      guard rest.dropFirst().first == ":" else {
        throw failure(zh: "括号后不能用 ?", en: "no ? may follow a parenthesis but in (?:")
      }
      rest = rest.dropFirst(2)
      result += "?:"
      openGroups.append(0)
    case "*": throw failure(zh: "括号后不能用 *", en: "no * may follow a parenthesis")
    default:
      groupCount += 1
      openGroups.append(groupCount)
    }
  }

  /// A reference to a group that is closed already: as many digits as still name one.
  private mutating func reference(_ first: Unicode.Scalar) throws(NullReason) -> String {
    var number = Int(first.value - 0x30)
    while let digit = rest.first, ("0"..."9").contains(digit),
      number * 10 + Int(digit.value - 0x30) <= groupCount
    {
      number = number * 10 + Int(digit.value - 0x30)
      rest.removeFirst()
    }
    guard closedGroups.contains(number) else {
      throw failure(zh: "\\\(number) 之前没有这一组", en: "no group \(number) ends before \\\(number)")
    }
    return "\\g{\(number)}"
  }

  /// What stands behind a backslash.
  private mutating func escape(inClass: Bool) throws(NullReason) -> String {
    guard let scalar = rest.popFirst() else {
      throw failure(zh: "反斜线后没有字符", en: "nothing follows the last backslash")
    }
    switch scalar {
    case "n", "r", "t", "d", "D": return "\\\(scalar)"
    case "s": return inClass ? " \\t\\n\\r" : "[ \\t\\n\\r]"
    case "S": return inClass ? "\\S" : "[^ \\t\\n\\r]"
    case "w": return inClass ? "\\p{L}\\p{M}\\p{N}\\p{S}" : "[^\\p{P}\\p{Z}\\p{C}]"
    case "W": return inClass ? "\\p{P}\\p{Z}\\p{C}" : "[\\p{P}\\p{Z}\\p{C}]"
    case "i": return inClass ? PatternTranslation.initial : "[\(PatternTranslation.initial)]"
    case "I" where !inClass: return "[^\(PatternTranslation.initial)]"
    case "c": return inClass ? PatternTranslation.name : "[\(PatternTranslation.name)]"
    case "C" where !inClass: return "[^\(PatternTranslation.name)]"
    case "p", "P": return try property(scalar, inClass: inClass)
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      return "\\\(scalar)"
    case "1"..."9" where !inClass: return try reference(scalar)
    default: throw failure(zh: "没有转义 \\\(scalar)", en: "there is no escape \\\(scalar)")
    }
  }

  private static let initial = "_:\\p{L}\\p{Nl}"
  private static let name = "-._:\\p{L}\\p{M}\\p{N}\\x{B7}"

  /// `\p{Lu}` and the blocks of Unicode, which PCRE2 has no names for.
  private mutating func property(
    _ kind: Unicode.Scalar, inClass: Bool
  ) throws(NullReason) -> String {
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else {
      throw failure(zh: "\\\(kind) 后应是 {…}", en: "{…} must follow \\\(kind)")
    }
    let name = String(String.UnicodeScalarView(rest[rest.startIndex + 1..<end]))
    rest = rest[(end + 1)...]
    guard name.hasPrefix("Is") else { return "\\\(kind){\(name)}" }
    guard let block = PatternTranslation.blocks[String(name.dropFirst(2))] else {
      throw failure(zh: "没有字符区 \(name)", en: "there is no block \(name)")
    }
    if inClass, kind == "P" {
      throw failure(zh: "方括号里不能用 \\P{Is…}", en: "\\P{Is…} cannot stand in brackets")
    }
    let range =
      "\\x{\(String(block.lowerBound, radix: 16))}-\\x{\(String(block.upperBound, radix: 16))}"
    return inClass ? range : kind == "P" ? "[^\(range)]" : "[\(range)]"
  }

  /// A class in brackets from behind its `[`; a subtracted class becomes a lookahead before it.
  private mutating func characterClass(depth: Int) throws(NullReason) -> String {
    guard depth < 20 else { throw failure(zh: "方括号嵌套太深", en: "brackets are nested too deeply") }
    var body = ""
    if rest.first == "^" {
      rest.removeFirst()
      body += "^"
    }
    var isFirst = true
    while let scalar = rest.popFirst() {
      switch scalar {
      case "]":
        guard !isFirst else { throw failure(zh: "方括号是空的", en: "the brackets are empty") }
        return "[\(body)]"
      case "\\": body += try escape(inClass: true)
      case "-" where rest.first == "[":
        rest.removeFirst()
        let subtracted = try characterClass(depth: depth + 1)
        guard rest.popFirst() == "]" else {
          throw failure(zh: "减去的方括号后应是 ]", en: "] must follow the class that is taken away")
        }
        return "(?:(?!\(subtracted))[\(body)])"
      case "[": throw failure(zh: "方括号里的 [ 要写成 \\[", en: "[ in brackets must be written \\[")
      default: body.unicodeScalars.append(scalar)
      }
      isFirst = false
    }
    throw failure(zh: "方括号没有结束", en: "the brackets are not closed")
  }

  private func failure(zh: String, en: String) -> NullReason {
    .pattern(pattern, Bilingual(zh: zh, en: en))
  }

  /// Blocks of Unicode by their XML Schema names, as far as documents here may ask for them.
  private static let blocks: [String: ClosedRange<UInt32>] = [
    "BasicLatin": 0...0x7F, "Latin-1Supplement": 0x80...0xFF, "LatinExtended-A": 0x100...0x17F,
    "LatinExtended-B": 0x180...0x24F, "IPAExtensions": 0x250...0x2AF,
    "SpacingModifierLetters": 0x2B0...0x2FF, "CombiningDiacriticalMarks": 0x300...0x36F,
    "Greek": 0x370...0x3FF, "GreekandCoptic": 0x370...0x3FF, "Cyrillic": 0x400...0x4FF,
    "Armenian": 0x530...0x58F, "Hebrew": 0x590...0x5FF, "Arabic": 0x600...0x6FF,
    "Devanagari": 0x900...0x97F, "Thai": 0xE00...0xE7F, "Tibetan": 0xF00...0xFFF,
    "HangulJamo": 0x1100...0x11FF, "LatinExtendedAdditional": 0x1E00...0x1EFF,
    "GreekExtended": 0x1F00...0x1FFF, "GeneralPunctuation": 0x2000...0x206F,
    "CurrencySymbols": 0x20A0...0x20CF, "LetterlikeSymbols": 0x2100...0x214F,
    "NumberForms": 0x2150...0x218F, "Arrows": 0x2190...0x21FF,
    "MathematicalOperators": 0x2200...0x22FF, "BoxDrawing": 0x2500...0x257F,
    "CJKSymbolsandPunctuation": 0x3000...0x303F, "Hiragana": 0x3040...0x309F,
    "Katakana": 0x30A0...0x30FF, "Bopomofo": 0x3100...0x312F,
    "CJKUnifiedIdeographsExtensionA": 0x3400...0x4DBF, "CJKUnifiedIdeographs": 0x4E00...0x9FFF,
    "HangulSyllables": 0xAC00...0xD7AF, "PrivateUse": 0xE000...0xF8FF,
    "CJKCompatibilityIdeographs": 0xF900...0xFAFF,
    "HalfwidthandFullwidthForms": 0xFF00...0xFFEF,
  ]
}
