import Core

/// The replacement text of `replace` (XPath and XQuery Functions 3.1, 5.6.4).
enum Replacement {
  enum Part {
    case text(String)
    /// The digits behind a `$`, of which the longest that names a group counts.
    case group(String)
  }

  /// - Throws: that a `$` or backslash stands without what belongs behind it.
  static func parts(of text: String, _ pattern: String) throws(NullReason) -> [Part] {
    var parts: [Part] = []
    var plain = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let escaped = rest.popFirst(), escaped == "\\" || escaped == "$" else {
          throw .pattern(
            pattern,
            Bilingual(
              zh: "替换文本里反斜线后只能是 \\ 或 $",
              en: "in the replacement only \\ or $ may follow a backslash"))
        }
        plain.unicodeScalars.append(escaped)
      case "$":
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else {
          throw .pattern(
            pattern,
            Bilingual(zh: "替换文本里 $ 后应是数字", en: "in the replacement digits must follow a $"))
        }
        rest = rest.dropFirst(digits.count)
        parts += [.text(plain), .group(String(String.UnicodeScalarView(digits)))]
        plain = ""
      default: plain.unicodeScalars.append(scalar)
      }
    }
    parts.append(.text(plain))
    return parts
  }

  /// The group that digits name when there are `count` groups, and the digits left as text.
  static func group(_ digits: String, of count: Int) -> (number: Int?, rest: String) {
    for length in stride(from: digits.utf8.count, through: 1, by: -1) {
      if let number = Int(digits.prefix(length)), number <= count {
        return (number, String(digits.dropFirst(length)))
      }
    }
    return (nil, String(digits.dropFirst()))
  }
}
