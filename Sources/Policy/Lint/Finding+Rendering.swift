package import Core

extension Finding.Severity {
  /// What people call it.
  package var name: Bilingual {
    switch self {
    case .error: Bilingual(zh: "错误", en: "error")
    case .warning: Bilingual(zh: "警告", en: "warning")
    case .note: Bilingual(zh: "提示", en: "note")
    }
  }
}

extension Finding {
  /// The example in one line: “证书.等级 = 3，参保月数 = 36”; `nil` where there is none.
  package var exampleText: Bilingual? {
    if example.isEmpty { return nil }
    return Bilingual(
      zh: example.map { "\($0.name.zh) = \($0.value.zh)" }.joined(separator: "，"),
      en: example.map { "\($0.name.en) = \($0.value.en)" }.joined(separator: ", "))
  }

  /// The finding as people read it in a terminal, as other diagnostics are rendered, with the
  /// example ahead of the advice.
  package func rendered(in source: SourceText, _ language: Language) -> String {
    var advice = advice
    if let text = exampleText {
      advice = Bilingual(
        zh: "例：\(text.zh)\n  \(advice.zh)", en: "Example: \(text.en)\n  \(advice.en)")
    }
    return Diagnostic(
      code, severity == .error ? .error : .warning, at: range, message: message, advice: advice,
      headings: headings
    ).rendered(in: source, language, as: severity.name)
  }
}
