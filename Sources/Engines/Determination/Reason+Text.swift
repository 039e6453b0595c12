import Core

extension Reason {
  /// The reason as lines of text: verdict, label, value against what is needed, article; then the
  /// facts, then its parts.
  func lines(_ language: Language, _ style: TextStyle, indent: String) -> [String] {
    var line = indent + mark(style) + " " + label[language]
    if let value {
      line += Bilingual(zh: "：", en: ": ")[language] + value.text[language]
    }
    if let needed {
      let wanted = Bilingual(zh: "要求 ", en: "needed: ")[language] + needed[language]
      line += Bilingual(zh: "（\(wanted)）", en: " (\(wanted))")[language]
    }
    if let article = citation.article { line += "  " + style.paint(article[language], .dim) }
    var lines = [line]
    if let note, !note[language].isEmpty { lines.append(indent + "  " + note[language]) }
    if !facts.isEmpty {
      lines.append(
        indent + "  "
          + style.paint(
            facts.map { $0.text(language) }
              .joined(separator: Bilingual(zh: "；", en: "; ")[language]), .dim))
    }
    return lines + parts.flatMap { $0.lines(language, style, indent: indent + "  ") }
  }

  private func mark(_ style: TextStyle) -> String {
    switch verdict {
    case .holds: style.paint("✓", .green)
    case .fails: style.paint("✗", .red)
    case .unknown: style.paint("?", .yellow)
    case .applied: "·"
    }
  }
}

extension FactUse {
  /// `证书 c1 等级 = 3（高级工）`
  fileprivate func text(_ language: Language) -> String {
    "\(typeLabel[language]) \(record) \(fieldLabel[language]) = \(value.text[language])"
  }
}
