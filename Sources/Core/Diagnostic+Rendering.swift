extension Diagnostic {
  /// The diagnostic as people read it:
  ///
  ///     Policies/a.md:12:5: error POL012: …
  ///       第四条 › 参数
  ///       | the line
  ///       |     ^^^^
  ///       what to do
  public func rendered(in source: SourceText, _ language: Language) -> String {
    rendered(
      in: source, language,
      as: severity == .error
        ? Bilingual(zh: "错误", en: "error") : Bilingual(zh: "警告", en: "warning"))
  }

  /// The same under another word for how bad it is.
  package func rendered(
    in source: SourceText, _ language: Language, as kind: Bilingual
  ) -> String {
    var lines: [String] = []
    var place = source.name
    if let range {
      let (line, column) = source.position(at: range.start)
      place += ":\(line):\(column)"
    }
    lines.append("\(place): \(kind[language]) \(code): \(message[language])")
    if !headings.isEmpty { lines.append("  " + headings.joined(separator: " › ")) }
    if let range { lines += excerpt(of: range, in: source) }
    lines.append("  " + advice[language])
    return lines.joined(separator: "\n")
  }

  /// The line of the range with the range underlined; Chinese characters are two columns wide.
  /// Of a line that is very long only the part around the range.
  private func excerpt(of range: SourceRange, in source: SourceText) -> [String] {
    let shown = source.lineExtent(at: range.start, within: Diagnostic.longestExcerpt)
    let start = min(max(range.start, shown.start), shown.end)
    let end = min(max(range.end, start), shown.end)
    let before = source.slice(SourceRange(shown.start, start))
    let covered = source.slice(SourceRange(start, end))
    let width = max(1, covered.reduce(0) { $0 + $1.terminalWidth })
    let indent = before.reduce(0) { $0 + $1.terminalWidth }
    return [
      "  | " + source.slice(shown),
      "  | " + String(repeating: " ", count: indent) + String(repeating: "^", count: width),
    ]
  }

  /// Bytes of a line shown before a place, and behind it.
  private static let longestExcerpt = 400
}

extension Character {
  /// Columns a terminal gives this character: 2 for Chinese characters and full-width forms.
  package var terminalWidth: Int {
    guard let scalar = unicodeScalars.first?.value else { return 0 }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
