extension Diagnostic {
  /// The diagnostic as people read it:
  ///
  ///     Policies/a.md:12:5: error POL012: …
  ///       第四条 › 参数
  ///       | the line
  ///       |     ^^^^
  ///       what to do
  public func rendered(in source: SourceText, _ language: Language) -> String {
    var lines: [String] = []
    let kind: Bilingual =
      severity == .error
      ? Bilingual(zh: "错误", en: "error") : Bilingual(zh: "警告", en: "warning")
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
  private func excerpt(of range: SourceRange, in source: SourceText) -> [String] {
    let (line, column) = source.position(at: range.start)
    let text = source.line(line)
    let characters = Array(text)
    let before = characters.prefix(column - 1)
    let covered = source.slice(range).prefix { $0 != "\n" && $0 != "\r\n" }
    let indent = before.reduce(0) { $0 + $1.terminalWidth }
    let width = max(1, covered.reduce(0) { $0 + $1.terminalWidth })
    return [
      "  | " + text,
      "  | " + String(repeating: " ", count: indent) + String(repeating: "^", count: width),
    ]
  }
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
